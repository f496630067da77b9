"""HTML as a source: `reading.read_html` makes its blocks, `inline.html_tokens` their tokens.

scan -> leaving out -> blocks, tokens, notes; every piece is a span of the source. Python's
html.parser is not used: it tells no spans of attributes (the words of img/@alt are text), reads
the same file differently from one release to the next, and takes quadratic time over comments
that are not closed.
"""
