"""Whether every system can keep a file under its name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from recensio.model.problem import Problem, problem
from recensio.package.preflight.inspection import Inspection
from recensio.package.profiles import Profile

RESERVED: Final = re.compile(r"(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?", re.IGNORECASE)
"""Names that belong to devices under Windows, with any ending."""


def names(inspection: Inspection) -> Iterator[Problem]:
    """Names that a system or the archive refuses (PKG016), names that become one (PKG017).

    Files of a folder that are refused for the same reason are one finding: they are made by one
    program.
    """
    before: dict[str, str] = {}
    alike: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(inspection.contents.files):
        other = before.setdefault(name.casefold(), name)
        if other != name:
            yield problem("PKG017", inspection.place(name), file=name, other=other)
        reason = _fault(name, inspection.profile)
        if reason:
            alike[name.rpartition("/")[0], reason].append(name)
    for (folder, reason), refused in alike.items():
        rest = f" (and {len(refused) - 1:,} more in {folder})" if len(refused) > 1 else ""
        place = inspection.place(refused[0])
        yield problem("PKG016", place, file=refused[0] + rest, reason=reason)


def _fault(name: str, profile: Profile) -> str:
    """Why a path is refused; an empty string if it is not."""
    if len(name) > profile.longest_path:
        return f"the path is longer than {profile.longest_path} characters"
    allowed = re.compile(profile.names)
    for part in PurePosixPath(name).parts:
        if RESERVED.fullmatch(part):
            return "it is the name of a device under Windows"
        if part.endswith((".", " ")):
            return "no name may end so under Windows"
        if len(part) > profile.longest_name:
            return f"a name is longer than {profile.longest_name} characters"
        if not allowed.fullmatch(part):
            odd = sorted({letter for letter in part if not allowed.fullmatch(letter)} - {"."})
            refused = repr("".join(odd)) if odd else "more than one full stop"
            return f"the profile {profile.title} does not take {refused} in names"
    return ""
