"""Mira's hand on the pages, without a browser: what she sees, what she sends."""

from uuid import uuid4

from django.test import Client

from unflinch.challenges.catalogue import catalogue

SLUG = catalogue().first_visit[0].slug


class Hand:
    """Mira's hand on the pages."""

    def __init__(self, client: Client):
        self.client = client

    def see(self, address):
        answer = self.client.get(address)
        assert answer.status_code == 200, address
        return answer.content.decode()

    def send(self, address, **fields):
        answer = self.client.post(address, {"id": uuid4(), **fields})
        assert answer.status_code == 302, answer.content.decode()
        return answer.headers["Location"]

    def choose(self, **fields):
        return self.send("/plans/", **(fields or {"slug": SLUG})).removesuffix("forecast/")

    def just_asked(self, outcome="no", **told):
        ask = self.send("/happened/", outcome=outcome, title="Ask for a plaster").removesuffix("debrief/")
        if told:
            self.send(f"{ask}debrief/", **told)
        return ask
