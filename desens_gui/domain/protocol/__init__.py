"""The published recipe: bags, steps and where each number was read."""
