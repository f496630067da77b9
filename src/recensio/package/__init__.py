"""A built edition becomes what an archive ingests."""
