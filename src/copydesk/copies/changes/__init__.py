"""What one text changed of another, clause by clause: facts, sources, certainty, wording."""
