"""Tests of the RELAX NG engine: the specification by section, and the reading of documents."""
