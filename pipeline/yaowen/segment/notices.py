"""Rows of notices on the web that look like the site's own: how to reach a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

CONTACT = re.compile(r"[一-鿿][一-鿿 \u3000]{1,11}[:：]\s*\S")
"""电子邮箱：…, 反馈截止日期：…"""
LONGEST_CONTACT = 80
LEADS_IN = (":", "：")


def find_contacts(rows: Sequence[str]) -> Iterator[int]:
    """The places of rows that go on what ends with a colon above them: 可通过以下方式提出意见：⏎电子邮箱：…⏎截止日期：…"""
    led = False
    for place, (above, row) in enumerate(pairwise(rows), start=1):
        begins = len(above) > LONGEST_CONTACT // 4 and above.endswith(LEADS_IN)
        led = (led or begins) and len(row) <= LONGEST_CONTACT and CONTACT.match(row) is not None
        if led:
            yield place
