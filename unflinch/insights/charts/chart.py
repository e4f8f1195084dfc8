"""A chart as a page shows it: its words, what its picture is drawn from, and the table that says the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from django.utils.translation import gettext as _

from unflinch.insights.charts.shapes import Curve, Steps


class Picture(Protocol):
    """One of the shapes in `shapes.py`; `TEMPLATE` is the partial that draws it."""

    TEMPLATE: ClassVar[str]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row; the first cell names it, and leads to `href` where there is one."""

    cells: Sequence[str]
    href: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """What stands beneath a picture: the words above the columns, and the rows."""

    head: Sequence[str]
    rows: Sequence[TableRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One chart. `sentences` speak to the person, `third_person` to whoever reads the sheet beside them.

    `name` is unique on the page, and where an address leads to it. `label` is what the picture says to somebody who
    doesn't see it; without one it is the first sentence. `link` is an address and its words. `needs` says what is
    missing where there is nothing to draw yet.
    """

    name: str
    title: str
    unit: str = ""
    label: str = ""
    sentences: Sequence[str] = ()
    picture: Picture | None = None
    table: Table | None = None
    link: tuple[str, str] | None = None
    third_person: Sequence[str] = ()
    needs: str = ""

    @property
    def shape(self) -> str:
        """The partial that draws the picture; nothing without one."""
        return self.picture.TEMPLATE if self.picture is not None else ""

    @property
    def said(self) -> str:
        """What the picture says in words."""
        return self.label or next(iter(self.sentences), self.title)


def plain_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """A table of plain cells."""
    return Table(head, [TableRow(row) for row in rows])


def curve_table(picture: Curve | None, when: str, rating: str) -> Table | None:
    """The newest dots below these two words; nothing without a picture."""
    return None if picture is None else plain_table((when, rating), picture.newest)


def steps_table(picture: Steps | None) -> Table | None:
    """Two weeks a row; nothing without a picture."""
    if picture is None:
        return None
    rows = [(step.when, step.said, str(step.n), step.sure) for step in picture.steps]
    return plain_table((_("From"), _("Middle"), _("Asks"), _("How sure")), rows)
