"""A running Unflinch that is written to a great deal: its memory stays, and every writer gets a turn."""

import json
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.live import UNFLINCH, Live, like_a_person, running
from tests.posting import Poster

PAGES = ("/", "/changes/", "/diary/")
MOST_GROWTH = 1.2


def unflinch(data: Path, *words: str) -> str:
    command = [str(UNFLINCH), "--data", str(data), *words]
    return subprocess.run(command, check=True, env=like_a_person(), capture_output=True, text=True, timeout=600).stdout


def with_asks(data: Path, number: int) -> None:
    """A folder with so many asks in it, brought in by a file."""
    rows = [f"{2001 + at // 336}-{at // 28 % 12 + 1:02}-{at % 28 + 1:02},Ask number {at},no" for at in range(number)]
    file = data.with_name("asks.csv")
    file.write_text("\n".join(["date,challenge,outcome", *rows]), encoding="utf-8")
    unflinch(data, "import", str(file))


def memory_of(live: Live) -> int:
    """What the process holds in memory, in kB, shared pages counted in part."""
    lines = Path(f"/proc/{live.pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def write_and_look(poster: Poster, times: int) -> None:
    for number in range(times):
        assert poster.ask(f"Ask {number}") == 302
        for page in PAGES:
            assert poster.get(page)[0] == 200


@pytest.mark.parametrize(
    ("asks", "writes"), [(300, 40), pytest.param(5000, 1000, marks=pytest.mark.prove)], ids=["some", "many"]
)
def test_memory_does_not_grow_with_writes(tmp_path, asks, writes):
    data = tmp_path / "data"
    with_asks(data, asks)
    with running(data) as live, Poster(live.url) as poster:
        write_and_look(poster, 20)  # each thread has its connection now, and every template is loaded
        at_rest = memory_of(live)
        write_and_look(poster, writes)
        grown = memory_of(live)
    print(f"memory: {at_rest} kB at rest, {grown} kB after {writes} writes at {asks} asks")
    assert grown <= at_rest * MOST_GROWTH


@pytest.mark.parametrize("rounds", [8, pytest.param(150, marks=pytest.mark.prove)])
def test_of_sixteen_writers_none_is_refused_and_nothing_is_lost(tmp_path, rounds):
    data = tmp_path / "data"
    with running(data) as live, ExitStack() as stack:
        posters = [stack.enter_context(Poster(live.url)) for _ in range(16)]

        def write(poster: Poster) -> list[tuple[int, float]]:
            took = []
            for number in range(rounds):
                start = time.perf_counter()
                took.append((poster.ask(f"Ask {number}"), time.perf_counter() - start))
            return took

        with ThreadPoolExecutor(len(posters)) as pool:
            answers = [answer for one in pool.map(write, posters) for answer in one]
    seconds = sorted(second for _, second in answers)
    print(f"p50 {seconds[len(seconds) // 2]:.3f} s, p99 {seconds[len(seconds) * 99 // 100]:.3f} s")
    assert {status for status, _ in answers} == {302}
    assert json.loads(unflinch(data, "summary", "--json"))["asks"] == 16 * rounds
