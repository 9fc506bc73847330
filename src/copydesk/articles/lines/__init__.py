"""Text without markup: its lines, what is known of each, and the article they make."""
