import json
import os
import sys
import time
from dataclasses import replace
from threading import Thread

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


@pytest.mark.parametrize("command", ["read", "text"])
@pytest.mark.parametrize("given", ["page.txt", ".", "*.txt"])
def test_a_page_is_not_replaced_by_what_is_read_of_it(command, given, tmp_path, config, capsys):
    page = tmp_path / "page.txt"
    page.write_text("全市春耕会议召开。", "utf-8")
    assert main([command, str(tmp_path / given), "-c", config, "-o", str(page)]) == 2
    assert capsys.readouterr().err == f"yaowen: {page}: is one of the inputs, and would be replaced; give another -o\n"
    assert page.read_text("utf-8") == "全市春耕会议召开。"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes of POSIX")
@pytest.mark.parametrize("name", ["out.csv", "out.XLSX"])
def test_no_table_is_expected_of_json_lines(name, pages, config, tmp_path, capsys):
    assert main(["read", pages, "-c", config, "-o", str(tmp_path / name)]) == 2
    assert "JSON lines are written there, and no table" in capsys.readouterr().err
    assert not (tmp_path / name).exists()


def test_a_pipe_is_written_into_and_stays_one(tmp_path, config):
    (tmp_path / "page.txt").write_text("全市春耕会议召开。", "utf-8")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    reader = Thread(target=lambda: read.append(pipe.read_text("utf-8")), daemon=True)
    reader.start()
    assert main(["read", str(tmp_path / "page.txt"), "-c", config, "-o", str(pipe)]) == 0
    reader.join(10)
    assert pipe.is_fifo()
    assert json.loads(read[0])["doc_id"] == "page"


def test_what_a_link_leads_to_is_written_and_the_link_stays(tmp_path, config):
    (tmp_path / "page.txt").write_text("全市春耕会议召开。", "utf-8")
    (tmp_path / "link.jsonl").symlink_to("out.jsonl")
    assert main(["read", str(tmp_path / "page.txt"), "-c", config, "-o", str(tmp_path / "link.jsonl")]) == 0
    assert (tmp_path / "link.jsonl").is_symlink()
    assert json.loads((tmp_path / "out.jsonl").read_text("utf-8"))["doc_id"] == "page"
