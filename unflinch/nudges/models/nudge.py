from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, Final, Self
from uuid import uuid4

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

from unflinch.accounts.models import Person
from unflinch.nudges.due import NudgeRules, Occasion, put_off
from unflinch.nudges.vocabulary import NudgeKind, NudgeWay
from unflinch.practice.models.rating import ChoiceField

if TYPE_CHECKING:
    from datetime import date

_STALE: Final = timedelta(minutes=10)  # a claim that is older was left by a process that died


class NudgeState(models.TextChoices):
    """due → claimed → sent or gone; a claim that came to nothing is due again."""

    DUE = "due", _("due")
    CLAIMED = "claimed", _("claimed")
    SENT = "sent", _("sent")
    GONE = "gone", _("gone")


class NudgeQuerySet(models.QuerySet["Nudge"]):
    def of(self, person: Person) -> Self:
        return self.filter(person=person)

    def about(self, key: str) -> Self:
        return self.filter(key=key)

    def latest_first(self) -> Self:
        return self.order_by("-due_at", "id")

    def rang_since(self, moment: datetime) -> Self:
        """Those that a calendar rang for from this moment on."""
        return self.filter(way=NudgeWay.CALENDAR, state=NudgeState.SENT, sent_at__gte=moment)

    def stale(self, at: datetime) -> Self:
        """Those that were claimed so long ago that whoever claimed them is gone."""
        return self.filter(state=NudgeState.CLAIMED, claimed_at__lt=at - _STALE)

    def make_due(self, person: Person, occasion: Occasion, *, day: "date", way: str, at: datetime) -> "Nudge | None":
        """The row of this occasion, which is made once; None where this day has its nudge already.

        Two processes that look at one moment get the same row, and one of them claims it.
        """
        told = {"kind": occasion.kind, "way": way, "day": day, "due_at": at}
        try:
            with transaction.atomic():
                return self.get_or_create(person=person, key=occasion.key, defaults=told)[0]
        except IntegrityError:
            return None


class Nudge(models.Model):
    """One nudge: about what, when it is due, and how far it has come.

    `day` is the personal day on which it comes; a day has one at most. `sent_at` is when it last went out.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=120, help_text="what it is about, by an id or a day; never a word")
    kind = ChoiceField(choices=NudgeKind)
    way = ChoiceField(choices=NudgeWay)
    day = models.DateField()
    due_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=NudgeState, default=NudgeState.DUE)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    snoozes = models.PositiveSmallIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)

    objects: ClassVar[NudgeQuerySet] = NudgeQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "key"], name="nudge_once_a_key"),
            models.UniqueConstraint(
                fields=["person", "day"], condition=~models.Q(state="gone"), name="nudge_one_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"nudge {self.pk}"

    @property
    def out_since(self) -> datetime | None:
        """When it went out last, or was taken for sending; None for one that did not yet."""
        return self.claimed_at if self.state == NudgeState.CLAIMED else self.sent_at

    @property
    def can_be_put_off(self) -> bool:
        """Whether it went out and isn't put off already."""
        return self.state == NudgeState.SENT

    @property
    def is_put_off(self) -> bool:
        """Whether it went out and will come again."""
        return self.state == NudgeState.DUE and self.snoozes > 0

    def claim(self, day: "date", *, at: datetime) -> bool:
        """Take it for sending; whether it was free. Of several that ask at one moment, one gets it."""
        try:
            with transaction.atomic():
                free = Nudge.objects.filter(pk=self.pk, state=NudgeState.DUE, due_at__lte=at)
                taken = free.update(state=NudgeState.CLAIMED, claimed_at=at, day=day)
        except IntegrityError:
            return False
        self.claimed_at = at
        return taken == 1

    def note_sent(self, at: datetime) -> None:
        """It is out."""
        self._from_claimed(state=NudgeState.SENT, sent_at=at)

    def note_gone(self) -> None:
        """Nobody is there to take it."""
        self._from_claimed(state=NudgeState.GONE)

    def release(self, *, due_at: datetime) -> None:
        """It was not handed over: it is due again, from this moment on."""
        self._from_claimed(state=NudgeState.DUE, due_at=due_at, tries=models.F("tries") + 1)

    @transaction.atomic
    def snooze(self, rules: NudgeRules, *, until_tomorrow: bool, at: datetime) -> bool:
        """Put it off by an hour or to tomorrow; whether it could be: it went out and isn't put off already.

        Where that day has another nudge, it comes on the next that has none.
        """
        until = put_off(rules, now=at, until_tomorrow=until_tomorrow)
        others = Nudge.objects.filter(person=self.person_id).exclude(pk=self.pk).exclude(state=NudgeState.GONE)
        while others.filter(day=rules.day_of(until)).exists():
            until = put_off(rules, now=until, until_tomorrow=True)
        told = {"due_at": until, "day": rules.day_of(until), "snoozes": self.snoozes + 1}
        out = Nudge.objects.filter(pk=self.pk, state=NudgeState.SENT, snoozes=self.snoozes)
        return out.update(state=NudgeState.DUE, **told) == 1

    def _from_claimed(self, **changes: object) -> None:
        claimed = Nudge.objects.filter(pk=self.pk, state=NudgeState.CLAIMED, claimed_at=self.claimed_at)
        claimed.update(**changes)
