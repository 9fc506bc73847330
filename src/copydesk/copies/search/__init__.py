"""An index of texts by fingerprints: which pages may belong together, found without comparing all with all."""
