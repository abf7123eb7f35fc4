"""A protocol resolved for one patient: exact bags, steps, doses, times."""
