"""The words of a challenge: where, how, and what it is. The value is for files and rows, the label for people."""

from collections.abc import Mapping
from typing import Final

from django.db.models import TextChoices

from nerve import card


class Setting(TextChoices):
    """Where it happens."""

    SHOP = "shop", "in a shop"
    CAFE = "cafe", "in a café"
    RESTAURANT = "restaurant", "in a restaurant"
    GYM = "gym", "at the gym"
    STREET = "street", "on a walk"
    PARK = "park", "in a park"
    TRANSPORT = "transport", "on the bus or train"
    WORK = "work", "at work"
    STUDY = "study", "where I learn"
    HOME = "home", "at home"
    OFFICE = "office", "at a counter"
    ONLINE = "online", "on the internet"
    EVENT = "event", "at an event"
    OTHER = "other", "somewhere else"


class Channel(TextChoices):
    """How the words get there."""

    IN_PERSON = "in_person", "in person"
    PHONE = "phone", "by phone"
    EMAIL = "email", "by e-mail"
    ONLINE = "online", "by message"
    LETTER = "letter", "by letter"


class Kind(TextChoices):
    """What is practised: asking, offering something that can be refused, or saying no oneself."""

    ASK = "ask", "an ask"
    OFFER = "offer", "an offer or a gift"
    SAY_NO = "say_no", "a no of my own"


CHANNEL_OF: Final[Mapping[Channel, card.Channel]] = {
    Channel.IN_PERSON: "in_person",
    Channel.PHONE: "phone",
    Channel.EMAIL: "written",
    Channel.ONLINE: "written",
    Channel.LETTER: "written",
}
