"""`make icons`: the icons of the installed app, drawn here and taken as points by the browser."""

import re
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

import unflinch.shell
from tests.browser import launch

SHELL: Final = Path(unflinch.shell.__file__).parent / "static" / "shell"
ICONS: Final = SHELL / "icons"
PAPER: Final = "#faf6ee"
SHEET: Final = (
    '<path fill="#5c6270" d="M8 3h11l6 6v19a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z"/>'
    '<path fill="#e5ddce" d="M19 3v6h6z"/>'
    '<path stroke="#faf6ee" stroke-width="1.600" stroke-linecap="round" d="M11 14h10M11 18.500h10M11 23h6"/>'
)
# Of a picture that is cut to any shape only the circle in its middle is sure to be seen.
SIZES: Final = {"180": (180, 0.70), "192": (192, 0.74), "512": (512, 0.74), "maskable": (512, 0.56)}


def main() -> None:
    """Write every icon: the duck of the page, and a plain sheet that says nothing."""
    ICONS.mkdir(exist_ok=True)
    with sync_playwright() as playwright, launch(playwright.chromium) as browser:
        for name, drawn in (("duck", _duck()), ("plain", SHEET)):
            (ICONS / f"{name}.svg").write_text(svg_of(drawn, 0.74), encoding="utf-8")
            for size, (points, share) in SIZES.items():
                (ICONS / f"{name}-{size}.png").write_bytes(png_of(browser, svg_of(drawn, share), points))


def svg_of(drawn: str, share: float) -> str:
    """A square of paper with what is drawn on 32 by 32 in its middle, as wide as this share of it."""
    scale, edge = 2 * share, 32 * (1 - share)
    paper = f'<path fill="{PAPER}" d="M0 0h64v64H0z"/>'
    placed = f'<g transform="translate({edge:.2f} {edge:.2f})scale({scale:.3f})" fill="none">{drawn}</g>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">{paper}{placed}</svg>\n'


def png_of(browser: Browser, svg: str, points: int) -> bytes:
    """The picture as points, as many each way."""
    page = browser.new_page(viewport={"width": points, "height": points})
    page.set_content(f'<body style="margin:0">{svg.replace("<svg", f"<svg width={points} height={points}", 1)}')
    taken = page.screenshot()
    page.close()
    return taken


def _duck() -> str:
    found = re.search(r"<svg[^>]*>(.*)</svg>", (SHELL / "icon.svg").read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return " ".join(found.group(1).split())


if __name__ == "__main__":
    main()
