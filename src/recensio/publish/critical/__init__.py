"""The critical views of the site: the text of each witness, witnesses side by side, all entries.

Read it in this order: places.py says what a piece of a witness's text stands in, growing.py makes
a tree of such pieces, witnessed.py gives that tree for each witness of a document; parallel.py
lays several of them side by side, entered.py gathers what the page of all entries can be filtered
by, warmth.py how much the witnesses differ along a text. xslt/html draws all of them.
"""
