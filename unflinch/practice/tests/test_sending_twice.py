from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from unflinch.accounts.facts import AlreadySaved, SomebodyElses
from unflinch.challenges.catalogue import catalogue
from unflinch.practice.models import Answer, Ask, Plan, Wish


def forecast_url(answer):
    return answer.headers["Location"]


@pytest.fixture
def ask(mira, now):
    return Plan.objects.choose(id=uuid4(), person=mira, at=now, title="Ask for a high five", line="High five?")


def test_a_form_posted_twice_makes_one_ask(browser_of_mira, mira):
    body = {"id": uuid4(), "outcome": "no", "title": "For the time"}
    first = browser_of_mira.post("/happened/", body)
    second = browser_of_mira.post("/happened/", body)
    assert first.status_code == second.status_code == 302
    assert first.headers["Location"] == second.headers["Location"]
    assert (Ask.objects.of(mira).count(), Answer.objects.of(mira).count()) == (1, 1)


def test_the_same_id_with_other_content_is_asked_about_and_can_be_another_one(browser_of_mira, mira):
    body = {"id": uuid4(), "outcome": "no", "title": "For the time"}
    browser_of_mira.post("/happened/", body)
    asked = browser_of_mira.post("/happened/", {**body, "title": "For a sip of water"})
    assert asked.status_code == 409
    assert "already saved" in asked.content.decode()
    assert "For a sip of water" in asked.content.decode()
    assert Ask.objects.of(mira).get().title == "For the time"


def test_somebody_elses_id_is_a_plain_conflict(browser_of_mira, mira, jonas, now):
    hers = uuid4()
    Wish.objects.once(id=hers, person=jonas, at=now, arrived=now, words="mine")
    answer = browser_of_mira.post("/wishes/", {"id": hers, "words": "mine"})
    assert answer.status_code == 409
    assert "mine" not in answer.content.decode()
    assert Wish.objects.of(mira).count() == 0


def test_the_verbs_say_which_it_was(mira, jonas, now):
    id = uuid4()
    Wish.objects.once(id=id, person=mira, at=now, arrived=now, words="one")
    Wish.objects.once(id=id, person=mira, at=now, arrived=now + timedelta(minutes=1), words="one")
    with pytest.raises(AlreadySaved):
        Wish.objects.once(id=id, person=mira, at=now, arrived=now, words="two")
    with pytest.raises(SomebodyElses):
        Wish.objects.once(id=id, person=jonas, at=now, arrived=now, words="one")


def test_an_answer_sent_again_a_minute_later_is_one_answer(browser_of_mira, mira, ask):
    body = {"id": uuid4(), "outcome": "yes"}
    for _ in range(2):
        assert browser_of_mira.post(f"/asks/{ask.pk}/answer/", body).status_code == 302
    assert Answer.objects.of(mira).count() == 1


def test_a_plan_sent_again_leaves_what_was_said_of_it_since(browser_of_mira):
    body = {"id": uuid4(), "slug": catalogue().first_visit[0].slug}
    forecast = browser_of_mira.post("/plans/", body).headers["Location"]
    opened = browser_of_mira.get(forecast).context["form"]["opened"].value()
    said = {"id": uuid4(), "opened": opened, "line": "", "when_where": "At the till, on Tuesday"}
    browser_of_mira.post(forecast, said)
    assert browser_of_mira.post("/plans/", body).headers["Location"] == forecast
    plan = Plan.objects.get()
    assert (plan.line, plan.when_where) == ("", "At the till, on Tuesday")


@pytest.mark.parametrize(("door", "other"), [("answer", {"outcome": "no"}), ("not-this-time", {"reason": "too_much"})])
def test_another_first_answer_from_a_second_window_is_not_kept_and_says_so(browser_of_mira, mira, ask, door, other):
    browser_of_mira.post(f"/asks/{ask.pk}/answer/", {"id": uuid4(), "outcome": "yes"})
    again = browser_of_mira.post(f"/asks/{ask.pk}/{door}/", {"id": uuid4(), **other})
    assert again.status_code == 409
    assert "This ask already has its answer." in again.content.decode()
    assert f'href="/asks/{ask.pk}/"' in again.content.decode()
    assert Answer.objects.of(mira).get().outcome == "yes"


def test_the_same_answer_from_a_second_window_goes_on_as_if_it_were_the_first(browser_of_mira, mira, ask):
    for _ in range(2):
        answer = browser_of_mira.post(f"/asks/{ask.pk}/answer/", {"id": uuid4(), "outcome": "yes"})
        assert answer.headers["Location"] == f"/asks/{ask.pk}/after/"
    assert Answer.objects.of(mira).count() == 1


def test_an_answer_is_said_to_be_dropped_where_the_other_one_came_after_its_page_began(browser_of_mira, mira, ask, now):
    """The other window's answer is written right after this one has read that there is none."""
    came = list[bool]()

    def meanwhile(execute, sql, *rest):
        if not came and 'FROM "practice_debrief"' in sql:
            came.append(True)
            when = {"day": now.date(), "precision": "moment"}
            Ask.objects.get(pk=ask.pk).respond("yes", id=uuid4(), at=now, happened=when)
        return execute(sql, *rest)

    with connection.execute_wrapper(meanwhile):
        late = browser_of_mira.post(f"/asks/{ask.pk}/answer/", {"id": uuid4(), "outcome": "no"})
    assert came
    assert late.status_code == 409
    assert Answer.objects.of(mira).get().outcome == "yes"
