"""Named refusals: the condition that does not hold, and the numbers behind it."""
