"""Rules of treatment, time and dose. Pure: no Qt, no files, no clock, no randomness."""
