"""The model that ships and its card: scores, speed, data, use."""

from __future__ import annotations

import datetime
import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib import resources
from pathlib import Path
from string import Template
from typing import Any

import numpy as np
import torch

from yaowen.model.entity_model import COMPONENT, EntityModel
from yaowen.train.corpora import LABELS, Annotated, flat_spans
from yaowen.train.export import export
from yaowen.train.finish import finish
from yaowen.train.run import SOFT_LABELS, make_featuriser, make_network
from yaowen.train.scoring import Count, add_counts, count_spans
from yaowen.train.settings import TrainSettings
from yaowen.train.sources import read_corpora
from yaowen.train.speed import measure

# What is scored in which part. Test parts are scored once for each model that is released.
SCORED = (
    ("news_domain", "dev"),
    ("msra", "test"),
    ("pfr199801", "test"),
    ("cluener2020", "dev"),
    ("resume", "test"),
)
RESAMPLED = 1000
FINISHED = "finish.json"


def write_model(settings: TrainSettings) -> None:
    """Export the last checkpoint as a spaCy pipeline, score it, and write its card."""
    from yaowen.model.spacy_component import make_pipeline

    corpora = read_corpora(settings)
    featuriser = make_featuriser(settings, corpora)
    network = make_network(settings, featuriser)
    checkpoint = settings.folder / settings.name / "last.pt"
    network.load_state_dict(torch.load(checkpoint, weights_only=True)["average"])
    folder = settings.output / COMPONENT
    export(network, featuriser, folder, {"name": settings.name})
    report = finish(folder, corpora, settings.finish)
    (settings.folder / settings.name / FINISHED).write_text(json.dumps(report) + "\n", "utf-8")
    make_pipeline(folder).to_disk(settings.output, exclude=["vocab"])
    write_card(settings)


def write_card(settings: TrainSettings) -> None:
    """Score the exported model and write `README.md` and `scores.json` beside it."""
    corpora = read_corpora(settings)
    model = EntityModel.load(settings.output)
    scores: dict[str, Any] = {}
    for head, part in SCORED:
        texts = getattr(corpora[head], part)
        parts = score_texts(model, texts, head)
        scores[f"{head} {part}"] = summarise(parts)
    speed = measure(settings.output, [t.text for t in corpora["news_domain"].dev])
    rows = [json.loads(line) for line in (settings.folder / settings.name / "log.jsonl").read_text("utf-8").splitlines()]
    sizes = {head: {"train": len(c.train), "dev": len(c.dev), "test": len(c.test)} for head, c in corpora.items()}
    finished = json.loads((settings.folder / settings.name / FINISHED).read_text("utf-8"))
    about = {
        "scores": scores,
        "speed": speed,
        "texts": sizes,
        "run": asdict(settings.run),
        "finish": {"settings": asdict(settings.finish), "f1": finished},
        "log": rows,
    }
    (settings.output / "scores.json").write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", "utf-8")
    errors = describe_errors(model, corpora["news_domain"].dev)
    (settings.output / "README.md").write_text(render(settings, about, errors), "utf-8")


def score_texts(model: EntityModel, texts: Sequence[Annotated], head: str) -> list[dict[str, Count]]:
    """The counts of each text."""
    found = model.find([t.text for t in texts], head)
    return [count_spans(f, flat_spans(t, LABELS[head])) for f, t in zip(found, texts, strict=True)]


def summarise(parts: Sequence[Mapping[str, Count]]) -> dict[str, dict[str, float]]:
    """By label: precision, recall, F1, how many there are, and the middle 95% of F1 over texts drawn again."""
    total = add_counts(parts)
    random = np.random.default_rng(1)
    chosen = random.integers(len(parts), size=(RESAMPLED, len(parts)))
    table: dict[str, dict[str, float]] = {}
    for label, count in sorted(total.items()):
        numbers = np.array([[*asdict(p.get(label, Count())).values()] for p in parts])
        drawn = numbers[chosen].sum(axis=1)
        f1 = 2 * drawn[:, 0] / np.maximum(drawn[:, 1] + drawn[:, 2], 1)
        low, high = np.percentile(f1, (2.5, 97.5))
        table[label or "all"] = {
            "precision": round(count.precision, 4),
            "recall": round(count.recall, 4),
            "f1": round(count.f1, 4),
            "low": round(float(low), 4),
            "high": round(float(high), 4),
            "there": count.there,
        }
    return table


def describe_errors(model: EntityModel, texts: Sequence[Annotated], most: int = 12) -> dict[str, list[str]]:
    """Kinds of errors on our development texts, each with examples."""
    kinds: dict[str, list[str]] = {"missed": [], "found where there is none": [], "other bounds": [], "other label": []}
    for text, found in zip(texts, model.find([t.text for t in texts]), strict=True):
        gold = set(flat_spans(text, LABELS["news_domain"]))
        mine = set(found)
        for start, end, label in sorted(gold - mine):
            overlapping = [s for s in mine if s[0] < end and start < s[1]]
            name = text.text[start:end]
            if any(s[:2] == (start, end) for s in overlapping):
                other = next(s[2] for s in overlapping if s[:2] == (start, end))
                kinds["other label"].append(f"{name} {label}, found as {other}")
            elif overlapping:
                kinds["other bounds"].append(
                    f"{name} {label}, found as {' + '.join(text.text[s:e] for s, e, _ in sorted(overlapping))}"
                )
            else:
                kinds["missed"].append(f"{name} {label}")
        for start, end, label in sorted(mine - gold):
            if not any(s[0] < end and start < s[1] for s in gold):
                kinds["found where there is none"].append(f"{text.text[start:end]} {label}")
    return {f"{kind} ({len(examples)})": examples[:: max(1, len(examples) // most)][:most] for kind, examples in kinds.items()}


def describe_finish(finished: Mapping[str, Any]) -> str:
    """Which layers learnt once more, and what that was worth."""
    if not finished["f1"]:
        return "No layer learnt once more after the export."
    folds = finished["settings"]["folds"]
    worth = ", ".join(f"{head} {f1['before']:.1%} → {f1['tried']:.1%}" for head, f1 in finished["f1"].items())
    return (
        "At last the layers of some corpora learnt once more, the exported encoder unchanged, from the development part\n"
        "beside as much of the training part (`yaowen.train.finish`). F1 of the development part, before → where each of\n"
        f"{folds} folds is read by a layer that has learnt from the others: {worth}."
    )


def describe_foreseeing(settings: TrainSettings) -> str:
    """How the encoder was pretrained, from what that step has left."""
    path = settings.folder / settings.name / "language.json"
    if not settings.language.characters:
        return "The encoder started from chance."
    losses = json.loads(path.read_text("utf-8"))["losses"]
    read = settings.language.characters
    return (
        f"Before it saw an annotation, the encoder learnt on {read:,} characters of raw text to foresee\n"
        "the character after next from the left, and the one before from the right; its mean loss fell from"
        f" {losses[0]:.2f} to {losses[-1]:.2f} nats\n(tenths of the way)."
    )


def describe_soft_labels(path: Path) -> str:
    """How much was labelled, and by which heads."""
    with np.load(path, allow_pickle=False) as stored:
        heads, read = ", ".join(stored["heads"].tolist()), int(stored["lengths"].sum())
    return f"{read:,} characters of raw text, tag by tag with its doubts, are soft labels to learn from\n({heads})."


def describe_released(settings: TrainSettings) -> str:
    """What a model that was released before has read."""
    if settings.released is None:
        return ""
    labels = describe_soft_labels(settings.folder / settings.name / SOFT_LABELS["released"])
    return f"It learns from the model released before it besides the annotations: what that one thinks of\n{labels}"


def describe_teacher(settings: TrainSettings) -> str:
    """What a teacher has read, from what that step has left."""
    teacher, folder = settings.teacher, settings.folder / settings.name
    if teacher is None:
        return "Its config names no teacher."
    learnt = json.loads((folder / "transformer.json").read_text("utf-8"))
    *_, last = (folder / "teacher" / "log.jsonl").read_text("utf-8").splitlines()
    scores = ", ".join(f"{head} {f1:.1%}" for head, f1 in json.loads(last)["dev_f1"].items())
    size, loss = teacher.transformer, learnt["losses"][-1]
    return "\n".join(
        (
            "It also learns from a larger network that is too slow to ship: a transformer of",
            f"{size.layers} layers of {size.size} units that has read {learnt['characters']:,} characters of raw text",
            f"to tell those that were masked (mean loss of the last tenth {loss:.2f} nats), before an LSTM,",
            f"both trained on the annotations for {teacher.run.epochs} epochs (dev F1 of this teacher:",
            f"{scores}). What it thinks of",
            describe_soft_labels(folder / SOFT_LABELS["teacher"]),
        )
    )


def render(settings: TrainSettings, about: Mapping[str, Any], errors: Mapping[str, Sequence[str]]) -> str:
    """The card in Markdown: `card.md` with the figures filled in."""
    run, network = settings.run, settings.network
    scores = [
        f"| {part} | {label} | {row['precision']:.1%} | {row['recall']:.1%} | {row['f1']:.1%} "
        f"({row['low']:.1%}–{row['high']:.1%}) | {row['there']:,} |"
        for part, table in about["scores"].items()
        for label, row in table.items()
    ]
    epochs = [
        f"| {row['epoch']} | {row['seconds']} | {row['own_texts']} | "
        + " | ".join(f"{row['dev_f1'][head]:.1%}" if head in row["dev_f1"] else "–" for head in run.shares)
        + " |"
        for row in about["log"]
    ]
    return Template(resources.files("yaowen.train").joinpath("card.md").read_text("utf-8")).substitute(
        date=datetime.datetime.now(tz=datetime.UTC).date(),
        scores="\n".join(scores),
        machine=f"{platform.machine()}, Python {platform.python_version()}",
        speed="\n".join(f"- {name}: {value:,}" for name, value in about["speed"].items()),
        hidden=network.hidden_size,
        epochs=run.epochs,
        batch=f"{run.batch:,}",
        rate=run.rate,
        seed=run.seed,
        foreseen=describe_foreseeing(settings),
        labelled="\n\n".join(filter(None, (describe_released(settings), describe_teacher(settings)))),
        finished=describe_finish(about["finish"]),
        soft=f"{run.soft_labels:.0%}",
        notes=settings.notes.strip(),
        shares=", ".join(f"{head} × {share:g}" for head, share in run.shares.items()),
        made_up=f"{run.made_up:,}",
        heads=" | ".join(f"{head} dev F1" for head in run.shares),
        rule="| --- " * (3 + len(run.shares)) + "|",
        log="\n".join(epochs),
        errors="\n\n".join(f"**{kind}**: {'；'.join(examples)}." for kind, examples in errors.items()),
    )
