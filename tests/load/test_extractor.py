import os
import subprocess
import sys

import pytest

from load.pdfs import make_pdf
from yaowen.errors import InputError
from yaowen.load import extractor
from yaowen.load.extractor import Extractor
from yaowen.load.files import LoadFiles
from yaowen.schema import SourceKind

pytest.importorskip("lxml")

PAGE = [(40, 700, "栾河大堤昨日完工。")]
BADLY = """
import ctypes, os, sys
sys.path[:] = sys.argv[1:]
from yaowen.load import textlayer as layer
read_page = layer.read_page
def badly(document, index, max_chars):
    sheet = read_page(document, index, max_chars)
    text = sheet.text
    {do}
    return sheet
layer.read_page = badly
from yaowen.load.extractor import serve
serve()
"""
"""The process of an extractor that does something bad on some pages."""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.pdf").write_bytes(make_pdf(PAGE, PAGE, [(40, 700, "坏了的一页")], PAGE))
    (tmp_path / "b.pdf").write_bytes(make_pdf(PAGE))
    (tmp_path / "c.html").write_text("<h1>栾河</h1><p>大堤完工。", "utf-8")
    return tmp_path


def read(folder, **settings):
    return [
        str(page).removeprefix(f"{folder}/") if isinstance(page, InputError) else (page.name, page.raw, page.kind)
        for page in LoadFiles(**settings)([str(folder)])
    ]


def test_files_of_all_kinds_are_read_by_one_process(folder, monkeypatch):
    started = []
    popen = subprocess.Popen
    monkeypatch.setattr(extractor.subprocess, "Popen", lambda *given, **how: started.append(1) or popen(*given, **how))
    text = "栾河大堤昨日完工。\n"
    assert read(folder) == [
        *((f"a-{number}", "坏了的一页\n" if number == 3 else text, SourceKind.PDF) for number in (1, 2, 3, 4)),
        ("b", text, SourceKind.PDF),
        ("c", "栾河\n\n大堤完工。\n", SourceKind.HTML),
    ]
    assert len(started) == 1


# The first one sleeps as native code may: nothing of Python can run meanwhile.
@pytest.mark.parametrize(
    ("do", "says"),
    [
        ("if '坏' in text: ctypes.PyDLL(None).sleep(60)", "took more than 10 s; raise page_seconds in [load]"),
        ("if '坏' in text: os.abort()", "crashed what reads it"),
        ("if '坏' in text: raise MemoryError", "needs more than 2 GiB of memory"),
        ("if '坏' in text: text[9]", "not read, a defect of ours (IndexError('string index out of range')); please report it"),
    ],
    ids=["hangs", "dies", "eats", "fails"],
)
def test_a_page_that_goes_wrong_costs_no_other_file(do, says, folder, monkeypatch):
    monkeypatch.setattr(extractor, "START", BADLY.format(do=do))
    first, second, bad, *others = read(folder, page_seconds=10 if "sleep" in do else 60)
    assert (first[0], second[0]) == ("a-1", "a-2")
    assert bad.startswith(f"a.pdf:3: {says}")
    assert bad.endswith("; the rest of the file is left out")
    assert [name for name, *_ in others] == ["b", "c"]


def test_a_process_that_does_not_even_start_is_not_called_slow(folder, monkeypatch):
    monkeypatch.setattr(extractor, "START", "raise SystemExit(1)")
    assert read(folder)[1] == "b.pdf: crashed what reads it"


def test_who_stops_reading_leaves_no_process(folder):
    with Extractor(60) as extract:
        texts = extract("a.pdf", pdf=str(folder / "a.pdf"), max_chars=100, max_pages=9)
        next(texts)
        process = extract.process
        texts.close()
        assert process.poll() is not None
        number, sheet = next(extract("b.pdf", pdf=str(folder / "b.pdf"), max_chars=100, max_pages=9))
        assert (number, sheet.text) == (0, "栾河大堤昨日完工。\n")


def test_how_rows_are_printed_comes_with_the_page(folder):
    *_, pdf, html = LoadFiles()([str(folder)])
    (row,) = pdf.printed
    assert (pdf.raw[row.start : row.end], row.size, row.box is not None) == ("栾河大堤昨日完工。", 1.0, True)
    assert [(html.raw[row.start : row.end], row.size, row.box) for row in html.printed] == [("栾河", 2.0, None)]


def test_what_is_not_installed_is_named_with_its_extra(folder, monkeypatch):
    hidden = "import sys; sys.modules['pypdfium2'] = sys.modules['lxml'] = None\n"
    monkeypatch.setattr(extractor, "START", hidden + extractor.START)
    assert read(folder) == [
        "a.pdf: reading it needs pypdfium2; pip install 'yaowen[pdf]'",
        "b.pdf: reading it needs pypdfium2; pip install 'yaowen[pdf]'",
        "c.html: reading it needs lxml; pip install 'yaowen[html]'",
    ]


def test_what_lies_in_the_working_directory_is_not_run(folder, monkeypatch):
    (folder / "json.py").write_text("raise SystemExit('run')")
    (folder / "pypdfium2.py").write_text("raise SystemExit('run')")
    monkeypatch.chdir(folder)
    code = "from yaowen.load.files import LoadFiles; print(*(page.name for page in LoadFiles()(['b.pdf'])))"
    path = os.pathsep.join(filter(None, sys.path))
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True, check=True
    )
    assert done.stdout == "b\n"
