"""How the edition is cited and found by machines: references, what the head of each page says.

Read it in this order: references.py says what is cited, bibliography.py writes it for reference
managers; head.py gathers what the head of a page tells, linked_data.py its part in schema.org;
beacon.py and sitemap.py are files for others; room.py makes the page and the files.
"""
