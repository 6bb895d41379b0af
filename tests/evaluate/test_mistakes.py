from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from yaowen.evaluate import PageReport, Report
from yaowen.evaluate.mistakes import clean, show_mistakes
from yaowen.evaluate.tally import Fault, Mistake
from yaowen.schema import SourceKind

HOSTILE = "</article><script>alert(1)</script><img src=x onerror=alert(1)>\" ' & \u202e\x00\ud800\u2028 {0} 市委"


def show(raw, *mistakes, name="p1"):
    return show_mistakes(Report((PageReport(name, "0", SourceKind.PDF_TEXT, {}, mistakes, raw),)))


class Elements(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes = [], set()
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attributes}


def test_both_readings_are_marked_in_their_context():
    page = show(
        "昨日，市水务局局长到任。",
        Mistake("mentions.ORG", Fault.BOUNDARY, "市水务局 ORG", "水务局局长 ORG", ((3, 7),), ((4, 9),)),
    )

    assert '昨日，<mark class="gold">市</mark><mark class="both">水务局</mark><mark class="found">局长</mark>到任。' in page


def test_places_far_apart_are_shown_apart():
    page = show("一" + "〇" * 500 + "二", Mistake("events.kind", Fault.SLOT, "a", "b", ((0, 1),), ((501, 502),)))

    assert page.count('class="context"') == 2


def test_long_passages_are_shown_by_their_ends():
    page = show("头" + "〇" * 50_000 + "尾", Mistake("s", Fault.MISSED, "a", "", ((0, 50_002),), ()))

    assert "头〇" in page
    assert "〇尾" in page
    assert len(page) < 8_000


def test_hostile_text_does_nothing():
    mistake = Mistake(HOSTILE, Fault.MISSED, HOSTILE, HOSTILE, ((0, 5),), ((0, len(HOSTILE)),))
    harmless = Elements(show("市委", Mistake("s", Fault.MISSED, "a", "b", ((0, 1),), ((0, 2),))))

    page = show(HOSTILE, mistake, name=HOSTILE)
    elements = Elements(page)

    assert set(elements.tags) == set(harmless.tags)
    assert elements.tags.count("script") == 1
    assert elements.attributes == harmless.attributes
    assert "\u202e" not in page
    assert "default-src 'none'; style-src 'sha256-" in page  # whatever got in could load nothing and run nothing
    page.encode("utf-8")


@given(st.text(), st.text(), st.lists(st.tuples(st.integers(0, 80), st.integers(0, 40)), max_size=4))
def test_any_text_can_be_shown(raw, said, pairs):
    source = tuple((start, start + size) for start, size in pairs)
    mistake = Mistake("mentions.ORG", Fault.MISSED, said, said, source, source[:1])

    page = show(raw, mistake)

    page.encode("utf-8")
    assert Elements(page).tags.count("article") == 1
    assert "every score" in show(None, replace(mistake, gold="a"))


def test_what_cannot_be_seen_is_named():
    assert clean("市\u200b委\u202e<b>") == "市&lt;200B&gt;委&lt;202E&gt;&lt;b&gt;"
