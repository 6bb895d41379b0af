import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from batch.runs import make_run, read_lines, read_manifest, start
from load.pdfs import make_pdf
from yaowen.cli import main
from yaowen.schema import parse_document

posix = pytest.mark.skipif(os.name == "nt", reason="signals and limits of POSIX")


def outputs(folder):
    files = (path for path in sorted((folder / "out").rglob("*")) if path.suffix in {".jsonl", ".csv"})
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def doc_ids(folder):
    return [document["doc_id"] for document in read_lines(folder / "out" / "documents.jsonl")]


def test_a_second_run_reads_only_what_has_changed(tmp_path, capsys):
    config = make_run(tmp_path, {f"{n}.txt": f"第{n}次会议召开。" for n in range(5)})
    assert main(["run", config]) == 0
    first = outputs(tmp_path)
    assert main(["run", config]) == 0
    assert read_manifest(tmp_path)["skipped"] == 5
    assert outputs(tmp_path) == first

    (tmp_path / "pages" / "3.txt").write_text("另一次会议召开。")
    assert main(["run", config]) == 0
    assert read_manifest(tmp_path)["skipped"] == 4
    assert "另一次会议" in (tmp_path / "out" / "documents.jsonl").read_text("utf-8")

    assert main(["run", config, "--set", 'entities=[{use="lexicon"}]']) == 0
    assert read_manifest(tmp_path)["skipped"] == 0
    assert main(["run", config, "--set", 'entities=[{use="lexicon"}]', "--set", "load.kind='pdf_text'"]) == 0
    assert read_manifest(tmp_path)["skipped"] == 0
    assert main(["run", config, "--set", 'entities=[{use="lexicon"}]', "--set", "load.kind='pdf_text'", "--fresh"]) == 0
    assert read_manifest(tmp_path)["skipped"] == 0


@posix
def test_another_process_knows_what_the_default_stages_have_read(tmp_path):
    """Functions among the stages have an address, which differs between processes."""
    config = make_run(
        tmp_path, {"a.txt": "会议召开。"}, stages="facts = [{ use = 'persons' }]\n[[entities]]\nuse = 'lexicon'\n"
    )
    for _ in range(2):
        assert start(config).wait() == 0
    assert read_manifest(tmp_path)["skipped"] == 1


def test_a_run_is_the_same_from_any_folder(tmp_path, monkeypatch):
    config = make_run(tmp_path, {"a.txt": "会议召开。"})
    assert main(["run", config]) == 0
    first = outputs(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["run", "c.toml"]) == 0
    assert read_manifest(tmp_path)["skipped"] == 1
    assert outputs(tmp_path) == first
    assert json.loads(first["out/documents.jsonl"])["source_uri"] == "pages/a.txt"


def test_inputs_that_vanish_leave_the_output_and_come_back_known(tmp_path):
    config = make_run(tmp_path, {"a.txt": "会议召开。", "b.txt": "另一次会议召开。"})
    assert main(["run", config]) == 0
    (tmp_path / "pages" / "a.txt").rename(tmp_path / "elsewhere")
    assert main(["run", config]) == 0
    assert doc_ids(tmp_path) == ["b"]
    (tmp_path / "elsewhere").rename(tmp_path / "pages" / "a.txt")
    assert main(["run", config]) == 0
    assert doc_ids(tmp_path) == ["a", "b"]
    assert read_manifest(tmp_path)["skipped"] == 2


def test_where_there_is_nothing_to_read_the_output_stays(tmp_path, capsys):
    config = make_run(tmp_path, {"a.txt": "会议召开。"})
    assert main(["run", config]) == 0
    (tmp_path / "pages").rename(tmp_path / "not mounted")
    assert main(["run", config]) == 2
    assert "no such file or folder" in capsys.readouterr().err.splitlines()[-1]
    assert doc_ids(tmp_path) == ["a"]


def test_an_input_that_is_not_there_is_told_once(tmp_path, capsys):
    config = make_run(tmp_path, {"a.txt": "会议召开。"}, run="inputs = ['nowhere', 'none']")
    assert main(["run", config]) == 2
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(": no such file")[0].rpartition("/")[2] for line in told] == ["yaowen: nowhere", "none"]
    assert main(["run", config, "--set", "run.inputs=['nowhere', 'pages', 'none']"]) == 2
    *told, summary = capsys.readouterr().err.splitlines()
    assert [line.partition(": no such file")[0] for line in told] == ["yaowen: nowhere", "yaowen: none"]
    assert summary.startswith("1 document, 2 quarantined, 5 characters in ")


def test_an_input_named_twice_is_read_once(tmp_path):
    config = make_run(tmp_path, {"a.txt": "会议召开。"}, run="inputs = ['pages', 'pages/a.txt', './pages/*.txt']")
    assert main(["run", config]) == 0
    manifest = read_manifest(tmp_path)
    assert (manifest["documents"], manifest["repeated"]) == (1, 2)


def test_documents_of_one_name_get_names_of_their_own(tmp_path):
    pages = {
        "x/01.txt": "甲会召开。",
        "y/01.txt": "乙会召开。",
        "y/01.md": "丙会召开。",
        "z.jsonl": '{"id":"01","text":"丁会召开。"}\n' * 2,
    }
    config = make_run(tmp_path, pages, run="inputs = ['pages/x', 'pages/y', 'pages/z.jsonl']")
    assert main(["run", config]) == 0
    assert doc_ids(tmp_path) == ["01", "01~2", "01~3", "01~4", "01~5"]
    assert main(["run", config]) == 0
    assert read_manifest(tmp_path)["skipped"] == 5


def test_files_that_are_no_pages_by_their_names_are_told_and_counted(tmp_path, capsys):
    config = make_run(
        tmp_path, {"a.txt": "会议召开。", "b.docx": "PK", "x/c.docx": "PK", "d.rtf": "{"}, "inputs = ['pages', 'pages/*']"
    )
    for _ in range(2):
        assert main(["run", config]) == 0
        assert "yaowen: 3 files not read: 2 .docx, 1 .rtf; " in capsys.readouterr().err
        assert read_manifest(tmp_path)["unread"] == {".docx": 2, ".rtf": 1}


def test_an_output_among_the_inputs_is_no_input(tmp_path):
    config = make_run(
        tmp_path, {"a.txt": "会议召开。", "b.txt": " "}, sinks="[[sinks]]\nuse = 'jsonl'\n[[sinks]]\nuse = 'csv'\n"
    )
    for _ in range(3):
        assert main(["run", config, "--set", 'run.inputs=["."]', "--set", 'run.output="pages/out"']) == 2
    manifest = json.loads((tmp_path / "pages" / "out" / "manifest.json").read_text("utf-8"))
    assert (manifest["documents"], manifest["quarantined"], manifest["unread"]) == (1, 1, {".toml": 1})


def test_the_summary_names_the_file_of_what_was_given_up(tmp_path, capsys):
    config = make_run(tmp_path, {"a.txt": "会议召开。", "b.txt": "会议召开，" * 1_500_000}, "page_seconds = 0.3")
    with (tmp_path / "c.toml").open("a") as file:
        file.write("\n[load]\nmax_chars = 9000000\n")
    for _ in range(2):
        assert main(["run", config]) == 2
        assert capsys.readouterr().err.splitlines()[-1].endswith(f" {tmp_path / 'out' / 'quarantine.jsonl'}")
    (tmp_path / "pages" / "b.txt").unlink()
    assert main(["run", config]) == 0
    assert "quarantine.jsonl" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "setting", ["facts=[{use='nope'}]", "segmant.use='gaps'", "segment=3", "entities=[]", "entities=[{use='repeated'}]"]
)
def test_errors_of_a_config_name_its_file(setting, tmp_path, capsys):
    config = make_run(tmp_path, {"a.txt": "会议召开。"})
    assert main(["run", config, "--set", setting]) == 2
    assert capsys.readouterr().err.startswith(f"yaowen: {config}: ")


POISON = {
    "a.txt": b"\x81\xff\x81",
    "b.txt": b"",
    "c.jsonl": '{"id": "\\ud800", "text": "会议\\ud800\\u0000召开。"}',
    "d.txt": "会议召开。" * 2_000_000,
    "e.txt": "会\0议召开。",
    "f.txt": "会" * 1_000_000,
    os.fsdecode(b"g\xff.txt"): "会议召开。",
    "h.txt": "会议召开。",
}


@posix
def test_inputs_are_documents_and_quarantined(tmp_path):
    every_sink = "\n".join(f"[[sinks]]\nuse = '{use}'" for use in ("jsonl", "duckdb", "parquet", "csv"))
    config = make_run(tmp_path, POISON, "page_seconds = 120", every_sink)

    assert main(["run", config]) == 2

    documents, quarantined = (read_lines(tmp_path / "out" / f"{name}.jsonl") for name in ("documents", "quarantine"))
    assert [document["doc_id"] for document in documents] == ["\\ud800", "e", "f", "g\\udcff", "h"]
    assert documents[0]["articles"][0]["text"] == "会议\ud800\0召开。\n"
    assert [(record["uri"], record["stage"]) for record in quarantined] == [(f"pages/{name}.txt", "load") for name in "abd"]
    manifest = read_manifest(tmp_path)
    assert (manifest["documents"], manifest["quarantined"]) == (5, 3)
    assert [output["name"] for output in manifest["outputs"]] == ["documents.jsonl", "yaowen.duckdb", "parquet", "csv"]


def test_pages_of_pdf_and_html_files_are_inputs_like_others(tmp_path):
    pytest.importorskip("lxml")
    pytest.importorskip("pypdfium2")
    pages = {
        "a.pdf": make_pdf([(40, 700, "会议召开。")], [], [(40, 700, "会议闭幕。")]),
        "b.html": "<p>会议召开。",
        "c.pdf": b"%PDF-1.7",
        "d.txt": "会议召开。",
    }
    config = make_run(tmp_path, pages)
    for _ in range(2):
        assert main(["run", config]) == 2
        assert doc_ids(tmp_path) == ["a-1", "a-3", "b", "d"]
        documents = read_lines(tmp_path / "out" / "documents.jsonl")
        assert [document["source_kind"] for document in documents] == ["pdf", "pdf", "html", "web_text"]
        assert documents[1]["source_uri"] == "pages/a.pdf:3"
        quarantined = read_lines(tmp_path / "out" / "quarantine.jsonl")
        assert [(record["uri"], record["stage"]) for record in quarantined] == [
            ("pages/a.pdf:2", "load"),
            ("pages/c.pdf", "load"),
        ]
    assert read_manifest(tmp_path)["skipped"] == 4


def test_a_page_of_the_same_text_in_other_sizes_is_read_again(tmp_path):
    pytest.importorskip("pypdfium2")
    config = make_run(tmp_path, {"a.pdf": make_pdf([(40, 700, "会议召开", 20), (40, 670, "会议昨日召开。")])})
    assert main(["run", config]) == 0
    (tmp_path / "pages" / "a.pdf").write_bytes(make_pdf([(40, 700, "会议召开", 30), (40, 670, "会议昨日召开。")]))
    for skipped in (0, 1):
        assert main(["run", config]) == 0
        assert read_manifest(tmp_path)["skipped"] == skipped


def test_the_manifest_says_what_was_read_with_what(tmp_path):
    config = make_run(tmp_path, {"a.txt": "会议召开。", "b.txt": "另一次会议召开。"})
    assert main(["run", config]) == 0
    manifest = read_manifest(tmp_path)
    assert manifest["characters"] == 13
    assert set(manifest["stage_seconds"]) == {"imprint", "dehyphenate", "segment", "entities", "record"}
    assert all(seconds >= 0 for seconds in manifest["stage_seconds"].values())
    assert "duckdb" in manifest["libraries"]
    assert manifest["outputs"][0]["bytes"] == (tmp_path / "out" / "documents.jsonl").stat().st_size
    hashes = {key: manifest[key] for key in manifest if key.endswith("_sha256")}
    assert main(["run", config]) == 0
    assert {key: read_manifest(tmp_path)[key] for key in hashes} == hashes
    (tmp_path / "pages" / "b.txt").write_text("第三次会议召开。")
    assert main(["run", config]) == 0
    changed = {key for key in hashes if read_manifest(tmp_path)[key] != hashes[key]}
    assert changed == {"inputs_sha256"}


def test_what_was_given_up_is_read_again_on_request_and_under_other_limits(tmp_path):
    config = make_run(tmp_path, {"a.txt": "会议召开。", "b.txt": "会议召开，" * 1_500_000}, "page_seconds = 0.3")
    with (tmp_path / "c.toml").open("a") as file:
        file.write("\n[load]\nmax_chars = 9000000\n")
    assert main(["run", config]) == 2
    (record,) = read_lines(tmp_path / "out" / "quarantine.jsonl")
    assert (record["uri"], record["stage"]) == ("pages/b.txt", "time")
    assert main(["run", config]) == 2
    assert read_manifest(tmp_path)["skipped"] == 2
    assert main(["run", config, "--retry"]) == 2
    assert read_manifest(tmp_path)["skipped"] == 1
    assert main(["run", config, "--set", "run.page_seconds=100"]) == 0
    assert doc_ids(tmp_path) == ["a", "b"]


def test_an_output_in_use_is_left_alone(tmp_path, capsys):
    config = make_run(tmp_path, {"a.txt": "会议召开。"})
    assert main(["run", config]) == 0
    other = sqlite3.connect(tmp_path / "out" / "ledger" / "ledger.sqlite")
    other.execute("begin immediate")
    assert main(["run", config]) == 2
    assert "in use by another run" in capsys.readouterr().err.splitlines()[-1]


def test_a_ledger_that_is_none_is_said_to_be(tmp_path, capsys):
    config = make_run(tmp_path, {"a.txt": "会议召开。"})
    (tmp_path / "out" / "ledger").mkdir(parents=True)
    (tmp_path / "out" / "ledger" / "ledger.sqlite").write_bytes(b"something else" * 1000)
    assert main(["run", config]) == 2
    assert "not a ledger; delete it" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("setting", "says"),
    [
        ("entities=[{use='spacy', model='no_such_model'}]", "yaowen: no_such_model: spaCy cannot load it"),
        ("run.inputs=[]", """[run] has no 'inputs'; write inputs = ["pages"]"""),
        ("run.inputs=3", "[run]: inputs: Input should be a valid tuple"),
        ("run.output=''", """[run] has no 'output'; write output = "out\""""),
        ("run.workers=0", "[run] workers must be more than 0"),
        ("run.workers=-2", "[run] workers must be more than 0"),
        ("run.page_seconds=-1", "[run] page_seconds must be more than 0"),
        ("run.page_seconds=nan", "[run] page_seconds must be more than 0"),
        ("run.memory_mb=0", "[run] memory_mb must be more than 0"),
        ("run.sinks=['csv']", "[run] has 'sinks', which are tables of their own; write [[sinks]]"),
        ("run.folder='elsewhere'", "[run] has no setting 'folder'; choose from ['inputs', 'output', 'engine', "),
        ("sinks=[{use='jsonl', name='../d.jsonl'}]", "name = '../d.jsonl' must be a plain file name"),
        ("sinks=[{use='duckdb', name='/tmp/d.duckdb'}]", "must be a plain file name"),
        ("sinks=[{use='csv', name='a\\b'}]", "must be a plain file name"),
        ("sinks=[{use='parquet', name='..'}]", "must be a plain file name"),
        ("sinks=[{use='jsonl', name=''}]", "must be a plain file name"),
        ("sinks=[{use='jsonl', name='manifest.json'}]", "none of ['ledger', 'manifest.json', 'quarantine.jsonl']"),
        ("sinks=[{use='jsonl', name='Quarantine.jsonl'}]", "must be a plain file name"),
        ("sinks=[{use='csv', name='ledger'}]", "must be a plain file name"),
        ("run.memory_mb=40", "memory_mb = 40 in [run] leaves no room"),
        ("sinks=[{use='jsonl', name=3}]", "name: Input should be a valid string"),
        ("sinks=[{use='postgres', url_from='NO_SUCH_VARIABLE'}]", "NO_SUCH_VARIABLE"),
    ],
)
def test_what_no_page_can_be_read_with_is_one_line(setting, says, tmp_path, capfd):
    config = make_run(tmp_path, {"a.txt": "会议召开。"})
    assert main(["run", config, "--set", setting]) == 2
    said = capfd.readouterr().err.splitlines()
    assert says in said[-1]
    assert not any("Traceback" in line for line in said)


@posix
def test_a_full_disk_is_said_and_what_was_read_is_kept(tmp_path):
    """A limit on the size of files refuses what a full disk would."""
    config = make_run(tmp_path, {f"{n:02}.txt": "会议召开。" * 9000 for n in range(20)})
    limited = f"ulimit -f 300; exec {sys.executable} -m yaowen run {config}"
    from batch.runs import ENVIRONMENT

    full = subprocess.run(["bash", "-c", limited], env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert full.returncode == 2
    assert "cannot be written (" in full.stderr.splitlines()[-1]
    assert "Traceback" not in full.stderr
    assert not (tmp_path / "out" / "documents.jsonl").exists()
    assert not list((tmp_path / "out").glob(".*.part"))
    assert main(["run", config]) == 0
    assert read_manifest(tmp_path)["documents"] == 20


@posix
def test_ctrl_c_ends_all_and_keeps_what_was_read(tmp_path):
    pages = {f"{n:03}.txt": f"第{n}次会议召开。" * 1500 for n in range(200)}
    config = make_run(tmp_path, pages, "workers = 2")
    process = start(config, stderr=subprocess.PIPE, text=True)
    ledger = tmp_path / "out" / "ledger" / "ledger.sqlite-wal"
    while not ledger.exists() or ledger.stat().st_size < 100_000:
        assert process.poll() is None
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does it: to all
    said = process.communicate(timeout=60)[1]
    assert (process.returncode, said.splitlines()[-1]) == (130, "yaowen: interrupted")
    assert "Traceback" not in said
    assert _all_gone(process.pid)
    assert 0 < _count(tmp_path / "out" / "ledger" / "ledger.sqlite") < 200


@posix
def test_a_run_killed_at_twenty_moments_ends_with_the_same_bytes(tmp_path):
    pages = {f"{n:03}.txt": f"第{n}次会议\n\n本报讯 会议召开。市长李建国出席。" * 20 for n in range(250)} | {"bad.txt": b""}
    sinks = "[[sinks]]\nuse = 'jsonl'\n[[sinks]]\nuse = 'csv'"
    undisturbed, killed = (make_run(tmp_path / name, pages, "workers = 2", sinks) for name in ("undisturbed", "killed"))
    started = time.monotonic()
    assert start(undisturbed, stderr=subprocess.DEVNULL).wait() == 2
    length = time.monotonic() - started

    moments, half_full = random.Random(20240101), 0
    ledger = tmp_path / "killed" / "out" / "ledger" / "ledger.sqlite"
    for nth in range(20):
        process = start(killed, stderr=subprocess.DEVNULL)
        if nth % 2:
            time.sleep(moments.uniform(0, length))
        else:  # a moment at which pages are being noted, however slow the machine is
            _wait_for_commits(process, ledger.with_name("ledger.sqlite-wal"), moments.randrange(1, 12))
        # Only the run: its workers must see for themselves that it has ended.
        process.kill()
        process.wait()
        half_full += 0 < _count(ledger) < len(pages)
    assert half_full > 0
    assert start(killed, stderr=subprocess.DEVNULL).wait() == 2

    assert outputs(tmp_path / "killed") == outputs(tmp_path / "undisturbed")
    documents = [parse_document(line) for line in (tmp_path / "killed/out/documents.jsonl").read_text("utf-8").splitlines()]
    assert len(documents) == 250
    assert not list((tmp_path / "killed" / "out").glob(".*"))


def _all_gone(group):
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def _wait_for_commits(process, log, times):
    before = None
    while times and process.poll() is None:
        now = log.stat().st_mtime_ns if log.exists() else None
        times -= now != before
        before = now
        time.sleep(0.005)


def _count(ledger):
    if not ledger.exists():
        return 0
    with closing(sqlite3.connect(ledger)) as connection:
        tables = connection.execute("select count(*) from sqlite_master where name = 'pages'").fetchone()[0]
        return tables and connection.execute("select count(*) from pages").fetchone()[0]
