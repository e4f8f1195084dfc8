"""Cells of the protocol: one policy with one family of learners in one world. A cell is a file, run once."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Final

import numpy as np

from lab.days import Result
from lab.learners.families import USUAL_FAMILY
from lab.people import Half
from lab.trial import Progress, run

ROOT: Final = Path(__file__).resolve().parent.parent
SEES_NERVE: Final = frozenset(["list", "coach"])  # policies that change when `nerve` does
# Only words and pictures: they change no result.
ONLY_SHOWN: Final = frozenset(["__main__.py", "table.py", "page.py", "pictures.py", "verdicts.py"])


@dataclass(frozen=True, slots=True)
class Cell:
    """Everything that decides a result, beside the source."""

    policy: str
    world: str
    people: int
    seed: int
    half: Half
    family: str = USUAL_FAMILY
    coach: str | None = None

    @property
    def setting(self) -> str:
        """The world, and the family where it is not the usual one."""
        return self.world if self.family == USUAL_FAMILY else f"{self.world}/{self.family}"

    def result(self, folder: Path, progress: Progress) -> Result:
        """From its file, or run now and kept there."""
        file = folder / f"{self.world}.{self.family}.{self.policy}.{self.fingerprint()}.npz"
        if file.exists():
            progress(self.people)
            return stored(file)
        found = run(
            self.policy,
            self.world,
            self.people,
            self.seed,
            self.half,
            family=self.family,
            coach=self.coach,
            progress=progress,
        )
        store(found, file)
        return found

    def fingerprint(self) -> str:
        """Of these arguments and of the source that answers to them: changed source is another cell."""
        digest = hashlib.sha256(json.dumps(asdict(self)).encode())
        for file in sources(with_nerve=self.policy in SEES_NERVE):
            digest.update(file.read_bytes())
        return digest.hexdigest()[:12]


def sources(*, with_nerve: bool) -> Iterator[Path]:
    """The files that decide a result, in a steady order."""
    for folder in ("lab", "nerve") if with_nerve else ("lab",):
        for file in sorted((ROOT / folder).rglob("*.py")):
            if "tests" not in file.parts and not (folder == "lab" and file.name in ONLY_SHOWN):
                yield file


def stored(file: Path) -> Result:
    with np.load(file) as kept:
        return Result(**{field.name: kept[field.name] for field in fields(Result)})


def store(result: Result, file: Path) -> None:
    """Whole or not at all: a run that is broken off leaves no half a cell."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".part.npz")
    np.savez_compressed(unfinished, **{field.name: getattr(result, field.name) for field in fields(Result)})
    unfinished.replace(file)
