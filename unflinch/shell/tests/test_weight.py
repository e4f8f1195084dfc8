"""A page is light enough for a bad connection in a stairwell: few requests, few bytes."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.template.loader import render_to_string

import unflinch.shell

OURS = Path(unflinch.shell.__file__).parent / "static/shell"
REQUESTS = 6
KILOBYTES = 22
JAVASCRIPT_KILOBYTES = 14

pytestmark = pytest.mark.urls("unflinch.shell.tests.pages")


def asked_for(page: str) -> set[str]:
    """What a browser fetches for a page: what it names, and the one module that its entry may load."""
    found = re.findall(r'(?:src|href)="([^"#]*\.(?:css|js|svg))', page)
    return {*found, staticfiles_storage.url("shell/behaviours.js")}


def weight(url: str) -> int:
    return Path(staticfiles_storage.path(url.removeprefix(str(settings.STATIC_URL)) + ".gz")).stat().st_size


def test_a_page_asks_for_six_things_at_most():
    assert len(asked_for(render_to_string("shell/base.html"))) + 1 <= REQUESTS


def test_a_first_visit_is_light():
    page = render_to_string("shell/base.html")
    total = len(gzip.compress(page.encode())) + sum(weight(url) for url in asked_for(page))
    assert total <= KILOBYTES * 1000


def test_our_javascript_is_light():
    """All that a browser ever fetches: the behaviours come as one file, and so does the worker."""
    files = [*OURS.glob("*.js"), OURS / "worker/worker.js"]
    assert OURS / "behaviours.js" in files
    total = sum(weight(staticfiles_storage.url(f"shell/{file.relative_to(OURS)}")) for file in files)
    assert total <= JAVASCRIPT_KILOBYTES * 1000


def test_every_part_of_the_stylesheet_is_named_in_its_order():
    named = re.findall(r'@import url\("css/(\w+\.css)"\)', (OURS / "unflinch.css").read_text(encoding="utf-8"))
    assert sorted(named) == sorted(file.name for file in (OURS / "css").iterdir())


def test_every_behaviour_is_named_and_every_attribute_has_one():
    entry = (OURS / "unflinch.js").read_text(encoding="utf-8")
    exported = re.findall(r"export { (\w+) } from", (OURS / "behaviours.js").read_text(encoding="utf-8"))
    attributes = re.findall(r'"([\w-]+)"', entry.partition("[")[2].partition("]")[0])
    assert sorted(exported) == sorted(name.replace("-id", "Id") for name in attributes)
    assert len(exported) == len(list((OURS / "behaviours").iterdir()))


def test_every_duck_that_is_drawn_is_in_the_sprite():
    sprite = Path(str(finders.find("shell/ducks.svg"))).read_text(encoding="utf-8")
    for pose in ("yes", "no", "maybe", "no_reply", "went", "planned", "not_asked"):
        assert f'<symbol id="{pose}"' in sprite
