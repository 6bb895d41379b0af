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
        ("本报通讯员 涂小青 摄", [("涂小青", "通讯员", "本报")]),
    ],
)
def test_bylines_name_their_authors(byline: str, authors: list[tuple[str | None, str | None, str | None]]) -> None:
    assert authors == [(author.name, author.role, author.outlet) for author in parse_byline(byline)]
