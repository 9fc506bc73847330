"""Articles to records: each kind of finding is one component, listed in `pipeline`."""
