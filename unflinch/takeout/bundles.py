"""From one understood row to the facts it holds, none of them saved yet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Final
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from unflinch.accounts.facts import Fact
from unflinch.accounts.models import Person
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import Channel, Kind
from unflinch.practice.models import Answer, Ask, Debrief, Energy, Forecast, Plan, Tally
from unflinch.practice.models.dated import NOON, seconds_of
from unflinch.practice.vocabulary import AnswerKind, Audience, Company, Dots, Feared, Precision
from unflinch.takeout.diary.columns import FEARS, FEELINGS
from unflinch.takeout.diary.rows import DiaryRow, row_id
from unflinch.takeout.places import setting_of

BEFORE: Final = ("no_before", "feared_before", "cost_before", "tension_before")
AFTER: Final = (
    *(
        "feared_happened",
        "feared_after",
        "cost_after",
        "sting",
        "surprise",
        "no_kind",
        "flinched",
        "funny",
        "back_after",
    ),
    *("rehearsed", "safe_habits", "harms", "what_happened", "fact_line", "kind_line", "lesson", "gained"),
)
SHARE_OF_A_DOT: Final = 25


@dataclass(frozen=True, slots=True)
class Bundle:
    """A row with its facts: an ask with all that hangs on it, or a total. The plan may be shared with other rows."""

    row: DiaryRow
    plan: Plan | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes facts for one person out of one file, all with the same moment of arrival and the same batch."""

    person: Person
    batch: UUID
    at: datetime

    def bundles(self, rows: Iterable[DiaryRow]) -> Iterator[Bundle]:
        """A bundle a row, in their order."""
        for row in rows:
            yield self.total(row) if row.is_total else self.ask(row)

    def ask(self, row: DiaryRow) -> Bundle:
        id = row_id(self.space, row)
        plan_key = f"{row.when}/{row.activity}" if row.activity else row.place
        plan = self.fact(Plan, uuid5(self.space, f"plan {plan_key}"), label=row.activity)
        values = row.values
        title = values.get("challenge") or ""
        ask = self.fact(
            Ask, id, plan=plan,
            title=title, slug=slug_of(title), role=values.get("asked_whom") or "",
            setting=setting_of(values.get("setting") or ""), setting_words=values.get("setting") or "",
            channel=values.get("channel") or Channel.IN_PERSON, kind=values.get("kind") or Kind.ASK,
            audience=values.get("audience") or Audience.ONE, company=values.get("company") or Company.ALONE,
            counts=values.get("counts") is not False, pull=values.get("pull"),
        )  # fmt: skip
        facts = [ask, *self.before(ask, row), *self.answers(ask, row), *self.after(ask, row), *self.energy(row)]
        return Bundle(row, plan, tuple(facts))

    def before(self, ask: Ask, row: DiaryRow) -> Iterator[Fact]:
        """The forecast, where the row holds any of it."""
        rated = {name: row.values.get(name) for name in BEFORE}
        feared = row.values.get("feared") or ""
        if not feared and all(value is None for value in rated.values()):
            return
        code = FEARS.get(feared.casefold(), Feared.OWN if feared else "")
        words = feared if code == Feared.OWN else ""
        yield self.fact(Forecast, uuid5(ask.pk, "forecast"), ask=ask, feared=code, feared_words=words, **rated)

    def answers(self, ask: Ask, row: DiaryRow) -> Iterator[Fact]:
        """The first answer and what came later; none where there is no outcome yet."""
        values = row.values
        if not values.get("outcome"):
            return
        first = {name: values.get(name) or "" for name in ("outcome", "reason", "manner")}
        yield self.fact(Answer, uuid5(ask.pk, "answer"), ask=ask, kind=AnswerKind.FIRST, **first, **self.dated(row))
        if values.get("reply_later"):
            last = {"outcome": values["reply_later"], "manner": values.get("later_manner") or ""}
            yield self.fact(
                Answer, uuid5(ask.pk, "settling"), ask=ask, kind=AnswerKind.SETTLING, **last, **self.dated(row)
            )

    def after(self, ask: Ask, row: DiaryRow) -> Iterator[Fact]:
        """The debrief, where the row holds any of it; the columns of other names are its notes."""
        told: dict[str, Any] = {name: row.values[name] for name in AFTER if row.values.get(name) not in (None, "", [])}
        emotion = row.values.get("emotion") or ""
        if emotion:
            parts = [part.strip().casefold() for part in emotion.replace(",", ";").split(";")]
            told |= {"feeling_words": emotion, "feelings": [FEELINGS[part] for part in parts if part in FEELINGS]}
        if row.notes:
            told["notes"] = "\n".join(f"{name}: {words}" for name, words in row.notes.items())
        if told:
            yield self.fact(Debrief, uuid5(ask.pk, "debrief"), ask=ask, **told)

    def energy(self, row: DiaryRow) -> Iterator[Fact]:
        """What was in the tank that day, where the row tells the day."""
        scale = row.values.get("energy")
        if scale is not None and row.day is not None:
            dots = min(Dots.FULL, max(Dots.EMPTY, -(-scale // SHARE_OF_A_DOT)))
            yield self.fact(Energy, uuid5(self.space, f"energy {row.place}"), dots=dots, **self.dated(row))

    def total(self, row: DiaryRow) -> Bundle:
        names = {"yes": "yeses", "no": "noes", "maybe": "maybes", "no_reply": "silences", "not_asked": "not_asked"}
        counts = {name: row.values.get(field) or 0 for name, field in names.items()}
        words = row.values.get("what_happened") or ""
        return Bundle(row, None, (self.fact(Tally, row_id(self.space, row), words=words, **counts, **self.dated(row)),))

    def fact(self, table: type[Any], id: UUID, **content: Any) -> Any:
        at = content.pop("at", None)
        return table(id=id, person=self.person, batch=self.batch, at=at, arrived=self.at, **content)

    def dated(self, row: DiaryRow) -> dict[str, Any]:
        """When it was, as exactly as the row says."""
        zone = ZoneInfo(self.person.zone)
        own = {"zone": self.person.zone, "week": row.values.get("week"), "day_number": row.values.get("day")}
        if row.moment is not None:
            at = row.moment if row.moment.tzinfo else row.moment.replace(tzinfo=zone)
            return {
                **own,
                "at": at,
                "day": self.person.day_of(at),
                "precision": Precision.MOMENT,
                "sequence": seconds_of(at),
            }
        if row.day is not None:
            noon = datetime.combine(row.day, NOON, tzinfo=zone)
            return {**own, "at": noon, "day": row.day, "precision": Precision.DAY, "sequence": row.line}
        precision = Precision.NONE if own["week"] is None else Precision.WEEK
        return {**own, "at": None, "day": None, "precision": precision, "sequence": row.line}

    @property
    def space(self) -> UUID:
        """The name space of everything that this person brings in."""
        return uuid5(self.person.pk, "diary")


def slug_of(title: str) -> str:
    """The library's slug where the diary uses the library's own title; empty otherwise."""
    return slugs().get(title.casefold(), "")


@cache
def slugs() -> dict[str, str]:
    return {challenge.title.casefold(): challenge.slug for challenge in catalogue().by_boldness}
