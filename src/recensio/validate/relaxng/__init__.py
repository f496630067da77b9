"""A RELAX NG engine: schemas read, simplified, restricted and matched by derivatives."""
