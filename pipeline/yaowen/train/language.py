"""Before it sees an annotation, the encoder learns to foresee characters in raw press text."""

import logging
import time
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from yaowen.errors import ConfigError
from yaowen.model.features import UNKNOWN, Featuriser, find_rows
from yaowen.train.network import Inputs, Network
from yaowen.train.sharing import rate_at, share_gradients
from yaowen.train.strict import Strict

log = logging.getLogger(__name__)
WARM = 200  # steps until the full rate is reached
UNSEEN = -100  # a character outside the vocabulary is not asked for


@dataclass(frozen=True)
class LanguageSettings(Strict):
    """How much raw text is read, and how; where it is more than there is, it is read again."""

    characters: int = 0  # none: the encoder starts from chance
    vocabulary: int = 4000  # the commonest characters are asked for
    size: int = 128  # of the layer before the choice among them
    window: int = 100  # characters read at once, without regard to where paragraphs end
    batch: int = 2400  # characters, for each worker
    rate: float = 2e-3
    dropout: float = 0.1


class LanguageModel(nn.Module):
    """The onward states say the character after next, the backward states the one before.

    The next one is known already: the vector of a pair holds it. What dictionary words tell is left out, since they run ahead.
    """

    def __init__(self, encoder: Network, classes: NDArray[np.int64], settings: LanguageSettings) -> None:
        super().__init__()
        self.encoder = encoder
        self.classes: Tensor
        self.register_buffer("classes", torch.from_numpy(classes))
        hidden = encoder.settings.hidden_size
        self.onward, self.back = (nn.Linear(hidden, settings.size) for _ in range(2))
        self.choice = nn.Linear(settings.size, int(classes.max()) + 1)

    def loss(self, inputs: Inputs) -> Tensor:
        """Mean loss of a guess, in nats."""
        hidden = self.encoder.settings.hidden_size
        states = self.encoder.encode(inputs)
        wanted = self.classes[inputs.characters].T
        with torch.autocast(states.device.type, dtype=torch.bfloat16):
            onward = self.choice(self.onward(states[:-2, :, :hidden]))
            back = self.choice(self.back(states[1:, :, hidden:]))
        guesses = torch.cat((onward.flatten(0, 1), back.flatten(0, 1))).float()
        return nn.functional.cross_entropy(guesses, torch.cat((wanted[2:].ravel(), wanted[:-1].ravel())), ignore_index=UNSEEN)

    def weights(self) -> list[nn.Parameter]:
        """What learns here, but for the vectors of pairs: the layers of the heads do not."""
        others = ("encoder.heads", "encoder.crfs", "encoder.pairs")
        return [weight for name, weight in self.named_parameters() if not name.startswith(others)]


def choose_windows(size: int, settings: LanguageSettings, random: np.random.Generator) -> NDArray[np.int64]:
    """Where the windows begin, in the order they are read; each time through the text they begin elsewhere."""
    if size < 2 * settings.window:
        raise ConfigError(f"the raw text has {size} characters; the encoder reads {settings.window} at once, so give it more")
    wanted = settings.characters // settings.window
    passes: list[NDArray[np.int64]] = []
    while sum(map(len, passes)) < wanted:
        first = random.integers(settings.window)
        passes.append(random.permutation(np.arange(first, size - settings.window + 1, settings.window)))
    return np.concatenate(passes)[:wanted]


class WindowReader:
    """Finds what the encoder is told of windows when it has to foresee: characters and pairs alone."""

    def __init__(self, featuriser: Featuriser, stream: NDArray[np.uint16], window: int, device: torch.device) -> None:
        self.stream, self.within = stream, np.arange(window)
        self.rows = find_rows(featuriser.characters, np.arange(1 << 16))
        self.characters = torch.from_numpy(self.rows).long().to(device)
        self.pairs = torch.from_numpy(featuriser.pairs).to(device)
        self.nothing = featuriser.word_size, featuriser.flag_size
        self.device = device

    def __call__(self, starts: NDArray[np.int64]) -> Inputs:
        """The inputs of the windows that begin at `starts`."""
        taken = self.stream[starts[:, None] + self.within].astype(np.int64)
        codes = torch.from_numpy(taken).to(self.device)
        # A pair that runs on into the next window would be wrong; its last place has none.
        keys = (codes[:, :-1] << 21) | codes[:, 1:]
        places = torch.searchsorted(self.pairs, keys).clamp_max(len(self.pairs) - 1)
        pairs = torch.where(self.pairs[places] == keys, places + 2, UNKNOWN)
        pairs = nn.functional.pad(pairs, (0, 1))
        words, flags = (torch.zeros(*codes.shape, size, device=self.device) for size in self.nothing)
        lengths = torch.full((len(codes),), codes.shape[1], device=self.device)
        return Inputs(self.characters[codes], pairs, words, flags, lengths)

    def count(self, starts: NDArray[np.int64]) -> NDArray[np.int64]:
        """How often each row of the characters' embedding stands in some windows."""
        taken = self.rows[self.stream[starts[:, None] + self.within]]
        return np.bincount(taken.ravel(), minlength=len(self.rows))


def common_classes(counts: NDArray[np.int64], vocabulary: int) -> NDArray[np.int64]:
    """For each row of the characters' embedding the number of its class, the commonest first; `UNSEEN` for the others."""
    counts = counts.copy()
    counts[:2] = 0  # padding and the unknown
    chosen = np.argsort(-counts, kind="stable")[: min(vocabulary, int((counts > 0).sum()))]
    classes = np.full(len(counts), UNSEEN, np.int64)
    classes[chosen] = np.arange(len(chosen))
    return classes


def pretrain_encoder(
    network: Network,
    featuriser: Featuriser,
    stream: NDArray[np.uint16],
    settings: LanguageSettings,
    *,
    seed: int,
    rank: int = 0,
    workers: int = 1,
) -> list[float]:
    """Train the network's encoder in place on a stream of code points; the mean loss of each tenth of the way.

    Every worker takes its part of each step. Raises `ConfigError` where the stream is too short.
    """
    starts = choose_windows(len(stream), settings, np.random.default_rng((seed, 77)))
    reader = WindowReader(featuriser, stream, settings.window, network.device)
    counts = reader.count(starts[:: max(1, len(starts) // 20_000)])[: len(featuriser.characters) + 2]
    usual = network.settings
    network.settings = replace(usual, dropout=settings.dropout)
    model = LanguageModel(network, common_classes(counts, settings.vocabulary), settings).to(network.device)
    model.train()
    optimisers = [
        torch.optim.AdamW(model.weights(), lr=settings.rate, weight_decay=0.0),
        torch.optim.SparseAdam([network.pairs.weight], lr=settings.rate),
    ]
    per_step = max(1, settings.batch // settings.window)
    steps = len(starts) // (per_step * workers)
    if not steps:
        least = per_step * settings.window * workers
        raise ConfigError(f"language.characters = {settings.characters} is less than one step reads ({least}); give more")
    losses: list[Tensor] = []
    tenths: list[float] = []
    started = time.perf_counter()
    for step in range(steps):
        for optimiser in optimisers:
            for group in optimiser.param_groups:
                group["lr"] = settings.rate * rate_at(step, steps, WARM)
            optimiser.zero_grad(set_to_none=True)
        first = (step * workers + rank) * per_step
        loss = model.loss(reader(starts[first : first + per_step]))
        loss.backward()
        share_gradients(model.weights(), network.pairs.weight, workers)
        torch.nn.utils.clip_grad_norm_(model.weights(), 5.0)
        for optimiser in optimisers:
            optimiser.step()
        losses.append(loss.detach())
        if (step + 1) * 10 // steps > step * 10 // steps:
            tenths.append(round(float(torch.stack(losses).mean()), 4))
            losses.clear()
            speed = (step + 1) * per_step * workers * settings.window / (time.perf_counter() - started)
            log.info("foreseeing, step %d of %d, loss %.3f, %.0f characters/s", step + 1, steps, tenths[-1], speed)
    network.settings = usual
    return tenths
