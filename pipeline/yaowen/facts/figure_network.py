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

from yaowen.facts.figure_words import FACTS, FLAGS, RELATIONS, Asked, Seen

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


class Weighed(NamedTuple):
    """What the network says of the words around one figure."""

    tags: Numbers
    """How well each is outside, the first or a further word of what is measured [word, TAGS]."""
    best: Numbers
    """Their likeliest tags."""
    pointers: Numbers
    """The logarithm of how likely each begins or ends the scope and the period; the last place is none [POINTERS, word + 1]."""
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
    offsets: list[int]


class Around(NamedTuple):
    """The words around some figures, padded to the most."""

    places: Numbers
    """Where they stand in the layout [figure, word]."""
    inside: Numbers
    relations: Numbers
    facts: Numbers
    units: Numbers
    at: Numbers
    """The figure's own first word [figure]."""


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

    def vector(self, word: str) -> Numbers:
        """The vector of a word, or the mean of those of its characters."""
        import numpy as np

        if word in self.vectors:
            return self.vectors[word]
        known = [self.vectors[char] for char in word[:8] if char in self.vectors]
        return np.mean(known, axis=0) if known else np.zeros(self.size, dtype="float32")

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
        for line, offset in zip(lines, offsets, strict=True):
            end = offset + len(line.words)
            vectors[offset:end] = [self.vector(word.text) for word in line.words]
            common[offset:end] = [self.common.get(word.text, 0) for word in line.words]
            flags[offset:end] = line.flags
            inside[offset:end] = 1
        return Layout(vectors, common, flags, inside, offsets)

    def look_around(self, figures: Sequence[tuple[int, Asked]]) -> Around:
        """The words around figures; each comes with the offset of its line."""
        import numpy as np

        most = max(asked.high - asked.low for _, asked in figures)
        places = np.zeros((len(figures), most), dtype=int)
        inside = np.zeros((len(figures), most, 1), dtype="float32")
        relations = np.zeros((len(figures), most, RELATIONS), dtype="float32")
        for row, (offset, asked) in enumerate(figures):
            size = asked.high - asked.low
            places[row, :size] = range(offset + asked.low, offset + asked.high)
            inside[row, :size] = 1
            relations[row, :size] = asked.relations
        facts = np.array([asked.facts for _, asked in figures]).reshape(-1, FACTS)
        units = np.array([self.units.get(asked.figure.unit or "", 0) for _, asked in figures])
        return Around(places, inside, relations, facts, units, np.array([asked.at - asked.low for _, asked in figures]))


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
        figures = [(offset, asked) for line, offset in zip(lines, layout.offsets, strict=True) for asked in line.asked]
        order = sorted(range(len(figures)), key=lambda number: figures[number][1].high - figures[number][1].low)
        weighed: dict[int, Weighed] = {}
        for start in range(0, len(order), BATCH):
            chosen = order[start : start + BATCH]
            weighed.update(zip(chosen, self._weigh(read, [figures[number] for number in chosen]), strict=True))
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

        weight, bias = self.weights[f"{name}.weight"], self.weights[f"{name}.bias"]
        told: Numbers = hidden @ weight[:, :, 1].T + bias
        told[:, reach:] += hidden[:, :-reach] @ weight[:, :, 0].T
        told[:, :-reach] += hidden[:, reach:] @ weight[:, :, 2].T
        np.maximum(told, 0, out=told)
        told += hidden
        told *= inside
        return told

    def _weigh(self, read: Numbers, figures: Sequence[tuple[int, Asked]]) -> Iterator[Weighed]:
        import numpy as np

        weights = self.weights
        around = self.vocabulary.look_around(figures)
        near, rows = read[around.places], np.arange(len(figures))
        facts = np.concatenate([around.facts, weights["units.weight"][around.units]], axis=1)
        own = np.concatenate([facts, near[rows, around.at]], axis=1) @ weights["figure.weight"].T
        hidden = near @ weights["near.weight"].T + weights["near.bias"] + around.relations @ weights["relation.weight"].T
        hidden = np.maximum(hidden + own[:, None], 0) * around.inside
        for number, reach in enumerate(OWN):
            hidden = self._convolve(hidden, around.inside, f"own.{number}", reach)
        scores = hidden @ weights["out.weight"].T + weights["out.bias"]
        whole = np.concatenate([hidden[rows, around.at], (hidden - 1e3 * (1 - around.inside)).max(1), facts], axis=1)
        whole = np.maximum(whole @ weights["pool.weight"].T + weights["pool.bias"], 0)
        whole = whole @ weights["none.weight"].T + weights["none.bias"]
        best = best_paths(scores[:, :, :TAGS], around.inside[:, :, 0] > 0, weights["trans"])
        for row, (_, asked) in enumerate(figures):
            size = asked.high - asked.low
            pointers = [np.append(scores[row, :size, TAGS + each], whole[row, each // 2]) for each in range(POINTERS)]
            likely = np.array([each - each.max() for each in pointers])
            likely -= np.log(np.exp(likely).sum(1, keepdims=True))
            yield Weighed(scores[row, :size, :TAGS], best[row, :size], likely, int(whole[row, POINTERS // 2 :].argmax()))


def best_paths(scores: Numbers, inside: Numbers, transitions: Numbers) -> Numbers:
    """The likeliest tags of rows of words [row, word] (Viterbi), from how well each tag fits each word [row, word, tag]."""
    import numpy as np

    count, most, tags = scores.shape
    total, back = scores[:, 0] + np.array(OPENING), np.zeros((most, count, tags), dtype=int)
    for place in range(1, most):
        steps = total[:, :, None] + transitions
        going = inside[:, place, None]
        back[place] = np.where(going, steps.argmax(1), np.arange(tags))
        total = np.where(going, steps.max(1) + scores[:, place], total)
    best = np.zeros((count, most), dtype=int)
    best[:, -1] = total.argmax(1)
    for place in range(most - 1, 0, -1):
        best[:, place - 1] = back[place, np.arange(count), best[:, place]]
    return best


@cache
def load_network() -> FigureNetwork:
    """The network that ships."""
    return FigureNetwork.load()
