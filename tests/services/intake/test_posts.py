from dutydesk.domain.duties import Post
from dutydesk.services.intake.posts import PostWords

POSTS = (Post("a", "带班领导", ("带班",)), Post("b", "白班", ("值班员",)), Post("c", "夜班", ("值班员",)))


def test_one_word_may_mean_several_posts_and_unknown_words_are_told():
    words = PostWords(POSTS)
    assert words.find(("带 班",)) == (frozenset("a"), ())
    assert words.find(("值班员", "门卫")) == (frozenset("bc"), ("门卫",))
    assert words.find(()) == (frozenset(), ())
