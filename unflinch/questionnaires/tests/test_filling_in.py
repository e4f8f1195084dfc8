from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection

from unflinch.accounts.models import Draft
from unflinch.questionnaires.models import Filled
from unflinch.questionnaires.tests.marking import GOING_WELL, ONS4, SITUATIONS, fill_in, nine, see

EVENING = datetime(2026, 11, 2, 18, tzinfo=UTC)


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(EVENING, tick=False)
    return time_machine


@pytest.fixture
def browser(browser_of_mira, clock):
    return browser_of_mira


def test_the_list_says_what_there_is_and_that_none_of_it_is_needed(browser):
    page = see(browser, "/questionnaires/")
    assert "they never change what you’re offered" in page
    assert "at most every 56 days" in page
    assert page.count("Not filled in yet. It can stay that way.") == 2
    for slug in ("situations", "ons4"):
        assert f'href="/questionnaires/{slug}/"' in page


@pytest.mark.parametrize("instrument", [SITUATIONS, ONS4], ids=["situations", "ons4"])
def test_the_form_asks_every_question_word_for_word_and_each_may_be_left(browser, instrument):
    form = browser.get(f"/questionnaires/{instrument.slug}/").context["form"]
    assert [field.label for _, fields in form.by_item() for field in fields] == [
        question.text for question in instrument.questions.values()
    ]
    page = see(browser, f"/questionnaires/{instrument.slug}/")
    steps = sum(len(question.scale.steps) for question in instrument.questions.values())
    assert page.count('type="radio"') == steps + len(instrument.questions)
    assert page.count("<span>skip</span>") == len(instrument.questions)


def test_the_ends_of_a_scale_are_heard_with_their_words(browser):
    page = see(browser, "/questionnaires/ons4/")
    assert page.count('aria-label="0, not at all"') == page.count('aria-label="10, completely"') == 4
    assert 'aria-label="5' not in page


def test_what_was_picked_is_kept_on_the_persons_day(browser, mira, clock):
    clock.move_to(datetime(2026, 11, 3, 1, tzinfo=UTC), tick=False)
    fill_in(browser, "ons4", GOING_WELL)
    (filled,) = Filled.objects.of(mira)
    assert (filled.slug, filled.version, filled.day) == ("ons4", 1, date(2026, 11, 2))
    assert filled.marks(ONS4) == GOING_WELL


def test_a_question_that_was_left_is_not_a_nought(browser, mira):
    fill_in(browser, "ons4", {"satisfied": 0, "happy": ""})
    assert Filled.objects.get().marks(ONS4) == {"satisfied": 0}


def test_nothing_of_the_answers_is_in_the_row(browser):
    fill_in(browser, "ons4", GOING_WELL)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM questionnaires_filled")
        row = cursor.fetchone()
    stored = b"".join(bytes(cell) if isinstance(cell, bytes | memoryview) else str(cell).encode() for cell in row)
    assert b"ons4" in stored
    assert b"satisfied" not in stored


def test_the_same_form_twice_is_filled_in_once(browser):
    id = uuid4()
    first = fill_in(browser, "ons4", GOING_WELL, id=id)
    assert fill_in(browser, "ons4", GOING_WELL, id=id) == first
    assert Filled.objects.count() == 1


def test_the_same_form_with_other_marks_is_asked_about(browser):
    id = uuid4()
    fill_in(browser, "ons4", GOING_WELL, id=id)
    answer = browser.post("/questionnaires/ons4/", {"id": id, **GOING_WELL, "happy": 2})
    assert answer.status_code == 409
    assert Filled.objects.get().marks(ONS4)["happy"] == 6


def test_a_strangers_id_is_refused(browser, jonas):
    id = uuid4()
    Filled.objects.fill(jonas, ONS4, {"happy": 3}, id=id, day=EVENING.date(), at=EVENING)
    assert browser.post("/questionnaires/ons4/", {"id": id, "happy": 3}).status_code == 409
    assert Filled.objects.get().person == jonas


@pytest.mark.parametrize("marks", [{}, {"happy": 11}, {"happy": -1}, {"happy": "fine"}, {"happy": "5.5"}])
def test_an_empty_or_impossible_form_is_shown_again(browser, marks):
    answer = browser.post("/questionnaires/ons4/", {"id": uuid4(), **marks})
    assert answer.status_code == 422
    assert not Filled.objects.exists()


def test_an_empty_form_says_that_walking_away_is_fine(browser):
    page = browser.post("/questionnaires/ons4/", {"id": uuid4()}).content.decode()
    assert "Walking away is fine too" in page


def test_it_is_not_offered_again_before_its_time(browser, clock):
    fill_in(browser, "ons4", GOING_WELL)
    clock.shift(timedelta(days=13))
    assert "Not just yet." in see(browser, "/questionnaires/ons4/")
    assert "Open again on 16 November 2026." in see(browser, "/questionnaires/")
    late = browser.post("/questionnaires/ons4/", {"id": uuid4(), **GOING_WELL})
    assert (late.status_code, Filled.objects.count()) == (409, 1)
    clock.shift(timedelta(days=1))
    fill_in(browser, "ons4", GOING_WELL)
    assert Filled.objects.count() == 2


def test_one_set_that_rests_leaves_the_other_open(browser):
    fill_in(browser, "ons4", GOING_WELL)
    fill_in(browser, "situations", nine(3, 3))
    assert Filled.objects.count() == 2


def test_jonas_fills_in_without_closing_it_for_mira(browser, jonas):
    Filled.objects.fill(jonas, ONS4, {"happy": 3}, id=uuid4(), day=EVENING.date(), at=EVENING)
    assert "Not filled in yet" in see(browser, "/questionnaires/")
    fill_in(browser, "ons4", GOING_WELL)


def test_a_half_filled_form_is_shown_as_it_was_left_and_forgotten_once_it_is_sent(browser, mira):
    browser.post("/drafts/questionnaires/ons4/", {"happy": "7"})
    assert browser.get("/questionnaires/ons4/").context["form"]["happy"].value() == "7"
    assert see(browser, "/questionnaires/ons4/").count(" checked") == 4
    fill_in(browser, "ons4", GOING_WELL)
    assert not Draft.objects.of(mira).exists()


def test_there_is_no_such_set(browser):
    assert browser.get("/questionnaires/who-5/").status_code == 404
    assert browser.post("/questionnaires/who-5/", {"id": uuid4()}).status_code == 404


def test_filling_in_says_that_the_facts_have_changed(browser, mira):
    mira.refresh_from_db()
    before = mira.facts
    fill_in(browser, "ons4", GOING_WELL)
    mira.refresh_from_db()
    assert mira.facts == before + 1


def test_the_list_asks_as_many_queries_for_ten_as_for_one(browser, clock, django_assert_num_queries):
    fill_in(browser, "ons4", GOING_WELL)
    with connection.execute_wrapper(counted := Counted()):
        see(browser, "/questionnaires/")
    for _ in range(9):
        clock.shift(timedelta(days=14))
        fill_in(browser, "ons4", GOING_WELL)
    with django_assert_num_queries(counted.queries):
        see(browser, "/questionnaires/")


class Counted:
    queries = 0

    def __call__(self, execute, sql, params, many, context):
        self.queries += 1
        return execute(sql, params, many, context)
