"""The core types: frozen dataclasses, standard library only, no second document model."""
