"""What a reaction is graded by: one file per published scale, pure, each answer with its reasons."""
