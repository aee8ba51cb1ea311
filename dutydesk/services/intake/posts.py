"""Which posts the words of a list mean."""

from collections.abc import Iterable

from dutydesk.domain.duties import Post
from dutydesk.domain.lists.words import key


class PostWords:
    """The office's posts by their names and by what lists call them; one word may mean several."""

    def __init__(self, posts: Iterable[Post]) -> None:
        self._posts: dict[str, set[str]] = {}
        for post in posts:
            for word in (post.name, *post.also):
                self._posts.setdefault(key(word), set()).add(post.id)

    def find(self, words: Iterable[str]) -> tuple[frozenset[str], tuple[str, ...]]:
        """The ids of the posts meant, and the words that mean none."""
        found: set[str] = set()
        unknown: list[str] = []
        for word in words:
            posts = self._posts.get(key(word), set())
            found |= posts
            if not posts:
                unknown.append(word)
        return frozenset(found), tuple(unknown)
