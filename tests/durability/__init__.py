"""Power cuts, kills and faults of the disk under the real program core."""
