"""Settings: a clock that knows cities, and pages that look as one likes, without a line of JavaScript."""

import io

import pytest

from tests.exports import packed
from unflinch.accounts.models import Person
from unflinch.takeout.unpacking import unpack


@pytest.mark.parametrize(
    ("typed", "zone"),
    [("Europe/Berlin", "Europe/Berlin"), ("berlin", "Europe/Berlin"), ("new york", "America/New_York"), ("UTC", "UTC")],
)
def test_a_zone_is_known_by_its_name_or_its_city(hand, mira, typed, zone):
    hand.mend("/you/", zone=typed)
    assert Person.objects.get(pk=mira.pk).zone == zone


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("zone", "Middle Earth", "We don’t know a time zone called “Middle Earth”"),
        ("silence_days", "soon", "A whole number, please."),
        ("silence_days", "0", "1 is the lowest that fits here."),
        ("day_ends", "25", "Please pick one of these."),
        ("theme", "sepia", "Please pick one of these."),
    ],
)
def test_what_is_typed_badly_is_refused_in_a_sentence(hand, mira, field, value, said):
    answer = hand.client.post("/you/", {**hand.held_by("/you/"), field: value})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert Person.objects.get(pk=mira.pk).zone == mira.zone


def test_every_page_wears_the_theme_and_the_size_that_were_chosen(hand):
    assert '<html lang="en-GB">' in hand.see("/diary/")
    hand.mend("/you/", theme="dark", text_size="larger")
    for address in ("/", "/diary/", "/changes/", "/help/", "/you/"):
        assert '<html lang="en-GB" class="dark larger">' in hand.see(address)
    hand.mend("/you/", theme=None, text_size=None)
    assert '<html lang="en-GB">' in hand.see("/diary/")


def test_the_looks_move_along_with_an_export(hand, mira, now):
    hand.mend("/you/", theme="light", text_size="large")
    file = packed(Person.objects.get(pk=mira.pk), now)
    Person.objects.all().delete()
    other = Person.objects.begin(at=now)
    unpack(other, io.BytesIO(file), name="all.zip", at=now)
    assert (other.theme, other.text_size) == ("light", "large")


@pytest.mark.parametrize(
    "address",
    [
        *("/programmes/", "/nudges/", "/rules/", "/help/place/", "/devices/"),
        *("/export/", "/import/", "/sheet/", "/erasure/", "/learn/"),
    ],
)
def test_all_that_one_would_look_for_is_a_link_away(hand, address):
    assert f'href="{address}"' in hand.see("/you/")
    assert hand.client.get(address).status_code == 200
