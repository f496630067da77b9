"""The files of a schema: each read once, none fetched (RELAX NG, sections 4.5 to 4.7)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from urllib.request import url2pathname

from recensio.validate.relaxng import full_syntax
from recensio.validate.relaxng.faults import Place, SchemaFault
from recensio.validate.relaxng.syntax import Node, read


@dataclass(slots=True)
class Files:
    """What was read of a schema; `digests` holds the sha256 of each file, by its whole path."""

    digests: dict[str, str] = field(default_factory=dict)
    _roots: dict[Path, Node] = field(default_factory=dict)

    def root(self, path: Path) -> Node:
        """The root of a schema file, held to the syntax. Raises SchemaFault."""
        known = self._roots.get(path)
        if known is None:
            try:
                content = path.read_bytes()
            except OSError as error:
                reason = error.strerror or "it cannot be read"
                raise SchemaFault(f"{path}: {reason}", "4.5", Place(str(path), 1, 1)) from None
            self.digests[str(path.resolve())] = hashlib.sha256(content).hexdigest()
            known = read(path, content)
            full_syntax.check(known)
            self._roots[path] = known
        return known

    def target(self, node: Node) -> Path:
        """The file that an include or externalRef names. Raises SchemaFault."""
        href = node.attributes["href"]
        if "#" in href:
            raise node.fault(f"the address {href} has a fragment", "4.5")
        address = urlsplit(urljoin(node.base, href))
        if address.scheme != "file" or address.netloc not in ("", "localhost"):
            raise node.fault(f"{href} is not a local file, and nothing is fetched", "4.5")
        path = Path(url2pathname(address.path))
        if not path.is_file():
            raise node.fault(f"there is no file {href}", "4.5")
        return path
