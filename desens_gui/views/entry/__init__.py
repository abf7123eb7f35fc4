"""What a person typed, read as the command it means; a sentence for each field that cannot be read."""
