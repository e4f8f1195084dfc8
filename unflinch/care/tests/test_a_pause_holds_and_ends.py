from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from unflinch.accounts.facts import AlreadySaved, SomebodyElses
from unflinch.care.models import Pause, days_on


def test_it_holds_from_its_beginning_until_its_end(mira, now):
    pause = Pause.objects.begin(mira, id=uuid4(), until=now + timedelta(hours=8), at=now)
    held = [minute for minute in (-1, 0, 479, 480) if Pause.objects.of(mira).in_force(now + timedelta(minutes=minute))]
    assert held == [0, 479]
    assert pause.person == mira


def test_the_same_id_twice_is_one_pause(mira, now):
    id, until = uuid4(), now + timedelta(days=1)
    Pause.objects.begin(mira, id=id, until=until, at=now)
    Pause.objects.begin(mira, id=id, until=until, at=now + timedelta(minutes=5))
    assert [pause.at for pause in Pause.objects.of(mira)] == [now]


def test_a_second_sending_does_not_begin_an_ended_pause_again(mira, now):
    id, until = uuid4(), now + timedelta(days=1)
    Pause.objects.begin(mira, id=id, until=until, at=now).end(now)
    Pause.objects.begin(mira, id=id, until=until, at=now)
    assert not Pause.objects.of(mira).in_force(now).exists()


def test_the_same_id_with_another_length_is_asked_about(mira, now):
    id = uuid4()
    Pause.objects.begin(mira, id=id, until=now + timedelta(days=1), at=now)
    with pytest.raises(AlreadySaved):
        Pause.objects.begin(mira, id=id, until=now + timedelta(days=7), at=now)


def test_somebody_elses_id_is_refused(mira, jonas, now):
    id, until = uuid4(), now + timedelta(days=1)
    Pause.objects.begin(jonas, id=id, until=until, at=now)
    with pytest.raises(SomebodyElses):
        Pause.objects.begin(mira, id=id, until=until, at=now)


def test_ending_twice_keeps_the_first_end(mira, now):
    pause = Pause.objects.begin(mira, id=uuid4(), until=now + timedelta(days=1), at=now)
    pause.end(now + timedelta(hours=1))
    pause.end(now + timedelta(hours=2))
    pause.refresh_from_db()
    assert pause.ended_at == now + timedelta(hours=1)
    assert not Pause.objects.of(mira).in_force(now + timedelta(hours=1)).exists()


def test_one_ending_leaves_another_pause_in_force(mira, now):
    rest = Pause.objects.begin(mira, id=uuid4(), until=now + timedelta(days=7), at=now)
    stop = Pause.objects.begin(mira, id=uuid4(), until=now + timedelta(days=1), at=now)
    stop.end(now)
    assert list(Pause.objects.of(mira).in_force(now)) == [rest]


def test_beginning_and_ending_say_that_the_facts_have_changed(mira, now):
    mira.refresh_from_db()
    before = mira.facts
    pause = Pause.objects.begin(mira, id=uuid4(), until=now + timedelta(days=1), at=now)
    mira.refresh_from_db()
    begun = mira.facts
    pause.end(now)
    mira.refresh_from_db()
    assert (begun, mira.facts) == (before + 1, before + 2)


def test_no_column_could_keep_a_cause():
    columns = {field.name for field in Pause._meta.get_fields()}
    assert columns == {"id", "person", "at", "arrived", "batch", "until", "ended_at"}


@pytest.mark.parametrize(
    ("at", "days", "until"),
    [
        (datetime(2026, 11, 23, 20, tzinfo=UTC), 1, datetime(2026, 11, 24, 3, tzinfo=UTC)),
        (datetime(2026, 11, 24, 1, tzinfo=UTC), 1, datetime(2026, 11, 24, 3, tzinfo=UTC)),
        (datetime(2026, 11, 23, 20, tzinfo=UTC), 7, datetime(2026, 11, 30, 3, tzinfo=UTC)),
        (datetime(2026, 10, 24, 20, tzinfo=UTC), 1, datetime(2026, 10, 25, 3, tzinfo=UTC)),
    ],
    ids=["an evening", "two at night is still the evening before", "a week", "the night the clocks go back"],
)
def test_a_day_ends_when_the_persons_day_ends(mira, at, days, until):
    assert days_on(mira, days, at=at) == until
