import io
import json
import time

import pytest

from yaowen.batch.ledger import Outcome
from yaowen.batch.progress import Progress, count_inputs, follow
from yaowen.load.files import LoadFiles

READ = Outcome(0, "a.txt", "a", "0", b"{}", characters=500)
FAILED = Outcome(1, "b.txt", "b", "0", stage="read", error="b.txt: what a page")


def test_pages_are_counted_before_they_are_read(tmp_path):
    (tmp_path / "a.txt").write_text("会议")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": "会议"}) + "\n" + json.dumps({"text": "会议"}) + "\n")
    assert count_inputs(LoadFiles(), [str(tmp_path), str(tmp_path / "nowhere")]) == 4
    assert count_inputs(LoadFiles(), [str(tmp_path), "-"]) is None
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7")  # of how many pages only reading tells
    assert count_inputs(LoadFiles(), [str(tmp_path)]) is None


@pytest.mark.parametrize(
    ("outcomes", "total", "says"),
    [
        ([READ, READ], 4, "2 of 4 pages, 100 characters/s, 0 errors, 0:00:10 left"),
        ([None, None, READ, FAILED], 10, "4 of 10 pages, 50 characters/s, 1 error, 0:00:30 left"),
        ([None], 10, "1 of 10 pages, 0 characters/s, 0 errors"),
        ([READ], None, "1 page, 50 characters/s, 0 errors"),
    ],
)
def test_progress_says_how_long_it_takes(outcomes, total, says, monkeypatch):
    progress = Progress(started=0.0)
    monkeypatch.setattr(time, "monotonic", lambda: 10.0)
    for outcome in outcomes:
        progress.add(outcome, total)
    assert str(progress) == says


def test_away_from_a_terminal_only_errors_are_told_at_once():
    out = io.StringIO()
    with follow(out) as progress:
        progress.add(READ, 2)
        progress.add(FAILED, 2)
    assert out.getvalue() == "yaowen: b.txt: what a page\n"


def test_on_a_terminal_a_bar_moves(monkeypatch):
    out = io.StringIO()
    monkeypatch.setattr(out, "isatty", lambda: True)
    with follow(out) as progress:
        progress.add(FAILED, 2)
    assert "b.txt: what a page" in out.getvalue()
    assert "1 of 2 pages" in out.getvalue()
