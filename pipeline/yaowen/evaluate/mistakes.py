"""Every mistake in its context, as a page to look at: one file, no network, safe against any text."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from yaowen.errors import ConfigError
from yaowen.evaluate.report import PageReport, Report
from yaowen.evaluate.tally import Mistake
from yaowen.text import Source

CONTEXT = 40
"""How many characters before and after a passage are shown."""

LONGEST = 120
"""How many characters of a long passage are shown from its start and from its end."""

ROW_ENDS = re.compile(r"\n\s*")

STYLE = """
:root { color-scheme: light dark; --line: #8884; --gold: #2a9d4a55; --found: #d6303055; --both: #c9a22755; }
body { margin: 0 auto; max-width: 76rem; padding: 1rem; font: 15px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.2rem; margin: 0; }
form { position: sticky; top: 0; background: Canvas; padding: .6rem 0; border-bottom: 1px solid var(--line);
  display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; }
select, input { font: inherit; }
article { border-bottom: 1px solid var(--line); padding: .6rem 0; content-visibility: auto; contain-intrinsic-size: auto 6rem; }
article[hidden] { display: none; }
header { display: flex; gap: .8rem; flex-wrap: wrap; }
.fault { font-weight: 600; }
.page { opacity: .7; }
.said { margin: .2rem 0; }
.context { white-space: pre-wrap; overflow-wrap: anywhere; padding: 0 .6rem; margin: .3rem 0;
  border-left: 3px solid var(--line); }
.gold { background: var(--gold); } .found { background: var(--found); } .both { background: var(--both); }
.row { opacity: .5; font-size: .85em; }
mark { color: inherit; background: none; border-radius: 3px; }
"""

SCRIPT = """
const form = document.querySelector("form"), shown = document.querySelector("output");
const mistakes = [...document.querySelectorAll("article")];
function sift() {
  const wanted = new FormData(form), words = wanted.get("words").toLowerCase();
  let count = 0;
  for (const mistake of mistakes) {
    const fits = ["score", "fault", "page"].every(key => !wanted.get(key) || mistake.dataset[key] === wanted.get(key));
    mistake.hidden = !(fits && (!words || mistake.textContent.toLowerCase().includes(words)));
    count += !mistake.hidden;
  }
  shown.textContent = count + " of " + mistakes.length;
}
form.addEventListener("input", sift);
form.addEventListener("submit", event => event.preventDefault());
sift();
"""

LEGEND = " ".join(f'<mark class="{side}">{side}</mark>' for side in ("gold", "found", "both"))


def write_mistakes(report: Report, path: Path) -> None:
    """Writes the page. Raises `ConfigError` where it cannot be written."""
    try:
        path.write_text(show_mistakes(report), "utf-8")
    except OSError as error:
        raise ConfigError(f"{path}: cannot be written ({error.strerror}); give another --errors") from None


def show_mistakes(report: Report) -> str:
    """The page: what is missed, made up or wrong, with filters by score, fault, page and words."""
    several = [(page, mistake) for page in report.pages for mistake in page.mistakes]
    options = "".join(
        (
            _choice("score", (mistake.score for _, mistake in several)),
            _choice("fault", (mistake.fault for _, mistake in several)),
            _choice("page", (page.name for page, _ in several)),
        )
    )
    policy = f"default-src 'none'; style-src '{_digest(STYLE)}'; script-src '{_digest(SCRIPT)}'"
    return "\n".join(
        (
            '<!doctype html><html lang="zh"><head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width"><title>yaowen: mistakes</title>',
            f"<style>{STYLE}</style></head><body><h1>Mistakes on {len(report.pages)} pages</h1>",
            f'<form>{options}<input name="words" type="search" placeholder="words" aria-label="words"><output></output>',
            f"<span>{LEGEND}</span></form>",
            "<main>",
            *(_show(page, mistake) for page, mistake in several),
            f"</main><script>{SCRIPT}</script></body></html>",
        )
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _choice(name: str, values: Iterable[str]) -> str:
    options = "".join(
        f'<option value="{clean(value)}">{clean(value)} ({count})</option>' for value, count in sorted(Counter(values).items())
    )
    return f'<select name="{name}" aria-label="{name}"><option value="">every {name}</option>{options}</select>'


def _show(page: PageReport, mistake: Mistake) -> str:
    said = "".join(
        f'<div class="said"><mark class="{side}">{side}</mark> <bdi>{clean(text)}</bdi></div>'
        for side, text in (("gold", mistake.gold), ("found", mistake.found))
        if text
    )
    sources = mistake.gold_source, mistake.found_source
    contexts = "" if page.raw is None else "".join(_show_contexts(page.raw, *sources))
    names = clean(mistake.score), clean(mistake.fault), clean(page.name)
    return (
        '<article data-score="{0}" data-fault="{1}" data-page="{2}"><header><span class="fault">{1}</span><span>{0}</span>'
        '<span class="page">{2}</span></header>'
    ).format(*names) + f"{said}{contexts}</article>"


def _show_contexts(raw: str, gold: Source, found: Source) -> Iterator[str]:
    """The passages of the raw input around what was to be read and what was: one where they stand close together."""
    marked = [{place for start, end in source for place in range(start, min(end, len(raw)))} for source in (gold, found)]
    for start, end in _windows(gold + found, len(raw)):
        pieces = []
        for kind, places in groupby(range(start, end), key=lambda place: _side(place, *marked)):
            shown = clean(ROW_ENDS.sub("⏎", "".join(raw[place] for place in places)))
            pieces.append(f'<mark class="{kind}">{shown}</mark>' if kind else shown)
        first = min((place for place, _ in gold + found if start <= place < end), default=start)
        row = raw.count("\n", 0, first) + 1
        yield f'<div class="context"><span class="row">row {row}</span> <bdi>{"".join(pieces)}</bdi></div>'


def _side(place: int, gold: set[int], found: set[int]) -> str:
    if place in gold:
        return "both" if place in found else "gold"
    return "found" if place in found else ""


def _windows(source: Source, length: int) -> list[tuple[int, int]]:
    """The parts of the raw input to show; of a long passage its start and its end."""
    windows: list[tuple[int, int]] = []
    for start, end in sorted(source):
        pieces = [(start, end)] if end - start <= 2 * LONGEST else [(start, start + LONGEST), (end - LONGEST, end)]
        for first, last in pieces:
            window = (max(0, first - CONTEXT), min(length, last + CONTEXT))
            if windows and window[0] <= windows[-1][1]:
                windows[-1] = (windows[-1][0], max(windows[-1][1], window[1]))
            else:
                windows.append(window)
    return windows


def clean(text: str) -> str:
    """Text made harmless for HTML: what could act is escaped, what would be invisible or turn the line is named."""
    return "".join(
        f"&lt;{ord(char):04X}&gt;"
        if char != "\n" and unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
        else escape(char)
        for char in text
    )
