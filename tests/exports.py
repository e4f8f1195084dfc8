"""Exports as the tests make, open, change and write them, and a life with a row in every table."""

import hashlib
import io
import json
import zipfile
from random import Random
from typing import Any
from uuid import UUID

from unflinch.accounts.models import Draft
from unflinch.care.models import Pause
from unflinch.challenges.models import Circumstance, OwnChallenge
from unflinch.nudges.models import NudgeSettings
from unflinch.practice.models import Aside, Ask, Following, Plan, Programme, Rule, Tally, WeekReview, Whereabouts, Wish
from unflinch.practice.models.dated import moment_fields
from unflinch.questionnaires.models import Filled
from unflinch.takeout.archive import checksum_of
from unflinch.takeout.made_up.keeping import keep
from unflinch.takeout.models import Import, KeptRow
from unflinch.takeout.packing import pack

Content = dict[str, Any]


def packed(person, at) -> bytes:
    """The export of this person."""
    file = io.BytesIO()
    pack(person, file, at=at)
    return file.getvalue()


def content_of(file: bytes) -> Content:
    """What an export says of itself, with the rows of its tables in `rows`."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        about = json.loads(archive.read("unflinch.json"))
        rows = {
            name: [json.loads(line) for line in archive.read(f"tables/{name}.jsonl").splitlines()]
            for name in about["tables"]
        }
    return {"about": about, "rows": rows}


def written(content: Content) -> bytes:
    """An export with this content, its checksums right."""
    about, new = dict(content["about"]), io.BytesIO()
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as archive:
        about["tables"] = {}
        for name, rows in content["rows"].items():
            lines = "".join(json.dumps(row) + "\n" for row in rows).encode()
            about["tables"][name] = {"rows": len(rows), "sha256": hashlib.sha256(lines).hexdigest()}
            archive.writestr(f"tables/{name}.jsonl", lines)
        archive.writestr("unflinch.json", json.dumps({**about, "sha256": checksum_of(about)}))
    return new.getvalue()


def written_first(content: Content, **changes) -> bytes:
    """The same in the first format, which had no checksum and none of the later tables."""
    later = ("takeout.import", "takeout.keptrow", "accounts.draft")
    tables = {name: rows for name, rows in content["rows"].items() if name not in later}
    person = {name: content["about"]["person"][name] for name in ("zone", "day_ends", "silence_days", "country")}
    whole = {"format": 1, "made": content["about"]["made"], "person": person, "tables": tables, **changes}
    return zipped({"unflinch.json": json.dumps(whole, ensure_ascii=False, indent=1).encode()})


def zipped(files: dict[str, bytes], **options) -> bytes:
    new = io.BytesIO()
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return new.getvalue()


def live_fully(person, *, until, asks=8, weeks=2, seed=1) -> None:
    """A made-up life with at least one row in every table of an export, drawn from this seed."""
    rng = Random(seed)
    keep(person, asks=asks, weeks=weeks, until=until, rng=rng)

    def new(table, **content):
        pk = UUID(int=rng.getrandbits(128), version=4)
        return table.objects.create(id=pk, person=person, **{"at": until, "arrived": until, **content})

    when = moment_fields(person, until)
    own = new(OwnChallenge, title=f"Ask for {rng.random()}", line="May I?", boldness=rng.randrange(100))
    programme = new(Programme, kind="four_weeks", starts=when["day"], weeks=4, title="Autumn")
    new(Rule, kind="ground", programme=programme, words="One a day")
    plan = new(Plan, programme=programme, label="The market", line="Excuse me", cue="At the door")
    ask = new(Ask, plan=plan, own=own, title="Ask for a lift", role="neighbour")
    new(Ask, plan=plan, follows=ask, link="another", title="Ask the next one", role="=1+1", line="Lift?")
    ask.respond("maybe", id=UUID(int=rng.getrandbits(128), version=4), at=until, happened=when)
    ask.settle("yes", id=UUID(int=rng.getrandbits(128), version=4), at=until, happened=when, manner="condition")
    ask.tell(id=UUID(int=rng.getrandbits(128), version=4), at=until, what_happened="They had to ask", amount=None)
    ask.echo(id=UUID(int=rng.getrandbits(128), version=4), at=until, still_stings=rng.randrange(101), said_back="Well")
    new(Pause, until=until.replace(year=until.year - 1), at=until.replace(year=until.year - 2))
    new(Wish, words="I wish I’d asked 🐶", **when)
    new(Aside, key="x", reason="not_now", **when)
    new(Whereabouts, place="home", **when)
    new(Following, arc="phone-fear", **when)
    new(Circumstance, need="dog", there=True)
    new(Tally, no=rng.randrange(5), yes=1, words="At the market", **when)
    new(WeekReview, title="Dogs", takeaway="They are nice", funniest=ask, turn="more", all_or_nothing=40, **when)
    new(Filled, day=when["day"], slug="ons4", version=1, answers="{}")
    new(NudgeSettings, way="calendar", kinds=["plan", "next"], next_days=["mon", "thu"], quiet_until="07:30")
    batch = new(Import, name="diary.csv", rows=1)
    trouble = {"column": "outcome", "sentence": "“hmpf” is no outcome", "code": "outcome", "excerpt": ""}
    cells = json.dumps({"challenge": "Ask for a bed", "outcome": "hmpf"})
    new(KeptRow, line=3, cells=cells, troubles=json.dumps([trouble]), batch=batch.pk)
    Draft.objects.keep(person, "/happened/", {"title": ["Ask for a pl"]}, at=until)
