"""A gold page as a person writes it, compiled, and what is said where it is wrong."""

from pathlib import Path

import pytest

from yaowen.cli import main
from yaowen.errors import InputError
from yaowen.gold import compile_gold, read_gold, write_inline
from yaowen.schema import BlockRole, PartTaken
from yaowen.text import quote

GOLD = '''raw = "page.txt"
source_kind = "pdf_text"

[[articles]]
bylines = ["本报|记者|云生"]
persons = [["柏川", "市委|书记"]]
text = """
kicker: [[柏川|PERSON]]在调研时强调
title: 种好粮 管好水
byline: 本报讯（[[记者|ROLE]][[云生|PERSON]]）
p: 5月6日，[[市委|ORG|中共安渡市委员会]][[书记|ROLE]][[柏川|PERSON]]到[[白石乡|PLACE]]调研春耕，全乡已插秧1.2万亩。
"""

[[articles.events]]
kind = "inspection"
name = "调研春耕"
date = ["5月6日", "--05-06"]
places = ["白石乡"]
speakers = ["柏川"]
from = "5月6日"
to = "春耕"

[[articles.statistics]]
quote = "1.2万亩"
indicator = "插秧"
scope = ["全乡", "白石乡"]
evidence = "全乡已插秧1.2万亩"

[[furniture]]
role = "masthead"
text = "安渡日报"
'''

SAID = '[[articles.statements]]\nquote = "种好粮 管好水"\n'

RAW = """安渡日报

本报讯 （记者云生）5 月 6
日，市委书记柏

川到白石乡调研春耕，全乡已插
秧1.2万亩。

柏川在调研时强调

种 好 粮  管 好 水
"""


def write(folder: Path, gold: str = GOLD, raw: str = RAW) -> Path:
    (folder / "page.txt").write_text(raw, "utf-8")
    (folder / "page.toml").write_text(gold, "utf-8")
    return folder / "page.toml"


def test_marks_become_mentions_with_their_place_on_a_page_set_in_columns(tmp_path):
    document = compile_gold(write(tmp_path))
    (article,) = document.articles

    assert article.headline.kicker == "柏川在调研时强调"
    assert article.headline.title == "种好粮 管好水"
    assert article.text.splitlines()[-1] == "5月6日，市委书记柏川到白石乡调研春耕，全乡已插秧1.2万亩。"
    assert [mention.text for mention in article.mentions] == ["柏川", "记者", "云生", "市委", "书记", "柏川", "白石乡"]
    assert article.mentions[3].canonical == "中共安渡市委员会"
    assert quote(RAW, article.mentions[5].source) == "柏川"
    assert [quote(RAW, pair.source) for pair in document.furniture] == ["安渡日报"]


def test_what_a_number_measures_may_be_left_out(tmp_path):
    document = compile_gold(write(tmp_path, GOLD.replace('indicator = "插秧"\n', "")))
    assert document.articles[0].statistics[0].indicator is None
    (tmp_path / "draft.toml").write_text(write_inline(document, RAW, "page.txt"), "utf-8")
    assert compile_gold(tmp_path / "draft.toml") == document


def test_a_clause_of_a_headline_that_begins_a_row_is_a_block_of_its_own(tmp_path):
    gold = GOLD.replace("title: 种好粮 管好水", "title: 种好粮 管好[[安渡|PLACE]]的水")
    (article,) = compile_gold(write(tmp_path, gold, RAW.replace("种 好 粮  管 好 水", "种好粮\n管好安渡的水"))).articles

    titles = [block for block in article.blocks if block.role == BlockRole.TITLE]
    assert [article.text[block.start : block.end] for block in titles] == ["种好粮", "管好安渡的水"]
    assert article.headline.title == "种好粮 管好安渡的水"
    assert article.mentions[1].text == article.text[article.mentions[1].start : article.mentions[1].end] == "安渡"


def test_a_quote_runs_over_the_clauses_of_a_headline(tmp_path):
    gold = GOLD.replace("title: 种好粮 管好水", "title: 插秧9万亩 管好水").replace(
        "[[furniture]]",
        '[[articles.statistics]]\nquote = "9万亩"\nindicator = "插秧"\nevidence = "插秧9万亩 管好水"\n\n[[furniture]]',
    )
    raw = RAW.replace("种 好 粮  管 好 水", "插秧9万亩\n管好水")
    (article,) = compile_gold(write(tmp_path, gold, raw)).articles

    assert article.statistics[-1].evidence == "插秧9万亩\n管好水"


def test_persons_have_the_posts_that_stand_beside_them(tmp_path):
    (article,) = compile_gold(write(tmp_path)).articles
    leader, author = article.persons

    assert (leader.name, leader.posts[0].org, leader.posts[0].role, leader.mentions) == ("柏川", "市委", "书记", (0, 5))
    assert quote(RAW, leader.posts[0].source) == leader.posts[0].quote == "市委书记柏川"
    assert (author.posts[0].role, author.posts[0].quote) == ("记者", "记者云生")


def test_a_post_that_stands_twice_in_the_same_words_is_quoted_from_its_first_place(tmp_path):
    told = "市委书记柏川在调研时强调"
    gold = GOLD.replace("[[柏川|PERSON]]在", "[[市委|ORG]][[书记|ROLE]][[柏川|PERSON]]在")
    (article,) = compile_gold(write(tmp_path, gold, RAW.replace("柏川在调研时强调", told))).articles

    ((start, end),) = article.persons[0].posts[0].source
    assert RAW.replace("柏川在调研时强调", told)[start:].startswith(told)
    assert end - start == len("市委书记柏川")


def test_tables_become_facts(tmp_path):
    (article,) = compile_gold(write(tmp_path)).articles
    (event,), (figure,) = article.events, article.statistics

    assert event.quote == "5月6日，市委书记柏川到白石乡调研春耕"
    assert (event.date.start, event.date.end, event.participants[0].part) == ("--05-06", "--05-06", PartTaken.SPEAKER)
    assert (figure.value, figure.unit, figure.quantity.value, figure.quantity.unit) == (1.2, "万亩", 12000, "亩")
    assert quote(RAW, figure.source) == "1.2万亩"


@pytest.mark.parametrize(
    ("right", "wrong", "line", "problem"),
    [
        ("title: 种好粮 管好水", "title: 种好茶", 9, "the page has no more '茶'"),
        ("title: 种好粮 管好水", "titel: 种好粮 管好水", 9, "a line starts with one of"),
        ("[[白石乡|PLACE]]", "[[白石乡|TOWN]]", 11, "has no label 'TOWN'"),
        ("[[白石乡|PLACE]]", "[[白石乡|PLACE]", 11, "not closed"),
        ('evidence = "全乡已插秧1.2万亩"', 'evidence = "全县已插秧"', 27, "the article has no '全县已插秧'"),
        ('quote = "1.2万亩"', 'quote = "1.3万亩"', 27, "the article has no '1.3万亩'"),
        ('places = ["白石乡"]', 'places = ["黑石乡"]', 20, "the article has no '黑石乡'"),
        ('speakers = ["柏川"]', 'speakers = ["柏河"]', 20, "no PERSON mention is '柏河'"),
        ('["柏川", "市委|书记"]', '["柏川", "市委|主任"]', 6, "the article marks no '市委' with '主任'"),
        ('role = "masthead"\ntext = "安渡日报"', 'role = "masthead"\ntext = "安渡"', 1, "'日报' on line 1 of page.txt"),
        ('scope = ["全乡", "白石乡"]', 'area = "全乡"', 27, "has no key 'area'"),
        ('scope = ["全乡", "白石乡"]', 'quantity = [12000, "亩"]', 27, "'1.2万亩' has a unit or a quantity, but no value"),
        ('kind = "inspection"', 'kind = "trip"', 20, "'trip' means nothing here; choose from meeting, inspection, ceremony"),
        ('bylines = ["本报|记者|云生"]', 'bylines = ["记者|云生"]', 5, "write outlet|role|name"),
        ('bylines = ["本报|记者|云生"]', 'bylines = "本报|记者|云生"', 5, "bylines is a list"),
        ('places = ["白石乡"]', 'places = "白石乡"', 20, "places is a list; write '白石乡' in brackets"),
        ('scope = ["全乡", "白石乡"]', 'scope = "全乡"', 27, "scope is a list; write '全乡' in brackets"),
        ('scope = ["全乡", "白石乡"]', 'scope = ["全乡", "白石乡", ""]', 27, "as it stands in the text, and resolved"),
        ('date = ["5月6日", "--05-06"]', 'date = "5月6日"', 20, "date = '5月6日': write ["),
        ('date = ["5月6日", "--05-06"]', 'date = ["5月6日"]', 20, "date = ['5月6日']: write ["),
        ('date = ["5月6日", "--05-06"]', 'date = ["5月6日", "5月6日"]', 20, "'5月6日' is no day; write \"2024-05-06\""),
        ('date = ["5月6日", "--05-06"]', 'date = ["5月6日", "--02-30"]', 20, "'--02-30' is no day"),
        ('date = ["5月6日", "--05-06"]', 'date = ["5月6日", "20240506"]', 20, "'20240506' is no day"),
        ("[[articles]]", '[publication]\nissue_date = "2024-5-6"\n\n[[articles]]', 5, "'2024-5-6' is no day"),
        ("[[articles]]", "[publication]\npage_number = 1.5\n\n[[articles]]", 1, "publication.page_number: Input should be"),
        ("[[articles]]", '[[articles]]\ncontinued_on = "3"', 5, "continued_on = '3' is no whole number"),
        ("[[furniture]]", f'{SAID}speaker = "柏川"\nevent = "0"\n[[furniture]]', 30, "event = '0' is no whole number"),
        ("[[furniture]]", f'{SAID}speaker = "柏山"\n[[furniture]]', 30, "the article has no '柏山'"),
        ("[[furniture]]", "[furniture]", 29, "furniture is a list of tables; write [[furniture]]"),
        ("[[articles.events]]", "[articles.events]", 14, "events is a list of tables; write [[articles.events]]"),
        ('raw = "page.txt"', 'raw = "no.txt"', 1, "raw = 'no.txt' cannot be read (No such file or directory)"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path, right, wrong, line, problem):
    assert right in GOLD
    with pytest.raises(InputError) as raised:
        compile_gold(write(tmp_path, GOLD.replace(right, wrong)))

    assert f"page.toml:{line}: " in str(raised.value)
    assert problem in str(raised.value)


@pytest.mark.parametrize("day", ['"--05-06"', '"--02-29"', '""', "2024-05-06"])
def test_a_day_is_written_as_iso_8601_or_as_toml_writes_it(tmp_path, day):
    (article,) = compile_gold(write(tmp_path, GOLD.replace('"--05-06"', day))).articles
    assert article.events[0].date.start == (day.strip('"') or None)


def test_gold_and_its_page_may_have_a_byte_order_mark(tmp_path):
    path = write(tmp_path)
    expected = compile_gold(path)
    for file in (path, tmp_path / "page.txt"):
        file.write_text(file.read_text("utf-8"), "utf-8-sig")
    assert compile_gold(path) == expected


@pytest.mark.parametrize(
    ("name", "problem"),
    [("page.toml", r"page\.toml: not UTF-8; save"), ("page.txt", r"toml:1: raw = 'page\.txt' is not UTF-8; `yaowen gold new`")],
)
def test_gold_and_its_page_are_utf_8(tmp_path, name, problem):
    path = write(tmp_path)
    (tmp_path / name).write_bytes((tmp_path / name).read_text("utf-8").encode("gb18030"))
    with pytest.raises(InputError, match=problem):
        compile_gold(path)


def test_the_gold_pages_of_a_folder_are_compiled(tmp_path, capsys):
    write(tmp_path)
    (tmp_path / "none").mkdir()

    assert main(["gold", "compile", str(tmp_path)]) == 0
    assert (tmp_path / "page.json").exists()
    assert main(["gold", "compile", str(tmp_path / "none")]) == 2
    assert "none: no gold pages there; they end in .toml" in capsys.readouterr().err


def test_a_quote_that_stands_twice_is_asked_which(tmp_path):
    raw, gold = RAW.replace("万亩。", "万亩，旱地1.2万亩。"), GOLD.replace("1.2万亩。", "1.2万亩，旱地1.2万亩。")
    gold = gold.replace('evidence = "全乡已插秧1.2万亩"', 'evidence = "全乡已插秧1.2万亩，旱地1.2万亩"')
    with pytest.raises(InputError, match="nth = 1, 2"):
        compile_gold(write(tmp_path, gold, raw))

    (article,) = compile_gold(write(tmp_path, gold.replace('quote = "1.2万亩"', 'quote = "1.2万亩"\nnth = 2'), raw)).articles

    assert article.statistics[0].source[0][0] == raw.index("1.2万亩", raw.index("旱地"))


def test_a_paragraph_that_goes_on_elsewhere_is_found_in_pieces(tmp_path):
    raw = RAW.replace("调研春耕，", "调研春\n\n安渡日报\n\n耕，").removeprefix("安渡日报\n")
    (article,) = compile_gold(write(tmp_path, GOLD, raw)).articles

    assert (
        article.blocks[-1].source == ((9, 14), (15, 16))
        or quote(raw, article.blocks[-1].source) == article.text.splitlines()[-1]
    )


def test_a_byline_that_stands_twice_goes_to_the_article_beside_it(tmp_path):
    raw = (
        "护好苗\n本报讯（记者云生）旱地已浇两遍，墒情好于去年同期。\n\n"
        "种好粮\n本报讯（记者云生）水田已插秧，苗情好于去年同期。\n"
    )
    gold = "".join(
        f"[[articles]]\ntext = '''\ntitle: {title}\nbyline: 本报讯（记者云生）\np: {body}\n'''\n"
        for title, body in (("种好粮", "水田已插秧，苗情好于去年同期。"), ("护好苗", "旱地已浇两遍，墒情好于去年同期。"))
    )
    later, earlier = compile_gold(write(tmp_path, f'raw = "page.txt"\nsource_kind = "pdf_text"\n{gold}', raw)).articles

    for article, title in ((earlier, "护好苗"), (later, "种好粮")):
        assert article.blocks[1].role == BlockRole.BYLINE
        assert article.blocks[1].source[0][0] == raw.index(title) + 4


def test_a_draft_of_a_page_compiles_and_is_not_overwritten(tmp_path, capsys):
    (tmp_path / "page.txt").write_text(RAW, "utf-8")
    (tmp_path / "lines.jsonl").write_text('{"id": "one", "text": "全乡已插秧1.2万亩。"}\n', "utf-8")
    new = ["gold", "new", str(tmp_path / "page.txt"), str(tmp_path / "lines.jsonl"), "-o", str(tmp_path / "gold")]

    assert main(new) == 0
    assert sorted(path.name for path in (tmp_path / "gold").iterdir()) == ["one.toml", "one.txt", "page.toml"]
    assert main(["gold", "compile", str(tmp_path / "gold" / "page.toml"), str(tmp_path / "gold" / "one.toml")]) == 0
    assert read_gold(tmp_path / "gold" / "page.json").doc_id == "page"
    assert main(new) == 2
    assert "there is a draft already" in capsys.readouterr().err


def test_a_draft_beside_its_page_leaves_the_page_as_it_was(tmp_path):
    page = tmp_path / "page.txt"
    page.write_bytes(RAW.encode("gb18030"))

    assert main(["gold", "new", str(page), "-o", str(tmp_path)]) == 0
    assert page.read_bytes() == RAW.encode("gb18030")
    assert (tmp_path / "page.read.txt").read_text("utf-8") == RAW
    assert main(["gold", "compile", str(tmp_path / "page.toml")]) == 0
