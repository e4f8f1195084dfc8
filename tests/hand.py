"""Mira's hand on the pages, without a browser: what she sees, what she sends."""

import re
from uuid import uuid4

from django.test import Client

from unflinch.challenges.catalogue import catalogue
from unflinch.practice.forms.review import CARDS
from unflinch.practice.models import Aside

SLUG = catalogue().first_visit[0].slug
_TYPED = re.compile(r"(<textarea\b.*?</textarea>)", re.DOTALL)
_BLOCK = re.compile(r" ?(</?(?:p|h\d|li|[uod]l|d[dt]|t[dhr]|table|thead|tbody|section|div|title|text|g)\b[^>]*>) ?")


class Hand:
    """Mira's hand on the pages."""

    def __init__(self, client: Client):
        self.client = client

    def see(self, address):
        answer = self.client.get(address)
        assert answer.status_code == 200, address
        return as_shown(answer.content.decode())

    def send(self, address, **fields):
        answer = self.client.post(address, {"id": uuid4(), **fields})
        assert answer.status_code == 302, answer.content.decode()
        return answer.headers["Location"]

    def held_by(self, address):
        """What a browser would send of the form on this page as it stands."""
        form = self.client.get(address).context["form"]
        values = {field.name: field.value() for field in form}
        held = {name: "on" if value is True else value for name, value in values.items() if value is not False}
        return {name: value for name, value in held.items() if value is not None and value not in ("", [])}

    def mend(self, address, **fields):
        """Open the form on this page, change these fields and send it; None unticks or empties."""
        return self.send(address, **changed(self.held_by(address), fields))

    def mend_week(self, address, **fields):
        """Look back on this week, card by card: change these fields of its cards, and send each."""
        cards = address.replace("/weeks/", "/reviews/", 1)
        for card, names in CARDS.items():
            if told := {name: value for name, value in fields.items() if name in names}:
                onward = self.mend(f"{cards}{card}/", **told)
                assert onward == address or onward.startswith(cards)
        return address

    def put_every_card_aside(self):
        """The first by the page; the others are the same fact with another card, as five hundred taps take long."""
        first, *others = [card.key for card in catalogue().cards]
        self.send("/asides/", key=first, reason="not_now")
        told = Aside.objects.filter(key=first).values().get()
        Aside.objects.bulk_create(Aside(**told | {"id": uuid4(), "key": key}) for key in others)

    def choose(self, **fields):
        return self.send("/plans/", **(fields or {"slug": SLUG})).removesuffix("forecast/")

    def just_asked(self, outcome="no", **told):
        ask = self.send("/happened/", outcome=outcome, title="Ask for a plaster").removesuffix("after/")
        if told:
            self.send(f"{ask}debrief/", **told)
        return ask


def as_shown(page):
    """The page with its white space as a browser shows it: runs are one space, and none stands at a block's edges."""
    return "".join(part if part.startswith("<textarea") else _shown(part) for part in _TYPED.split(page))


def _shown(part):
    return _BLOCK.sub(r"\1", re.sub(r"[ \t\r\n]+", " ", part))


def changed(held, fields):
    """What the page holds with these fields changed; None leaves a field out, as an unticked box does."""
    return {name: value for name, value in {**held, **fields}.items() if value is not None}
