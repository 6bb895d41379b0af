import codecs
import json
import os

import pytest

from yaowen.errors import InputError
from yaowen.load.files import LoadFiles
from yaowen.schema import SourceKind

TEXT = "全市安全生产工作会议召开\r\n市长李建国出席。"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16 with a mark", "utf-16-le", "utf-16-be", "gb18030"],
)
def test_encodings_are_recognised_and_line_ends_are_line_feeds(tmp_path, data):
    (tmp_path / "page.txt").write_bytes(data)

    (page,) = LoadFiles()([str(tmp_path / "page.txt")])

    assert (page.name, page.raw) == ("page", TEXT.replace("\r\n", "\n"))


def test_a_declared_encoding_is_tried_before_utf8(tmp_path):
    (tmp_path / "page.txt").write_bytes("報紙".encode("big5"))

    (page,) = LoadFiles(encoding="big5")([str(tmp_path / "page.txt")])

    assert page.raw == "報紙"


def test_a_folder_gives_its_files_in_order_named_by_their_paths(tmp_path):
    for name in ("2024/b.txt", "2024/a.md", "notes.doc", "2023/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)

    assert [page.name for page in LoadFiles()([str(tmp_path)])] == ["2023/c", "2024/a", "2024/b"]
    assert [page.name for page in LoadFiles()([str(tmp_path / "*" / "*.txt")])] == ["2023/c", "2024/b"]


def test_an_issue_in_one_text_file_is_one_document(tmp_path):
    text = "云岭日报\n会议召开。\n\f\n \f要闻\n比赛开幕。\n\f"
    (tmp_path / "issue.txt").write_text(text, "utf-8")

    (page,) = LoadFiles()([str(tmp_path)])

    assert (page.name, page.raw) == ("issue", text)


def test_one_input_may_be_given_alone_and_as_a_path(tmp_path):
    (tmp_path / "a.txt").write_text("全市春耕会议召开", "utf-8")
    path = tmp_path / "a.txt"
    for inputs in (path, str(path), [path]):
        (page,) = LoadFiles()(inputs)
        assert (page.name, page.uri) == ("a", str(path))


def test_json_lines_are_a_page_each_and_a_bad_line_does_not_stop_the_rest(tmp_path):
    rows = [json.dumps({"id": "p1", "text": TEXT}), "{oops", json.dumps({"title": "x"}), json.dumps({"text": TEXT})]
    (tmp_path / "pages.jsonl").write_text("\n".join(rows))

    read = list(LoadFiles()([str(tmp_path / "pages.jsonl")]))

    assert [page.name for page in read if not isinstance(page, InputError)] == ["p1", "pages-4"]
    errors = [str(error) for error in read if isinstance(error, InputError)]
    assert [error.split(": ")[0].rsplit("/")[-1] for error in errors] == ["pages.jsonl:2", "pages.jsonl:3"]
    assert "not a line of JSON" in errors[0]
    assert "has no text in 'text'" in errors[1]


@pytest.mark.parametrize(("given", "name"), [("p1", "p1"), (0, "0"), (None, "pages-1"), ("", "pages-1")])
def test_a_line_without_a_name_is_named_by_its_number(tmp_path, given, name):
    (tmp_path / "pages.jsonl").write_text(json.dumps({"id": given, "text": TEXT}))

    (page,) = LoadFiles()(tmp_path / "pages.jsonl")

    assert page.name == name


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xff\xfe\xff", "byte 2 is not utf-16"),
        (b"abc\x81", "byte 3 is neither UTF-8 nor GB18030"),
        ("春耕会议今天在云岭召开".encode()[:-1], "byte 30 is damaged, all before it is UTF-8"),
        (b"\x1f\x8b\x08\0", "a compressed file; unpack it"),
        (b" \n ", "the text is empty"),
        (b"%PDF-1.7", "a PDF; give it as a file whose name ends in .pdf"),
        (b"PK\x03\x04\x14\0word/document.xml", "a Word file or an archive; save it as text"),
        (rb"{\rtf1\ansi \'c8\'ab}", "rich text; save it as plain text"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture; recognise its text first"),
        ("长".encode() * 11, "11 characters; split it"),
    ],
)
def test_what_cannot_be_read_says_why_and_what_to_do(tmp_path, data, says):
    (tmp_path / "bad.txt").write_bytes(data)
    (tmp_path / "good.txt").write_text("会议召开。")

    bad, good = LoadFiles(max_chars=10)([str(tmp_path)])

    assert isinstance(bad, InputError)
    assert str(bad).startswith(f"{tmp_path / 'bad.txt'}: ")
    assert says in str(bad)
    assert good.raw == "会议召开。"


def test_a_folder_without_pages_and_a_missing_file_are_errors(tmp_path):
    nothing, missing = LoadFiles()([str(tmp_path), str(tmp_path / "no.txt")])

    assert "nothing to read there" in str(nothing)
    assert "no such file or folder" in str(missing)


def test_no_name_is_no_folder():
    (error,) = LoadFiles()([""])

    assert str(error) == "'': names no file or folder; write . for the folder you are in"


def test_what_a_browser_saves_beside_a_page_is_no_page(tmp_path):
    for name in ("要闻.html", "要闻_files/frame.html", "要闻_files/a/style.css", "other_files/page.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<p>会议召开。")

    assert [name for name, _ in LoadFiles().find(str(tmp_path))] == ["other_files/page", "要闻"]
    assert [name for name, _ in LoadFiles().find(str(tmp_path / "**" / "*.html"))] == ["要闻"]
    assert LoadFiles().count_unread([str(tmp_path)]) == {}


def test_documents_of_ours_are_no_pages_and_said_once(tmp_path):
    line = json.dumps({"doc_id": "p1", "source_kind": "web_text", "sha256": "", "articles": []})
    (tmp_path / "out.jsonl").write_text(f"{line}\n" * 3)

    (error,) = LoadFiles()([str(tmp_path)])

    assert str(error) == f"{tmp_path / 'out.jsonl'}: documents that yaowen wrote, no pages; keep them in another folder"


def test_a_folder_that_may_not_be_looked_into_is_an_error(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("会议召开。")
    (tmp_path / "closed").mkdir()
    look = os.scandir

    def look_in(path):
        if str(path).endswith("closed"):  # root, who runs tests in a container, may look everywhere
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", look_in)
    closed, page = LoadFiles()([str(tmp_path)])

    assert str(closed) == f"{tmp_path / 'closed'}: cannot be read (Permission denied)"
    assert page.name == "a"


def test_a_folder_given_alone_that_may_not_be_looked_into_is_one_error(tmp_path, monkeypatch):
    def look(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", look)

    assert [str(error) for error in LoadFiles()([str(tmp_path)])] == [f"{tmp_path}: cannot be read (Permission denied)"]


def test_a_text_given_for_a_file_is_an_error_like_others(tmp_path):
    (tmp_path / "a.txt").write_text("会议召开。")
    error, page = LoadFiles()(["全市春耕会议召开。" * 50, str(tmp_path / "a.txt")])

    assert str(error).endswith("cannot be read (File name too long)")
    assert page.name == "a"


def test_what_is_far_too_long_is_never_held(tmp_path):
    (tmp_path / "a.txt").write_text("会议" * 600)
    lines = [
        '{"text": "' + "会" * 3000 + '"}',
        '{"text": "会议"}',
        '{"id": ' + "9" * 5000 + ', "text": "会议"}',
        "",
        '{"text": "会"}',
    ]
    (tmp_path / "b.jsonl").write_text("\n".join(lines), "utf-8")

    a, first, second, third, fourth = LoadFiles(max_chars=400)([str(tmp_path)])

    assert str(a).endswith("a.txt: far more than 400 characters; split it, or raise max_chars in [load]")
    assert str(first).endswith("b.jsonl:1: far more than 400 characters; split it, or raise max_chars in [load]")
    assert [page.raw for page in (second, fourth)] == ["会议", "会"]
    assert "b.jsonl:3: not a line of JSON" in str(third)


MARKUP = "<!DOCTYPE html>\n<meta charset={}><title>雲嶺日報</title><h1>會議召開</h1><p>市長出席。</p>"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("page.html", MARKUP.format("utf-8").encode()),
        ("page.htm", codecs.BOM_UTF8 + MARKUP.format("gb2312").encode()),
        ("page.HTML", MARKUP.format("gb2312").encode("gb18030")),
        ("page.html", MARKUP.format("gb2312").encode()),
        ("page.html", MARKUP.format("'Big5'").encode("big5")),
        ("page.xhtml", MARKUP.format("x").encode("utf-16")),
        ("page.html", b"<p>" + "會議召開<p>市長出席。".encode("gb18030")),
        ("page.txt", b" \n" + MARKUP.format("utf-8").encode()),
    ],
    ids=["utf-8", "mark", "gb18030", "converted to utf-8", "big5", "utf-16", "nothing declared", "another suffix"],
)
def test_html_is_decoded_and_read_as_a_web_page(tmp_path, name, data):
    pytest.importorskip("lxml")
    (tmp_path / name).write_bytes(data)

    (page,) = LoadFiles()([str(tmp_path)])

    assert (page.name, page.raw, page.kind) == ("page", "會議召開\n\n市長出席。\n", SourceKind.HTML)


def test_html_with_no_text_or_too_much_says_so(tmp_path):
    pytest.importorskip("lxml")
    (tmp_path / "a.html").write_text("<title>云岭日报</title><script>会议</script>")
    (tmp_path / "b.html").write_text("<p>" + "会" * 11)
    (tmp_path / "c.html").write_text("<p>" + "<i>" * 100)

    empty, long, larger = map(str, LoadFiles(max_chars=10)([str(tmp_path)]))

    assert "a.html: the text is empty" in empty
    assert "b.html: 12 characters" in long
    assert "c.html: far more than 10 characters" in larger


def test_a_pdf_that_is_too_large_is_not_opened(tmp_path):
    (tmp_path / "a.pdf").write_bytes(bytes((1 << 20) + 1))

    (error,) = LoadFiles(max_mb=1)([str(tmp_path)])

    assert str(error).endswith("a.pdf: larger than 1 MB; split it, or raise max_mb in [load]")


def test_a_kind_that_is_set_is_kept(tmp_path):
    pytest.importorskip("lxml")
    (tmp_path / "page.html").write_text("<p>会议召开。")

    (page,) = LoadFiles(kind=SourceKind.OCR_MARKDOWN)([str(tmp_path)])

    assert page.kind == SourceKind.OCR_MARKDOWN
