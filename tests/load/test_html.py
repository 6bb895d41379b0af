import time
from contextlib import suppress

import pytest

from timing import least
from yaowen.load.html import read_html
from yaowen.load.unreadable import UnreadableError

pytest.importorskip("lxml")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (
            "<h1>栾河大堤完工</h1><p>　　昨日，大堤完工。</p><p>　　全长九里。</p>",
            "栾河大堤完工\n\n　　昨日，大堤完工。\n\n　　全长九里。",
        ),
        (
            "<div>　　大堤完工。<br>　　全长九里。<BR/><br>　　古桥通车。</div>",
            "　　大堤完工。\n　　全长九里。\n\n　　古桥通车。",
        ),
        ("<ul><li>大堤完工<li><p>古桥通车</p></ul>未完", "• 大堤完工\n\n• 古桥通车\n\n未完"),
        ("<table><tr><td>要闻<td>综合<tr><td>文化</table>", "要闻\n综合\n文化"),
        ("<p>大堤<b>全线</b>完<!-- 藏 -->工<a href='x'>。</a></p>", "大堤全线完工。"),
        ("<p>&nbsp;&nbsp;大堤&ldquo;完工&rdquo;，长&#x4e5d;里&hellip;&amp;</p>", "  大堤“完工”，长九里…&"),
        ("<pre>大堤完工\n  全长九里\n\n古桥通车</pre>", "大堤完工\n  全长九里\n\n古桥通车"),
        ("<p><ruby>栾<rp>(</rp><rt>luán</rt><rp>)</rp></ruby>河", "栾河"),
        ("大堤完工", "大堤完工"),
    ],
)
def test_rows_are_those_that_a_reader_sees(markup, text):
    assert read_html(markup).text == text + "\n"


def test_headings_come_with_their_size():
    sheet = read_html("<h1>栾河<br>安澜</h1><p>大堤完工。<ul><li><h2>古桥通车</h2></ul><h3>桥长</h3><h4>桥宽</h4>九里。")
    assert [(sheet.text[row.start : row.end], row.size) for row in sheet.printed] == [
        ("栾河", 2.0),
        ("安澜", 2.0),
        ("古桥通车", 1.5),
        ("桥长", 1.17),
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("昨日，大堤\n      完工。", "昨日，大堤完工。"),
        ("卓然\n石小满", "卓然石小满"),
        ("大堤  完工", "大堤 完工"),
        ("read\n the news", "read the news"),
        ("大堤\n\u3000\u3000完工", "大堤\u3000\u3000完工"),
    ],
)
def test_a_line_that_only_the_source_breaks_goes_on(source, text):
    assert read_html(f"<p>{source}</p>").text == text + "\n"


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (a < b) document.write('<p>藏</p>')</script>",
        "<style>p:before{content:'藏'}</style>",
        "<div hidden>藏<p>藏</p></div>",
        "<div style='color:red; DISPLAY : none'>藏</div>",
        "<span style='visibility:hidden'>藏</span>",
        "<noscript><p>藏</p></noscript>",
        "<template><p>藏</p></template>",
        "<select><option>藏<option>藏</select>",
        "<textarea>藏</textarea>",
        "<button>藏</button>",
        "<svg><text>藏</text></svg>",
        "<iframe src='x'>藏</iframe>",
        "<img alt='藏'><input type=hidden value='藏'>",
        "<!--[if IE]><p>藏</p><![endif]-->",
        "<?php echo '藏' ?>",
    ],
)
def test_what_a_reader_does_not_see_is_left_out(hidden):
    page = f"<html><head><title>藏</title></head><body><p>前</p>{hidden}后</body></html>"
    assert "".join(read_html(page).text.split()) == "前后"


def test_a_text_that_a_script_will_show_is_read() -> None:
    text = "昨日，栾河大堤全线完工，全长九里。" * 8
    assert read_html(f"<div style='visibility: hidden; opacity: 0;'><p>{text}</p></div>").text == text + "\n"


@pytest.mark.parametrize("markup", ["", " ", "<!-- 空 -->", "<html><body></body></html>", "<frameset><frame src=x></frameset>"])
def test_a_page_with_nothing_on_it_is_blank(markup):
    assert not read_html(markup).text.strip()


def test_tags_that_nobody_closed_lose_nothing():
    text = read_html("".join(f"<p><font size=2><b>第{number}段。" for number in range(400))).text
    assert text.split() == [f"第{number}段。" for number in range(400)]


def test_a_page_nested_too_deep_is_refused_or_read_but_never_cut():
    """Some versions of libxml2 have a limit."""
    with suppress(UnreadableError):
        assert read_html("<div>" * 100_000 + "深").text == "深\n"


@pytest.mark.parametrize("piece", ["<p>会 \n", "&nbsp;", " ", "<", "<br>", "<i>会</i> \n", "<li>会", "<!-- <", "<td"])
def test_long_pages_take_time_in_proportion(piece):
    def measure(times):
        started = time.process_time()
        read_html(piece * times + "会")
        return time.process_time() - started

    assert least(measure, 10_000) < 30 * least(measure, 1_000) + 0.05
