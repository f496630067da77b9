"""What was measured with: the machine and the versions."""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from xml.parsers import expat

from lxml import etree


def described() -> str:
    """A paragraph on the machine, the versions, the day and how busy the machine is."""
    libxml = ".".join(map(str, etree.LIBXML_VERSION))
    lxml = ".".join(map(str, etree.LXML_VERSION[:3]))
    return (
        f"{datetime.now(UTC):%d %B %Y}; {_processor()}, {os.cpu_count()} cores, "
        f"load {os.getloadavg()[0]:.1f} at the start; {_system()}; "
        f"Python {platform.python_version()} with {expat.EXPAT_VERSION}; "
        f"jing {_version_of('jing')} with {_java()}; lxml {lxml} with libxml2 {libxml}"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.platform(terse=True)


def _version_of(package: str) -> str:
    """The version of a Debian package, since jing does not tell its own."""
    return _first_line("dpkg-query", "--show", "--showformat=${Version}", package)


def _java() -> str:
    return _first_line("java", "-version").replace('"', "")


def _first_line(*command: str) -> str:
    try:
        run = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return "of unknown version"
    return run.stdout.partition("\n")[0]
