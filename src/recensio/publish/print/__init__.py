"""The print room: prepared TEI to a line-numbered critical edition in PDF, by way of Typst.

Never does Typst decide where a page ends. A first pass (the galley) sets the text on endless pages
and tells where its lines break; a second (the plan) chooses the lines of each page by the exact
height of what belongs at its foot; the third (the book) is held to the plan by filling each foot to
the planned height. Then every mark is looked up again on its printed line: a book that differs
from the plan in one line is not published.
"""

from recensio.publish.print.book import Attachment, Book, Chapter, Placement
from recensio.publish.print.typeset import typeset

__all__ = ["Attachment", "Book", "Chapter", "Placement", "typeset"]
