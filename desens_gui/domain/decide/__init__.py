"""decide: one command against the state of the session gives the facts that follow, or the reasons against it."""
