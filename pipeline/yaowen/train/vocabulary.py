"""The dictionary of `yaowen.vocabulary`: words of jieba's dictionary, with the kinds that the press uses them as.

python -m yaowen.train.vocabulary pipeline/yaowen/resources/words.csv press/*.jsonl.xz
"""

from __future__ import annotations

import json
import lzma
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from yaowen.vocabulary import Kind

BEFORE_VERBS = frozenset(
    [
        "已",
        "将",
        "不",
        "正在",
        "可",
        "会",
        "能",
        "并",
        "曾",
        "要",
        "未",
        "所",
        "被",
        "再",
        "可以",
        "已经",
        "来",
        "去",
        "也",
        "都",
        "还",
        "就",
        "应",
        "须",
        "必须",
        "能够",
        "共",
        "先后",
        "陆续",
        "不断",
        "继续",
        "正",
    ]
)
BEHIND_VERBS = frozenset(["了", "过", "着", "到", "至", "出", "起", "为"])
BEFORE_NOUNS = frozenset(
    ["的", "各", "这", "该", "各项", "各类", "个", "家", "项", "种", "名", "位", "等", "进行", "开展", "加强", "本", "其"]
)
LONGEST = 5
LEAST_USES = 4
CHARACTERS = 2_500_000
"""How much is read of each file."""

KINDS = {
    **dict.fromkeys(("n", "i", "j", "l", "s", "o", "g", "k", "nr", "ns", "nt", "nz"), Kind.NOUN),
    **dict.fromkeys(("a", "b", "z", "h"), Kind.ADJECTIVE),
    **dict.fromkeys(("d", "ad"), Kind.ADVERB),
    **dict.fromkeys(("u", "y"), Kind.PARTICLE),
    **{str(kind): kind for kind in Kind},
}
"""What the parts of speech of jieba's dictionary are here, by their whole name or its first letter."""

PEOPLE_AND_PLACES = frozenset("者人界省军长线事力战行钱育云南国")
OURS = {
    **dict.fromkeys(("率", "例", "时长", "占比", "营收", "机电", "可支配收入", "可再生能源", "贷款", "小将", "边"), Kind.NOUN),
    **dict.fromkeys(("高职", "普惠", "小微", "疾控", "植保", "地温"), Kind.NOUN),
    **dict.fromkeys(
        (
            *("参赛", "参展", "参会", "参演", "参训", "晋级", "出战", "亮相", "落户", "获批", "申报", "完成", "应到", "实到"),
            *("受伤", "死亡", "受灾", "遇难", "失踪", "获救", "连线", "变身", "出列", "落选", "摘帽"),
            "共有",
            *("齐聚", "莅临", "印发", "失联", "仍有", "另有"),
            *("流离失所", "无家可归", "露宿街头", "榜上有名"),
        ),
        Kind.VERB,
    ),
    **dict.fromkeys(
        ("搜救", "立项", "签约", "获奖", "就业", "免息", "收案", "战斗", "比拼", "竞技", "角逐", "资助", "扶持", "建言"),
        Kind.ACTION,
    ),
    **dict.fromkeys(
        ("人均", "户均", "亩均", "村均", "日均", "月均", "年均", "平均", "临时", "省定", "国定", "免费", "虚拟", "仿真"),
        Kind.ADJECTIVE,
    ),
    **dict.fromkeys(
        (
            "同比",
            "环比",
            "逾",
            "近",
            "集中",
            "及时",
            "就近",
            "就地",
            "不同程度",
            "随时",
            "竞相",
            "同台",
            "同场",
            "昨",
            "全部",
            "静默",
            "同步",
            "首次",
            "仍",
            "正在",
            "往往",
            "齐",
        ),
        Kind.ADVERB,
    ),
    **dict.fromkeys(("该次", "此次", "本次", "这次", "另"), Kind.PRONOUN),
    **dict.fromkeys(("作为", "如", "围绕", "经"), Kind.PREPOSITION),
    "对外开放": Kind.ACTION,
    "超": Kind.VERB,
    "当月": Kind.TIME,
    "间": Kind.SIDE,
    "有组织": Kind.ADJECTIVE,
    "可支配": Kind.ADJECTIVE,
}
"""Words of statistics that the dictionary lacks or has as another kind."""
FREQUENCY_OF_OURS = 4000


@dataclass
class Uses:
    """How often a word was met, and how often where only a verb, or only a noun, stands."""

    total: int = 0
    behind_adverb: int = 0
    before_aspect: int = 0
    as_noun: int = 0

    @property
    def as_verb(self) -> float:
        """The share of its uses that only a verb has."""
        return (self.behind_adverb + self.before_aspect) / self.total if self.total else 0.0

    @property
    def leaning(self) -> float:
        """Between 0, always a noun, and 1, always a verb."""
        told = self.behind_adverb + self.before_aspect + self.as_noun
        return (self.behind_adverb + self.before_aspect) / told if told else 0.0


def kind_of(word: str, tag: str, uses: Uses) -> Kind:
    """The kind of a word from its part of speech in the dictionary, and from its uses where these say more."""
    if word in OURS:
        return OURS[word]
    if tag == "i" and len(word) > 3:
        return Kind.OTHER
    kind = KINDS.get(tag, KINDS.get(tag[0], Kind.OTHER))
    if kind == Kind.VERB:
        return _kind_of_verb(uses)
    two = len(word) == 2 and word[1] not in PEOPLE_AND_PLACES and tag != "b" and uses.total >= 20
    if kind == Kind.NOUN and two:
        if uses.behind_adverb >= 0.05 * uses.total and uses.leaning >= 0.72 and word[0] not in "不未无没可能将难":
            return Kind.VERB
        if uses.behind_adverb >= 0.03 * uses.total and uses.leaning >= 0.6:
            return Kind.ACTION
    return kind


def _kind_of_verb(uses: Uses) -> Kind:
    if uses.total >= 20 and uses.as_noun >= 0.1 * uses.total and uses.leaning < 0.25:
        return Kind.NOUN
    if uses.total >= 100 and uses.as_verb < 0.025 and uses.leaning < 0.25:
        return Kind.NOUN
    if uses.total >= 40 and (uses.leaning < 0.72 or uses.as_verb < 0.07):
        return Kind.ACTION
    return Kind.ACTION if uses.total < 40 and uses.leaning < 1 else Kind.VERB


def count_uses(texts: Iterable[str]) -> Mapping[str, Uses]:
    """How the words of some texts are used, as jieba cuts them."""
    import jieba

    found: dict[str, Uses] = {}
    for text in texts:
        words = ["。", *jieba.cut(text, HMM=False), "。"]
        for before, word, behind in zip(words, words[1:], words[2:], strict=False):
            uses = found.setdefault(word, Uses())
            uses.total += 1
            uses.behind_adverb += before in BEFORE_VERBS
            uses.before_aspect += behind in BEHIND_VERBS
            uses.as_noun += before in BEFORE_NOUNS
    return found


def make_rows(uses: Mapping[str, Uses]) -> Iterator[tuple[str, int, Kind]]:
    """The dictionary: word, frequency and kind, in order. Names of people of three characters are left out."""
    import jieba

    rows = {word: (FREQUENCY_OF_OURS, kind) for word, kind in OURS.items()}
    with (Path(jieba.__file__).parent / "dict.txt").open(encoding="utf-8") as lines:
        for line in lines:
            word, frequency, tag = line.split()
            met = uses.get(word, Uses())
            if met.total < LEAST_USES or len(word) > LONGEST or not all("\u4e00" <= char <= "\u9fff" for char in word):
                continue
            if tag.startswith("nr") and (len(word) > 2 or met.total < 30):
                continue
            rows[word] = (int(frequency), kind_of(word, tag, met))
    for word in sorted(rows):
        yield word, *rows[word]


def read_press(path: Path) -> Iterator[str]:
    """The texts of a file of articles, up to so many characters."""
    read = 0
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            read += len(text)
            yield text
            if read > CHARACTERS:
                return


if __name__ == "__main__":
    target, *sources = map(Path, sys.argv[1:])
    counted = count_uses(text for source in sources for text in read_press(source))
    written = "".join(f"{word},{frequency},{kind}\n" for word, frequency, kind in make_rows(counted))
    target.write_text("word,frequency,kind\n" + written, encoding="utf-8")
