"""Pages in any number for measuring runs: `python tests/benchmarks/pages.py FOLDER 5000`.

Each is put together from samples of one kind to the length of a real page, with the people renamed and the figures changed.
"""

from __future__ import annotations

import json
import random
import re
import sys
from pathlib import Path

DATA = Path(__file__).parents[2] / "data"
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂玲辉建国文华志远晓东海燕"
SAMPLES_A_PAGE = 4


def make_pages(folder: Path, count: int) -> None:
    """Writes the pages. The same count gives the same pages."""
    samples = sorted((DATA / "samples").iterdir())
    people = sorted({name for sample in samples for name in _people(sample)})
    kinds = sorted({sample.name.partition("-")[0] for sample in samples})
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        chance = random.Random(number)
        kind = kinds[number % len(kinds)]
        chosen = chance.choices([sample for sample in samples if sample.name.startswith(kind)], k=SAMPLES_A_PAGE)
        (folder / f"{number:06}{chosen[0].suffix}").write_text(_make_page(chosen, people, chance), "utf-8")


def _make_page(chosen: list[Path], people: list[str], chance: random.Random) -> str:
    text = "\n\n".join(sample.read_text("utf-8") for sample in chosen)
    for name in people:
        text = text.replace(name, chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=len(name) - 1)))
    return re.sub(r"\d+\.\d+", lambda figure: f"{chance.uniform(1, 99):.1f}", text)


def _people(sample: Path) -> list[str]:
    gold = json.loads((DATA / "gold" / f"{sample.stem}.json").read_text("utf-8"))
    return [person["name"] for article in gold["articles"] for person in article["persons"]]


if __name__ == "__main__":
    make_pages(Path(sys.argv[1]), int(sys.argv[2]))
