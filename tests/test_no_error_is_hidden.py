"""What was not understood is never said in a part of the page that is folded away."""

from uuid import uuid4

import pytest

NO_DAY = "the other day"
FOLDED = {
    "happened": lambda _: ("/happened/", {"outcome": "no", "title": "Ask for a plaster", "day": NO_DAY}),
    "own challenge": lambda _: ("/ideas/own/", {"title": "Ask for a plaster", "line": "A plaster?", "minutes": 90000}),
    "forecast": lambda hand: (f"{hand.choose()}forecast/", {"cost_before": 900}),
    "answer": lambda hand: (f"{hand.choose()}answer/", {"outcome": "no", "day": NO_DAY}),
    "settling": lambda hand: (f"{hand.just_asked('maybe')}settling/", {"outcome": "no", "day": NO_DAY}),
    "debrief": lambda hand: (f"{hand.just_asked('no')}debrief/", {"rehearsed": "dragon"}),
}


@pytest.mark.parametrize("folded", FOLDED.values(), ids=FOLDED)
def test_a_rejected_form_comes_back_unfolded(hand, folded):
    address, fields = folded(hand)
    page = hand.client.post(address, {"id": uuid4(), **fields})
    assert page.status_code == 422
    words = page.content.decode()
    at = words.index('class="errorlist"')
    around = words[:at].rpartition("<details")[2]
    assert "</details>" in around or around.startswith(' class="more" open>')
