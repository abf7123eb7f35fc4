"""One real, finished session of every released schema, each opened by the program as it is now."""
