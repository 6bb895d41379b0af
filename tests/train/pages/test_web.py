"""Articles as the text of a web page."""

from random import Random

from train.pages.articles import copies
from yaowen.schema import SourceKind
from yaowen.train.pages import make_page


def test_a_web_page_can_list_its_headlines_before_it_tells_them() -> None:
    pages = [make_page(copies(Random(3)), Random(seed), SourceKind.WEB_TEXT)[0].raw for seed in range(40)]
    assert any("\n• 果园里来了授粉无人机\n" in raw and "\n果园里来了授粉无人机\n" in raw for raw in pages)
