from itertools import permutations

from yaowen.segment.bigrams import Rarity, read_bigrams, share

TEXTS = [frozenset(read_bigrams(text)) for text in ("望江造林六万亩", "六万亩树苗运抵望江", "图书馆夜间开放", "望江图书馆延时")]


def test_what_two_texts_share_does_not_hang_on_the_order_of_a_set():
    rarity = Rarity(TEXTS)
    shares = {share(rarity.weigh(order), TEXTS[1]) for order in permutations(TEXTS[0])}
    assert len(shares) == 1
    assert 0 < shares.pop() < 1
