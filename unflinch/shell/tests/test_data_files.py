"""Whatever is wrong in a data file is said in one sentence that names its file, its place and its field."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated

import pytest
from msgspec import Meta, field

from unflinch.shell.data_files import (
    BrokenFile,
    ByName,
    FileTable,
    HttpsAddress,
    OneOrMore,
    letters,
    numeric,
    parse_toml,
    read_file,
    read_table,
    several,
    whole,
    word_of,
)


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Leg(FileTable, frozen=True):
    length: Annotated[float, numeric(0.1, 2)]


class Maker(FileTable, frozen=True):
    name: str
    born: int = 0
    share: float = 0.0

    def __post_init__(self) -> None:
        if self.name == "nobody":
            raise ValueError("must be somebody")


class Chair(FileTable, frozen=True):
    title: Annotated[str, letters(8)]
    colour: Colour
    made: date
    legs: OneOrMore[Leg] = field(name="leg")
    soft: bool = False
    seats: Annotated[int, whole(1, 3)] = 1
    fit: Annotated[str, word_of("loose", "tight")] = "tight"
    tags: Annotated[tuple[Annotated[str, letters(5)], ...], several(1, 2)] = ()
    notes: tuple[str, ...] = ()
    link: HttpsAddress = ""
    maker: Maker | None = None
    prices: ByName[Annotated[float, numeric(0, 9)]] = field(default_factory=dict)
    kin: Mapping[str, Maker] = field(default_factory=dict)
    ends: Annotated[tuple[int, int], Meta(description="must be two whole numbers")] = (0, 0)


CHAIR = """
title = "A chair"
colour = "red"
made = 2026-11-23
leg = [{ length = 1 }, { length = 0.5 }]
"""


def said_of(text):
    with pytest.raises(BrokenFile) as error:
        read_table("chair.toml", parse_toml("chair.toml", text), Chair)
    return str(error.value).splitlines()


def test_a_sound_file_becomes_frozen_values(tmp_path):
    file = tmp_path / "chair.toml"
    file.write_text(CHAIR, encoding="utf-8")
    chair = read_file(file, Chair)
    assert (chair.title, chair.colour, chair.made, chair.tags) == ("A chair", Colour.RED, date(2026, 11, 23), ())
    assert chair.legs == (Leg(length=1), Leg(length=0.5))
    with pytest.raises(AttributeError):
        setattr(chair, "title", "Another")  # noqa: B010  # the type checker refuses the plain way, which is the point


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("price = 3", "price is not known here"),
        ('soft = "yes"', "soft must be true or false"),
        ("soft = 1", "soft must be true or false"),
        ("seats = 4", "seats must be a whole number from 1 to 3"),
        ("seats = true", "seats must be a whole number from 1 to 3"),
        ('fit = "fine"', "fit must be one of loose, tight"),
        ('fit = "tight\\n"', "fit must be one of loose, tight"),
        ("tags = []", "tags must be a list of 1 to 2"),
        ('tags = "old"', "tags must be a list of 1 to 2"),
        ('tags = ["old", " new"]', "tags holds one that must be text of 1 to 5 signs, with no space around it"),
        ("notes = [3, 4]", "notes holds one that must be text"),
        ('link = "http://example.org/"', "link must be an https:// address"),
        ('maker = "Jonas"', "maker must be a table"),
        ("maker = { name = 3 }", "maker.name must be text"),
        ('maker = { name = "Jonas", born = 1.5 }', "maker.born must be a whole number"),
        ('maker = { name = "Jonas", share = "half" }', "maker.share must be a number"),
        ('maker = { name = "nobody" }', "maker must be somebody"),
        ("prices = {}", "prices must be a table of one or more"),
        ("prices = { new = 12 }", "prices.new must be a number from 0 to 9"),
        ("prices = { new = nan }", "prices.new must be a number from 0 to 9"),
        ('kin = "Mira"', "kin must be a table"),
        ("kin = { aunt = {} }", "kin.aunt.name is missing"),
        ("ends = [1, 2, 3]", "ends must be two whole numbers"),
        ('ends = [1, "2"]', "ends must be two whole numbers"),
    ],
)
def test_one_wrong_field_is_one_sentence(line, sentence):
    assert said_of(CHAIR + line) == [f"chair.toml: {sentence}"]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('title = "A chair"', "", "title is missing"),
        ("A chair", "A chair ", "title must be text of 1 to 8 signs, with no space around it"),
        ('"red"', '"green"', "colour must be one of red, blue"),
        ("2026-11-23", '"2026-11-23"', "made must be a date, such as 2026-11-23"),
        ("2026-11-23", "2026-11-23T10:00:00", "made must be a date, such as 2026-11-23"),
        ("[{ length = 1 }, { length = 0.5 }]", "[]", "leg must be a list of 1 or more tables, each under its [[name]]"),
        ("[{ length = 1 }, { length = 0.5 }]", "[1]", "leg 1 must be a table"),
        ("0.5", "5", "leg 2.length must be a number from 0.1 to 2"),
        ("0.5", "true", "leg 2.length must be a number from 0.1 to 2"),
    ],
)
def test_the_row_is_counted_from_one(old, new, sentence):
    assert old in CHAIR
    assert said_of(CHAIR.replace(old, new)) == [f"chair.toml: {sentence}"]


def test_everything_wrong_is_said_at_once():
    wrong = said_of('colour = "green"\nmade = 2026-11-23\nleg = [{}, { length = 5, wood = "oak" }]')
    assert wrong == [
        "chair.toml: title is missing",
        "chair.toml: colour must be one of red, blue",
        "chair.toml: leg 1.length is missing",
        "chair.toml: leg 2.length must be a number from 0.1 to 2",
        "chair.toml: leg 2.wood is not known here",
    ]


def test_what_is_no_toml_is_named_with_its_line():
    with pytest.raises(BrokenFile, match=r"^chair\.toml: .*line 2"):
        parse_toml("chair.toml", 'title = "A chair"\ncolour = red\n')
