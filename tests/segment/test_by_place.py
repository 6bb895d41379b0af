"""Pages of which it is known where their rows stand and how large they are. Places and people are invented."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from load.pdfs import make_pdf
from timing import least
from yaowen.config import make_pipeline
from yaowen.dehyphenate.columns import JoinColumns
from yaowen.load.files import LoadFiles
from yaowen.page import Box, Page, Printed
from yaowen.segment.page import SegmentPage
from yaowen.text import quote

pytest.importorskip("pypdfium2")

LIGHT = {"entities": [{"use": "lexicon", "words": {"市长": "ROLE"}}], "facts": []}
LIBRARY = (
    "望江县图书馆昨日起延时",
    "开放，每晚关门时间推迟",
    "到十点，三百多个座位几",
    "乎坐满。馆方还为读者准",
    "备了热水和毛毯，并增加",
    "两班安保人员。",
)
TREES = (
    "岚州今年计划造林六万亩",
    "，首批树苗昨日运抵各乡",
    "镇。林业部门要求抓住农",
    "时，科学选择树种，确保",
    "栽一棵活一棵，让荒山早",
    "日披上绿装。",
)


def column(x, y, rows):
    return [(x, y - 14 * number, row) for number, row in enumerate(rows)]


@pytest.fixture
def read(tmp_path):
    def read(*rows):
        (tmp_path / "page.pdf").write_bytes(make_pdf(rows))
        (document,) = make_pipeline(LIGHT).read(str(tmp_path / "page.pdf"))
        return document.articles

    return read


def heads(articles):
    return [(article.headline.kicker, article.headline.title, article.headline.subtitle) for article in articles]


def opens(article):
    return next(article.text[block.start :][:3] for block in article.blocks if block.role == "paragraph")


def test_headlines_that_are_drawn_before_all_bodies_find_the_columns_under_them(read):
    """Neither shares a word with its body, and the second is drawn first."""
    articles = read(
        (300, 700, "夜读灯火更暖", 24),
        (40, 700, "春风又绿山岗", 24),
        *column(40, 670, TREES),
        *column(300, 670, LIBRARY),
    )
    assert [(opens(article), article.headline.title) for article in articles] == [
        ("岚州今", "春风又绿山岗"),
        ("望江县", "夜读灯火更暖"),
    ]


def test_a_headline_that_is_drawn_at_the_end_of_the_page_stands_over_its_body(read):
    articles = read(
        *column(40, 670, TREES),
        (40, 520, "夜读灯火更暖", 24),
        *column(40, 490, LIBRARY),
        (40, 700, "春风又绿山岗", 24),
    )
    assert [(opens(article), article.headline.title) for article in articles] == [
        ("岚州今", "春风又绿山岗"),
        ("望江县", "夜读灯火更暖"),
    ]


@pytest.mark.parametrize(
    ("sizes", "headline"),
    [
        ((13, 26, 15), ("县图书馆夜间延时开放", "书香飘满小城", "座位几乎坐满")),
        ((26, 14, 13), (None, "县图书馆夜间延时开放", "书香飘满小城 座位几乎坐满")),
        ((24, 24, 14), (None, "县图书馆夜间延时开放 书香飘满小城", "座位几乎坐满")),
        ((14, 26), ("县图书馆夜间延时开放", "书香飘满小城", None)),
        ((26, 14), (None, "县图书馆夜间延时开放", "书香飘满小城")),
    ],
)
def test_the_largest_line_is_the_title(read, sizes, headline):
    """Their words are the same, whatever they are."""
    lines = zip((760, 730, 700), ("县图书馆夜间延时开放", "书香飘满小城", "座位几乎坐满"), sizes, strict=False)
    (article,) = read(*((40, y - 30 * (3 - len(sizes)), row, size) for y, row, size in lines), *column(40, 670, LIBRARY))
    assert heads([article]) == [headline]


def test_a_column_that_rises_beside_the_headline_goes_on_in_its_article(read):
    (article,) = read(
        (40, 700, "夜读灯火更暖", 24),
        *column(40, 670, LIBRARY[:2]),
        *column(170, 670, LIBRARY[2:4]),
        *column(300, 712, LIBRARY[4:]),
    )
    assert article.headline.title == "夜读灯火更暖"
    assert article.text.endswith("备了热水和毛毯，并增加两班安保人员。\n")


def test_an_upright_headline_stands_beside_its_body(read):
    # PDFium drops a lone character of a font that is not there.
    upright = [(330, 712 - 26 * number, f"{char} ", 22) for number, char in enumerate("夜读灯火更暖")]
    articles = read(
        *column(40, 700, LIBRARY[:3]),
        *column(170, 700, LIBRARY[3:]),
        *upright,
        (40, 520, "春风又绿山岗", 24),
        *column(40, 490, TREES),
    )
    assert [(opens(article), article.headline.title) for article in articles] == [
        ("望江县", "夜读灯火更暖"),
        ("岚州今", "春风又绿山岗"),
    ]


def test_an_upright_headline_of_several_rows_is_read_from_the_right(read):
    rows = [
        (x, 712 - 26 * number, f"{char} ", 22)
        for x, row in ((360, "夜读灯火"), (330, "更暖"))
        for number, char in enumerate(row)
    ]
    article, *_ = read(*rows, *column(40, 700, LIBRARY[:3]), *column(170, 700, LIBRARY[3:]))
    assert article.headline.title.replace(" ", "") == "夜读灯火更暖"


def test_a_byline_that_an_upright_headline_leaves_over_the_text_stays_with_it(read):
    """The text over it is further away than the one below."""
    upright = [(330, 536 - 26 * number, f"{char} ", 22) for number, char in enumerate("夜读灯火更暖")]
    trees, library = read(
        (40, 700, "春风又绿山岗", 24),
        *column(40, 670, TREES),
        *upright,
        (40, 524, "本报记者 荆楚"),
        *column(40, 510, LIBRARY[:3]),
        *column(170, 524, LIBRARY[3:]),
    )
    assert [article.headline.title for article in (trees, library)] == ["春风又绿山岗", "夜读灯火更暖"]
    assert [[byline.name for byline in article.bylines] for article in (trees, library)] == [[], ["荆楚"]]


def test_a_subhead_may_stand_at_the_top_of_a_column(read):
    (article,) = read(
        (40, 700, "夜读灯火更暖", 18),
        *column(40, 670, LIBRARY),
        (170, 670, "增设座位", 11),
        *column(170, 652, ("馆方说，阅览室下月将再", "添一百个座位，方便读者", "就近看书。")),
    )
    assert [block.role for block in article.blocks] == ["title", "paragraph", "subhead", "paragraph"]


def test_headlines_side_by_side_with_their_texts_between_are_two(read):
    articles = read(
        (40, 700, "夜读灯火更暖", 20),
        *column(40, 670, LIBRARY),
        (180, 700, "春风又绿山岗", 20),
        *column(180, 670, TREES),
    )
    assert [(opens(article), article.headline.title) for article in articles] == [
        ("望江县", "夜读灯火更暖"),
        ("岚州今", "春风又绿山岗"),
    ]


def test_a_line_in_a_column_that_is_hardly_larger_is_a_subhead(read):
    (article,) = read(
        (40, 700, "夜读灯火更暖", 24),
        *column(40, 670, LIBRARY),
        (40, 580, "增设座位", 11),
        *column(40, 562, ("馆方说，阅览室下月将再", "添一百个座位，方便读者", "就近看书。")),
    )
    assert [block.role for block in article.blocks] == ["title", "paragraph", "subhead", "paragraph"]


def test_short_reports_in_a_column_have_titles_of_one_size(read):
    articles = read(
        (40, 700, "夜读灯火更暖", 12),
        *column(40, 682, LIBRARY),
        (40, 580, "春风又绿山岗", 12),
        *column(40, 562, TREES),
    )
    assert [(opens(article), article.headline.title) for article in articles] == [
        ("望江县", "夜读灯火更暖"),
        ("岚州今", "春风又绿山岗"),
    ]


def test_the_halves_of_a_line_are_one_headline(read):
    (article,) = read(
        (40, 700, "夜读灯火更暖", 20),
        (180, 700, "书香飘满小城", 20),
        *column(40, 670, LIBRARY[:3]),
        *column(190, 670, LIBRARY[3:]),
    )
    assert article.headline.title == "夜读灯火更暖 书香飘满小城"


def test_a_large_first_character_is_part_of_the_text_beside_it(read):
    (article,) = read(
        (40, 700, "夜读灯火更暖", 24),
        (40, 660, "望 ", 24),
        *column(66, 670, ("江县图书馆昨日", "起延时开放，每")),
        *column(40, 642, ("晚关门时间推迟到十点。",)),
    )
    assert article.text == "夜读灯火更暖\n望江县图书馆昨日起延时开放，每晚关门时间推迟到十点。\n"


ROWS = (
    "夜读灯火更暖",
    "望江县图书馆昨日起延时开放。",
    "（记者卓然）",
    "王晓",
    "春",
    "座位几乎坐满",
    "岚州今年造林六万亩。",
    "2024",
)
LENGTHS = st.one_of(st.floats(-1e6, 1e6), st.sampled_from([0.0, 1.0, 1e6, -1e6]))


@given(st.lists(st.tuples(st.sampled_from(ROWS), st.floats(0.01, 1e6), LENGTHS, LENGTHS, LENGTHS, LENGTHS), max_size=25))
@settings(deadline=None, max_examples=60)
def test_wherever_rows_stand_no_character_is_lost_or_told_twice(rows):
    raw = "\n".join(row for row, *_ in rows)
    printed, start = [], 0
    for row, size, left, base, right, top in rows:
        printed.append(Printed(start, start + len(row), size, Box(left, base, right, top)))
        start += len(row) + 1
    page = Page("p", raw, printed=tuple(printed))
    cuttings = SegmentPage()(page, JoinColumns()(page))
    sources = [block.source for clipping in cuttings.clippings for block in clipping.blocks]
    told = [
        place
        for source in (*sources, *(item.source for item in cuttings.furniture))
        for pair in source
        for place in range(*pair)
    ]
    assert len(told) == len(set(told))
    assert {place for place, char in enumerate(raw) if not char.isspace()} == {
        place for place in told if not raw[place].isspace()
    }
    assert all(quote(raw, source) for source in sources)


@pytest.mark.parametrize(
    "place",
    [
        lambda number: (1.0, Box(0, -1.5 * number, 20, 1 - 1.5 * number)),
        lambda number: (
            1.0 + number % 3,
            Box(20 * (number % 7), -3.0 * (number // 7), 20 * (number % 7) + 9, 2 - 3.0 * (number // 7)),
        ),
        lambda number: (2.0, Box(0, 0, 20, 2)),
        lambda number: (number % 5 + 0.5, Box(number, -number, number + 8, 1 - number)),
    ],
    ids=["one column", "a table of sizes", "one place", "stairs"],
)
def test_long_pages_take_time_in_proportion(place):
    def measure(times):
        texts = [ROWS[number % len(ROWS)] for number in range(times)]
        ends = [0]
        for text in texts:
            ends.append(ends[-1] + len(text) + 1)
        printed = tuple(Printed(start, end - 1, *place(number)) for number, (start, end) in enumerate(pairwise(ends)))
        page = Page("p", "\n".join(texts), printed=printed)
        paragraphs = JoinColumns()(page)
        started = time.process_time()
        SegmentPage()(page, paragraphs)
        return time.process_time() - started

    measure(100)
    assert least(measure, 3_000) < 12 * least(measure, 600) + 0.5


def test_a_page_that_does_not_say_how_it_is_printed_is_read_by_its_words(tmp_path):
    (tmp_path / "page.pdf").write_bytes(make_pdf([(40, 700, "夜读灯火更暖", 24), *column(40, 670, LIBRARY)]))
    (page,) = LoadFiles()(str(tmp_path / "page.pdf"))
    read = make_pipeline(LIGHT)
    text = Page(page.name, page.raw, page.kind)
    assert page.printed
    assert read(text).sha256 == read(page).sha256
