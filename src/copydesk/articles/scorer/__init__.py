"""What tells the story from the rest: networks, wording, vocabulary and furniture known by its words."""
