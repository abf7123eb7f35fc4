"""What the recorded facts say: pure folds for reading. Times are nanoseconds on the session's own time."""
