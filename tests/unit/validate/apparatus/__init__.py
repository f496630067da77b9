"""Tests of the apparatus rules."""
