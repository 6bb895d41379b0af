import json
import sys
import time
from dataclasses import replace

import pytest

from yaowen.cli import main
from yaowen.commands import reader
from yaowen.commands.reader import PageReader
from yaowen.config import make_pipeline
from yaowen.names import Names
from yaowen.page import Page
from yaowen.schema import SourceKind

LIGHT = "[[entities]]\nuse = 'lexicon'\nwords = { '市长' = 'ROLE' }\n"


@pytest.fixture
def config(tmp_path):
    (tmp_path / "light.toml").write_text(LIGHT)
    return str(tmp_path / "light.toml")


@pytest.fixture
def pages(tmp_path):
    """A folder of one page, and of what looks like pages to a person."""
    folder = tmp_path / "pages"
    for name in ("a.txt", "b.docx", "2024/c.DOCX", "2024/d.rtf", "e", ".DS_Store", ".git/config"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("全市春耕会议召开。")
    return str(folder)


NOT_READ = "yaowen: 4 files not read: 2 .docx, 1 .rtf, 1 without a suffix; save pages as text or PDF"


@pytest.mark.parametrize("command", ["read", "text", "gold new"])
def test_files_that_are_no_pages_by_their_names_are_told_in_a_line(command, pages, config, tmp_path, capsys):
    output = str(tmp_path / ("gold" if command == "gold new" else "out.jsonl"))
    assert main([*command.split(), pages, "-c", config, "-o", output]) == 0
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("yaowen: ")]
    assert told == [NOT_READ]


def test_a_folder_of_nothing_but_word_files_says_so(tmp_path, config, capsys):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.doc").write_text("会议召开。")
    assert main(["read", str(tmp_path / "pages"), "-c", config]) == 2
    nothing, unread = capsys.readouterr().err.splitlines()
    assert "nothing to read there" in nothing
    assert unread == "yaowen: 1 file not read: 1 .doc; save pages as text or PDF"


@pytest.mark.parametrize("command", ["read", "text"])
def test_pages_of_one_name_are_told_apart(command, tmp_path, config):
    (tmp_path / "pages.jsonl").write_text('{"id": "01", "text": "甲会召开。"}\n{"id": "01", "text": "乙会召开。"}\n')
    assert main([command, str(tmp_path / "pages.jsonl"), "-c", config, "-o", str(tmp_path / "out.jsonl")]) == 0
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [row.get("doc_id", row.get("id")) for row in rows] == ["01", "01~2"]


@pytest.mark.parametrize(("terminal", "takes", "told"), [(True, 0.5, True), (True, 0, False), (False, 0.5, False)])
def test_who_waits_at_a_terminal_is_told_which_page_takes_long(terminal, takes, told, monkeypatch, capsys):
    pipeline = make_pipeline({"facts": [], "entities": [{"use": "lexicon"}]})
    slow = replace(pipeline, imprint=lambda page: (time.sleep(takes), page)[1])
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    monkeypatch.setattr(reader, "SLOW", 0.1)

    PageReader(slow, Names())(Page("p", "会议召开。", SourceKind.WEB_TEXT, "pages/p.txt"))

    assert capsys.readouterr().err == ("yaowen: pages/p.txt: 5 characters, still reading …\n" if told else "")
