"""Pages to articles: the story's text without page furniture, with its masthead."""

from copydesk.articles.article import Article
from copydesk.articles.article_reading import read

__all__ = ["Article", "read"]
