"""Sources become TEI, by a profile."""
