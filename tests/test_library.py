"""The Python of the docs runs as it stands there."""

import json
import re
from pathlib import Path

import pytest

from conftest import ROOT
from yaowen.cli import main

PAGE = """云岭日报 2024年5月19日 星期日 第2版 要闻

全市防汛备汛工作会议召开

本报讯（记者周岚）5月18日，全市防汛备汛工作会议召开。市委常委、副市长韩守义主持会议。
会议发出“人人守堤”的号召。今年以来，全市共整治险工险段126处。
"""

pytestmark = pytest.mark.models


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "02.txt").write_text(PAGE, "utf-8")
    (tmp_path / "pages" / "empty.txt").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run_python_of(document: str, **given: str) -> dict:
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / document).read_text("utf-8"), re.DOTALL)
    names = dict(given)
    exec("\n".join(blocks), names)  # noqa: S102 # our own docs
    return names


def test_passages_are_looked_up_and_finders_added_as_the_docs_say(folder, capsys):
    names = run_python_of("docs/library.md")

    assert "pages/empty.txt: the text is empty" in capsys.readouterr().out
    assert [(uri, name) for uri, name, _ in names["found"]] == [(str(Path("pages/02.txt")), "全市防汛备汛工作会议")]
    assert "<mark>5月18日，全市防汛备汛工作会议召开。</mark>" in names["found"][0][2]
    (article,) = names["with_calls"](PAGE).articles
    assert "险工险段" in [mention.text for mention in article.mentions if mention.label == "PLACE"]
    assert ("号召", "人人守堤") in [(said.speaker, said.quote) for said in article.statements]


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_page_of_the_readme_is_shown_as_it_says(name, folder, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "128")
    told = (ROOT / name).read_text("utf-8")
    page, shown = re.findall(r"```text\n(.*?)```", told, re.DOTALL)
    (folder / "page.txt").write_text(page, "utf-8")
    _, *command = re.search(r"`(yaowen read page\.txt [^`]+)`", told)[1].split()

    assert main(command) == 0
    assert [line.rstrip() for line in capsys.readouterr().out.splitlines()][2:] == shown.splitlines()
    assert main([*command, "-o", "-"]) == 0
    figure = json.loads(capsys.readouterr().out)["articles"][0]["statistics"][1]
    assert figure == json.loads(re.search(r"```json\n(.*?)```", told, re.DOTALL)[1])


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_readme_reads_pages_and_what_was_written(name, folder, capsys):
    assert main(["read", "pages", "-o", "out.jsonl"]) == 2
    names = run_python_of(name, text=PAGE)

    assert names["meetings"] == [("2024-05-19", "全市防汛备汛工作会议")]
    assert "韩守义" in capsys.readouterr().out
