"""The network that weighs which words say what figures measure, of what and when; its weights come from `yaowen.train.figures`.

Convolutions read the words of all lines, then further ones the words around each figure. They weigh how well each word
begins, continues or stands outside what is measured, and how well it begins or ends the scope and the period.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from yaowen.facts.statistics.figure_words import FLAGS, RELATIONS, Asked, Seen, relate

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

SHARED, OWN = (1, 2), (1, 2, 4, 8)
"""How far apart the words are that each convolution looks at."""
GAP = max(SHARED) + sum(SHARED)
"""Blank places between lines, so that none sees another."""
TAGS, POINTERS = 3, 4
"""Outside, first and further word of what is measured; first and last of the scope, first and last of the period."""
OPENING = (0.0, 0.0, -9.0)
"""What is added to the tags of a first word: none begins with a further word."""
BATCH = 32
LONGEST = 16
"""Words of a scope or a period."""
NEVER = -1e9


class Found(NamedTuple):
    """Where the likeliest scope or period begins and ends, and how likely that is."""

    first: int
    last: int
    likely: float


class Weighed(NamedTuple):
    """What the network says of the words around one figure."""

    tags: Numbers
    """How well each is outside, the first or a further word of what is measured [word, TAGS]."""
    pointers: Numbers
    """The logarithm of how likely each begins or ends the scope and the period [POINTERS, place]; the last place is none."""
    spans: tuple[Found, Found]
    """The likeliest scope and the likeliest period, had it one."""
    added: int
    """The number of what the indicator has that no word says (人数)."""


class Layout(NamedTuple):
    """Lines one behind the other with gaps between them, and the figures in them."""

    vectors: Numbers
    """What is known of the meaning of each word [place, unit]."""
    common: Numbers
    """The number of each word among the common ones; 0 is any other."""
    flags: Numbers
    inside: Numbers
    """1 where there is a word, 0 in the gaps."""
    passed: Numbers
    """What was passed before each word [3, place]."""
    stops: Numbers
    """Whether no scope and no period runs across the word [place]."""
    offsets: list[int]


@dataclass(frozen=True)
class Vocabulary:
    """What is known of words before any line is read; the network of a run of training and the one that ships share it."""

    vectors: Mapping[str, Numbers]
    common: Mapping[str, int]
    units: Mapping[str, int]
    added: tuple[str, ...]

    @cached_property
    def size(self) -> int:
        """Numbers in a vector."""
        return len(next(iter(self.vectors.values())))

    @cached_property
    def _rows(self) -> tuple[Mapping[str, int], Numbers]:
        """The vectors one below the other, and the place of each word's."""
        import numpy as np

        return {word: row for row, word in enumerate(self.vectors)}, np.array([*self.vectors.values()], dtype="float32")

    def vectors_of(self, words: Sequence[str]) -> Numbers:
        """The vector of each word, or the mean of those of its characters."""
        places, vectors = self._rows
        rows = [places.get(word, -1) for word in words]
        told: Numbers = vectors[rows]
        for number, row in enumerate(rows):
            if row < 0:
                known = [places[char] for char in words[number][:8] if char in places]
                told[number] = vectors[known].mean(0) if known else 0
        return told

    def lay_out(self, lines: Sequence[Seen]) -> Layout:
        """Lines one behind the other."""
        import numpy as np

        offsets, total = [], GAP
        for line in lines:
            offsets.append(total)
            total += len(line.words) + GAP
        vectors = np.zeros((total, self.size), dtype="float32")
        common = np.zeros(total, dtype=int)
        flags = np.zeros((total, FLAGS), dtype="float32")
        inside = np.zeros((total, 1), dtype="float32")
        passed = np.zeros((3, total), dtype=int)
        stops = np.zeros(total, dtype=bool)
        for line, offset in zip(lines, offsets, strict=True):
            end = offset + len(line.words)
            words = [word.text for word in line.words]
            vectors[offset:end] = self.vectors_of(words)
            common[offset:end] = [self.common.get(word, 0) for word in words]
            flags[offset:end] = line.flags
            inside[offset:end] = 1
            passed[:, offset:end] = line.passed
            stops[offset:end] = line.stops
        return Layout(vectors, common, flags, inside, passed, stops, offsets)

    def describe_figures(self, figures: Sequence[Asked]) -> tuple[Numbers, Numbers, Numbers]:
        """What is known of figures themselves, their units, and where each stands among the words around it."""
        import numpy as np

        facts = np.array([asked.facts for asked in figures], dtype="float32")
        units = np.array([self.units.get(asked.figure.unit or "", 0) for asked in figures])
        return facts, units, np.array([asked.at - asked.low for asked in figures])


@dataclass(frozen=True)
class FigureNetwork:
    """Reads the figures of lines together."""

    vocabulary: Vocabulary
    weights: Mapping[str, Numbers]

    @classmethod
    def load(cls, path: Path | None = None) -> FigureNetwork:
        """The network that ships, or that of a file."""
        import numpy as np

        shipped = resources.files("yaowen.resources").joinpath("figures.npz")
        with (path or shipped).open("rb") as file, np.load(file, allow_pickle=False) as stored:
            lists = {name: str(stored[name]).split("\n") for name in ("words", "common", "units", "added")}
            vectors = stored["vectors"].astype("float32") * stored["scale"].astype("float32")
            weights = {
                name: stored[name].astype("float32") for name in stored.files if name not in {*lists, "vectors", "scale"}
            }
        common, units = ({word: number for number, word in enumerate(lists[name], start=1)} for name in ("common", "units"))
        vocabulary = Vocabulary(dict(zip(lists["words"], vectors, strict=True)), common, units, tuple(lists["added"]))
        return cls(vocabulary, weights)

    def __call__(self, lines: Sequence[Seen]) -> Iterator[tuple[Weighed, ...]]:
        """For each line what is weighed of each of its figures."""
        layout = self.vocabulary.lay_out(lines)
        read = self._read(layout)
        near = read @ self.weights["near.weight"].T + self.weights["near.bias"]
        figures = [(offset, asked) for line, offset in zip(lines, layout.offsets, strict=True) for asked in line.asked]
        order = sorted(range(len(figures)), key=lambda number: figures[number][1].high - figures[number][1].low)
        weighed: dict[int, Weighed] = {}
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            weighed.update(zip(chosen, self._weigh(read, near, layout, [figures[number] for number in chosen]), strict=True))
        numbers = iter(range(len(figures)))
        for line in lines:
            yield tuple(weighed[next(numbers)] for _ in line.asked)

    def _read(self, layout: Layout) -> Numbers:
        import numpy as np

        weights = self.weights
        seen = np.concatenate([layout.vectors, weights["common.weight"][layout.common], layout.flags], axis=1)
        hidden: Numbers = np.maximum(seen @ weights["inp.weight"].T + weights["inp.bias"], 0) * layout.inside
        for number, reach in enumerate(SHARED):
            hidden = self._convolve(hidden[None], layout.inside, f"shared.{number}", reach)[0]
        return hidden

    def _convolve(self, hidden: Numbers, inside: Numbers, name: str, reach: int) -> Numbers:
        """A convolution over three words, added to what it reads [line, word, unit]."""
        import numpy as np

        lines, words, units = hidden.shape
        seen = np.zeros((lines, words, 3 * units), dtype="float32")
        seen[:, reach:, :units] = hidden[:, :-reach]
        seen[:, :, units : 2 * units] = hidden
        seen[:, :-reach, 2 * units :] = hidden[:, reach:]
        told: Numbers = (seen.reshape(-1, 3 * units) @ self._taps[name]).reshape(hidden.shape)
        told += self.weights[f"{name}.bias"]
        np.maximum(told, 0, out=told)
        told += hidden
        told *= inside
        return told

    @cached_property
    def _taps(self) -> Mapping[str, Numbers]:
        """The weights of each convolution for the word before, the word itself and the word behind, one below the other."""
        import numpy as np

        names = [f"shared.{number}" for number in range(len(SHARED))] + [f"own.{number}" for number in range(len(OWN))]
        taps = {name: self.weights[f"{name}.weight"].transpose(2, 1, 0) for name in names}
        return {name: np.ascontiguousarray(each.reshape(-1, each.shape[2])) for name, each in taps.items()}

    def _weigh(self, read: Numbers, near: Numbers, layout: Layout, figures: Sequence[tuple[int, Asked]]) -> Iterator[Weighed]:
        import numpy as np

        weights = self.weights
        around, rows = relate(figures, layout.passed), np.arange(len(figures))
        facts, units, at = self.vocabulary.describe_figures([asked for _, asked in figures])
        facts = np.concatenate([facts, weights["units.weight"][units]], axis=1)
        own = np.concatenate([facts, read[around.places[rows, at]]], axis=1) @ weights["figure.weight"].T
        hidden = (around.relations.reshape(-1, RELATIONS) @ weights["relation.weight"].T).reshape(*around.places.shape, -1)
        hidden += near[around.places]
        hidden += own[:, None]
        np.maximum(hidden, 0, out=hidden)
        hidden *= around.inside
        for number, reach in enumerate(OWN):
            hidden = self._convolve(hidden, around.inside, f"own.{number}", reach)
        scores = hidden @ weights["out.weight"].T + weights["out.bias"]
        whole = np.concatenate([hidden[rows, at], (hidden - 1e3 * (1 - around.inside)).max(1), facts], axis=1)
        whole = np.maximum(whole @ weights["pool.weight"].T + weights["pool.bias"], 0)
        whole = whole @ weights["none.weight"].T + weights["none.bias"]
        nothing = np.repeat(whole[:, : POINTERS // 2], 2, axis=1)[:, :, None]
        likely = np.concatenate(
            [scores[:, :, TAGS:].transpose(0, 2, 1) + NEVER * (1 - around.inside[:, None, :, 0]), nothing], 2
        )
        likely -= likely.max(2, keepdims=True)
        likely -= np.log(np.exp(likely).sum(2, keepdims=True))
        stops = layout.stops[around.places]
        scopes, periods = (best_spans(likely[:, first], likely[:, first + 1], stops) for first in (0, 2))
        added = whole[:, POINTERS // 2 :].argmax(1).tolist()
        for row, (_, asked) in enumerate(figures):
            size = asked.high - asked.low
            yield Weighed(scores[row, :size, :TAGS], likely[row], (scopes[row], periods[row]), added[row])


def best_spans(first: Numbers, last: Numbers, stops: Numbers) -> list[Found]:
    """The likeliest span without a stop in each row of words, from how likely each begins and ends one [row, word + 1]."""
    import numpy as np

    count, most = stops.shape
    # Behind each word those that a span from it can end with, the nearest first.
    ends = np.full((count, most + LONGEST - 1), NEVER, dtype="float32")
    ends[:, :most] = last[:, :-1]
    parted = np.zeros((count, most + LONGEST - 1), dtype=int)
    np.cumsum(stops, 1, out=parted[:, :most])
    parted[:, most:] = parted[:, most - 1, None]
    shape = count, most, LONGEST
    behind = np.lib.stride_tricks.as_strided(ends, shape, (*ends.strides, ends.strides[1]), writeable=False)
    whole = np.lib.stride_tricks.as_strided(parted, shape, (*parted.strides, parted.strides[1]), writeable=False)
    likely = np.where(whole == (parted[:, :most] - stops)[:, :, None], first[:, :-1, None] + behind, NEVER).reshape(count, -1)
    best = likely.argmax(1)
    lefts, sizes = np.divmod(best, LONGEST)
    found = zip(lefts.tolist(), (lefts + sizes).tolist(), likely[np.arange(count), best].tolist(), strict=True)
    return [Found(*each) for each in found]


def best_path(scores: Numbers, transitions: Numbers) -> list[int]:
    """The likeliest tags of words (Viterbi), from how well each tag fits each word [word, tag]."""
    opening, *words = scores.tolist()
    reached = [fits + opens for fits, opens in zip(opening, OPENING, strict=True)]
    into = list(zip(*transitions.tolist(), strict=True))
    back: list[list[int]] = []
    for fits in words:
        steps = [[before + step for before, step in zip(reached, each, strict=True)] for each in into]
        back.append([each.index(max(each)) for each in steps])
        reached = [max(each) + fit for each, fit in zip(steps, fits, strict=True)]
    tags = [reached.index(max(reached))]
    for before in reversed(back):
        tags.append(before[tags[-1]])
    return tags[::-1]


@cache
def load_network() -> FigureNetwork:
    """The network that ships."""
    return FigureNetwork.load()
