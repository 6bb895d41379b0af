import pytest

from yaowen.segment.bylines import parse_byline


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("本报记者 韦 岚", [("韦岚", "记者", "本报")]),
        ("本报讯（记者韦岚）", [("韦岚", "记者", "本报")]),
        ("本报讯（记者韦岚、通讯员涂小青）", [("韦岚", "记者", "本报"), ("涂小青", "通讯员", "本报")]),
        ("本报讯（通讯员涂小青）", [("涂小青", "通讯员", "本报")]),
        ("本报记者 韦 岚 通讯员 涂小青", [("韦岚", "记者", "本报"), ("涂小青", "通讯员", None)]),
        ("本报讯（首席记者韦岚 记者涂小青）", [("韦岚", "首席记者", "本报"), ("涂小青", "记者", "本报")]),
        ("（文/韦岚 图/涂小青）", [("韦岚", None, None), ("涂小青", None, None)]),
        ("（记者韦岚 涂小青）", [("韦岚", "记者", None), ("涂小青", "记者", None)]),
        ("□本报记者韦岚 文/图", [("韦岚", "记者", "本报")]),
        ("本报评论员", [(None, "评论员", "本报")]),
        ("韦岚 涂小青 骆行舟", [("韦岚", None, None), ("涂小青", None, None), ("骆行舟", None, None)]),
        ("本报岚州3月2日电（韦岚、涂小青）", [("韦岚", None, "本报"), ("涂小青", None, "本报")]),
        ("中新网岚州3月2日电(记者骆行舟韦岚)", [("骆行舟", "记者", "中新网"), ("韦岚", "记者", "中新网")]),
        ("（记者 韦岚常可 欧阳知秋）", [("韦岚", "记者", None), ("常可", "记者", None), ("欧阳知秋", "记者", None)]),
        ("（通讯员 骆文）", [("骆文", "通讯员", None)]),
        ("本报记者 骆行舟 文/图", [("骆行舟", "记者", "本报")]),
        ("骆行舟 文 韦岚 图", [("骆行舟", None, None), ("韦岚", None, None)]),
        ("（记者 马哈木提 古丽米热）", [("马哈木提", "记者", None), ("古丽米热", "记者", None)]),
        ("据新华社岚州3月2日电（记者韦岚）", [("韦岚", "记者", "新华社")]),
        ("晚报记者 韦岚 实习生 涂小青", [("韦岚", "记者", "晚报"), ("涂小青", "实习生", None)]),
        ("（记者 阿依努尔）", [("阿依努尔", "记者", None)]),
        ("本报通讯员 涂小青 摄", [("涂小青", "通讯员", "本报")]),
    ],
)
def test_bylines_name_their_authors(byline: str, authors: list[tuple[str | None, str | None, str | None]]) -> None:
    assert authors == [(author.name, author.role, author.outlet) for author in parse_byline(byline)]


@pytest.mark.parametrize("byline", ["（望江镇 供稿）", "（望江县人民法院 供稿）", "（县教育局 供稿）"])
def test_a_body_that_sends_an_article_is_no_author(byline):
    assert parse_byline(byline) == ()


def test_a_person_who_sends_an_article_is_one():
    assert [author.name for author in parse_byline("（卓然 供稿）")] == ["卓然"]
