import argparse
import json
from dataclasses import replace

import pytest

from evaluate.pages import GOLD_JSON, RAW, make_gold, with_item
from yaowen.errors import ConfigError, InputError, YaowenError
from yaowen.evaluate import command
from yaowen.evaluate.command import add_parser
from yaowen.evaluate.inputs import read_predictions
from yaowen.schema import Label

GOLD = make_gold()
PREDICTED = with_item(GOLD, 0, "mentions", 2, label=Label.PLACE)
LIGHT = "facts = []\n[[entities]]\nuse = 'lexicon'\nwords = { '市水务局' = 'ORG' }\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    for name, text in (
        ("gold/page.json", GOLD_JSON),
        ("raw/page.txt", RAW),
        ("a.jsonl", GOLD_JSON + "\n"),
        ("b.jsonl", PREDICTED.to_json(ensure_ascii=False) + "\n"),
        ("light.toml", LIGHT),
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def run(folder, *arguments):
    parser = argparse.ArgumentParser()
    add_parser(parser.add_subparsers())
    paths = [str(folder / argument) if (folder / argument).exists() else argument for argument in arguments]
    options = parser.parse_args(["evaluate", *paths])
    return options.func(options)


def row(printed, name):
    (line,) = (line for line in printed.splitlines() if line.startswith(name + " "))
    return line.split()[1:]


def test_a_prediction_is_scored(folder, capsys):
    assert run(folder, "gold", "b.jsonl", "--raw", "raw") == 0

    printed = capsys.readouterr().out
    assert row(printed, "mentions.strict") == ["0.857", "0.857", "0.857", "7"]
    assert row(printed, "lines.joins") == ["1.000", "1.000", "1.000", "4"]
    assert "1 page, article error rate 0.000" in printed


def make_run_folder(folder):
    """What a run leaves behind, with its own notes beside the documents."""
    out = folder / "out"
    (out / "ledger").mkdir(parents=True)
    (out / "manifest.json").write_text('{"yaowen": "0"}', "utf-8")
    (out / "quarantine.jsonl").write_text('{"uri": "b.txt", "stage": "load", "error": "no text"}\n', "utf-8")
    (out / "ledger" / "ledger.sqlite").write_bytes(b"SQLite")
    return out


def test_the_folder_of_a_run_is_scored(folder, capsys):
    out = make_run_folder(folder)
    (out / "documents.jsonl").write_text((folder / "b.jsonl").read_text("utf-8"), "utf-8")
    run(folder, "gold", "b.jsonl", "--json")
    of_file = json.loads(capsys.readouterr().out)["scores"]

    assert run(folder, "gold", "out", "--json") == 0
    assert json.loads(capsys.readouterr().out)["scores"] == of_file


def test_compressed_predictions_are_read_and_damaged_ones_are_said(folder):
    zstandard = pytest.importorskip("zstandard")
    path = make_run_folder(folder) / "documents.jsonl.zst"
    path.write_bytes(zstandard.compress((folder / "b.jsonl").read_bytes()))
    assert read_predictions(path.parent) == read_predictions(path) == [PREDICTED]

    path.write_bytes(b"not compressed")
    with pytest.raises(InputError, match=r"documents.jsonl.zst: cannot be decompressed"):
        read_predictions(path.parent)


def test_a_folder_without_documents_is_said(folder):
    with pytest.raises(InputError, match="no predictions there"):
        read_predictions(make_run_folder(folder))


def test_without_the_raw_page_lines_are_left_out_and_it_says_so(folder, capsys):
    run(folder, "gold", "b.jsonl")

    captured = capsys.readouterr()
    assert "mentions.strict" in captured.out
    assert "lines." not in captured.out
    assert "joined lines of 1 page are not scored" in captured.err


def test_the_raw_page_is_found_by_what_the_prediction_says(folder, capsys):
    document = replace(PREDICTED, source_uri=str(folder / "raw" / "page.txt"))
    (folder / "c.jsonl").write_text(document.to_json(ensure_ascii=False), "utf-8")

    run(folder, "gold", "c.jsonl")

    captured = capsys.readouterr()
    assert "lines.joins" in captured.out
    assert not captured.err


def test_the_raw_page_is_found_by_the_line_of_its_file(folder, capsys):
    (folder / "raw.jsonl").write_text(json.dumps({"text": (folder / "raw" / "page.txt").read_text("utf-8")}), "utf-8")
    document = replace(PREDICTED, source_uri=f"{folder / 'raw.jsonl'}:1")
    (folder / "c.jsonl").write_text(document.to_json(ensure_ascii=False), "utf-8")

    run(folder, "gold", "c.jsonl")

    assert "lines.joins" in capsys.readouterr().out


def test_a_raw_page_that_cannot_be_read_is_told_and_the_others_are_scored(folder, capsys):
    (folder / "raw" / "empty.txt").write_text("")
    run(folder, "gold", "a.jsonl", "--raw", "raw")
    captured = capsys.readouterr()
    assert row(captured.out, "lines.joins")
    assert captured.err.endswith("empty.txt: the text is empty; give a page with text on it\n")

    (folder / "raw" / "page.txt").unlink()
    with pytest.raises(InputError, match="the text is empty"):
        run(folder, "gold", "a.jsonl", "--raw", "raw")


def test_gold_that_is_wrong_or_counts_twice_is_told(folder, capsys):
    gold = json.loads(GOLD_JSON)
    gold["articles"][0]["mentions"][0]["source"] = [[9_000, 9_002]]
    (folder / "gold" / "again.json").write_text(json.dumps(gold), "utf-8")

    run(folder, "gold", "b.jsonl", "--raw", "raw")

    twice, wrong = capsys.readouterr().err.splitlines()
    assert twice == "yaowen: gold of one page counts 2 times: 云溪日报, 云溪日报"
    assert wrong.startswith("yaowen: gold 云溪日报 a1: ")
    assert "its source [9000, 9002] is no passage of a page of " in wrong


def test_a_page_that_was_changed_since_its_gold_is_said_to_be(folder):
    (folder / "raw" / "云溪日报.txt").write_text("另一个版面。", "utf-8")
    (folder / "raw" / "page.txt").unlink()

    with pytest.raises(InputError, match=r"云溪日报\.txt has another text now than its gold"):
        run(folder, "gold", "--raw", "raw", "--config", "light.toml")


def test_in_a_pipe_a_long_name_is_on_one_row(folder, capsys, monkeypatch):
    monkeypatch.delenv("COLUMNS")
    gold = json.loads(GOLD_JSON) | {"doc_id": "云溪日报" * 10}
    (folder / "gold" / "page.json").write_text(json.dumps(gold), "utf-8")

    run(folder, "gold", "b.jsonl", "--raw", "raw", "--by", "document")

    assert "云溪日报" * 10 in capsys.readouterr().out


def test_a_config_reads_before_it_is_scored(folder, capsys):
    run(folder, "gold", "--config", "light.toml", "--raw", "raw", "--json")

    scores = json.loads(capsys.readouterr().out)["scores"]
    assert (scores["mentions.ORG"]["correct"], scores["mentions.ORG"]["missed"]) == (1, 1)


@pytest.mark.parametrize(
    ("given", "perfect", "imperfect"),
    [
        ("segmentation", {"segmentation.bcubed", "segmentation.title", "lines.body"}, {"mentions.strict"}),
        ("mentions", {"mentions.strict"}, {"statistics.found"}),
        ("segmentation,mentions", {"segmentation.bcubed", "lines.body", "mentions.strict"}, {"statistics.found"}),
    ],
)
def test_early_stages_are_given(folder, capsys, given, perfect, imperfect):
    run(folder, "gold", "--config", "light.toml", "--raw", "raw", "--given", given, "--json")

    scores = json.loads(capsys.readouterr().out)["scores"]
    assert {name for name in perfect if scores[name]["f1"] == 1} == perfect
    assert {name for name in imperfect - {"segmentation.byline"} if scores[name]["f1"] < 1} == imperfect - {
        "segmentation.byline"
    }


def test_by_label_and_by_document(folder, capsys):
    run(folder, "gold", "b.jsonl", "--raw", "raw", "--by", "label")
    run(folder, "gold", "b.jsonl", "--raw", "raw", "--by", "document")
    run(folder, "gold", "b.jsonl", "--raw", "raw", "--by", "source_kind")

    printed = capsys.readouterr().out
    assert row(printed, "ORG") == ["1.000", "0.500", "0.667", "0.667", "2"]
    assert row(printed, "云溪日报")[:5] == ["1", "1.000", "1.000", "1.000", "0.857"]
    assert row(printed, "pdf_text")[0] == "1"


def test_json_has_the_groups(folder, capsys):
    run(folder, "gold", "b.jsonl", "--raw", "raw", "--by", "source_kind", "--json")

    printed = json.loads(capsys.readouterr().out)
    assert printed["by_source_kind"]["pdf_text"]["scores"] == printed["scores"]
    assert printed["scores"]["mentions.ORG"] == {
        "correct": 1,
        "missed": 1,
        "spurious": 0,
        "precision": 1.0,
        "recall": 0.5,
        "f1": pytest.approx(2 / 3),
    }


def test_two_systems_are_compared(folder, capsys):
    run(folder, "gold", "--raw", "raw", "--compare", "b.jsonl", "a.jsonl")
    assert row(capsys.readouterr().out, "mentions.strict")[:3] == ["0.857", "1.000", "+0.143"]

    run(folder, "gold", "--raw", "raw", "--compare", "b.jsonl", "light.toml", "--json")
    assert json.loads(capsys.readouterr().out)["mentions.strict"]["gain"] < 0


@pytest.mark.parametrize("second", ["nowhere.toml", "nowhere.jsonl"])
def test_both_systems_are_there_before_one_of_them_reads(folder, monkeypatch, second):
    monkeypatch.setattr(command, "predict", lambda *_: pytest.fail("a page was read"))
    with pytest.raises(YaowenError, match="nowhere"):
        run(folder, "gold", "--raw", "raw", "--compare", "light.toml", second)


def test_mistakes_are_written(folder):
    run(folder, "gold", "b.jsonl", "--raw", "raw", "--errors", str(folder / "errors.html"))

    page = (folder / "errors.html").read_text("utf-8")
    assert 'data-fault="wrong label"' in page
    assert '<mark class="both">市水务局</mark>' in page


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        (("gold", "a.jsonl", "--config", "light.toml"), ConfigError, "give one of PREDICTED, --config and --compare"),
        (("gold", "a.jsonl", "--given", "mentions"), ConfigError, "give a config instead of PREDICTED"),
        (("gold", "--raw", "raw", "--given", "events"), ConfigError, r"--given has no 'events'; choose from \['segmentation'"),
        (("gold", "--config", "light.toml"), InputError, "give the folder with --raw"),
        (("raw", "a.jsonl"), InputError, "no gold there"),
        (("gold", "raw"), InputError, "no predictions there"),
        (("gold", "raw/page.txt"), InputError, r"page.txt: no predictions there; they end in .jsonl"),
        (("gold", "light.jsonl"), InputError, r"light.jsonl: cannot be read \(No such file or directory\)"),
        (("gold", "a.jsonl", "--errors", "none/e.html"), ConfigError, "none/e.html: cannot be written"),
    ],
)
def test_errors_name_the_remedy(folder, arguments, error, message):
    with pytest.raises(error, match=message):
        run(folder, *arguments)


def test_a_line_that_is_no_document_is_named(folder):
    (folder / "b.jsonl").write_text(GOLD_JSON + "\n{}\n", "utf-8")

    with pytest.raises(InputError, match=r"b.jsonl:2: not a document; doc_id: Field required"):
        run(folder, "gold", "b.jsonl")


def test_gold_that_is_not_compiled_yet_is_said_how_to_compile(folder):
    path = folder / "gold" / "page.toml"
    path.write_text("raw = '../raw/page.txt'")
    with pytest.raises(InputError) as error:
        run(folder, "gold/page.toml", "a.jsonl")
    assert f"`yaowen gold compile {path}` first" in str(error.value)
    (folder / "gold" / "page.json").unlink()
    with pytest.raises(InputError, match="as `yaowen gold compile` writes them"):
        run(folder, "gold", "a.jsonl")
