"""The edition by Distributed Text Services 1.0 (https://dtsapi.org/versions/v1.0).

Read it in this order: request.py is what is asked, answer.py what is answered; structure.py reads
how a document says that it is cited (refsDecl), units.py finds what can be cited by it, default.py
what can be cited of a document that says nothing; trees.py brings them together. passages.py cuts a
passage out of a document. service.py answers: entry here, collection, navigation and document in
the modules of these names. static.py writes the same as files, for editions without a server.

Nothing here knows of HTTP: `Service.answer` is a function from a request to an answer.
"""

from recensio.publish.dts.addresses import Addresses
from recensio.publish.dts.answer import Answer
from recensio.publish.dts.request import request_of
from recensio.publish.dts.service import Service
from recensio.publish.dts.static import static_files

__all__ = ["Addresses", "Answer", "Service", "request_of", "static_files"]
