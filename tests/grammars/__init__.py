"""Random documents of a RELAX NG schema, random schemas, and jing as the judge of both.

`reading` reads a schema into `patterns`; `documents` makes documents that are valid by
construction, with `values` of the datatypes and `expressions` for their patterns; `mutations`
spoils documents; `schemas` makes small schemas of every construct; `jing` gives verdicts.
The code shares nothing with the validator that it is to test.
"""
