"""copydesk reads news pages the way a copy desk does."""
