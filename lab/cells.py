"""Cells of the protocol: one policy with one family of learners in one world. A cell is a file, run once."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Final

import numpy as np

from lab.days import LabResult
from lab.learners.families import USUAL_FAMILY
from lab.people import Half
from lab.trial import Progress, run

_ROOT: Final = Path(__file__).resolve().parent.parent
# Where each policy enters `nerve`; what is imported from there on counts as well.
_ENTRIES: Final[Mapping[str, str]] = {
    "list": "graded",
    **dict.fromkeys(("coach", "coach-yeses", "coach-noes", "coach-open"), "choice"),
    **dict.fromkeys(("bounded", "blind", "median"), "limits"),
}
_FROM_NERVE: Final = re.compile(r"^from nerve\.(\w+) import", re.MULTILINE)
# Only words and pictures: they change no result.
_ONLY_SHOWN: Final = frozenset(
    [
        *("__main__.py", "table.py", "page.py", "pictures.py", "verdicts.py", "groups.py"),
        *("shipped.py", "following.py", "shipped_page.py"),
    ]
)


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

    def file(self, folder: Path) -> Path:
        """Where its result is kept; to be asked before the source can change."""
        return folder / f"{self.world}.{self.family}.{self.policy}.{self.fingerprint()}.npz"

    def result(self, file: Path, progress: Progress) -> LabResult:
        """From its file, or run now and kept there. A coach from elsewhere is always run: its source is not read."""
        if file.exists() and self.coach is None:
            progress(self.people)
            return _stored(file)
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
        _store(found, file)
        return found

    def fingerprint(self) -> str:
        """Of these arguments and of the source that answers to them: changed source is another cell."""
        digest = hashlib.sha256(json.dumps(asdict(self)).encode())
        for file in sources(self.policy):
            digest.update(file.read_bytes())
        return digest.hexdigest()[:12]


def sources(policy: str) -> Iterator[Path]:
    """The files that decide what this policy brings, in a steady order."""
    for file in _written("lab"):
        if file.name not in _ONLY_SHOWN:
            yield file
    if policy in _ENTRIES:
        yield from sorted(_imported(_ENTRIES[policy]))


def _imported(module: str) -> set[Path]:
    """The files of `nerve` that this module of it runs on, itself included."""
    found: set[Path] = set()
    todo = [module]
    while todo:
        file = _ROOT / "nerve" / f"{todo.pop()}.py"
        if file not in found:
            found.add(file)
            todo += _FROM_NERVE.findall(file.read_text("utf-8"))
    return found


def _written(folder: str) -> list[Path]:
    """Everything but the tests."""
    return [file for file in sorted((_ROOT / folder).rglob("*.py")) if "tests" not in file.parts]


def _stored(file: Path) -> LabResult:
    with np.load(file) as kept:
        return LabResult(**{field.name: kept[field.name] for field in fields(LabResult)})


def _store(result: LabResult, file: Path) -> None:
    """Whole or not at all: a run that is broken off leaves no half a cell."""
    file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = file.with_suffix(".part.npz")
    np.savez_compressed(unfinished, **{field.name: getattr(result, field.name) for field in fields(LabResult)})
    unfinished.replace(file)
