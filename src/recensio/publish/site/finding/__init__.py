"""How a reader finds something in the edition: by searching, or in an index of its words.

Read it in this order: blocks.py gives the paragraphs and verse lines of a document with their
places, shown.py those of a page that shows a witness; passages.py joins them to what a search
finds, which search.py gives to pagefind.py, the only door to that program. words.py gathers the
word forms by spelling.py and sifting.py, which word_pages.py lays out. room.py makes the pages.
"""
