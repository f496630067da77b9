"""The edition as related tables: data/*.csv, datapackage.json and edition.sqlite.

Read it in this order: schema.toml names the tables, their columns and how they are related;
schema.py reads it. apparatus.py, texts.py and registers.py give the rows, related.py puts them
together. database.py writes them as SQLite, with the views of views.sql; package.py describes the
CSV files as a data package.

To add a column: write it into schema.toml and into the record that its rows are made of. To add a
table: the same, and name its rows in related.py. To add a view: write it into views.sql.
"""

from recensio.publish.tables.database import database
from recensio.publish.tables.package import data_package
from recensio.publish.tables.related import tables

__all__ = ["data_package", "database", "tables"]
