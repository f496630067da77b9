"""TEI and the views of it: the one parser, the one serialiser, one place for names."""
