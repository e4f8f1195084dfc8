"""The sheet as a tagged PDF, made on this machine. What a person typed goes in as data, never as markup."""

import json
from collections.abc import Mapping, Sequence
from importlib.resources import as_file, files
from typing import Any, Final

import font_source_sans_pro
import typst
from django.template.loader import render_to_string

from unflinch.insights.charts.shapes import Curve
from unflinch.insights.sheet.parts import Section

_LETTERS_A_LINE: Final = 60
_PICTURE_LINES: Final = 12
PAPERS: Final[Mapping[str, str]] = {"a4": "A4", "us-letter": "Letter"}
# The light scheme, since paper knows no variables: ink, soft, line, no, no's wash.
_COLOURS: Final[Mapping[str, str]] = {"soft": "#4a4f5c", "line": "#d8d2c4", "no": "#6b3a8f", "wash": "#eee3f6"}


def pdf_of(sections: Sequence[Section], *, about: Mapping[str, str], paper: str) -> bytes:
    """The PDF for this paper (`a4` or `us-letter`), tagged for screen readers. Raises KeyError for another paper."""
    PAPERS[paper]
    columns = [[_plain(section) for section in column] for column in _in_two(sections)]
    content = json.dumps({**about, "paper": paper, "columns": columns})
    with as_file(files("unflinch.insights").joinpath("sheet", "sheet.typ")) as template:
        made: bytes = typst.compile(
            template,
            format="pdf",
            font_paths=[font_source_sans_pro.font_directory],
            sys_inputs={"sheet": content},
            pdf_tags=True,
        )
    return made


def _in_two(sections: Sequence[Section]) -> tuple[Sequence[Section], Sequence[Section]]:
    """The sections in their order as two columns whose heights differ least."""
    heights = [_height_of(section) for section in sections]
    cuts = range(len(sections) + 1)
    cut = min(cuts, key=lambda at: abs(sum(heights[:at]) - sum(heights[at:])))
    return sections[:cut], sections[cut:]


def _height_of(section: Section) -> int:
    """About how many lines it takes."""
    lines = sum(1 + len(words) // _LETTERS_A_LINE for words in (*section.sentences, *section.lines))
    return 2 + lines + len(_rows_of(section)) + (_PICTURE_LINES if section.picture is not None else 0)


def _plain(section: Section) -> dict[str, Any]:
    """The section as the template reads it, its picture drawn."""
    return {
        **{name: getattr(section, name) for name in ("title", "sentences", "lines")},
        "head": [] if section.table is None else section.table.head,
        "rows": _rows_of(section),
        "picture": _drawn(section),
    }


def _rows_of(section: Section) -> Sequence[Sequence[str]]:
    return [] if section.table is None else [row.cells for row in section.table.rows]


def _drawn(section: Section) -> str:
    """The picture as an SVG whose colours are plain values; empty where there is nothing to draw."""
    if not isinstance(section.picture, Curve):
        return ""
    return render_to_string("insights/sheet_curve.svg", {"curve": section.picture, "colours": _COLOURS})
