"""The words of a challenge: where, how, and what it is. The value is for files and rows, the label for people."""

from collections.abc import Collection, Mapping
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
    STUDY = "study", "at school or college"
    HOME = "home", "at home"
    OFFICE = "office", "at an office or a desk"
    ONLINE = "online", "online"
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
    SAY_NO = "say_no", "saying no myself"


class Addressee(TextChoices):
    """Who is asked: whoever comes along, one place with changing people, or one and the same person each time."""

    ANYBODY = "anybody", "anybody"
    ONE_PLACE = "one_place", "one place"
    ONE_PERSON = "one_person", "one person"


class Place(TextChoices):
    """Where somebody is when they do it."""

    HOME = "home", "at home"
    OUT = "out", "out and about"
    WORK = "work", "at work or school"


class Need(TextChoices):
    """What has to be there for the line to be true."""

    ALLERGY = "allergy", "an allergy or a diet"
    APPLICATION = "application", "an application on its way"
    APPOINTMENT = "appointment", "an appointment"
    BICYCLE = "bicycle", "a bicycle"
    BUGGY = "buggy", "a little one in a buggy"
    CAR = "car", "a car"
    CHILD = "child", "a child"
    CLASSMATES = "classmates", "a class or a course"
    CLUB = "club", "a club or a choir"
    CRAFT = "craft", "something you make"
    DISABILITY = "disability", "a disability or an illness"
    DOG = "dog", "a dog"
    EVENT = "event", "an event to go to"
    FAMILY = "family", "a relative to call"
    FAULT = "fault", "something that really went wrong"
    FLATMATE = "flatmate", "somebody you live with"
    FRIEND = "friend", "a friend"
    GARDEN = "garden", "a garden or a balcony"
    GYM = "gym", "a gym or a pool"
    HEAVY_THING = "heavy_thing", "something heavy in hand"
    HOTEL = "hotel", "a night away"
    INSTRUMENT = "instrument", "an instrument"
    JOB = "job", "a job"
    JOURNEY = "journey", "a journey"
    NEIGHBOURS = "neighbours", "neighbours"
    PLANT = "plant", "a plant to spare"
    PURCHASE = "purchase", "something you bought"
    REAL_NEED = "real_need", "really needing it just now"
    RENT = "rent", "a flat you rent"
    SUBSCRIPTION = "subscription", "a bill or a contract"
    TEAM = "team", "a team"
    WORKS_ALONE = "works_alone", "work of your own to sell"


class Topic(TextChoices):
    """What it is about; a challenge may have several."""

    ACCESS = "access", "with a disability"
    APPLICATION = "application", "applications"
    COMPLAINT = "complaint", "complaints"
    CREATIVE = "creative", "creative work"
    CULTURE = "culture", "culture"
    FAMILY = "family", "family"
    FOOD = "food", "food and drink"
    FRIENDS = "friends", "friends"
    LEARNING = "learning", "learning"
    LIKELY_NO = "likely_no", "probably a no"
    MISHAP = "mishap", "small social mishaps"
    MONEY = "money", "money and rights"
    NEGOTIATION = "negotiation", "negotiation"
    NEIGHBOURS = "neighbours", "neighbours"
    NO_MONEY = "no_money", "without money"
    PLAY = "play", "play"
    RURAL = "rural", "in the country"
    SERVICES = "services", "services"
    SHOPPING = "shopping", "shops"
    SPORT = "sport", "sport"
    STRANGERS = "strangers", "strangers"
    TRAVEL = "travel", "travel"
    WITH_CHILD = "with_child", "with a child along"
    WORK = "work", "work or school"


CHANNEL_OF: Final[Mapping[Channel, card.ChannelName]] = {
    Channel.IN_PERSON: "in_person",
    Channel.PHONE: "phone",
    Channel.EMAIL: "written",
    Channel.ONLINE: "written",
    Channel.LETTER: "written",
}

# Where somebody is when a challenge is met in person; by phone or in writing it can be done anywhere.
_PLACE_OF: Final[Mapping[Setting, Place]] = {
    **dict.fromkeys(Setting, Place.OUT),
    Setting.HOME: Place.HOME,
    Setting.WORK: Place.WORK,
    Setting.STUDY: Place.WORK,
}

# What cannot be guessed of somebody: a challenge that needs one of these is found under Ideas, and offered only to
# somebody who said that it is there.
SAID_FIRST: Final = frozenset(
    {
        Need.ALLERGY,
        Need.BICYCLE,
        Need.BUGGY,
        Need.CAR,
        Need.CHILD,
        Need.CLASSMATES,
        Need.CLUB,
        Need.DISABILITY,
        Need.DOG,
        Need.FAULT,
        Need.GARDEN,
        Need.HOTEL,
        Need.INSTRUMENT,
        Need.RENT,
        Need.SUBSCRIPTION,
        Need.TEAM,
    }
)


# What comes and goes: a no to one of these holds for a while.
PASSING: Final = frozenset(
    {Need.APPLICATION, Need.APPOINTMENT, Need.EVENT, Need.FAULT, Need.HOTEL, Need.JOURNEY, Need.PLANT, Need.PURCHASE}
)
# What only the moment shows: the card says itself when it is true.
UNASKED: Final = frozenset({Need.HEAVY_THING, Need.REAL_NEED})


def met_in(setting: Setting, channel: Channel) -> tuple[Place, ...]:
    """Where somebody can be for it: by phone or in writing anywhere."""
    return (_PLACE_OF[setting],) if channel == Channel.IN_PERSON else tuple(Place)


def fits_place(places: Collection[Place], channel: str, place: str) -> bool:
    """Whether a challenge that these places suit can be met where somebody is; out and about that is in person."""
    if place == Place.OUT:
        return channel == Channel.IN_PERSON and Place.OUT in places
    return not place or place in places
