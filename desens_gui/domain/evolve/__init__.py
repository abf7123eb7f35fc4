"""evolve: one recorded fact gives the next state. Never refuses, never reads a clock."""
