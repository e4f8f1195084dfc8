"""Asks by week: the latest weeks as stacks of noes, yeses, warm-ups and the rest, with what was in the tank."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nerve.dose import Dose
from unflinch.insights.charts.chart import Chart, Table, TableRow
from unflinch.insights.charts.shapes import BOTTOM, LEFT_EDGE, RIGHT_EDGE, TOP, up
from unflinch.insights.measurements import Measurements
from unflinch.practice.history.weeks import Slot, Week

_MOST_DRAWN: Final = 12
_LONG_NUMBER: Final = 1000  # weeks; from here on two numbers side by side would run into each other


@dataclass(frozen=True, slots=True)
class _Stack:
    """One week: where it stands, its number where there is room, its parts from the bottom up, and what it says.

    `energy` is how far up its ring lies; None where nobody noted it.
    """

    x: float
    width: float
    label: str
    parts: Sequence[tuple[str, float, float]]
    energy: float | None
    said: str

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True, slots=True)
class _Stacks:
    """Weeks beside each other on one scale."""

    TEMPLATE: ClassVar[str] = "insights/shapes/stacks.html"
    stacks: Sequence[_Stack]

    @property
    def any_warm_up(self) -> bool:
        return any(name == "went" for stack in self.stacks for name, _, _ in stack.parts)

    @property
    def any_energy(self) -> bool:
        return any(stack.energy is not None for stack in self.stacks)


def weeks_chart(measured: Measurements) -> Chart | None:
    if not measured.asks or not measured.weeks:
        return None
    weeks, energy = measured.weeks[-_MOST_DRAWN:], measured.energy[-_MOST_DRAWN:]
    picture = _stacks_of(weeks, energy)
    more = len(measured.weeks) > len(weeks)
    said = _("The latest %(shown)d of %(all)d.") % {"shown": len(weeks), "all": len(measured.weeks)}
    return Chart(
        name="weeks",
        title=_("Asks by week"),
        label=_("Asks in each week; the table below says the same"),
        sentences=[said] if more else [],
        picture=picture,
        table=_table_of(measured, weeks, energy, with_energy=picture.any_energy),
        link=(reverse("insights:weeks"), _("All your weeks")) if more else None,
    )


def _table_of(
    measured: Measurements, weeks: Sequence[Week], energy: Sequence[Dose[Slot]], *, with_energy: bool
) -> Table:
    head = [_("Week"), _("Asks"), _("Noes"), _("Yeses"), *([_("Energy, out of 100")] if with_energy else [])]
    rows = []
    for week, dose in zip(weeks, energy, strict=True):
        number = str(week.number or _("no day known"))
        title = measured.titles.get(week.slot, "")
        cells = [f"{number}: {title}" if title else number, *map(str, (week.asks, week.noes, week.yeses))]
        address = reverse("insights:week", args=[week.slot.address])
        rows.append(TableRow([*cells, *([_energy_words(dose)] if with_energy else [])], address))
    return Table(head, rows)


def _stacks_of(weeks: Sequence[Week], energy: Sequence[Dose[Slot]]) -> _Stacks:
    """The weeks as stacks on one scale, each with its number where there is room."""
    most = max((week.asks for week in weeks), default=1) or 1
    room = (RIGHT_EDGE - LEFT_EDGE) / max(len(weeks), 4)
    every = 2 if any(week.number >= _LONG_NUMBER for week in weeks) else 1
    stacks = []
    for at, (week, dose) in enumerate(zip(weeks, energy, strict=True)):
        label = str(week.number or "–") if at % every == 0 else ""
        ring = None if dose.energy is None else up(dose.energy)
        x, width = round(LEFT_EDGE + at * room, 1), round(room * 0.7, 1)
        stacks.append(_Stack(x, width, label, _parts_of(week, most), ring, _said(week, dose)))
    return _Stacks(stacks)


def _parts_of(week: Week, most: int) -> list[tuple[str, float, float]]:
    """The name, the top and the height of each part, from the bottom up."""
    unit = (BOTTOM - TOP) / most
    parts, floor = [], float(BOTTOM)
    open_ones = week.asks - week.noes - week.yeses - week.warm_ups
    each = (("no", week.noes), ("yes", week.yeses), ("went", week.warm_ups), ("silent", open_ones))
    for name, count in each:
        height = count * unit
        floor -= height
        if count:
            parts.append((name, round(floor, 1), round(height - 1, 1)))
    return parts


def _said(week: Week, dose: Dose[Slot]) -> str:
    """What a tap on a week says."""
    parts = [
        ngettext("%(count)d ask", "%(count)d asks", week.asks) % {"count": week.asks},
        ngettext("%(count)d no", "%(count)d noes", week.noes) % {"count": week.noes},
        ngettext("%(count)d yes", "%(count)d yeses", week.yeses) % {"count": week.yeses},
    ]
    if week.warm_ups:
        parts.append(ngettext("%(count)d warm-up", "%(count)d warm-ups", week.warm_ups) % {"count": week.warm_ups})
    counted = ", ".join(parts)
    energy = _energy_words(dose)
    said = f"{week.slot.name}: {counted}"
    return _("%(week)s; energy %(energy)s") % {"week": said, "energy": energy} if energy else said


def _energy_words(dose: Dose[Slot]) -> str:
    """How much was in the tank, out of 100, and on how many days somebody said so; nothing where nobody did."""
    if dose.energy is None:
        return ""
    words = ngettext("%(energy).0f, noted on %(days)d day", "%(energy).0f, noted on %(days)d days", dose.days)
    return words % {"energy": dose.energy, "days": dose.days}
