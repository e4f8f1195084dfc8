"""Wherever somebody can type, words of a crisis bring help first, and a false alarm is put away in one tap."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from html import unescape
from importlib import import_module
from pkgutil import walk_packages
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile

import unflinch
from tests.hand import SLUG
from unflinch.accounts.models import Person
from unflinch.care.models import Pause
from unflinch.challenges.models import OwnChallenge
from unflinch.devices.models import Device
from unflinch.practice.forms.review import CARDS
from unflinch.practice.models import Rule, Wish
from unflinch.practice.parts import SAID_AFTER, SAID_BEFORE
from unflinch.takeout.models import KeptRow

WORDS = "I want to kill myself"
PANEL = "Some words here can mean that you’re having a very hard time."
CARRY_ON = "I am safe, carry on"
NOT_WRITTEN_IN = (forms.UUIDField, forms.SlugField, forms.JSONField)
OWN = {"title": "Ask for a spoon", "setting": "other", "channel": "in_person", "kind": "ask", "boldness": 1}
ABOUT = {"title": "Ask for a spoon", "channel": "in_person", "kind": "ask"}


@pytest.fixture(autouse=True)
def evening(time_machine):
    time_machine.move_to(datetime(2026, 11, 23, 18, 0, tzinfo=UTC), tick=False)
    return time_machine


def an_ask(hand, page):
    return f"{hand.just_asked('yes')}{page}/"


def a_plan(hand, page):
    return f"{hand.choose(slug=SLUG)}{page}/"


def a_lucky_escape(hand):
    """The debrief of an ask that went well and moved nothing, where every line of it is asked for."""
    ask = hand.choose(slug=SLUG)
    hand.send(f"{ask}forecast/", feared_words="they laugh", feared_before=90)
    hand.send(f"{ask}answer/", outcome="yes")
    hand.send(f"{ask}debrief/", feared_happened=0, feared_after=90)
    return f"{ask}debrief/"


def a_foretold_ask(hand):
    ask = hand.choose(slug=SLUG)
    hand.send(f"{ask}forecast/", feared_words="they laugh", feared_before=90)
    hand.send(f"{ask}answer/", outcome="no")
    return ask


def part_with(parts, field):
    """The address of the part of an entry that mends this field."""
    return next(part.name for part in parts if field in part.fields)


def this_week(hand):
    hand.just_asked("no")
    return "2026-11-23"


def a_device():
    person = Person.objects.only_one()
    assert person is not None
    device, _ = Device.objects.let_in(person, name="Phone", at=datetime(2026, 11, 23, tzinfo=UTC))
    return f"/devices/{device.pk}/name/"


def an_own_challenge(hand):
    return hand.send("/ideas/own/", **OWN, minutes=5)


# Where each form with a field of text is sent, and what else it needs.
SENT: dict[str, Callable[[Any], tuple[str, dict[str, Any]]]] = {
    "HappenedForm": lambda _: ("/happened/", {"outcome": "no", "title": "Ask"}),
    "SettlingForm": lambda hand: (an_ask(hand, "settling"), {"outcome": "no"}),
    "DebriefForm": lambda hand: (a_lucky_escape(hand), {"feared_happened": 0, "feared_after": 90}),
    "FeelingsForm": lambda hand: (f"{hand.send('/happened/', outcome='no').removesuffix('after/')}feelings/", {}),
    "OthersForm": lambda hand: (an_ask(hand, "others"), {"outcome": "no"}),
    "PassedOnForm": lambda hand: (an_ask(hand, "passed-on"), {"outcome": "no"}),
    "MendedLineForm": lambda hand: (an_ask(hand, "line"), {"line": "kind_line"}),
    "EchoForm": lambda hand: (an_ask(hand, "echo"), {}),
    "WishForm": lambda _: ("/wishes/", {}),
    "MoreForm": lambda hand: (an_ask(hand, "more"), {}),
    "WeekForm": lambda hand: (an_ask(hand, "debrief") and "/reviews/", {"day": "2026-11-23"}),
    "AsideForm": lambda _: ("/asides/", {"key": SLUG, "reason": "not_now"}),
    "TallyForm": lambda _: ("/totals/", {"yes": 1}),
    "AboutForm": lambda hand: (an_ask(hand, "about"), ABOUT),
    "ForecastForm": lambda hand: (a_plan(hand, "forecast"), {}),
    "ProgrammeForm": lambda _: ("/programmes/", {"kind": "four_weeks"}),
    "RuleForm": lambda _: ("/rules/", {"kind": "own"}),
    "OwnChallengeForm": lambda hand: (an_own_challenge(hand), {**OWN, "minutes": 5}),
    "ClockForm": lambda _: ("/you/", {"day_ends": 3, "silence_days": 5}),
    "RowForm": lambda hand: (a_row_kept_aside(hand), {}),
    "NameForm": lambda _: (a_device(), {}),
}
CARD_WITH: dict[str, str] = {name: card for card, names in CARDS.items() for name in names}
# Forms that mend one part at a time: where this field of theirs stands.
IN_PARTS: dict[str, Callable[[Any, str], str]] = {
    "BeforehandForm": lambda hand, field: f"{a_foretold_ask(hand)}beforehand/{part_with(SAID_BEFORE, field)}/",
    "DetailsForm": lambda hand, field: (
        f"{a_lucky_escape(hand).removesuffix('debrief/')}details/{part_with(SAID_AFTER, field)}/"
    ),
    "ReviewForm": lambda hand, field: f"/reviews/{this_week(hand)}/{CARD_WITH.get(field, 'title')}/",
}
# A device that isn't let in knows no person, and has nothing to show but the field for its code.
NOT_LET_IN = "PairingForm"

SEARCHED = {"FilterForm": "/ideas/", "LookForm": "/diary/"}
IN_A_ROW = ("RowForm", "cell_1")  # its fields are the columns of whatever file was brought in


def a_row_kept_aside(hand):
    diary = SimpleUploadedFile("diary.csv", b"date,what,outcome\n2026-10-01,Ask for a pen,perhaps yes perhaps no\n")
    preview = hand.client.post("/import/", {"id": uuid4(), "diary": diary}).headers["Location"]
    hand.client.post(f"{preview}bringing-in/", {"id": uuid4()})
    return f"/aside/{KeptRow.objects.get().pk}/"


def written_in():
    """The name of each form of Unflinch with each of its fields that takes a person's own words."""
    for module in walk_packages(unflinch.__path__, "unflinch."):
        if "forms" in module.name and ".tests" not in module.name:
            import_module(module.name)
    # Forms that tests make up are there as well, once their modules were read.
    ours = [form for form in all_under(forms.BaseForm) if re.match(r"unflinch\.(?!.*\.tests\.)", form.__module__)]
    ours = [form for form in ours if form.__name__ != NOT_LET_IN]
    for form in sorted(ours, key=lambda form: form.__name__):
        for name, field in form.base_fields.items():
            # A passphrase is nobody's to read, and says nothing to anybody.
            hidden = isinstance(field.widget, forms.HiddenInput | forms.PasswordInput)
            if isinstance(field, forms.CharField) and not isinstance(field, NOT_WRITTEN_IN) and not hidden:
                yield form.__name__, name


def all_under(form):
    for kind in form.__subclasses__():
        yield kind
        yield from all_under(kind)


FIELDS = sorted({*written_in(), IN_A_ROW})


def shown_after(hand, form, **words):
    """The page that follows when these words are sent in that form, and its address."""
    if form in SEARCHED:
        return SEARCHED[form], hand.client.get(SEARCHED[form], words).content.decode()
    address, others = (IN_PARTS[form](hand, *words), {}) if form in IN_PARTS else SENT[form](hand)
    opened = re.search(r'name="opened" value="([^"]*)"', hand.client.get(address).content.decode())
    as_opened = {"opened": unescape(opened[1])} if opened else {}
    answer = hand.client.post(address, {"id": uuid4(), **others, **as_opened, **words})
    if form != "ClockForm":  # no words are the name of a time zone
        assert answer.status_code == 302
        return answer.headers["Location"], hand.client.get(answer.headers["Location"], follow=True).content.decode()
    return address, answer.content.decode()


@pytest.mark.parametrize(("form", "field"), FIELDS)
def test_in_every_field_words_of_a_crisis_bring_help_before_anything_else(hand, mira, form, field):
    _, page = shown_after(hand, form, **{field: WORDS})
    assert PANEL in page
    assert page.index(PANEL) < page.index("/help/", page.index("<main")) < page.index("</main>")
    assert "/ideas/" not in page[page.index("<main") : page.index("People to talk to")]


@pytest.mark.parametrize(("form", "field"), FIELDS)
def test_a_plain_line_brings_none(hand, mira, form, field):
    _, page = shown_after(hand, form, **{field: "I would like a glass of water"})
    assert PANEL not in page


def test_every_form_of_words_is_walked():
    assert {form for form, _ in FIELDS} == SENT.keys() | IN_PARTS.keys() | SEARCHED.keys()
    assert len(FIELDS) > 30


@pytest.mark.parametrize("address", ["/ideas/", "/diary/"])
def test_no_card_stands_beneath_words_of_a_crisis_and_a_search_writes_nothing(hand, mira, address):
    page = hand.client.get(address, {"q": WORDS}).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert not re.search(r'href="/ideas/(?!\?)', main)
    assert main.count("Some words here can mean") == 1
    assert not Pause.objects.exists()
    link = re.search(r'href="([^"]+)">I am safe, carry on', page)
    assert link is not None
    safe = unescape(link[1])
    assert PANEL not in hand.see(safe)
    assert "kill myself" in hand.see(safe)


@pytest.mark.parametrize("address", ["/ideas/", "/diary/"])
def test_the_way_on_from_a_search_holds_no_readable_word(hand, mira, address):
    found = hand.client.post(address, {"q": WORDS}).headers["Location"]
    link = re.search(r'href="([^"]+)">I am safe, carry on', hand.see(found))
    assert link is not None
    assert "kill" not in link[1]
    page = hand.see(unescape(link[1]))
    assert PANEL not in page
    assert "kill myself" in page


def test_scraps_side_by_side_are_no_sentence(hand, mira):
    ask = hand.choose(slug=SLUG)
    assert hand.mend(f"{ask}forecast/", line="Hello?", cue="At the bridge") == f"{ask}pocket/"
    assert not Pause.objects.exists()


def test_a_sentence_split_over_two_fields_is_read_as_one(hand, mira):
    _, page = shown_after(hand, "HappenedForm", title="I want to", role="kill myself")
    assert PANEL in page


def test_a_false_alarm_is_put_away_in_one_tap_and_takes_nothing_with_it(hand, mira):
    ask = hand.choose(slug=SLUG)
    help_page = hand.send(f"{ask}forecast/", feared_words=WORDS)
    page = hand.see(help_page)
    assert CARRY_ON in page
    going = parse_qs(urlsplit(help_page).query)["next"][0]
    pause = Pause.objects.get()
    answer = hand.client.post(f"/pause/{pause.pk}/end/", {"next": going})
    assert answer.headers["Location"] == going == f"{ask}pocket/"
    page = hand.see(going)
    assert WORDS in hand.see(f"{ask}forecast/")
    assert PANEL not in page
    assert "You’re resting" not in hand.see("/")
    assert not Pause.objects.in_force(datetime.now(UTC)).exists()


def test_the_words_of_one_who_is_safe_end_no_other_rest(hand, mira):
    hand.send("/pause/", days=7)
    help_page = hand.send("/wishes/", words=WORDS)
    hand.client.post(urlsplit(help_page).path.replace("help", "end"), {"next": "/wishes/"})
    assert Pause.objects.in_force(datetime.now(UTC)).count() == 1
    assert "You’re resting" in hand.see("/")


def test_the_same_words_sent_twice_are_one_rest_and_stay_put_away(hand, mira):
    wish = {"id": uuid4(), "words": WORDS}
    first, second = (hand.client.post("/wishes/", wish).headers["Location"] for _ in range(2))
    assert first == second
    assert Pause.objects.count() == Wish.objects.count() == 1
    Pause.objects.get().end(datetime.now(UTC))
    assert hand.client.post("/wishes/", wish).headers["Location"] == "/wishes/"
    assert Pause.objects.count() == 1


def test_what_was_typed_is_saved_whatever_it_says(hand, mira):
    shown_after(hand, "OwnChallengeForm", title=WORDS)
    shown_after(hand, "RuleForm", words=WORDS)
    assert (Rule.objects.get().words, OwnChallenge.objects.get().title) == (WORDS, WORDS)


def test_a_form_that_could_not_be_saved_shows_help_above_what_was_typed(hand, mira):
    answer = hand.client.post("/totals/", {"id": uuid4(), "words": WORDS})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert page.index(PANEL) < page.index(WORDS)
    assert not Pause.objects.exists()


def test_a_row_brought_in_from_before_is_not_read_as_if_it_were_written_now(hand, mira):
    diary = SimpleUploadedFile("diary.csv", f"date,what,outcome\n2026-10-01,{WORDS},hmpf\n".encode())
    preview = hand.client.post("/import/", {"id": uuid4(), "diary": diary}).headers["Location"]
    hand.client.post(f"{preview}bringing-in/", {"id": uuid4()})
    cells = {"cell_0": "2026-10-01", "cell_1": WORDS, "cell_2": "no"}
    answer = hand.client.post(f"/aside/{KeptRow.objects.get().pk}/", cells)
    assert answer.headers["Location"].startswith("/imports/")
    assert not Pause.objects.exists()


def test_help_stands_on_the_page_for_somebody_else_s_rest_as_little_as_a_way_off_the_site(hand, mira, jonas):
    theirs = Pause.objects.begin(
        jonas, id=uuid4(), until=datetime(2026, 11, 30, tzinfo=UTC), at=datetime(2026, 11, 23, 17, tzinfo=UTC)
    )
    assert hand.client.get(f"/pause/{theirs.pk}/help/").status_code == 404
    address = urlsplit(hand.send("/wishes/", words=WORDS)).path
    assert "evil.example" not in hand.see(f"{address}?next=https://evil.example/")
    answer = hand.client.post(address.replace("help", "end"), {"next": "//evil.example/"})
    assert answer.headers["Location"] == "/pause/"
