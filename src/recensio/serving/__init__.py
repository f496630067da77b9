"""serving/: an edition on the editor's own machine, built again when a file changes.

watching.py sees that a file changed; workshop.py builds, remembering what has not; published.py is
what a build gives to readers; server.py hands it out on loopback and tells open pages what has
changed. live.js, in the pages only as they are served, reloads them and shows problems in a bar.
"""
