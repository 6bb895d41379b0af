"""Mentions read anew, each by the rules of its label and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from yaowen.entities import body_rules, person_rules, place_rules, role_rules
from yaowen.entities.cases import Case, Names, Rule
from yaowen.page import Clipping
from yaowen.schema import Label, Mention

RULES: Mapping[Label, tuple[Rule, ...]] = {
    Label.PERSON: person_rules.RULES,
    Label.ROLE: role_rules.RULES,
    Label.PLACE: (*place_rules.RULES, body_rules.take_subdivision),
    Label.ORG: body_rules.RULES,
}


def reread_mentions(clipping: Clipping, mentions: Sequence[Mention], names: Names) -> Iterator[Mention]:
    """Mentions with the whole of a name and nothing beside it, with what titles stand there; what names nothing is left out.

    What stands in a name that has become longer is part of it.
    """
    kept: list[Mention] = []
    for number, mention in enumerate(mentions):
        if kept and mention.end <= kept[-1].end:
            continue
        case = Case(clipping, mention, kept, mentions[number + 1 : number + 2], names)
        said = next((said for rule in RULES[mention.label] if (said := rule(case)) is not None), (mention,))
        kept.extend(said)
    yield from kept
