import json
import subprocess
import sys

import pytest

from yaowen.cli import main
from yaowen.schema import parse_document
from yaowen.version import __version__

PAGE = "全市安全生产工作会议召开\n\n本报讯（记者王小明）10月12日，全市安全生产工作会议召开。市长李建国出席并讲话。"
LIGHT = "[[entities]]\nuse = 'lexicon'\nwords = { '市长' = 'ROLE', '李建国' = 'PERSON' }\n"


@pytest.fixture
def config(tmp_path):
    (tmp_path / "light.toml").write_text(LIGHT)
    return str(tmp_path / "light.toml")


@pytest.fixture
def page(tmp_path):
    (tmp_path / "page.txt").write_text(PAGE)
    return str(tmp_path / "page.txt")


def test_pages_are_written_as_json_lines(page, config, tmp_path, capsys):
    assert main(["read", page, "-c", config, "-o", str(tmp_path / "out.jsonl"), "--issue-date", "2024-10-13"]) == 0

    (line,) = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    document = parse_document(line)
    assert (document.doc_id, document.publication.issue_date) == ("page", "2024-10-13")
    assert "1 page " in capsys.readouterr().err


def test_without_an_output_the_page_is_shown(page, config, capsys):
    assert main(["read", page, "-c", config]) == 0
    assert "全市安全生产工作会议召开" in capsys.readouterr().out


def test_a_bad_input_is_reported_and_the_rest_is_read(page, config, tmp_path, capsys):
    (tmp_path / "empty.txt").write_text("")

    assert main(["read", str(tmp_path / "empty.txt"), page, "-c", config, "-o", "-"]) == 2

    captured = capsys.readouterr()
    assert json.loads(captured.out)["doc_id"] == "page"
    assert captured.err.startswith(f"yaowen: {tmp_path / 'empty.txt'}: the text is empty; ")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["read", "PAGE", "--issue-date", "14.10.2024"], "yaowen: '14.10.2024' is not a day; write it as 2024-10-14"),
        (["read", "PAGE", "-c", "nowhere.toml"], "yaowen: nowhere.toml: no such file"),
        (["run", "nowhere.toml"], "yaowen: nowhere.toml: no such file"),
    ],
)
def test_what_the_user_can_mend_is_one_line_and_exit_code_2(arguments, says, page, capsys):
    assert main([page if argument == "PAGE" else argument for argument in arguments]) == 2

    error = capsys.readouterr().err
    assert error.startswith(says)
    assert error.count("\n") == 1


def test_the_schema_is_printed_as_json(capsys):
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Document"


def test_the_module_runs_from_the_command_line():
    done = subprocess.run([sys.executable, "-m", "yaowen", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"yaowen {__version__}\n"


def test_importing_yaowen_is_light():
    heavy = "{'lxml', 'numpy', 'pypdfium2', 'spacy', 'onnxruntime', 'torch', 'pydantic', 'rich'}"
    code = f"import yaowen, sys; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_the_text_of_a_page_is_what_its_sources_count_in(tmp_path, config, capsys):
    pytest.importorskip("lxml")
    (tmp_path / "page.html").write_text("<h1>全市安全生产工作会议召开</h1><p>市长李建国出席并讲话。</p>")
    page = str(tmp_path / "page.html")
    assert main(["text", page]) == 0
    text = capsys.readouterr().out
    assert text == "全市安全生产工作会议召开\n\n市长李建国出席并讲话。\n"

    assert main(["text", page, "-o", str(tmp_path / "texts.jsonl")]) == 0
    assert main(["read", page, "-c", config, "-o", str(tmp_path / "out.jsonl")]) == 0
    row = json.loads((tmp_path / "texts.jsonl").read_text("utf-8"))
    document = parse_document((tmp_path / "out.jsonl").read_text("utf-8"))
    assert row == {"id": document.doc_id, "sha256": document.sha256, "text": text}
    assert document.source_kind == "html"
    mentions = document.articles[0].mentions
    assert {(mention.text, "".join(text[start:end] for start, end in mention.source)) for mention in mentions} == {
        ("市长", "市长"),
        ("李建国", "李建国"),
    }


def test_texts_of_several_pages_are_parted_by_form_feeds(tmp_path, page, capsys):
    (tmp_path / "empty.txt").write_text("")
    assert main(["text", page, str(tmp_path / "empty.txt"), page]) == 2
    captured = capsys.readouterr()
    assert captured.out == f"{PAGE}\f{PAGE}"
    assert "empty.txt: the text is empty" in captured.err
