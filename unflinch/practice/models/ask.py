from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, ClassVar, Final, Self
from uuid import UUID, uuid5

from django.db import models, transaction

from unflinch.accounts.sealed import SealedTextField
from unflinch.challenges.models import OwnChallenge
from unflinch.challenges.vocabulary import Kind, Setting
from unflinch.practice.models.answer import Answer, is_fresh
from unflinch.practice.models.asks import AsksQuerySet
from unflinch.practice.models.dated import dated_as
from unflinch.practice.models.debrief import Debrief, emptied
from unflinch.practice.models.echo import Echo
from unflinch.practice.models.forecast import Forecast
from unflinch.practice.models.intended import Intended
from unflinch.practice.models.rating import ChoiceField, Rating, as_written, range_constraints
from unflinch.practice.models.trail import Trail
from unflinch.practice.vocabulary import AnswerKind, Audience, Company, Link, Outcome
from unflinch.shell.mending import refuse_overtaken

_GROWING: Final = ("answers", "debriefs", "echoes")


class TooLate(Exception):
    """Ten minutes have passed, or the answer is in: what was written stays, and a new fact goes beside it."""


class TooEarly(Exception):
    """There is nothing to look back on yet: the ask has no answer."""


class AskQuerySet(AsksQuerySet["Ask"]):
    """Of a class of its own, so that what a plan's `asks` are is known by type."""

    def refused(self) -> Self:
        """Those whose last answer is a no."""
        return self.alias(last=Answer.objects.last_outcome()).filter(last=Outcome.NO)


class Ask(Intended):
    """One request to one person or group. Its answers only grow; the latest counts and the first is kept."""

    plan = models.ForeignKey("practice.Plan", on_delete=models.CASCADE, related_name="asks")
    slug = models.CharField(max_length=80, blank=True, default="")
    own = models.ForeignKey(OwnChallenge, on_delete=models.SET_NULL, null=True, related_name="+")
    title = SealedTextField()
    role = SealedTextField()
    setting = ChoiceField(choices=Setting)
    setting_words = SealedTextField()
    kind = ChoiceField(choices=Kind, default=Kind.ASK)
    audience = ChoiceField(choices=Audience, default=Audience.ONE)
    company = ChoiceField(choices=Company, default=Company.ALONE)
    follows = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="followers")
    counts = models.BooleanField(default=True)
    pull = Rating()

    # Which of a hundred it is, where a page has looked.
    number: int | None = None

    objects: ClassVar[AskQuerySet] = AskQuerySet.as_manager()  # type: ignore[assignment]

    class Meta(Intended.Meta):
        constraints: ClassVar = range_constraints("pull")
        indexes: ClassVar = [
            models.Index(fields=["person", "arrived"], name="ask_by_arrival"),
            models.Index(fields=["person", "slug"], name="ask_by_challenge"),
            models.Index(fields=["person", "setting"], name="ask_by_place"),
        ]

    @property
    def key(self) -> str:
        """What the same challenge is known by across asks: its slug, its own id, or this ask alone."""
        return self.slug or str(self.own_id or self.pk)

    @property
    def own_no(self) -> bool:
        """Whether the no is the person's own, and the answer says how it is taken."""
        return bool(self.kind == Kind.SAY_NO)

    @property
    def trail(self) -> Trail[Answer]:
        """The answers in the order they came."""
        return Trail.of(self.answers.all())

    @property
    def first_answer(self) -> Answer | None:
        """What came first, with a mis-tap mended."""
        return self.trail.first

    @property
    def answer(self) -> Answer | None:
        """What counts: the latest."""
        return self.trail.latest

    @property
    def debrief(self) -> Debrief | None:
        """The debrief as it stands: what was written later goes before what was written first."""
        return Debrief.folded(as_written(self.debriefs.all()))

    @property
    def later(self) -> list[Echo]:
        """Its echoes, in the order they came."""
        return as_written(self.echoes.all())

    @property
    def foretold(self) -> Forecast | None:
        """Its forecast, or None where it just happened."""
        return getattr(self, "forecast", None)

    def rests(self, day: date) -> bool:
        """Whether a hard one is not shown again yet: a sting of 60 or more waits for the next day."""
        answer, told = self.answer, self.debrief
        return told is not None and told.is_hard and answer is not None and answer.day == day

    @transaction.atomic
    def plan_for(self, day: date | None, clock: time | None) -> None:
        """Plan it for this day and this time on the person's own clock; None is no day, or any time of it.

        Raises TooLate once an answer is in.
        """
        if self.answers.exists():
            raise TooLate
        self.amend(planned_day=day, planned_time=clock)

    @transaction.atomic
    def foresee(self, *, id: UUID, at: datetime, **content: Any) -> Forecast:
        """Write the forecast, or mend it while no answer is in. Raises TooLate once there is one."""
        if self.answers.exists():
            raise TooLate
        existing = self.foretold
        if existing is not None:
            return existing.amend(**content)
        self.forecast = Forecast.objects.once(id=id, person=self.person, at=at, arrived=at, ask=self, **content)
        return self.forecast

    @transaction.atomic
    def respond(
        self, outcome: str, *, id: UUID, at: datetime, happened: dict[str, Any], reason: str = "", manner: str = ""
    ) -> Answer:
        """Record the first answer; `happened` are the dated fields. The same id twice is one answer.

        Raises TooLate where another first answer is in: that one is mended or settled, not given again.
        """
        if self.answers.first_ones().exclude(pk=id).exists():
            raise TooLate
        when = Answer.objects.of(self.person).in_turn(happened, at=at)
        told = {"outcome": outcome, "reason": reason, "manner": manner}
        return self._answer(id=id, at=at, kind=AnswerKind.FIRST, happened=when, **told)

    @transaction.atomic
    def respond_alike(self, several: int, *, at: datetime) -> None:
        """Record as many asks in all as `several` to different people, each with the answer of this one.

        Three e-mails sent at once are three asks that wait. Said twice, it is as many as the larger number.
        """
        first = self.trail[0]
        answer = {"outcome": first.outcome, "manner": first.manner, "happened": dated_as(first)}
        for number in range(1, several):
            self.grow(answer, id=uuid5(self.pk, f"alike {number}"), at=at, link=Link.ANOTHER, role=self.role)

    @transaction.atomic
    def grow(self, answer: Mapping[str, Any], *, id: UUID, at: datetime, link: str, **about: Any) -> "Ask":
        """An ask that grew out of this one and has its answer already: nobody is asked what they expected of it."""
        grown = self.follow_with(id=id, at=at, link=link, **about)
        grown.respond(id=uuid5(grown.pk, "answer"), at=at, **answer)
        return grown

    @transaction.atomic
    def settle(
        self, outcome: str, *, id: UUID, at: datetime, happened: dict[str, Any], manner: str = "", words: str = ""
    ) -> Answer:
        """Record the answer that came after a maybe, a silence, or a change of mind."""
        return self._answer(
            id=id, at=at, kind=AnswerKind.SETTLING, outcome=outcome, manner=manner, words=words, happened=happened
        )

    @transaction.atomic
    def mend(self, outcome: str, *, id: UUID, at: datetime, reason: str = "") -> Answer:
        """Say that the last answer was a mis-tap and what it should have been. It stays when it was.

        Raises TooEarly while no answer is in.
        """
        last = self.answers.exclude(pk=id).last_written()
        if last is None:
            raise TooEarly
        happened = dated_as(last)
        return self._answer(id=id, at=at, kind=AnswerKind.SLIP, outcome=outcome, reason=reason, happened=happened)

    @transaction.atomic
    def tell(self, *, id: UUID, at: datetime, seen: Mapping[str, str] | None = None, **content: Any) -> Debrief:
        """Write the debrief, complete or mend a fresh one, or put a later one beside it that says what is new.

        Raises Overtaken where something else than was `seen` stands in a field by now (see `shell.mending`).
        """
        Ask.objects.select_for_update(no_key=True).get(pk=self.pk)
        written = as_written(self.debriefs.model.objects.filter(ask=self))
        told = Debrief.folded(written) or Debrief()
        refuse_overtaken({name: getattr(told, name) for name in content}, seen, content)
        latest = written[-1] if written else None
        if latest is not None and told.says(content):
            return latest
        if latest is not None and latest.batch is None and is_fresh(latest, at):
            return latest.give(**content)
        if any(debrief.pk == id for debrief in written):
            id = uuid5(id, str(len(written)))
        when = {"nth": self._next(), "cleared": sorted(emptied(content)) if written else []}
        return Debrief.objects.once(id=id, person=self.person, at=at, arrived=at, when=when, ask=self, **content)

    @transaction.atomic
    def echo(self, *, id: UUID, at: datetime, **content: Any) -> Echo:
        """Write how it sits now, beside whatever was written before. The same id twice is one echo.

        Raises TooEarly while no answer is in.
        """
        if not self.answers.exists():
            raise TooEarly
        when = {"day": self.person.day_of(at), "nth": self._next()}
        return Echo.objects.once(id=id, person=self.person, at=at, arrived=at, when=when, ask=self, **content)

    @transaction.atomic
    def undo(self, *, at: datetime) -> None:
        """Take the last answer back with what was said after it; an ask that just happened goes with it.

        Raises TooLate after ten minutes.
        """
        if not self.trail.can_undo(at):
            raise TooLate
        last = self.trail[-1]
        for alike in self.followers.filter(arrived=last.arrived, link=Link.ANOTHER):
            alike.remove()
        if self.just_happened:
            self.remove()
            return
        since = {"nth__gt": last.nth} if last.nth else {"arrived__gte": last.arrived}
        self.debriefs.filter(**since).delete()
        last.delete()

    @transaction.atomic
    def describe(self, *, seen: Mapping[str, str] | None = None, **about: Any) -> None:
        """Make better what it says it was about, at any time; `day` is the day on which it was asked, or None.

        Raises Overtaken where something else than was `seen` stands there by now (see `shell.mending`).
        """
        now = Ask.objects.select_for_update(no_key=True).get(pk=self.pk)
        refuse_overtaken({name: getattr(now, name) for name in about}, seen, about)
        if "day" in about:
            now.trail.move(about.pop("day"))
        self.amend(**about)

    @property
    def just_happened(self) -> bool:
        """Whether it was written together with the one answer that it has: nobody had planned it."""
        return [answer.arrived for answer in self.trail] == [self.arrived]

    @property
    def day(self) -> date | None:
        """The personal day on which it was asked, where that is known."""
        return None if (first := self.first_answer) is None else first.day

    @transaction.atomic
    def follow_with(self, *, id: UUID, at: datetime, link: str, title: str = "", role: str = "") -> "Ask":
        """An ask that grows out of this one, in the same activity, with an empty forecast of its own."""
        about = {name: getattr(self, name) for name in ("setting", "channel", "kind", "counts", "company")}
        again = {name: getattr(self, name) for name in ("title", "slug", "own", "line")}
        about |= {"role": role, **({"title": title} if title else again)}
        return Ask.objects.once(
            id=id, person=self.person, at=at, arrived=at, plan=self.plan, follows=self, link=link, **about
        )

    @transaction.atomic
    def remove(self) -> None:
        """Delete the ask for ever, and its plan when nothing else is in it."""
        plan = self.plan
        self.delete()
        if not plan.asks.exists():
            plan.delete()

    def _answer(self, *, id: UUID, at: datetime, happened: dict[str, Any], **content: Any) -> Answer:
        when = {**happened, "nth": self._next()}
        return Answer.objects.once(id=id, person=self.person, at=at, arrived=at, when=when, ask=self, **content)

    def _next(self) -> int:
        """The place of what is written now among all that was written of this ask."""
        last = Ask.objects.filter(pk=self.pk).aggregate(**{name: models.Max(f"{name}__nth") for name in _GROWING})
        return 1 + max(nth or 0 for nth in last.values())
