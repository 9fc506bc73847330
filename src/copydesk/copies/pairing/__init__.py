"""Two texts side by side: was one made from the other, which was first, and whose text do they say it is."""
