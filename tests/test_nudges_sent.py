"""What is due goes out once: by a real push protocol, past crashes, with several processes looking at once."""

import socket
import threading
from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import connection

from tests.push import Browser, push_service, verified
from tests.test_damaged_texts import damage
from unflinch.accounts.models import Person
from unflinch.devices.models import Device
from unflinch.env import Address
from unflinch.nudges import sweeping
from unflinch.nudges.looking import outlook_of
from unflinch.nudges.models import Handover, Nudge, NudgeSettings, Subscription
from unflinch.nudges.push_service import NoPushService, Receipt, checked_endpoint, hand_over
from unflinch.nudges.sweeping import sweep
from unflinch.nudges.vapid import vapid_public_key

pytestmark = pytest.mark.django_db(transaction=True)
NOON = datetime(2026, 11, 3, 11, 0, tzinfo=UTC)  # a Tuesday, noon in Berlin
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
LINES = ("Unflinch: ", "A note", "A little", "Here when")


@pytest.fixture
def service(settings):
    with push_service() as found:
        host, _, port = found.origin.removeprefix("http://").partition(":")
        settings.PUSH_SERVICE = Address("http", host, int(port))
        yield found


@pytest.fixture
def phone(mira, service):
    """Mira wants to be nudged to ask at noon, every day, and has one phone that shows it."""
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    choose, at = NudgeSettings.objects.choose, NOON - 60 * DAY
    choose(mira, at=at, way="push", next_days=days, next_time=time(12), kinds=["next"])
    browser = Browser()
    Subscription.objects.subscribe(mira, None, endpoint=f"{service.origin}/p/1", at=NOON, **browser.keys)
    return browser


class Killed(BaseException):
    """As if the process had been killed there."""


def killed(*_, **__):
    raise Killed


def test_a_nudge_is_sealed_signed_neutral_and_sent_once(phone, service, now):
    assert [sweep(at=NOON + shift * MINUTE) for shift in (-1, 0, 1, 60)] == [0, 1, 0, 0]
    ((path, headers, body),) = service.got
    assert path == "/p/1"
    assert (headers["Content-Encoding"], headers["TTL"], len(headers["Topic"])) == ("aes128gcm", "10800", 32)
    assert verified(headers["Authorization"], audience=service.origin, at=NOON)["k"] == vapid_public_key()
    (message,) = service.messages(phone)
    nudge = Nudge.objects.get()
    assert message["address"] == f"/nudges/{nudge.pk}/"
    assert message["text"].startswith(LINES)
    assert message["icon"] == "/static/shell/icons/duck-192.png"
    assert sorted(message) == ["address", "icon", "tag", "text"]
    assert b"note" not in body
    assert (nudge.state, nudge.sent_at, nudge.day) == ("sent", NOON, NOON.date())


def test_without_its_name_a_message_has_none(mira, phone, service):
    NudgeSettings.objects.choose(mira, at=NOON, named=False)
    sweep(at=NOON)
    assert "nflinch" not in str(service.messages(phone))


def test_a_plain_home_screen_makes_the_line_plain_as_well(mira, phone, service):
    mira.home_screen = "plain"
    mira.save()
    sweep(at=NOON)
    (message,) = service.messages(phone)
    assert "nflinch" not in str(message)
    assert message["icon"] == "/static/shell/icons/plain-192.png"


@pytest.mark.parametrize("home_screen", ["", "plain"])
def test_a_server_has_the_icon_that_a_message_names(mira, phone, service, browser_of_mira, home_screen):
    Person.objects.filter(pk=mira.pk).update(home_screen=home_screen)
    sweep(at=NOON)
    (message,) = service.messages(phone)
    answer = browser_of_mira.get(message["icon"])
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/png")
    answer.close()


def test_ignored_ones_become_fewer_and_stop(phone, service):
    sent = [day for day in range(60) if sweep(at=NOON + day * DAY)]
    assert sent == [0, 1, 2, 8, 10, 15]
    assert len(service.got) == 6


@pytest.mark.parametrize(("way", "arrived"), [("push", 1), ("calendar", 0)])
def test_several_that_look_at_one_moment_send_one(mira, phone, service, way, arrived):
    NudgeSettings.objects.choose(mira, at=NOON, way=way)
    gate, sent = threading.Barrier(4), []

    def look():
        try:
            gate.wait()
            sent.append(sweep(at=NOON))
        finally:
            connection.close()

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(sent) == [0, 0, 0, 1]
    assert len(service.got) == arrived
    assert [nudge.sent_at for nudge in Nudge.objects.all()] == [NOON]


def test_two_about_different_things_never_have_one_day(mira, phone):
    first = Nudge.objects.create(person=mira, key="a", day=NOON.date(), due_at=NOON, kind="next", way="push")
    second = Nudge.objects.create(person=mira, key="b", day=NOON.date() + DAY, due_at=NOON, kind="next", way="push")
    assert first.claim(NOON.date(), at=NOON)
    assert not second.claim(NOON.date(), at=NOON)
    assert not first.claim(NOON.date(), at=NOON)


@pytest.mark.parametrize(
    ("where", "arrived"),
    [
        ("before the ledger", 1),
        ("before it was sent", 0),
        ("before its answer was written down", 1),
        ("before it was noted", 1),
    ],
)
def test_a_kill_neither_doubles_a_nudge_nor_loses_one_that_was_not_handed_over(
    phone, service, monkeypatch, where, arrived
):
    """In the one moment between the ledger and the wire it's one too few; Today has its line all the same."""
    place = {
        "before the ledger": (sweeping, "_hand_to"),
        "before it was sent": (sweeping, "hand_over"),
        "before its answer was written down": (Handover, "close"),
        "before it was noted": (Nudge, "note_sent"),
    }[where]
    with monkeypatch.context() as patch:
        patch.setattr(*place, killed)
        with pytest.raises(Killed):
            sweep(at=NOON)
    later = [sweep(at=NOON + shift * MINUTE) for shift in (1, 9, 11, 12, 90)]
    assert len(service.got) == arrived
    assert later == ([0, 0, 1, 0, 0] if where == "before the ledger" else [0] * 5)
    assert Nudge.objects.get().state == "sent"


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_service_that_is_busy_is_asked_again_later(phone, service, status):
    service.answers = [(status, {"Retry-After": "1800"})]
    assert [sweep(at=NOON + shift * MINUTE) for shift in (0, 1, 29, 30, 31)] == [0, 0, 0, 1, 0]
    assert len(service.got) == 2


def test_a_service_that_stays_busy_is_left_alone_after_a_few_tries(mira, phone, service):
    NudgeSettings.objects.choose(mira, at=NOON, kinds=["plan", "next"])
    service.answers = [(503, {})] * 99
    assert [sweep(at=NOON + shift * MINUTE) for shift in range(0, 600, 5)] == [0] * 120
    assert 2 <= len(service.got) <= 5


def test_nobody_there_is_tried_again(mira, phone, service, settings):
    real, settings.PUSH_SERVICE = settings.PUSH_SERVICE, Address("http", "127.0.0.1", 9)
    Subscription.objects.all().delete()
    Subscription.objects.subscribe(mira, None, endpoint="http://127.0.0.1:9/p", at=NOON, **phone.keys)
    assert sweep(at=NOON) == 0
    settings.PUSH_SERVICE = real
    Subscription.objects.all().delete()
    Subscription.objects.subscribe(mira, None, endpoint=f"{service.origin}/p", at=NOON, **phone.keys)
    assert sweep(at=NOON + 10 * MINUTE) == 1


def test_a_service_that_hangs_up_may_have_taken_it_so_it_is_not_sent_twice(phone, service):
    service.hang_up = True
    assert [sweep(at=NOON + shift * MINUTE) for shift in (0, 15, 60)] == [1, 0, 0]
    assert len(service.got) == 1


@pytest.mark.parametrize("field", ["endpoint", "p256dh"])
def test_a_browser_whose_keys_are_damaged_is_dropped_and_nothing_stops(mira, phone, service, field):
    other = Browser()
    Subscription.objects.subscribe(mira, None, endpoint=f"{service.origin}/p/2", at=NOON + HOUR, **other.keys)
    damage(Subscription.objects.oldest_first()[0], field, lambda held: held[:-1] + b"\x00")
    assert sweep(at=NOON) == 1
    assert [path for path, _, _ in service.got] == ["/p/2"]
    assert Subscription.objects.count() == 1


@pytest.mark.parametrize(
    "address",
    [Address("https", "nas", 443), Address("https", "unflinch.example", 8443), Address("https", "fd00::1", 443)],
)
def test_whatever_its_address_is_messages_are_signed(settings, phone, service, address):
    settings.ADDRESS = address
    assert sweep(at=NOON) == 1
    verified(service.got[0][1]["Authorization"], audience=service.origin, at=NOON)


@pytest.mark.parametrize("status", [404, 410])
def test_an_endpoint_that_is_gone_is_dropped_and_the_other_phone_gets_it(mira, phone, service, status):
    other = Browser()
    Subscription.objects.subscribe(mira, None, endpoint=f"{service.origin}/p/2", at=NOON + HOUR, **other.keys)
    service.answers = [(status, {})]
    assert sweep(at=NOON) == 1
    assert [row.endpoint for row in Subscription.objects.all()] == [f"{service.origin}/p/2"]
    assert other.opened(service.got[1][2])["text"].startswith(LINES)


def test_a_message_that_is_refused_is_not_sent_again(phone, service, caplog):
    service.answers = [(403, {})]
    assert [sweep(at=NOON + shift * MINUTE) for shift in (0, 30, 60)] == [0, 0, 0]
    assert "A push service refused a nudge." in caplog.text
    assert (len(service.got), Nudge.objects.get().state) == (1, "gone")
    assert outlook_of(Person.objects.get(), at=NOON).past.given_up == ["next/2026-11-03"]
    assert sweep(at=NOON + DAY) == 1


def test_a_redirect_is_not_followed(phone, service):
    service.answers = [(302, {"Location": "http://127.0.0.1:1/"})]
    assert sweep(at=NOON) == 0
    assert len(service.got) == 1


def test_a_snoozed_one_comes_again_once(mira, phone, service):
    sweep(at=NOON)
    rules = outlook_of(mira, at=NOON).rules
    assert Nudge.objects.get().snooze(rules, until_tomorrow=False, at=NOON + MINUTE)
    assert [sweep(at=NOON + shift * MINUTE) for shift in (2, 60, 61, 62, 120)] == [0, 0, 1, 0, 0]
    assert len({body for _, _, body in service.got}) == 2


def test_whoever_turned_it_off_and_a_device_that_was_signed_out_get_nothing(mira, phone, service):
    NudgeSettings.objects.choose(mira, at=NOON, way="off")
    assert sweep(at=NOON) == 0
    NudgeSettings.objects.choose(mira, at=NOON, way="push")
    Subscription.objects.all().delete()
    device, _ = Device.objects.let_in(mira, name="Phone", at=NOON)
    Subscription.objects.subscribe(mira, device, endpoint=f"{service.origin}/p", at=NOON, **phone.keys)
    device.delete()
    assert sweep(at=NOON) == 0
    assert (service.got, Nudge.objects.count()) == ([], 0)


def test_the_calendar_rings_by_itself_so_its_nudge_is_only_noted(mira, phone, service):
    NudgeSettings.objects.choose(mira, at=NOON, way="calendar")
    assert [sweep(at=NOON + shift * MINUTE) for shift in (0, 1)] == [1, 0]
    assert service.got == []


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://push.example/p", "ftp://push.example/p", "https://u:p@push.example/p", "https:///p", "",
        "https://push.example:port/p", "https://push.example/\r\nX: y", "https://pusħ.example/", "//push.example/p", "https://[2606:4700::1]/p",
        "https://push.example/" + "x" * 1000,
    ],
)  # fmt: skip
def test_an_address_that_no_push_service_has_is_refused(endpoint):
    with pytest.raises(NoPushService):
        checked_endpoint(endpoint)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "10.0.0.7", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "[::1]",
        "[::ffff:127.0.0.1]", "[fe80::1]", "[fd00::1]", "224.0.0.1", "100.64.0.1", "2130706433", "0x7f.1",
    ],
)  # fmt: skip
def test_no_private_host_is_called_whatever_it_is_named(mira, host, monkeypatch):
    """Whoever comes in as a paired browser can't make the server knock at machines behind it."""
    monkeypatch.setattr(socket, "create_connection", killed)
    keys = Browser().keys
    phone = Subscription.objects.subscribe(mira, None, endpoint=f"https://{host}/p", at=NOON, **keys)
    assert hand_over(phone, b"{}", topic="t", at=NOON).receipt in (Receipt.GONE, Receipt.LATER)


def test_the_key_is_this_installations_and_the_same_after_a_restart(settings):
    first = vapid_public_key()
    settings.INSTANCE_SECRET = "another"
    assert vapid_public_key() != first
    settings.INSTANCE_SECRET = "a secret for tests"
    assert vapid_public_key() == first
