"""On a wide screen each thing has the room that its words need, and what stands in twos stands in twos."""

import pytest

from tests.walks import begin

TITLE = "Ask to see how the coffee machine works"


@pytest.mark.parametrize("size", [(1280, 800)])
def test_titles_and_answers_have_their_room_on_a_wide_screen(page_anew):
    begin(page_anew)
    page_anew.goto("/happened/")
    boxes = [answer.bounding_box() for answer in page_anew.locator(".answers > .answer").all()]
    assert len(boxes) == 4
    assert [box and box["y"] for box in boxes[::2]] == [box and box["y"] for box in boxes[1::2]]
    page_anew.get_by_label("What did you ask?").fill(TITLE)
    page_anew.locator("button[name=outcome][value=no]").click()
    page_anew.wait_for_url("**/after/")
    page_anew.goto("/")
    beside, title = (page_anew.locator(f".week-beside {part}").bounding_box() for part in (".rows", "b"))
    assert beside is not None
    assert title is not None
    assert title["width"] > beside["width"] / 2
    page_anew.goto("/changes/")
    card, heading = (page_anew.locator(f".tale .most{part}").bounding_box() for part in ("", " h2"))
    assert card is not None
    assert heading is not None
    assert heading["width"] > card["width"] * 0.8
