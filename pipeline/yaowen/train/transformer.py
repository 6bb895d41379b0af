"""A transformer that learns Chinese from raw press text, by telling the characters that were masked."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from yaowen.model.features import UNKNOWN
from yaowen.train.sharing import rate_at
from yaowen.train.strict import Strict

log = logging.getLogger(__name__)
SPANS = (0.35, 0.4, 0.2, 0.05)
"""How often one, two, three and four characters are masked together: most words have two."""
WEIGHT_DECAY = 0.01


@dataclass(frozen=True)
class TransformerSettings(Strict):
    """Sizes, and how much raw text is read."""

    characters: int = 0  # read in all; the text is read again from its start when it ends
    size: int = 512
    layers: int = 10
    heads: int = 8
    window: int = 256  # characters read at once, without regard to where paragraphs end
    batch: int = 65_536  # characters a step
    rate: float = 1e-3
    warm: int = 200  # steps until the full rate is reached
    masked: float = 0.2  # of the characters
    dropout: float = 0.1  # while it learns from annotations


def rotate(values: Tensor, angles: Tensor) -> Tensor:
    """Rotary position embedding (Su et al. 2021) of [text, head, place, unit]; `angles` are [place, half a unit]."""
    first, second = values.chunk(2, dim=-1)
    cosine, sine = angles.cos().to(values.dtype), angles.sin().to(values.dtype)
    return torch.cat((first * cosine - second * sine, first * sine + second * cosine), dim=-1)


class Layer(nn.Module):
    """Self-attention and a layer of its own for each character, each behind a norm."""

    def __init__(self, size: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.attention_norm, self.own_norm = nn.LayerNorm(size), nn.LayerNorm(size)
        self.questions, self.answers = nn.Linear(size, 3 * size), nn.Linear(size, size)
        self.own = nn.Sequential(nn.Linear(size, 4 * size), nn.GELU(), nn.Linear(4 * size, size))

    def forward(self, states: Tensor, angles: Tensor, seen: Tensor | None) -> Tensor:
        """States [text, place, unit]; `seen` [text, 1, 1, place] says which places there are."""
        texts, places, size = states.shape
        asked = self.questions(self.attention_norm(states)).view(texts, places, 3, self.heads, size // self.heads)
        query, key, value = asked.permute(2, 0, 3, 1, 4)
        found = functional.scaled_dot_product_attention(rotate(query, angles), rotate(key, angles), value, attn_mask=seen)
        states = states + self._drop(self.answers(found.transpose(1, 2).reshape(texts, places, size)))
        return states + self._drop(self.own(self.own_norm(states)))

    def _drop(self, values: Tensor) -> Tensor:
        return functional.dropout(values, self.dropout, self.training)


class Transformer(nn.Module):
    """Rows of the characters' embedding in, states [text, place, unit] out."""

    def __init__(self, rows: int, settings: TransformerSettings) -> None:
        super().__init__()
        self.mask = rows
        self.characters = nn.Embedding(rows + 1, settings.size)
        nn.init.normal_(self.characters.weight, std=0.02)
        self.layers = nn.ModuleList(Layer(settings.size, settings.heads, settings.dropout) for _ in range(settings.layers))
        self.norm = nn.LayerNorm(settings.size)
        half = settings.size // settings.heads // 2
        self.turns: Tensor
        self.register_buffer("turns", 10_000.0 ** (-torch.arange(half) / half), persistent=False)
        for name, weight in self.layers.named_parameters():
            if name.endswith(("answers.weight", "own.2.weight")):  # each adds to the states, so that all together start small
                nn.init.normal_(weight, std=0.02 / (2 * settings.layers) ** 0.5)

    def forward(
        self, rows: Tensor, lengths: Tensor | None = None, layers: Sequence[Callable[..., Tensor]] | None = None
    ) -> Tensor:
        """Without lengths every text is full. `layers` may be the same layers, compiled."""
        places = torch.arange(rows.shape[1], device=rows.device)
        seen = None if lengths is None else (places < lengths[:, None])[:, None, None]
        with torch.autocast(rows.device.type, dtype=torch.bfloat16):
            states, angles = self.characters(rows), places[:, None] * self.turns
            for layer in self.layers if layers is None else layers:
                states = layer(states, angles, seen)
        return self.norm(states.float())


def choose_masked(shape: tuple[int, int], share: float, device: torch.device) -> Tensor:
    """Which places [text, place] are masked: short runs, about so many places in all."""
    mean = sum(length * chance for length, chance in enumerate(SPANS, 1))
    starts = torch.rand(shape, device=device) < share / mean
    lengths = torch.multinomial(torch.tensor(SPANS, device=device), starts.numel(), replacement=True).view(shape) + 1
    masked = starts.clone()
    for more in range(1, len(SPANS)):
        masked[:, more:] |= (starts & (lengths > more))[:, :-more]
    return masked


class MaskedLanguageModel(nn.Module):
    """The transformer with a layer that says which character was masked; the embedding serves both ends."""

    def __init__(self, transformer: Transformer) -> None:
        super().__init__()
        self.transformer = transformer
        size = transformer.characters.embedding_dim
        self.guess = nn.Sequential(nn.Linear(size, size), nn.GELU(), nn.LayerNorm(size))
        self.bias = nn.Parameter(torch.zeros(transformer.mask))

    def loss(self, rows: Tensor, share: float, layers: Sequence[Callable[..., Tensor]] | None = None) -> Tensor:
        """Mean loss of a guess, in nats. Of the masked a tenth stay and a tenth become others (Devlin et al. 2019)."""
        masked = choose_masked((rows.shape[0], rows.shape[1]), share, rows.device)
        turn = torch.rand(rows.shape, device=rows.device)
        shown = torch.where(masked & (turn < 0.8), self.transformer.mask, rows)
        shown = torch.where(masked & (turn >= 0.9), torch.randint_like(rows, 2, self.transformer.mask), shown)
        asked = masked & (rows != UNKNOWN)
        states = self.transformer(shown, layers=layers)[asked]
        with torch.autocast(rows.device.type, dtype=torch.bfloat16):
            scores = functional.linear(
                self.guess(states), self.transformer.characters.weight[: self.transformer.mask], self.bias
            )
        return functional.cross_entropy(scores.float(), rows[asked])


def pretrain_transformer(
    transformer: Transformer, stream: NDArray[np.int16], settings: TransformerSettings, *, seed: int
) -> list[float]:
    """Train in place on a stream of rows; the mean loss of each tenth of the way."""
    device = transformer.characters.weight.device
    torch.manual_seed(seed)
    model = MaskedLanguageModel(transformer).to(device)
    model.train()
    usual = [layer.dropout for layer in transformer.layers]
    for layer in transformer.layers:
        layer.dropout = 0.0  # hardly any text is read often enough to be learnt by heart
    layers = [torch.compile(layer) for layer in transformer.layers] if device.type == "cuda" else list(transformer.layers)
    optimiser = torch.optim.AdamW(
        model.parameters(), lr=settings.rate, betas=(0.9, 0.98), weight_decay=WEIGHT_DECAY, fused=device.type == "cuda"
    )
    text = torch.from_numpy(stream).to(device)
    per_step = max(1, settings.batch // settings.window)
    steps = max(1, settings.characters // (per_step * settings.window))
    within = torch.arange(settings.window, device=device)
    waiting = torch.empty(0, dtype=torch.int64, device=device)
    losses: list[Tensor] = []
    tenths: list[float] = []
    started = time.perf_counter()
    for step in range(steps):
        if len(waiting) < per_step:  # each time through the text windows start elsewhere
            first = int(torch.randint(settings.window, ()))
            starts = torch.arange(first, len(text) - settings.window, settings.window, device=device)
            waiting = torch.cat((waiting, starts[torch.randperm(len(starts), device=device)]))
        chosen, waiting = waiting[:per_step], waiting[per_step:]
        for group in optimiser.param_groups:
            group["lr"] = settings.rate * rate_at(step, steps, settings.warm)
        loss = model.loss(text[chosen[:, None] + within].long(), settings.masked, layers)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        losses.append(loss.detach())
        if (step + 1) * 10 // steps > step * 10 // steps:
            tenths.append(round(float(torch.stack(losses).mean()), 4))
            losses.clear()
            speed = (step + 1) * per_step * settings.window / (time.perf_counter() - started)
            log.info("masked characters, step %d of %d, loss %.3f, %.0f characters/s", step + 1, steps, tenths[-1], speed)
    for layer, dropout in zip(transformer.layers, usual, strict=True):
        layer.dropout = dropout
    return tenths
