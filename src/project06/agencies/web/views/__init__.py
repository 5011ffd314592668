"""Views by subject: the public directory, and the posts for those who administer them."""

from project06.agencies.web.views import directory, posts

__all__ = ["directory", "posts"]
