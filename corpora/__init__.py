"""Readers of the public corpora in ../shared, and makers of test data from them, for training and benchmarks."""
