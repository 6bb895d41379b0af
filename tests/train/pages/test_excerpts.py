"""What stands on a page of an article that ends on another one."""

from yaowen.schema import BlockRole
from yaowen.train.pages.excerpts import keep_first, shorten

FLOW = [
    (BlockRole.PARAGRAPH, "石桥修缮完工。"),
    (BlockRole.SUBHEAD, "桥还是那座桥"),
    (BlockRole.PARAGRAPH, "居民说：“路近了。”"),
]


def test_no_subhead_ends_an_excerpt() -> None:
    assert [len(keep_first(FLOW, count)) for count in (1, 2, 3)] == [1, 1, 3]


def test_a_paragraph_is_not_cut_off_behind_a_mark_that_opens() -> None:
    flow = list(FLOW)
    shorten(flow, 5)
    assert flow == [*FLOW[:-1], (BlockRole.PARAGRAPH, "居民说：")]
