"""How Mira gets about: taps counted, and a practice that is small or huge."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect

OF_AN_ASK = (
    *("", "after/", "feelings/", "debrief/", "soft-landing/", "others/", "passed-on/"),
    *("settling/", "more/", "echo/", "deletion/"),
)
DIARY = b"week,challenge,outcome,Moon\n1,Ask for a chair,no,full\n1,Ask for a table,hmpf,new\n"


@dataclass
class Thumb:
    """One thumb on one page; it counts its taps."""

    page: Page
    taps: list[str] = field(default_factory=list)

    def tap(self, name: str | re.Pattern[str]) -> None:
        """Tap the link, button or chip that says this."""
        self.tap_on(self.page.get_by_role("link", name=name).or_(self.page.get_by_role("button", name=name)).first)

    def tap_on(self, target: Locator) -> None:
        self.taps.append(target.inner_text())
        target.click()


def begin(page: Page) -> None:
    """Past the welcome, with nothing asked yet."""
    page.goto("/")
    if page.get_by_role("heading", name="Afraid of hearing no").count():
        page.goto("/welcome/")
        page.get_by_label("Yes", exact=True).check()
        page.get_by_role("button", name="No, just nervous").click()
        expect(page).not_to_have_url(re.compile("/welcome/$"))


def rate(page: Page, name: str, value: int) -> None:
    """Say one of five words on a scale: the one that sends this value."""
    page.locator(f".scale [name={name}][value='{value}']").check(force=True)


def log_one(page: Page, outcome: str, title: str = "Ask for a plaster") -> str:
    """It just happened; returns the address of the ask's page."""
    page.goto("/happened/")
    page.get_by_label("What did you ask?").fill(title)
    page.locator(f"button[name=outcome][value={outcome}]").first.click()
    expect(page).to_have_url(re.compile("/after/$"))
    return page.url.removesuffix("after/")


def upload_a_diary(page: Page) -> str:
    """Send a diary with a row that cannot be understood; returns the address of its preview."""
    page.goto("/import/")
    diary = {"name": "diary.csv", "mimeType": "text/csv", "buffer": DIARY}
    page.locator("input[name=diary]").set_input_files(diary)  # type: ignore[arg-type]  # a file made here
    page.get_by_role("button", name="Preview").click()
    expect(page).to_have_url(re.compile("/import/.+"))
    return page.url


def bring_in_a_diary(page: Page) -> str:
    """Bring that diary in; returns the address of what is said of it then."""
    upload_a_diary(page)
    page.get_by_role("button", name=re.compile("Import (it|them)")).click()
    expect(page).to_have_url(re.compile("/imports/"))
    return page.url


def take_along(page: Page) -> str:
    """Make an export and send it back; returns the address where it is looked at."""
    page.goto("/export/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Make the file").click()
    page.goto("/import/")
    page.locator("input[name=diary]").set_input_files(download.value.path())
    page.get_by_role("button", name="Preview").click()
    expect(page).to_have_url(re.compile("/restoring/"))
    return page.url


def fill_in(page: Page) -> str:
    """Answer one of the four questions; returns the address of what it says."""
    page.goto("/questionnaires/ons4/")
    page.locator("input[name=satisfied][value='3']").check(force=True)
    page.get_by_role("button", name="Done").click()
    expect(page).to_have_url(re.compile("/filled/"))
    return page.url


def every_page(page: Page) -> Iterable[str]:
    """The address of every page that a person can get to, once a few asks are there."""
    ask = log_one(page, "no")
    page.goto("/ideas/own/")
    page.get_by_label("What would you ask?").fill("Ask for the recipe of the Donaudampfschifffahrtsgesellschaftssuppe")
    page.get_by_role("button", name="Save").click()
    own = page.url
    page.get_by_role("button", name="I’ll try this").click()
    planned = page.url.removesuffix("forecast/")
    page.goto("/ideas/arcs/phone-fear/")
    page.get_by_role("button", name="Follow this deck").click()
    page.goto("/rules/")
    page.get_by_label("A rule").fill("Never bother anyone")
    page.get_by_role("button", name="Add it").click()
    page.goto("/programmes/")
    page.get_by_label("Four weeks").check()
    page.get_by_role("button", name="Begin").click()
    programme = page.url
    preview = upload_a_diary(page)
    yield "/questionnaires/ons4/"
    filled = fill_in(page)
    yield from ("/questionnaires/", "/questionnaires/ons4/", filled, f"{filled}deletion/")
    page.goto("/weeks/")
    week = page.locator("ol.log a").first.get_attribute("href") or ""
    yield from (week, *(f"{week.replace('/weeks/', '/reviews/')}{card}" for card in ("", "moment/", "care/")))
    yield from ("/weeks/", programme, f"{programme}look-back/", preview)
    yield from (
        "/",
        "/devices/",
        "/first/",
        "/welcome/people/",
        "/draw/",
        "/why/",
        "/waiting/",
        "/ducks/",
        "/ideas/",
        "/ideas/?boldness=2",
        "/ideas/?tile=no",
        "/ideas/put-away/",
        "/ideas/arcs/phone-fear/",
        "/ideas/arcs/four-weeks/",
        "/ideas/own/",
        own,
        "/log/",
        "/happened/",
    )
    yield from (f"{planned}{part}" for part in ("", "forecast/", "time/", "pocket/", "answer/"))
    yield from (f"{planned}{part}" for part in ("not-this-time/", "about/", "deletion/"))
    yield "/planned/"
    yield from (f"{ask}{part}" for part in OF_AN_ASK)
    yield from (f"{ask}details/{part}" for part in ("", "sting/", "happened/", "harms/"))
    yield from (
        "/diary/",
        "/diary/?outcome=no",
        "/diary/?view=story",
        "/diary/laugh/",
        "/wishes/",
        "/totals/",
        "/programmes/",
        "/rules/",
        "/you/",
        "/nudges/",
    )
    yield from ("/learn/", "/learn/credits/", "/learn/when-to-see-someone/", "/learn/the-second-sorry/")
    yield from ("/help/", "/help/place/", "/pause/", "/list/")
    yield from ("/offline/unsent/", "/offline/steps/after/", "/offline/steps/forecast/")
    yield from (
        "/sheet/",
        "/sheet/page/?parts=going&parts=forecast&parts=sting&parts=ladder&parts=lessons",
        "/s/nothing/",
    )
    yield from ("/changes/", "/changes/numbers/", "/import/", "/export/", "/erasure/", "/nowhere/")
    imported = bring_in_a_diary(page)
    yield from (imported, f"{imported}taking-back/")
    yield take_along(page)
