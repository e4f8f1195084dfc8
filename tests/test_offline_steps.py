"""The steps of an ask that is begun without a signal: for each kind of card they are those with a signal."""

import re
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page, expect

from tests.phone import NOTHING_WAITS, arrived, until, visit_today
from tests.walks import begin
from unflinch.challenges.catalogue import catalogue
from unflinch.challenges.vocabulary import CHANNEL_OF, Kind

CARDS = catalogue().by_boldness
KINDS = {
    "warm-up": (next(one for one in CARDS if one.warm_up and one.kind == Kind.ASK), "went"),
    "own no": (next(one for one in CARDS if one.kind == Kind.SAY_NO and not one.warm_up), "no"),
    "offer": (next(one for one in CARDS if one.kind == Kind.OFFER and not one.warm_up), "no"),
    "phone": (next(one for one in CARDS if one.channel == "phone" and not one.warm_up and one.kind == Kind.ASK), "yes"),
    "written": (
        next(one for one in CARDS if CHANNEL_OF[one.channel] == "written" and one.kind == Kind.ASK),
        "no_reply",
    ),
    "a yes in other words": (next(one for one in CARDS if one.means_yes and one.kind == Kind.ASK), "yes"),
}
# Facts of the moment, which two asks never share.
OF_THE_MOMENT = ("activity", "ask_id", "at", "time", "arrived", "nth", "sequence")


@pytest.fixture
def worker():
    return True


@pytest.fixture
def phone(open_page, network):
    """A phone that has visited Today once."""
    page = open_page(network)
    begin(page)
    visit_today(page)
    return page


@dataclass
class Seen:
    """What the steps of one ask asked and said."""

    fears: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def texts(page: Page, those: str) -> list[str]:
    return [re.sub(r"\s+", " ", said).strip() for said in page.locator(those).all_text_contents()]


def walk(page: Page, outcome: str) -> Seen:
    """From the page of a card through all steps of the ask, with a thumb."""
    seen = Seen()
    page.get_by_role("button", name="I’ll try this").click()
    expect(page).to_have_url(re.compile("/asks/[0-9a-f-]{36}/forecast/$"))
    seen.fears = sorted(page.locator("[name=feared]").evaluate_all("all => all.map(one => one.value)"))
    rated = ("feared_before", "no_before", "cost_before", "cue", "line")
    seen.asked = [name for name in rated if page.locator(f"[name={name}]").count()]
    page.locator(".picks [name=feared][value=nuisance]").check(force=True)
    for name in ("feared_before", "no_before"):
        if name in seen.asked:
            page.locator(f"[name={name}][value='90']").check(force=True)
    page.get_by_role("button", name="I’m ready").click()
    expect(page).to_have_url(re.compile("/pocket/$"))
    seen.said = [heading(page), *texts(page, "main p.soft:not(.eyebrow)"), *texts(page, "main a.btn")]
    page.locator("main a.btn").first.click()
    expect(page).to_have_url(re.compile("/answer/$"))
    seen.answers = [heading(page), *texts(page, ".answers button"), *texts(page, ".links button")]
    page.locator(f"button[name=outcome][value={outcome}]").click()
    expect(page).to_have_url(re.compile("/after/$"))
    seen.said.append(heading(page))
    page.get_by_role("link", name="Continue").click()
    compare(page, seen)
    page.get_by_label("proud").first.check(force=True)
    page.locator("button[name=next][value=done]").click()
    expect(page).not_to_have_url(re.compile("/feelings/$"))
    return seen


def compare(page: Page, seen: Seen) -> None:
    """The picture of what was thought beside what came, where the ask has one."""
    page.wait_for_url(re.compile("/(fear|feelings)/$"))
    if page.url.endswith("/feelings/"):
        return
    seen.said.append(heading(page))
    page.locator("button[name=feared_happened][value='0']").click()
    expect(page.locator(".compared")).to_be_visible()
    seen.said += [heading(page), *texts(page, ".compared b")]
    seen.said += page.locator(".compared rect").evaluate_all("all => all.map(one => one.getAttribute('width'))")
    page.locator("button[name=feared_after][value='30']").click()
    seen.said.append(page.locator("main [role=status]:not(.offline)").inner_text())
    page.get_by_role("link", name="Continue").click()
    expect(page).to_have_url(re.compile("/feelings/$"))


@pytest.mark.parametrize("kinds", [["warm-up"], pytest.param([*KINDS], marks=pytest.mark.prove)], ids=["one", "all"])
def test_each_kind_of_card_has_its_steps_and_gives_the_same_without_a_signal(
    phone, network, live_anew, tmp_path, kinds
):
    for kind in kinds:
        card, outcome = KINDS[kind]
        phone.goto(f"/ideas/{card.slug}/")
        with_signal = walk(phone, outcome)
        phone.goto(f"/ideas/{card.slug}/")
        network.always("gone")
        without = walk(phone, outcome)
        assert without == with_signal, kind
        network.always("fine")
        visit_today(phone)
        until(phone, NOTHING_WAITS)
    rows = [
        {name: said for name, said in row.items() if name not in OF_THE_MOMENT} for row in arrived(live_anew, tmp_path)
    ]
    assert len(rows) == 2 * len(kinds)
    for first, second in zip(rows[::2], rows[1::2], strict=True):
        assert first == second
