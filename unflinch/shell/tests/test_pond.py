import pytest
from django.template import Context, Template

from unflinch.shell.templatetags.pond import MOST_ON_A_POND, pond


def test_each_ask_is_a_duck_and_each_free_place_a_ring():
    drawn = pond(["no", "yes"], free=1)
    assert [duck["outcome"] for duck in drawn["ducks"]] == ["no", "yes", "planned"]


def test_a_screen_reader_hears_the_counts():
    assert pond(["no", "yes", "no"], free=2)["said"] == "2 noes, 1 yes"


@pytest.mark.parametrize("ducks", [1, 3, 6, 7, 13, 24, 90])
@pytest.mark.parametrize("height", [108, 122, 190, 430])
def test_every_duck_takes_the_same_place_and_none_leaves_the_pond(ducks, height):
    placed = pond(["no"] * ducks, height=height)["ducks"]
    assert len(placed) == min(ducks, MOST_ON_A_POND)
    assert len({duck["size"] for duck in placed}) == 1
    assert [duck for duck in placed if duck["x"] < 0 or duck["x"] + duck["size"] > 350] == []
    assert [duck for duck in placed if duck["y"] < 0 or duck["y"] + duck["size"] > height + 1] == []


def test_a_pond_with_nothing_on_it_is_drawn_and_says_so():
    drawn = Template("{% load pond %}{% pond %}").render(Context())
    assert 'aria-label="An empty pond"' in drawn
