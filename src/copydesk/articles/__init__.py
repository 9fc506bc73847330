"""Pages to articles: the story's text without page furniture, and its masthead."""

from copydesk.articles.article import Article

__all__ = ["Article"]
