import json
import lzma
from pathlib import Path

import pytest

from yaowen.gold.annotated_figures import SLOTS, parse_written, read_paragraphs, read_written

TEXT = "今年，全市接待游客6万人次。"


def test_wording_is_put_together_from_pieces_of_the_text_and_words_that_it_lacks(tmp_path):
    with lzma.open(tmp_path / "daily.jsonl.xz", "wt", encoding="utf-8") as corpus:
        corpus.write(json.dumps({"id": "a", "date": "2024-05-01", "text": f"标题\n{TEXT}"}))
    figure = {"figure": [9, 13], "indicator": [[5, 7], "人数"], "scope": [[3, 5]], "period": None}
    row = {"corpus": "daily", "id": "a", "start": 3, "end": 17, "part": "held", "figures": [figure]}
    path = tmp_path / "figures.jsonl"
    path.write_text(json.dumps(row))
    (paragraph,) = read_paragraphs(path, tmp_path)
    assert (paragraph.text, paragraph.date, paragraph.part) == (TEXT, "2024-05-01", "held")
    assert paragraph.figures == {9: {"indicator": "接待人数", "scope": "全市", "period": None}}


ROADS = "今年，全县新修公路13公里、13座涵洞、3座桥，其中3座在山区，受益群众2万人。"


@pytest.mark.parametrize(
    ("line", "figure", "pieces"),
    [
        ("13公里 | 新修公路 | 全县 | 今年", "13公里", [["新修公路"], ["全县"], ["今年"]]),
        ("3座 | 新修…桥 | 全县 | -", "3座", [["新修", "桥"], ["全县"], None]),
        ("2万人 | 受益…[人数] | - | -", "2万人", [["受益", "人数"], None, None]),
        ("3座#2 | 山区…桥 | 全县 | -", "3座", [["山区", "桥"], ["全县"], None]),
    ],
)
def test_a_written_figure_is_found_in_its_text(line, figure, pieces):
    text, (row,) = parse_written(f"{ROADS}\n{line}\n")
    assert text[slice(*row["figure"])] == figure
    read = [row[slot] and [part if isinstance(part, str) else text[slice(*part)] for part in row[slot]] for slot in SLOTS]
    assert read == pieces


def test_a_written_figure_stands_after_the_one_above_it_and_outside_longer_numbers():
    _, figures = parse_written(f"{ROADS}\n3座 | 桥 | 全县 | 今年\n3座 | 山区…桥 | = | =\n")
    assert [row["figure"] for row in figures] == [[20, 22], [26, 28]]
    assert figures[1]["scope"] == figures[0]["scope"]
    assert figures[1]["period"] == figures[0]["period"]


def test_a_piece_is_the_one_nearest_to_its_figure():
    _, (row,) = parse_written("全市增长，全市用电5亿度，全市降温。\n5亿度 | 用电 | 全市 | -\n")
    assert row["scope"] == [[5, 7]]
    _, (row,) = parse_written("全市增长，全市用电5亿度，全市降温。\n5亿度 | 用电 | 全市#1 | -\n")
    assert row["scope"] == [[0, 2]]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("", "starts with its text"),
        ("13公里 | 公路 | - | -\n", "starts with its text"),
        (f"{ROADS}\n13公里 | 公路 | -\n", "not FIGURE"),
        (f"{ROADS}\n14公里 | 公路 | - | -\n", "no figure '14公里'"),
        (f"{ROADS}\n13公里#2 | 公路 | - | -\n", "no figure '13公里#2'"),
        (f"{ROADS}\n2万人 | 群众 | - | -\n13公里 | 公路 | - | -\n", "no figure '13公里' after '2万人'"),
        (f"{ROADS}\n2万人 | 群众 | - | -\n13公里#1 | 公路 | - | -\n", "comes before '2万人'"),
        (f"{ROADS}\n13公里 | 道路 | - | -\n", "no '道路'"),
        (f"{ROADS}\n13公里 | 公路 | 全县#2 | -\n", "no '全县#2'"),
        (f"{ROADS}\n13公里 |  | 全县 | -\n", "no ''"),
        (f"{ROADS}\n13公里 | = | 全县 | -\n", "no line above"),
    ],
)
def test_a_wrong_line_says_what_is_wrong(written, message):
    with pytest.raises(ValueError, match=message):
        parse_written(written)


def test_written_paragraphs_are_read_from_a_file(tmp_path):
    path = tmp_path / "written.txt"
    path.write_text(f"{TEXT}\n6万人次 | 接待游客 | 全市 | 今年\n---\n通车那天，村里像过年。\n", "utf-8")
    first, second = read_written(path)
    assert first.figures == {9: {"indicator": "接待游客", "scope": "全市", "period": "今年"}}
    assert (second.text, second.figures) == ("通车那天，村里像过年。", {})
    path.write_text(f"{TEXT}\n---\n{TEXT}\n7万人次 | 接待游客 | 全市 | 今年\n", "utf-8")
    with pytest.raises(ValueError, match=r"written\.txt, paragraph 2: there is no figure"):
        list(read_written(path))


def test_the_written_figures_can_be_read():
    assert len(list(read_written(Path(__file__).parents[2] / "data/annotations/figures/written.txt"))) > 1
