"""Runs of copydesk on public corpora, beside its peers; each module prints a table and writes results/NAME.json."""
