"""Where the wording of gold stands on its page."""

from yaowen.gold.align import Sheet


def test_blanks_that_follow_each_other_each_have_their_place():
    text = Sheet("云岭日报  第 2 版\n").take(["云岭日报  第 2 版"])

    assert text.source(0, len(text.chars)) == ((0, 11),)


def test_a_blank_that_the_page_lacks_has_no_place():
    text = Sheet("种好粮\n管好水").take(["种好粮 管好水"])

    assert text.source(0, len(text.chars)) == ((0, 3), (4, 7))
