import json

import pytest

from evaluate.pages import GOLD_JSON, RAW, make_gold
from yaowen.cli import main
from yaowen.exchange.command import FORMATS
from yaowen.gold import read_gold


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "page.json").write_text(GOLD_JSON, "utf-8")
    (tmp_path / "raw.txt").write_text(RAW, "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", FORMATS)
def test_gold_goes_out_and_comes_back(folder, name, capsys):
    gold, out, back = (str(folder / part) for part in ("gold", "out", "back"))

    assert main(["gold", "export", gold, "--format", name, "-o", out, "--raw", str(folder / "raw.txt")]) == 0
    assert main(["gold", "import", out, "--format", name, "-o", back]) == 0

    (file,) = (folder / "back").iterdir()
    assert read_gold(file) == make_gold()
    assert "2 articles of 1 page →" in capsys.readouterr().err


def test_gold_goes_out_in_words_and_comes_back(folder, word_model):
    gold, out, back = (str(folder / part) for part in ("gold", "out", "back"))
    raw = str(folder / "raw.txt")

    assert main(["gold", "export", gold, "--format", "docbin", "--words", str(word_model), "-o", out, "--raw", raw]) == 0
    assert main(["gold", "import", out, "--format", "docbin", "-o", back]) == 0

    (file,) = (folder / "back").iterdir()
    assert read_gold(file) == make_gold()


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("docbin", "nowhere: not a pkuseg model, as it has no features.msgpack; make one with python -m yaowen.train.words"),
        ("conll", "nowhere: conll has no tokens of several characters; leave it out or take --format docbin"),
    ],
)
def test_words_need_a_model_and_a_format_of_tokens(folder, name, message, capsys):
    gold, out, model = (str(folder / part) for part in ("gold", "out", "nowhere"))

    raw = str(folder / "raw.txt")

    assert main(["gold", "export", gold, "--format", name, "--words", model, "-o", out, "--raw", raw]) == 2
    assert message in capsys.readouterr().err
    assert not (folder / "out").exists()


def test_tasks_are_not_written_over_by_their_interface(folder, capsys):
    out = ["gold", "export", str(folder / "gold"), "--format", "labelstudio", "-o", str(folder / "tasks.xml")]
    assert main(out) == 2
    assert "tasks.xml: is where the labelling interface is written; give -o tasks.json" in capsys.readouterr().err


def test_annotations_in_brat_are_not_written_over(folder, capsys):
    out = ["gold", "export", str(folder / "gold"), "--format", "brat", "-o", str(folder / "brat")]
    assert main(out) == 0
    assert main(out) == 2
    assert "brat: has annotations, which may be somebody's work; give a new folder" in capsys.readouterr().err


def test_labels_are_renamed(folder, capsys):
    (folder / "t.jsonl").write_text(json.dumps({"text": "李建国", "label": [[0, 3, "PER"], [0, 1, "X"]]}), "utf-8")
    arguments = ["gold", "import", str(folder / "t.jsonl"), "--format", "doccano", "-o", str(folder / "back")]

    assert main([*arguments, "--labels", "PER=PERSON, X="]) == 0
    assert main(arguments) == 2
    assert main([*arguments, "--labels", "PER=HUMAN"]) == 2

    (file,) = (folder / "back").iterdir()
    assert read_gold(file).articles[0].mentions[0].text == "李建国"
    errors = capsys.readouterr().err
    assert "label 'PER' is none of PERSON" in errors or "label 'X' is none of" in errors
    assert "--labels PER=HUMAN: write THEIRS=OURS" in errors
