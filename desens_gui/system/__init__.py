"""The machine around the program: clock, ids, paths, resource files, settings, locks, sound."""
