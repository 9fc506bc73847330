"""Pages with markup: their blocks, what is known of each, their metadata, and the article they make."""
