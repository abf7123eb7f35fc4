"""decide: a command against the state gives the facts that follow, or the reasons against it."""
