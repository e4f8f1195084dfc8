"""One text that can't be read any more spoils nothing else: its page says so, and no save loses its bytes."""

from uuid import UUID

import pytest
from django.db import connection

from unflinch.accounts.damage import damaged_texts
from unflinch.accounts.models import Draft
from unflinch.accounts.sealed import DAMAGED
from unflinch.practice.models import Ask, Debrief
from unflinch.takeout.models import Import, KeptRow

PAGES = ("/", "/diary/", "/changes/", "/weeks/", "/log/", "/you/")


def damage(row, field, change):
    """Change the bytes of this text where they lie."""
    held = stored(row, field)
    key = row.pk if connection.vendor == "postgresql" else row.pk.hex
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {row._meta.db_table} SET {field} = %s WHERE id = %s", [change(held), key])


def stored(row, field) -> bytes:
    key = row.pk if connection.vendor == "postgresql" else row.pk.hex
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {field} FROM {row._meta.db_table} WHERE id = %s", [key])
        return bytes(cursor.fetchone()[0])


CHANGES = {
    "one bit": lambda held: held[:20] + bytes([held[20] ^ 1]) + held[21:],
    "cut": lambda held: held[:-5],
    "cut to nearly nothing": lambda held: held[:3],
    "another version": lambda held: b"\x02" + held[1:],
    "other bytes": lambda _: b"\xff\xfe not sealed at all, but long enough to be",
}


@pytest.fixture
def ask(hand, mira) -> Ask:
    address = hand.just_asked("no", what_happened="A shrug", lesson="It passes")
    return Ask.objects.get(pk=UUID(address.split("/")[2]))


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_each_page_opens_and_says_of_the_one_text_that_it_cannot_be_read(hand, ask, change):
    damage(ask, "title", change)
    for address in (*PAGES, f"/asks/{ask.pk}/debrief/", f"/asks/{ask.pk}/deletion/", f"/asks/{ask.pk}/about/"):
        hand.see(address)
    page = hand.see(f"/asks/{ask.pk}/")
    assert DAMAGED in page
    assert "A shrug" in page
    assert DAMAGED in hand.see("/diary/")


def test_it_can_be_deleted_by_hand(hand, ask):
    damage(ask, "title", CHANGES["one bit"])
    hand.send(f"/asks/{ask.pk}/deletion/")
    assert not Ask.objects.exists()


@pytest.mark.sqlite
def test_a_column_that_holds_another_type_is_damage_as_well(hand, ask):
    for value in ("'in the clear'", "7", "1.5"):
        with connection.cursor() as cursor:
            cursor.execute(f"UPDATE practice_ask SET title = {value}")
        assert DAMAGED in hand.see("/diary/")


def test_saving_its_row_keeps_the_bytes(hand, ask):
    damage(ask, "title", CHANGES["one bit"])
    before = stored(ask, "title")
    hand.mend(f"/asks/{ask.pk}/about/", role="a waiter", channel="phone")
    held = Ask.objects.get()
    assert (held.role, held.channel) == ("a waiter", "phone")
    held.save()
    assert stored(ask, "title") == before


def test_a_new_text_takes_its_place(hand, ask):
    damage(ask, "title", CHANGES["one bit"])
    hand.mend(f"/asks/{ask.pk}/about/", title="Ask for a chair")
    assert Ask.objects.get().title == "Ask for a chair"


def test_what_is_damaged_can_be_listed(hand, ask, mira):
    assert list(damaged_texts(mira)) == []
    damage(Debrief.objects.get(), "lesson", CHANGES["cut"])
    damage(ask, "title", CHANGES["one bit"])
    assert {(one.table, one.field) for one in damaged_texts(mira)} == {
        ("practice.ask", "title"),
        ("practice.debrief", "lesson"),
    }


def test_a_draft_and_a_row_set_aside_that_are_damaged_stop_no_page(hand, mira, now):
    Draft.objects.keep(mira, "happened", {"title": ["Ask for a chair"]}, at=now)
    damage(Draft.objects.get(), "body", CHANGES["one bit"])
    batch = Import.objects.once(id=mira.pk, person=mira, at=now, arrived=now, name="diary.csv")
    row = KeptRow.objects.create(person=mira, at=now, arrived=now, batch=batch.pk, line=3, cells='{"a": "b"}')
    damage(row, "cells", CHANGES["one bit"])
    hand.see("/happened/")
    assert DAMAGED in hand.see(f"/imports/{batch.pk}/aside/")
    assert DAMAGED in hand.see(f"/aside/{row.pk}/")
    hand.send(f"/aside/{row.pk}/letting-go/")
