"""Which pages a phone keeps for when there is no signal, and by what it sees that one of them has changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2s
from typing import Any, Final

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.urls import reverse

from unflinch.accounts.requests import Request
from unflinch.accounts.sealed import keyring
from unflinch.accounts.whose import owner_of
from unflinch.care.help_at_hand import help_address
from unflinch.care.resting import is_resting
from unflinch.lock.requests import LockRequest
from unflinch.offline.steps import BLANK_STEPS
from unflinch.practice.models import Ask

_MOST_PLANNED: Final = 6
_EVERYDAY: Final = (
    *("today:home", "today:ducks", "today:waiting", "practice:planned", "practice:log", "practice:happened"),
    *("practice:wish", "practice:next_pocket", "challenges:ideas", "challenges:own_new"),
    *("care:pause", "care:away", "care:list"),
)
_OF_AN_ASK: Final = ("forecast", "pocket", "answer", "not_this_time")
# What leads into an ask. While challenges rest none of it is kept; an ask that was made can still be answered.
_LEADS_INTO_AN_ASK: Final = ("practice:next_pocket", "forecast", "pocket")
# With an app lock nothing of a person's is kept: without a signal nobody could ask for the passphrase.
_WITH_A_LOCK: Final = ("care:away", "care:list", "offline:nothing", "offline:saved")
_SAME_FOR_ALL: Final = ("offline:nothing", "offline:saved", "offline:unsent")
_FILES: Final = ("unflinch.css", "unflinch.js", "behaviours.js", "ducks.svg", "icon.svg", "worker/worker.js")


@dataclass(frozen=True, slots=True)
class _Stamps:
    """Marks that change with what a page shows: with the release, with any fact or the day, with one ask."""

    release: str
    everything: str

    @classmethod
    def of(cls, request: Request) -> "_Stamps":
        looks = (request.user.theme, request.user.text_size, request.user.home_screen)
        release = (settings.RELEASE, *_files(), *looks)
        return cls(_mark(*release), _mark(*release, request.user.facts, request.day, is_resting(request)))

    def for_ask(self, ask: Ask) -> str:
        """The mark of the pages of one ask: what was chosen, planned and expected."""
        foretold = ask.foretold
        rows = [ask, ask.plan] if foretold is None else [ask, ask.plan, foretold]
        return _mark(
            self.release, *(getattr(row, field.attname) for row in rows for field in row._meta.concrete_fields)
        )


def kept_pages(request: LockRequest) -> dict[str, Any]:
    """What the worker keeps: each page with its mark, the files they need, and whose pages are to be forgotten."""
    return {
        "pages": list(_pages(request)),
        "files": _files(),
        "erased": [owner_of(person) for person in keyring().erased()],
    }


def _files() -> list[str]:
    """The addresses of the files that the kept pages need; they change with what is in them."""
    return [staticfiles_storage.url(f"shell/{name}") for name in _FILES]


def _pages(request: LockRequest) -> Iterator[tuple[str, str]]:
    stamps = _Stamps.of(request)
    yield help_address(request)["help_address"], stamps.release
    if request.opened is not None:
        yield from ((reverse(name), stamps.release) for name in _WITH_A_LOCK)
        return
    resting = is_resting(request)
    left_out = _LEADS_INTO_AN_ASK if resting else ()
    steps = [step for step in BLANK_STEPS if step not in left_out]
    yield from ((reverse(name), stamps.everything) for name in _EVERYDAY if name not in left_out)
    yield from ((reverse(name), stamps.release) for name in _SAME_FOR_ALL)
    yield from ((reverse("offline:step", args=[step]), _mark(stamps.release, request.day)) for step in steps)
    if resting:
        return
    planned = Ask.objects.of(request.user).planned().as_planned().with_all()[:_MOST_PLANNED]
    yield from (
        (reverse(f"practice:{page}", args=[ask.pk]), stamps.for_ask(ask)) for ask in planned for page in _OF_AN_ASK
    )


def _mark(*said: object) -> str:
    return blake2s(repr(said).encode(), digest_size=8).hexdigest()
