"""A corpus is checked; problems only, nothing is changed."""
