"""In what form an event was held: 视频, 线上线下相结合."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yaowen.facts.events.reports import Report
from yaowen.facts.scene import Scene
from yaowen.facts.sentences import Sentence

FORMAT = re.compile(
    r"(?:以|采取|采用|通过)[^，。；\n]{0,10}?(?P<form>电视电话会议|电视电话|视频会议|网络会议|电视会议|视频连线|视频"
    r"|线上线下相结合|线上线下结合|线上\+线下|“线上\+线下”|线上与线下相结合|线上|网络直播|云签约"
    r"|“云签约”)[^，。；\n]{0,4}(?:形式|方式|召开|举行)"
    r"|[（(](?P<bracket>视频|电视电话|线上|视频会议)[）)]"
)
FORM_IN_NAME = re.compile(r"电视电话会议|视频会议|电视会议|视频(?=(?:调度|推进|座谈|培训|连线|动员|部署|工作)*会)")


def find_format(scene: Scene, report: Report, lines: Iterable[Sentence]) -> str | None:
    """The form that its name or one of its sentences tells; a tour has none."""
    chars = scene.chars
    if report.is_tour:
        return None
    if found := FORM_IN_NAME.search(chars[slice(*report.named)]):
        return found[0]
    for sentence in lines:
        if found := FORMAT.search(chars, sentence.start, sentence.end):
            return (found["form"] or found["bracket"]).strip("“”")
    return None
