"""Made-up training examples: bylines, lists of officials and captions, which pages are full of and corpora are not.

Every name is composed of a surname, a place of the divisions table, and characters drawn at random.
`patterns.toml` has the rest.
"""

import csv
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yaowen.model.fold import code_points, fold
from yaowen.model.tags import read_tags, write_tags
from yaowen.train.corpora import LABELS, Annotated, Piece
from yaowen.train.wordlist import DIVISION_ENDINGS, read_column, read_divisions, short_form

HEAD = LABELS["news_domain"]
Part = tuple[str, str]  # text and label, "" for none

PATTERNS: Mapping[str, Any] = tomllib.loads(resources.files("yaowen.train").joinpath("patterns.toml").read_text("utf-8"))
PLAIN_REPORTERS = 9  # how much likelier 记者 is than each of the other names for one


@dataclass(frozen=True)
class Generator:
    """What names are made of."""

    surnames: tuple[str, ...]
    surname_weights: NDArray[np.float64]
    cities: tuple[str, ...]
    counties: tuple[str, ...]
    streets: tuple[str, ...]
    given: tuple[str, ...]  # characters of given names
    divisions: frozenset[str] = field(repr=False)

    @classmethod
    def read(cls, corpora: Path, people: Iterable[str] = ()) -> "Generator":
        divisions = corpora / "divisions"
        surnames = read_column(corpora / "names" / "surnames.csv", "surname")
        with (corpora / "names" / "surnames.csv").open(encoding="utf-8", newline="") as lines:
            weights = np.sqrt([float(row["weight"]) + 1 for row in csv.DictReader(lines)])
        given = tuple(c for name in people if len(name) in (2, 3) for c in name[1:] if "一" <= c <= "龥") or tuple(
            "文明华国建伟强丽"
        )
        levels = {
            n: [x for x in read_column(divisions / f"{n}.csv", "name") if len(x) > 2] for n in ("cities", "areas", "streets")
        }
        levels = {n: [x for x in names if x.endswith(DIVISION_ENDINGS) and x != "市辖区"] for n, names in levels.items()}
        towns = [x for x in levels["streets"] if x.endswith(("镇", "乡")) and len(x) <= 5]
        return cls(
            tuple(surnames),
            weights / weights.sum(),
            tuple(levels["cities"]),
            tuple(levels["areas"]),
            tuple(towns),
            given,
            frozenset(read_divisions(divisions)),
        )

    def make(self, count: int, random: np.random.Generator) -> list[Piece]:
        """A few lines from the templates, alone or one after the other as on a page."""
        lines = [*PATTERNS["bylines"], *PATTERNS["officials"]]
        pieces: list[Piece] = []
        for _ in range(count):
            writer = Writer(self, random)
            chosen = [lines[int(random.integers(len(lines)))] for _ in range(int(random.integers(1, 4)))]
            parts: list[Part] = []
            for line in chosen:
                if parts and random.random() < 0.6:
                    parts.append(("\n", ""))
                parts += writer.fill(line)
            pieces.append(make_piece(parts))
        return pieces

    def rename(self, piece: Piece, random: np.random.Generator) -> Piece:
        """The same piece about other people and other places, each name changed the same way wherever it stands."""
        text = "".join(map(chr, piece.codes.tolist()))
        writer, parts, place = Writer(self, random), [], 0
        changed: dict[str, str] = {}
        for start, end, label in read_tags(piece.tags, HEAD):
            name = text[start:end]
            if name not in changed:
                changed[name] = writer.other_name(name, label)
            parts += [(text[place:start], ""), (changed[name], label)]
            place = end
        return make_piece([*parts, (text[place:], "")])

    @cached_property
    def known_surnames(self) -> frozenset[str]:
        return frozenset(self.surnames)


def make_piece(parts: Sequence[Part]) -> Piece:
    """The parts put together, their labels as tags."""
    text, spans = "", []
    for part, label in parts:
        if part and label:
            spans.append((len(text), len(text) + len(part), label))
        text += part
    codes = code_points(text)
    return Piece(codes, write_tags(spans, len(codes), HEAD))


class Writer:
    """Fills in one example; the county it is about stays the same."""

    def __init__(self, names: Generator, random: np.random.Generator) -> None:
        self.names, self.random = names, random
        self.county, self.city = self.pick(names.counties), self.pick(names.cities)

    def pick(self, choices: Sequence[str]) -> str:
        return choices[int(self.random.integers(len(choices)))]

    def person(self) -> str:
        if self.random.random() < 0.04:
            count = int(self.random.integers(2, 5))
            return "".join(self.pick(PATTERNS["transliterated"]) for _ in range(count)) + (
                "·" + self.person() if count == 4 else ""
            )
        surname = self.names.surnames[int(self.random.choice(len(self.names.surnames), p=self.names.surname_weights))]
        return surname + "".join(self.pick(self.names.given) for _ in range(1 if self.random.random() < 0.25 else 2))

    def word(self) -> str:
        return self.pick(self.names.given) + self.pick(self.names.given)

    def place_name(self) -> str:
        """County or city, whole or short, with or without what it belongs to."""
        name = self.pick((self.county, self.city, self.county, self.pick(self.names.counties)))
        turn = self.random.random()
        return name if turn < 0.6 else short_form(name) if turn < 0.85 else self.city + self.county

    def fill(self, template: str) -> list[Part]:
        parts: list[Part] = []
        for literal, mention, label, slot in re.findall(r"([^\[{]+)|\[([^|\]]+)\|(\w+)\]|\{(\w+)\}", template):
            if literal:
                parts.append((literal, ""))
            elif mention:
                parts.append(("".join(text for text, _ in self.fill(mention)), label))
            else:
                parts += SLOTS[slot](self)
        return parts

    def other_name(self, name: str, label: str) -> str:
        """A name of the same make, or the same name where its make is unknown."""
        if label == "PERSON" and len(name) in (2, 3) and name[0] in self.names.known_surnames:
            return fold(self.person())
        if label in ("PLACE", "ORG"):
            for end in range(min(len(name), 8), 2, -1):
                if name[:end] in self.names.divisions and name[end - 1] in "县市区":
                    pool = self.names.cities if name[end - 1] == "市" else self.names.counties
                    return fold(self.pick(pool)) + name[end:]
        return name


def words(name: str) -> list[str]:
    """A list of words of the patterns file."""
    return str(PATTERNS[name]).split()


def lone(label: str, *choices: str) -> Callable[[Writer], list[Part]]:
    """One of the choices, its own slots filled in, as one mention."""

    def fill(writer: Writer) -> list[Part]:
        return [("".join(text for text, _ in writer.fill(writer.pick(choices))), label)]

    return fill


def loose(*choices: str) -> Callable[[Writer], list[Part]]:
    """One of the choices, its own slots filled in, with the mentions in it."""
    return lambda writer: writer.fill(writer.pick(choices))


def said(*makers: Callable[[Writer], str]) -> Callable[[Writer], list[Part]]:
    """What one of the makers makes, as no mention."""
    return lambda writer: [(makers[int(writer.random.integers(len(makers)))](writer), "")]


def unit_of(writer: Writer) -> str:
    """What the paper calls the area it is for: 市 more often than 县 and 区."""
    return "市" if writer.random.random() < 0.6 else writer.pick("县区")


SLOTS: Mapping[str, Callable[[Writer], list[Part]]] = {
    "人": lambda w: [(w.person(), "PERSON")],
    "姓": lambda w: [(w.person()[0], "PERSON")],
    "老": lambda w: [(w.pick("老小") + w.person()[0], "PERSON")],
    "记者": loose(*["记者"] * PLAIN_REPORTERS, *words("reporters")),
    "开头": loose(*PATTERNS["openings"]),
    "说": loose(*PATTERNS["speech"]),
    "会": loose(*words("meetings")),
    "物": loose(*words("crops")),
    "月日": lambda w: [(f"{w.random.integers(1, 13)}月{w.random.integers(1, 29)}日", "")],
    "县": said(lambda w: w.county, lambda w: short_form(w.county), lambda w: unit_of(w)),
    "名": said(Writer.place_name),
    "全名": said(lambda w: w.county, lambda w: w.city, lambda w: w.city + w.county),
    "字": said(Writer.word),
    "级": said(unit_of),
    "市县": lone("PLACE", "{名}"),
    "长": said(lambda w: unit_of(w) + "长"),
    "副长": said(lambda w: "副" + unit_of(w) + "长"),
    "常务副长": said(lambda w: "常务副" + unit_of(w) + "长", lambda w: "副" + unit_of(w) + "长"),
    "市领导": said(lambda w: unit_of(w) + "领导"),
    "常职": loose("常委", "副书记", "秘书长", "副秘书长", "专职副书记", "办公室主任"),
    "职": loose("局长", "副局长", "党组成员", "科长", "主任", "副主任", "党组书记"),
    "企职": loose("董事长", "总经理", "副总经理", "负责人", "党委书记", "厂长", "技术员", "理事长", "车间主任"),
    "校职": loose("校长", "副校长", "党委书记", "教授", "副教授", "教师", "班主任", "院长"),
    "医职": loose("院长", "副院长", "党委书记", "主任医师", "护士长", "医生", "科主任"),
    "法检长": loose("院长", "检察长", "副院长"),
    "部": loose(*words("departments")),
    "局": lone("ORG", *(f"{{级}}{office}" for office in words("offices")), *(f"{{名}}{office}" for office in words("offices"))),
    "市县委": lone("ORG", "市委", "县委", "区委", "{全名}委", "{全名}委", "市委"),
    "县委": lambda w: [(w.county + "委" if w.county[-1] in "县市区旗" else w.county + "党委", "ORG")],
    "市县组织": loose(
        "市委常委会", "{级}委", "{级}政府", "{级}委理论学习中心组", "{级}人大常委会", "{级}政协", "{级}纪委监委", "{级}政府党组"
    ),
    "政协": lone("ORG", "市政协", "县政协", "{名}政协", "区政协"),
    "人大": lone("ORG", "市人大常委会", "县人大常委会", "{名}人大常委会", "区人大常委会", "市人大"),
    "法检": lone("ORG", "市中级人民法院", "市人民检察院", "{名}人民法院", "{名}检察院", "县法院"),
    "团体": lone("ORG", "市总工会", "{级}妇联", "{名}残联", "{级}文联", "{名}科协", "{级}工商联"),
    "报社": lone("ORG", "{名}日报", "{名}晚报", "{名}日报社", "{名}广播电视台", "{名}融媒体中心"),
    "镇名": said(lambda w: w.pick(w.names.streets)),
    "镇": lone("PLACE", "{镇名}", "{名}{镇名}"),
    "镇委": lone("ORG", "{镇名}党委", "{名}{镇名}党委"),
    "村名": said(*(lambda w, end=end: w.word() + end for end in ("村", "村", "庄村", "沟村", "社区", "屯", "嘴村"))),
    "村": lone("PLACE", "{村名}", "{镇名}{村名}", "{名}{镇名}{村名}"),
    "村支部": lone("ORG", "{村名}党支部", "{镇名}{村名}党支部", "{村名}党总支"),
    "村委": lone("ORG", "{村名}村委会", "{村名}委会", "{镇名}{村名}村委会"),
    "地": lone("PLACE", *(f"{{字}}{kind}" for kind in words("place_kinds")), "{村名}", "{名}", "{名}{字}景区", "{镇名}"),
    "公司": lone(
        "ORG",
        *(f"{{名}}{{字}}{kind}" for kind in words("company_kinds")),
        *(f"{{字}}{kind}" for kind in words("company_kinds")),
    ),
    "学校": lone(
        "ORG",
        "{名}第二中学",
        "{名}实验小学",
        "{字}小学",
        "{名}职业技术学院",
        "{名}学院",
        "{名}一中",
        "{字}中学",
        "{级}实验中学",
        "{名}幼儿园",
    ),
    "医院": lone("ORG", "{名}人民医院", "{名}中医院", "{级}第一人民医院", "{级}妇幼保健院", "{镇名}卫生院", "{级}中医院"),
    "银行": lone("ORG", "{名}农商银行", "农业银行{名}支行", "{名}农村信用合作联社"),
}


def disturb(piece: Piece, random: np.random.Generator) -> Piece:
    """What layout and OCR do to text: straight quotation marks, lost or added blanks, a lost end."""
    codes, tags = piece.codes.copy(), piece.tags
    turn = random.random()
    if turn < 0.08:
        codes[np.isin(codes, [ord("“"), ord("”")])] = ord('"')
    elif turn < 0.12:
        codes[codes == ord("、")] = ord(",")
    elif turn < 0.2:
        kept = ~((codes == ord(" ")) & (tags == 0))
        codes, tags = codes[kept], tags[kept]
    elif turn < 0.25:
        codes = np.where(codes == ord("\n"), ord(" "), codes).astype(np.int32)
    elif turn < 0.3 and len(codes) and codes[-1] in (ord("。"), ord("\n")):
        codes, tags = codes[:-1], tags[:-1]
    return Piece(codes, tags) if len(codes) else piece


def people_in(texts: Iterable[Annotated], label: str) -> Iterator[str]:
    """The names with a label."""
    return (t.text[s:e] for t in texts for s, e, found in t.spans if found == label)
