"""The lexicon that ships with the model: words with vectors, and names of known kinds."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np

from yaowen.model.fold import fold
from yaowen.model.lexicon import LONGEST, Kind, Lexicon, word_keys

# Parts of speech of jieba's dictionary.
TAGGED = {"ns": Kind.PLACE, "nr": Kind.PERSON, "nrt": Kind.FOREIGN_PERSON, "nrfg": Kind.FOREIGN_PERSON, "nt": Kind.ORG}
DIVISION_ENDINGS = (
    *("特别行政区", "自治区", "自治州", "自治县", "自治旗", "街道办事处", "街道", "地区", "林区", "矿区", "新区"),
    *"省市县区旗盟镇乡",
)
PLACEHOLDERS = frozenset(("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"))


def read_column(path: Path, column: str) -> list[str]:
    """A column of a CSV file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [row[column] for row in csv.DictReader(lines)]


def short_form(division: str) -> str:
    """The name without what kind of place it is, where two characters remain: 寿阳 of 寿阳县."""
    for ending in DIVISION_ENDINGS:
        if division.endswith(ending) and len(division) - len(ending) >= 2:
            return division.removesuffix(ending)
    return division


def read_divisions(folder: Path) -> list[str]:
    """The names of all administrative divisions, each once."""
    names = [n for level in ("provinces", "cities", "areas", "streets") for n in read_column(folder / f"{level}.csv", "name")]
    return [n for n in dict.fromkeys(names) if n not in PLACEHOLDERS]


def dictionary_names() -> Iterator[tuple[str, Kind]]:
    """Names in the dictionary of jieba (MIT)."""
    import jieba

    with (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, *_, tag = line.split()
            if tag in TAGGED and len(word) > 1:
                yield word, TAGGED[tag]


def known_names(divisions: Path, surnames: Path, roles: Iterable[str], org_endings: Iterable[str]) -> dict[str, Kind]:
    """Folded names and what they may name. A role counts when training has it twice."""
    kinds: dict[str, Kind] = {}

    def add(word: str, kind: Kind) -> None:
        if len(word) <= LONGEST:
            kinds[fold(word)] = kinds.get(fold(word), Kind(0)) | kind

    for word, kind in dictionary_names():
        add(word, kind)
    for name in read_divisions(divisions):
        add(name, Kind.DIVISION)
        add(short_form(name), Kind.PLACE)
    for surname in read_column(surnames, "surname"):
        add(surname, Kind.SURNAME)
    for ending in org_endings:
        add(ending, Kind.ORG_ENDING)
    for role, count in Counter(roles).items():
        if count > 1:
            add(role, Kind.ROLE)
    return kinds


def build_lexicon(vectors: Path, names: Mapping[str, Kind]) -> Lexicon:
    """All words that have a vector, and all names."""
    with np.load(vectors, allow_pickle=False) as stored:
        units, counts, matrix = stored["units"].tolist(), stored["counts"], stored["vectors"]
    chosen = [i for i, word in enumerate(units) if 1 < len(word) <= LONGEST and not word.isascii()]
    matrix = matrix[chosen] / matrix[chosen].std()
    scale = 4 / 127
    rows = {units[i]: row for row, i in enumerate(chosen)}
    words = list(dict.fromkeys([*rows, *names]))
    keys = word_keys(words)
    order = np.argsort(keys)
    if len(np.unique(keys)) != len(keys):
        raise ValueError("two words share a key; change the multiplier of yaowen.model.lexicon")
    return Lexicon(
        keys=keys[order],
        kinds=np.array([names.get(w, 0) for w in words], dtype=np.uint8)[order],
        vector_rows=np.array([rows.get(w, -1) for w in words], dtype=np.int32)[order],
        vectors=np.clip(np.round(matrix / scale), -127, 127).astype(np.int8),
        weights=np.log1p(counts[chosen]).astype(np.float32),
        scale=scale,
    )
