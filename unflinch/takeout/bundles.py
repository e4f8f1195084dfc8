"""From one understood row to the facts it holds, none of them saved yet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, Final, cast
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from nerve.rep import BEFORE
from unflinch.accounts.facts import Fact
from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import slug_titled
from unflinch.challenges.vocabulary import Channel, Kind
from unflinch.practice.models import Answer, Ask, Debrief, Echo, Energy, Forecast, Plan, Tally
from unflinch.practice.models.dated import NOON, seconds_of
from unflinch.practice.models.debrief import DEBRIEF_FIELDS
from unflinch.practice.vocabulary import AnswerKind, Audience, Company, Dots, Feared, Precision
from unflinch.shell.mending import is_blank
from unflinch.takeout.diary.columns import FEARS, FEELINGS
from unflinch.takeout.diary.fields import FIELDS
from unflinch.takeout.diary.rows import DiaryRow
from unflinch.takeout.identity import energy_of, keyed
from unflinch.takeout.places import setting_of

# What a sheet has of a debrief.
OF_A_DEBRIEF: Final = tuple(name for name in FIELDS if name in DEBRIEF_FIELDS)
_OF_A_PLAN: Final = {"line": "said_line", "when_where": "when_where", "cue": "cue_line"}
_OF_AN_ECHO: Final = ("still_stings", "round_and_round", "said_back")
_WAS_PLANNED: Final = {
    "planned_day": "planned_date",
    "planned_time": "planned_time",
    "planned_week": "planned_week",
    "planned_number": "planned_day",
}
_SHARE_OF_A_DOT: Final = 25


@dataclass(frozen=True, slots=True)
class Bundle:
    """A row with its facts, the ask or the total first; and its plan, which other rows may share."""

    row: DiaryRow
    plan: Plan | None
    facts: tuple[Fact, ...]

    @property
    def id(self) -> UUID:
        """The id of the ask or the total."""
        return UUID(str(self.facts[0].pk))


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes facts for one person out of one file, all with the same moment of arrival and the same batch.

    `channel` is how it was asked where a row does not say.
    """

    person: Person
    batch: UUID
    at: datetime
    channel: str = ""

    def bundle(self, row: DiaryRow, id: UUID, place: int) -> Bundle:
        """The facts of this row; `place` counts the rows as they happened, the first of all being 1."""
        return self.total(row, id, place) if row.is_total else self.ask(row, id, place)

    def ask(self, row: DiaryRow, id: UUID, place: int) -> Bundle:
        values = row.values
        said = {name: values.get(field) or "" for name, field in _OF_A_PLAN.items()}
        plan: Plan = self.fact(Plan, self.plan_id(row, id), label=row.activity, **said)
        title = values.get("challenge") or ""
        ask = self.fact(
            Ask, id, plan=plan,
            title=title, slug=slug_titled(title), role=values.get("asked_whom") or "",
            setting=setting_of(values.get("setting") or ""), setting_words=values.get("setting") or "",
            channel=values.get("channel") or self.channel or Channel.IN_PERSON, kind=values.get("kind") or Kind.ASK,
            audience=values.get("audience") or Audience.ONE, company=values.get("company") or Company.ALONE,
            link=values.get("grew_out_as") or "", counts=values.get("counts") is not False, pull=values.get("pull"),
            **_planned(row),
        )  # fmt: skip
        dated = self.dated(row, place)
        facts = [ask, *self.before(ask, row), *self.answers(ask, row, dated), *self.after(ask, row)]
        return Bundle(row, plan, (*facts, *self.echo(ask, row, dated), *self.energy(ask, row, dated)))

    def plan_id(self, row: DiaryRow, id: UUID) -> UUID:
        """Rows of one activity share a plan within their file; any other row has its own."""
        if not row.activity:
            return uuid5(id, "plan")
        return uuid5(self.batch, keyed(self.person, f"plan {row.outing}").hex())

    def before(self, ask: Ask, row: DiaryRow) -> Iterator[Fact]:
        """The forecast, where the row holds any of it."""
        rated = {name: row.values.get(name) for name in BEFORE}
        feared, feelings = row.values.get("feared") or "", row.values.get("feelings_before") or []
        if not feared and not feelings and all(value is None for value in rated.values()):
            return
        code = FEARS.get(feared.casefold(), Feared.OWN if feared else "")
        words = feared if code == Feared.OWN else ""
        told = {"feared": code, "feared_words": words, "feelings": feelings, **rated}
        yield self.fact(Forecast, uuid5(ask.pk, "forecast"), ask=ask, **told)

    def answers(self, ask: Ask, row: DiaryRow, dated: Mapping[str, Any]) -> Iterator[Fact]:
        """The first answer and what came later; none where there is no outcome yet."""
        values = row.values
        if not values.get("outcome"):
            return
        first = {name: values.get(name) or "" for name in ("outcome", "reason", "manner")}
        first["words"] = values.get("their_words") or ""
        yield self.fact(Answer, uuid5(ask.pk, "answer"), ask=ask, kind=AnswerKind.FIRST, **first, **dated)
        if values.get("reply_later"):
            last = {"outcome": values["reply_later"], "manner": values.get("later_manner") or ""}
            last["words"] = values.get("later_words") or ""
            yield self.fact(Answer, uuid5(ask.pk, "settling"), ask=ask, kind=AnswerKind.SETTLING, **last, **dated)

    def after(self, ask: Ask, row: DiaryRow) -> Iterator[Fact]:
        """The debrief, where the row holds any of it; the columns of other names are its notes."""
        told: dict[str, Any] = {name: row.values[name] for name in OF_A_DEBRIEF if not is_blank(row.values.get(name))}
        if (amount := row.values.get("gained_amount")) is not None:
            told["amount"] = amount
        emotion = row.values.get("emotion") or ""
        if emotion:
            parts = [part.strip().casefold() for part in emotion.replace(",", ";").split(";")]
            told |= {"feeling_words": emotion, "feelings": [FEELINGS[part] for part in parts if part in FEELINGS]}
        notes = [row.values.get("other_notes") or "", *(f"{name}: {words}" for name, words in row.notes.items())]
        if any(notes):
            told["notes"] = "\n".join(filter(None, notes))
        if told:
            yield self.fact(Debrief, uuid5(ask.pk, "debrief"), ask=ask, **told)

    def echo(self, ask: Ask, row: DiaryRow, dated: Mapping[str, Any]) -> Iterator[Fact]:
        """How it was looked at on a later day, where the row says it and a day is known."""
        told = {name: row.values[name] for name in _OF_AN_ECHO if row.values.get(name) not in (None, "")}
        day = row.values.get("echo_date") or dated["day"]
        if told and day is not None:
            yield self.fact(Echo, uuid5(ask.pk, "echo"), ask=ask, day=day, **told)

    def energy(self, ask: Ask, row: DiaryRow, dated: Mapping[str, Any]) -> Iterator[Fact]:
        """What was in the tank that day, where the row tells the day."""
        scale = row.values.get("energy")
        if scale is not None and row.day is not None:
            dots = min(Dots.FULL, max(Dots.EMPTY, -(-scale // _SHARE_OF_A_DOT)))
            yield self.fact(Energy, energy_of(ask.pk), dots=dots, **dated)

    def total(self, row: DiaryRow, id: UUID, place: int) -> Bundle:
        names = {"yes": "yeses", "no": "noes", "maybe": "maybes", "no_reply": "silences", "not_asked": "not_asked"}
        counts = {name: row.values.get(field) or 0 for name, field in names.items()}
        words = row.values.get("what_happened") or ""
        return Bundle(row, None, (self.fact(Tally, id, words=words, **counts, **self.dated(row, place)),))

    def fact(self, table: type[Any], id: UUID, **content: Any) -> Any:
        at = content.pop("at", None)
        return table(id=id, person=self.person, batch=self.batch, at=at, arrived=self.at, **content)

    def dated(self, row: DiaryRow, place: int) -> dict[str, Any]:
        """When it was, as exactly as the row says. A day that is written is the day, whatever the time beside it."""
        zone = ZoneInfo(self.person.zone)
        own = {"zone": self.person.zone, "week": row.values.get("week"), "day_number": row.values.get("day")}
        if row.day is None and row.moment is None:
            precision = Precision.NONE if own["week"] is None else Precision.WEEK
            return {**own, "at": None, "day": None, "precision": precision, "sequence": place}
        if row.day is not None and (row.moment is None or _is_midnight(row.moment)):
            noon = datetime.combine(row.day, NOON, tzinfo=zone)
            return {**own, "at": noon, "day": row.day, "precision": Precision.DAY, "sequence": place}
        moment = cast(datetime, row.moment)
        # In our own sheet an hour of the night stands beside the day that it still belonged to.
        if row.values.get("ask_id") and moment.tzinfo is None and moment.hour < self.person.day_ends:
            moment += timedelta(days=1)
        at = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        day = self.person.day_of(at) if moment.tzinfo or row.day is None else row.day
        return {**own, "at": at, "day": day, "precision": Precision.MOMENT, "sequence": seconds_of(at)}

    @property
    def space(self) -> UUID:
        """The name space of all that this person brings in."""
        return uuid5(self.person.pk, "diary")


def _planned(row: DiaryRow) -> dict[str, Any]:
    """What it was planned for, as exactly as the row says; one that was asked has columns of its own for that."""
    if row.values.get("outcome"):
        return {name: row.values.get(field) for name, field in _WAS_PLANNED.items()}
    moment = row.moment
    clock = None if moment is None or _is_midnight(moment) else moment.time()
    own = {"planned_week": row.values.get("week"), "planned_number": row.values.get("day")}
    return {"planned_day": row.day, "planned_time": clock, **own}


def _is_midnight(moment: datetime) -> bool:
    """Whether this is how a program writes a whole day."""
    return moment.time() == time(0)
