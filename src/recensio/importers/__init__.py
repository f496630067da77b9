"""Sources become TEI, by a profile.

`importer.import_source` is the stage; `settings.read_profile` and `default_profile` give it a
profile, `finding.find_sources` its files, `conservation.conservation` proves what it made.
"""
