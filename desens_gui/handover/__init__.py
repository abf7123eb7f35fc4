"""Facts to text for others: tables, reports, files. Pure."""
