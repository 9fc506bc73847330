"""A text as it is compared: words, sentences, facts, and the alignment of two texts' sentences."""
