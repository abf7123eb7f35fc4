"""Facts of a session, in the past tense. Each tag is the fact's name in the file for ever."""
