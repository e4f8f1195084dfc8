import pytest
from django.db import connection

from unflinch.accounts.keyring import KeyMissing
from unflinch.accounts.sealed import DAMAGED, keyring
from unflinch.practice.models import Wish

WORDS = "Whether the dog may have a biscuit 🐶 שלום"


@pytest.fixture
def wish(mira, now):
    return Wish.objects.once(id=mira.id, person=mira, at=now, arrived=now, words=WORDS)


def stored(wish):
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM practice_wish")
        return bytes(cursor.fetchone()[0])


def test_what_is_typed_comes_back_and_is_not_in_the_row(wish):
    assert Wish.objects.get().words == WORDS
    assert b"biscuit" not in stored(wish)


def test_the_same_words_are_never_the_same_bytes(wish):
    before = stored(wish)
    Wish.objects.get().save()
    unread = stored(wish)
    fresh = Wish.objects.get()
    fresh.words = WORDS
    fresh.save()
    assert unread == before != stored(wish)


def test_empty_stays_empty(mira, now):
    wish = Wish.objects.once(id=mira.id, person=mira, at=now, arrived=now, words="")
    assert stored(wish) == b""
    assert Wish.objects.get().words == ""


def test_bytes_moved_to_another_row_do_not_open(wish, jonas, now):
    other = Wish.objects.once(id=jonas.id, person=wish.person, at=now, arrived=now, words="hello")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE practice_wish SET words = (SELECT words FROM practice_wish WHERE id = %s)", [db_id(other)]
        )
    assert Wish.objects.get(pk=wish.pk).words == DAMAGED


def test_nothing_opens_once_the_key_is_gone(wish):
    keyring().forget(wish.person_id)
    with pytest.raises(KeyMissing):
        _ = Wish.objects.get().words


def test_a_sealed_text_can_neither_be_looked_up_nor_updated(wish):
    with pytest.raises(TypeError, match="sealed"):
        Wish.objects.filter(words=WORDS).exists()
    with pytest.raises(TypeError, match="sealed"):
        Wish.objects.update(words="in the clear")


def db_id(wish):
    return wish.pk if connection.vendor == "postgresql" else wish.pk.hex
