"""One look at whether a nudge is due, and its way out: claimed, written into the ledger, handed over, noted.

Several processes may look at once, and each may die at any moment. A row is claimed by a conditional update, so one of
them gets it. What was claimed and is not in the ledger was not handed over, and is claimed anew. What is in the ledger
without an answer may have arrived: it counts as sent, as one too few is kinder than two, and Today still has its line.
"""

import json
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from django.conf import settings

from unflinch.accounts.models import Person
from unflinch.accounts.models.person import HomeScreen
from unflinch.nudges.looking import outlook_of, settings_of
from unflinch.nudges.models import Handover, Nudge, NudgeSettings, Subscription
from unflinch.nudges.push_service import Answered, Receipt, hand_over
from unflinch.nudges.vocabulary import NudgeWay
from unflinch.nudges.wording import nudge_text

_TRIES: Final = 5
_FIRST_WAIT: Final = timedelta(minutes=10)
_ARRIVED: Final = (Receipt.TAKEN, Receipt.UNKNOWN)

_log: Final = logging.getLogger(__name__)


def sweep(*, at: datetime) -> int:
    """Send whatever is due at this moment; returns how many nudges went out."""
    ringing = NudgeSettings.objects.ringing().order_by().values_list("person", flat=True).distinct()
    return sum(_look(person, at) for person in Person.objects.filter(pk__in=ringing).order_by("joined_at"))


def _look(person: Person, at: datetime) -> bool:
    """Send the nudge that is due for this person; whether one went out."""
    for left in Nudge.objects.of(person).stale(at):
        _settle(left, at)
    chosen = settings_of(person)
    phones = list(Subscription.objects.of(person).oldest_first()) if chosen.way == NudgeWay.PUSH else []
    if not chosen.rings or (chosen.way == NudgeWay.PUSH and not phones):
        return False
    outlook = outlook_of(person, at=at)
    occasion = outlook.due(at)
    if occasion is None:
        return False
    day = outlook.rules.day_of(at)
    nudge = Nudge.objects.make_due(person, occasion, day=day, way=chosen.way, at=at)
    if nudge is None or not nudge.claim(day, at=at):
        return False
    if chosen.way == NudgeWay.PUSH:
        return _push(nudge, phones, chosen, at)
    # The calendar rings by itself, at the time that the feed gave it.
    nudge.note_sent(at)
    return True


def _settle(nudge: Nudge, at: datetime) -> None:
    """What becomes of one whose claim was left by a process that died."""
    if Handover.objects.of_claim(nudge).may_have_arrived().exists():
        nudge.note_sent(nudge.claimed_at or at)
    else:
        nudge.release(due_at=at)


def _push(nudge: Nudge, phones: Sequence[Subscription], chosen: NudgeSettings, at: datetime) -> bool:
    """Hand it to each phone; one that took it is enough, and where none did it's tried again later."""
    answers = [_hand_to(phone, nudge, chosen, at) for phone in phones]
    later = [answer.wait for answer in answers if answer.receipt == Receipt.LATER]
    if any(answer.receipt in _ARRIVED for answer in answers):
        nudge.note_sent(at)
        return True
    if later and nudge.tries + 1 < _TRIES:
        nudge.release(due_at=at + max(*later, _FIRST_WAIT * 2**nudge.tries))
    else:
        nudge.note_gone()
    return False


def _hand_to(phone: Subscription, nudge: Nudge, chosen: NudgeSettings, at: datetime) -> Answered:
    """Hand it to one phone, with a line in the ledger before and its answer after."""
    text, is_plain = nudge_text(nudge.key, named=chosen.says_the_name), chosen.person.home_screen == HomeScreen.PLAIN
    # By its plain name: cron has no collected files to hash it by, and a hash would not outlive the next release.
    icon = f"{settings.STATIC_URL}shell/icons/{'plain' if is_plain else 'duck'}-192.png"
    shown = {"text": text, "icon": icon, "tag": nudge.pk.hex, "address": f"/nudges/{nudge.pk}/"}
    message = json.dumps(shown).encode()
    line = Handover.objects.create(id=uuid4(), nudge=nudge, begun_at=at)
    answer = hand_over(phone, message, topic=nudge.pk.hex, at=at)
    line.close(taken={Receipt.UNKNOWN: None}.get(answer.receipt, answer.receipt == Receipt.TAKEN))
    if answer.receipt == Receipt.GONE:
        phone.delete()
    if answer.receipt == Receipt.REFUSED:
        _log.warning("A push service refused a nudge. Subscribing again on that phone helps.")
    return answer
