"""A corpus becomes the files that readers and programs use."""
