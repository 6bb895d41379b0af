import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from yaowen.cli import main
from yaowen.schema import parse_document

STAGES = "[[entities]]\nuse = 'lexicon'\nwords = { '李建国' = 'PERSON' }\n"


def make_run(folder, pages, extra=""):
    (folder / "pages").mkdir(parents=True)
    for name, text in pages.items():
        (folder / "pages" / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    (folder / "c.toml").write_text(f"[run]\ninputs = ['pages']\noutput = 'out'\n{extra}\n{STAGES}")
    return str(folder / "c.toml")


def read_lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_second_run_reads_only_what_has_changed(tmp_path, capsys):
    config = make_run(tmp_path, {f"{n}.txt": f"第{n}次会议召开。" for n in range(5)})
    assert main(["run", config]) == 0
    first = (tmp_path / "out" / "documents.jsonl").read_bytes()
    capsys.readouterr()

    assert main(["run", config]) == 0
    assert "5 documents (5 read before)" in capsys.readouterr().err
    assert (tmp_path / "out" / "documents.jsonl").read_bytes() == first

    (tmp_path / "pages" / "3.txt").write_text("另一次会议召开。")
    assert main(["run", config]) == 0
    assert "5 documents (4 read before)" in capsys.readouterr().err
    assert "另一次会议" in (tmp_path / "out" / "documents.jsonl").read_text("utf-8")

    assert main(["run", config, "--set", 'entities=[{use="lexicon"}]']) == 0
    assert "5 documents (0 read before)" in capsys.readouterr().err


def test_inputs_are_documents_and_quarantined(tmp_path, capsys):
    poison = {
        "a.txt": b"\x81\xff\x81",
        "b.txt": b"",
        "c.txt": "\0会议\ud800".encode("utf-8", "surrogatepass"),
        "d.txt": "会议。" * 500_000,
    }
    config = make_run(tmp_path, poison | {"e.txt": "会议召开。"}, "page_seconds = 120")

    assert main(["run", config]) == 2

    documents, quarantined = (read_lines(tmp_path / "out" / f"{name}.jsonl") for name in ("documents", "quarantine"))
    assert len(documents) + len(quarantined) == 5
    assert "e" in {document["doc_id"] for document in documents}
    assert {record["stage"] for record in quarantined} == {"load"}
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert (manifest["documents"], manifest["quarantined"]) == (len(documents), len(quarantined))


@pytest.mark.skipif(os.name == "nt", reason="kills a process group")
def test_a_killed_run_resumes_and_ends_with_the_same_bytes(tmp_path):
    pages = {f"{n:03}.txt": f"第{n}次会议召开。市长李建国出席。" * 30 for n in range(120)}
    undisturbed, killed = (make_run(tmp_path / name, pages, "workers = 2") for name in ("undisturbed", "killed"))
    command = [sys.executable, "-m", "yaowen", "run"]
    subprocess.run([*command, undisturbed], check=True, capture_output=True)

    moments = random.Random(20240101)
    for _ in range(5):
        process = subprocess.Popen([*command, killed], start_new_session=True, stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.1, 1.2))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    subprocess.run([*command, killed], check=True, capture_output=True)

    ours, theirs = (tmp_path / name / "out" / "documents.jsonl" for name in ("killed", "undisturbed"))
    assert ours.read_text("utf-8").replace("/killed/", "/undisturbed/") == theirs.read_text("utf-8")
    assert len([parse_document(line) for line in ours.read_text("utf-8").splitlines()]) == 120
