"""OCFL objects (Oxford Common File Layout 1.1): the versions of a package in one folder.

`inventory` reads and writes inventory.json, `checked` verifies an object, `bagged` the bags in it,
`commit` adds a version.
"""

from recensio.package.ocfl.checked import is_object, object_problems
from recensio.package.ocfl.commit import User, commit_version

__all__ = ["User", "commit_version", "is_object", "object_problems"]
