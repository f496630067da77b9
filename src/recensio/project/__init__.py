"""edition.toml as a Project: which files are the edition, and what it says of itself."""

from recensio.project.opening import OWN_SCHEMA, open_editions, open_project, workplace
from recensio.project.project import Project, Workplace
from recensio.project.settings import SETTINGS

__all__ = [
    "OWN_SCHEMA",
    "SETTINGS",
    "Project",
    "Workplace",
    "open_editions",
    "open_project",
    "workplace",
]
