"""Before it sees an annotation, the encoder learns to foresee characters in raw press text."""

import logging
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from yaowen.model.features import Features, Featuriser, find_rows, pair_keys
from yaowen.model.fold import code_points
from yaowen.train.network import Inputs, Network
from yaowen.train.sharing import rate_at, share_gradients

log = logging.getLogger(__name__)
WARM = 200  # steps until the full rate is reached
UNSEEN = -100  # a character outside the vocabulary is not asked for


@dataclass(frozen=True)
class LanguageSettings:
    """How much raw text is read once, and how."""

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


def read_windows(path: Path, settings: LanguageSettings, random: np.random.Generator) -> NDArray[np.int32]:
    """Code points [window, place] of paragraphs drawn at random. The file holds one a line, with blanks between characters."""
    share = 4.4 * settings.characters / path.stat().st_size  # a character and its blank take four bytes, some are marks of one
    with path.open(encoding="utf-8") as lines:
        paragraphs = [code_points(line.replace(" ", "")) for line in lines if random.random() < share]
    random.shuffle(paragraphs)
    stream = np.concatenate(paragraphs)[: settings.characters]
    return stream[: len(stream) // settings.window * settings.window].reshape(-1, settings.window)


def foresee_features(featuriser: Featuriser, codes: NDArray[np.int32]) -> Features:
    """What the encoder is told of windows [text, place] when it has to foresee: characters and pairs alone."""
    texts, places = codes.shape
    # A pair that runs on into the next window would be wrong; its last place has none.
    pairs = find_rows(featuriser.pairs, pair_keys(codes.ravel())).reshape(codes.shape)
    pairs[:, -1] = 0
    return Features(
        find_rows(featuriser.characters, codes.T),
        pairs.T,
        np.zeros((places, texts, featuriser.word_size), np.float32),
        np.zeros((places, texts, featuriser.flag_size), np.float32),
        np.full(texts, places, np.int32),
    )


def common_classes(rows: NDArray[np.int32], size: int, vocabulary: int) -> NDArray[np.int64]:
    """For each row of the characters' embedding the number of its class, the commonest first; `UNSEEN` for the others."""
    counts = np.bincount(rows.ravel(), minlength=size)
    counts[:2] = 0  # padding and the unknown
    chosen = np.argsort(-counts, kind="stable")[: min(vocabulary, int((counts > 0).sum()))]
    classes = np.full(size, UNSEEN, np.int64)
    classes[chosen] = np.arange(len(chosen))
    return classes


def pretrain_encoder(
    network: Network, featuriser: Featuriser, path: Path, settings: LanguageSettings, *, seed: int, rank: int, workers: int
) -> list[float]:
    """Train the network's encoder in place, every worker on its part of each step; the mean loss of each tenth of the way."""
    random = np.random.default_rng((seed, 77))
    windows = read_windows(path, settings, random)
    size = len(featuriser.characters) + 2
    classes = common_classes(
        find_rows(featuriser.characters, windows[:: max(1, len(windows) // 20_000)]), size, settings.vocabulary
    )
    usual = network.settings
    network.settings = replace(usual, dropout=settings.dropout)
    model = LanguageModel(network, classes, settings).to(network.device)
    model.train()
    optimisers = [
        torch.optim.AdamW(model.weights(), lr=settings.rate, weight_decay=0.0),
        torch.optim.SparseAdam([network.pairs.weight], lr=settings.rate),
    ]
    per_step = max(1, settings.batch // settings.window)
    steps = len(windows) // (per_step * workers)
    losses: list[float] = []
    tenths: list[float] = []
    started = time.perf_counter()
    for step in range(steps):
        for optimiser in optimisers:
            for group in optimiser.param_groups:
                group["lr"] = settings.rate * rate_at(step, steps, WARM)
            optimiser.zero_grad(set_to_none=True)
        first = (step * workers + rank) * per_step
        inputs = Inputs.of(foresee_features(featuriser, windows[first : first + per_step]))
        loss = model.loss(inputs.to(network.device))
        loss.backward()
        share_gradients(model.weights(), network.pairs.weight, workers)
        torch.nn.utils.clip_grad_norm_(model.weights(), 5.0)
        for optimiser in optimisers:
            optimiser.step()
        losses.append(float(loss.detach()))
        if (step + 1) * 10 // steps > step * 10 // steps:
            tenths.append(round(float(np.mean(losses)), 4))
            losses.clear()
            speed = (step + 1) * per_step * workers * settings.window / (time.perf_counter() - started)
            log.info("foreseeing, step %d of %d, loss %.3f, %.0f characters/s", step + 1, steps, tenths[-1], speed)
    network.settings = usual
    return tenths
