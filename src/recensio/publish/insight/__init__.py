"""What an apparatus shows as a whole: agreement of witnesses, classes of readings, variance.

To read it: readings.py, roll.py and attestation.py (which reading each witness has in each entry)
come first; agreement.py, clusters.py, classes.py and variance.py reckon from that table, tally.py
brings them together. page.py, dendrogram.py and heat.py make of it the trees from which xslt/html
draws the page of statistics; files.py, nexus_files.py, collation_tei.py and
collatex.py (with texts.py) write it for programs.
"""

from recensio.publish.insight.files import insight_files
from recensio.publish.insight.page import statistics
from recensio.publish.insight.tally import is_telling

__all__ = ["insight_files", "is_telling", "statistics"]
