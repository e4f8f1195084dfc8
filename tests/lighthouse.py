"""Lighthouse on the main pages, as a slow phone meets them behind Caddy: `python -m tests.lighthouse`.

It needs npm and the network, once, for Lighthouse itself. It ends with an error where a page misses what we promise.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import trustme
from playwright.sync_api import sync_playwright

from tests import chromium, proxies
from tests.live import UNFLINCH, free_port, like_a_person, serving

VERSION = "12.8.2"  # a newer one weighs differently, and its figures can't be put beside these
PROGRAM = Path(__file__).resolve().parent.parent / "build" / "lighthouse"
PAGES = ("/", "/log/", "/ideas/", "/changes/")
CATEGORIES = ("performance", "accessibility", "best-practices")
LOWEST_SCORE = 98  # of 100, in each category
LONGEST_PAINT = 1000  # ms until the largest thing on the page is there, on the slow phone that Lighthouse plays
LEAST_POWER = 1000  # Lighthouse's own index of a machine; one below it is too slow to be slowed down four times more
TOO_SLOW = "This machine is too slow or too busy ({power:.0f}; Lighthouse needs {least}): these figures are too dark."
RUNS = 3
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--ignore-certificate-errors"),
]


@dataclass(frozen=True)
class Figures:
    """What Lighthouse says of one page: scores of 100, paints in ms, the shift without a unit, `lost` by audit.

    `power` is its index of the machine at that moment: about 100 for a slow one, 1,500 for a fast one.
    """

    page: str
    scores: tuple[int, ...]
    first_paint: float
    largest_paint: float
    shift: float
    power: float
    lost: tuple[str, ...]

    @property
    def kept(self) -> bool:
        return min(self.scores) >= LOWEST_SCORE and self.shift == 0 and self.largest_paint <= LONGEST_PAINT

    def __str__(self) -> str:
        scores = "".join(f"{score:>15}" for score in self.scores)
        paints = f"{self.first_paint:>9.0f}{self.largest_paint:>9.0f}"
        line = f"{self.page:<10}{scores}{paints}{self.shift:>7.3f}{self.power:>7.0f}"
        return "\n".join([line, *(f"    {audit}" for audit in self.lost)])


def main() -> None:
    """Print a line a page and what each lost points for; fail where one is below what we promise."""
    install()
    with tempfile.TemporaryDirectory() as folder:
        every = measured(Path(folder))
    print(
        f"{'':<10}"
        + "".join(f"{name:>15}" for name in CATEGORIES)
        + f"{'first':>9}{'largest':>9}{'shift':>7}{'power':>7}"
    )
    print("\n".join(map(str, every)))
    power = min(figures.power for figures in every)
    if power < LEAST_POWER:
        print(TOO_SLOW.format(power=power, least=LEAST_POWER))
    sys.exit(0 if all(figures.kept for figures in every) else 1)


def install() -> None:
    """Fetch Lighthouse into build/, where it isn't there yet."""
    if not (PROGRAM / "node_modules" / "lighthouse").exists():
        npm = shutil.which("npm")
        if npm is None:
            raise SystemExit("Lighthouse comes from npm, and there is no npm here.")
        subprocess.run(
            [npm, "install", "--silent", "--no-save", "--prefix", str(PROGRAM), f"lighthouse@{VERSION}"], check=True
        )


def measured(folder: Path) -> list[Figures]:
    """The figures of every page, with a made-up half-year in the diary, read by a paired device."""
    issued = trustme.CA().issue_cert("localhost")
    certificate, key = folder / "unflinch.pem", folder / "unflinch.key"
    issued.private_key_pem.write_to_path(key)
    for blob in issued.cert_chain_pems:
        blob.write_to_path(certificate, append=True)
    data, port, own_port = folder / "data", free_port(), free_port()
    address = f"https://localhost:{port}"
    subprocess.run([str(UNFLINCH), "--data", str(data), "demo"], check=True, env=like_a_person(), capture_output=True)
    with (
        serving(data, address, f"127.0.0.1:{own_port}"),
        proxies.caddy(folder, port, own_port, certificate, key),
    ):
        pair(folder / "profile", data, address)
        return [median([figures(f"{address}{page}", page, folder) for _ in range(RUNS)]) for page in PAGES]


def pair(profile: Path, data: Path, address: str) -> None:
    """Let a browser in by the link of `unflinch phone`, and see each page once, as its owner has."""
    command = [str(UNFLINCH), "--data", str(data), "phone"]
    environment = like_a_person() | {"UNFLINCH_ADDRESS": address}
    said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    link = re.search(r"https://\S+/pair/\?code=[A-Z2-7-]+", said)
    assert link is not None, said
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(profile, executable_path=browser(), args=FLAGS)
        page = context.new_page()
        page.goto(link.group())
        page.get_by_role("button", name="Pair it").click()
        for path in PAGES:
            page.goto(f"{address}{path}")
        context.close()


def browser() -> str:
    path = chromium.find()
    assert path is not None, chromium.HOW_TO_GET_IT
    return path


def median(runs: list[Figures]) -> Figures:
    """The run in the middle: what else this machine does weighs on some of them."""
    return sorted(runs, key=lambda run: run.largest_paint)[len(runs) // 2]


def figures(url: str, page: str, folder: Path) -> Figures:
    """What Lighthouse says. It empties the browser's caches first, and leaves its cookies."""
    report = folder / "report.json"
    flags = " ".join(["--headless=new", f"--user-data-dir={folder / 'profile'}", *FLAGS])
    subprocess.run(
        [
            str(PROGRAM / "node_modules" / ".bin" / "lighthouse"),
            url,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={flags}",
        ],
        env=os.environ | {"CHROME_PATH": browser()},
        check=True,
    )
    said: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    assert said["finalDisplayedUrl"] == url, f"{url} led to {said['finalDisplayedUrl']}"
    audits, categories = said["audits"], [said["categories"][name] for name in CATEGORIES]
    weighed = [audits[each["id"]] for category in categories for each in category["auditRefs"] if each["weight"]]
    return Figures(
        page=page,
        scores=tuple(round(100 * category["score"]) for category in categories),
        first_paint=audits["first-contentful-paint"]["numericValue"],
        largest_paint=audits["largest-contentful-paint"]["numericValue"],
        shift=audits["cumulative-layout-shift"]["numericValue"],
        power=said["environment"]["benchmarkIndex"],
        lost=tuple(f"{audit['id']}: {audit['title']}" for audit in weighed if (audit["score"] or 0) < 1),
    )


if __name__ == "__main__":
    main()
