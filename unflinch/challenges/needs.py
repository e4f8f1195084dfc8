"""What cards need, as a light question: asked once, under a card that needs it, and remembered."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from unflinch.challenges.vocabulary import Need

NEED_QUESTIONS: Final[Mapping[Need, str | Promise]] = {
    Need.ALLERGY: _("Is there something you can’t or don’t eat?"),
    Need.APPLICATION: _("Got an application on its way?"),
    Need.APPOINTMENT: _("Got an appointment coming up?"),
    Need.BICYCLE: _("Got a bicycle?"),
    Need.BUGGY: _("Got a little one in a buggy?"),
    Need.CAR: _("Got a car?"),
    Need.CHILD: _("Got a child?"),
    Need.CLASSMATES: _("Going to a class or a course?"),
    Need.CLUB: _("In a club or a choir?"),
    Need.CRAFT: _("Is there something you make, such as music or cakes?"),
    Need.DISABILITY: _("Living with a disability or an illness?"),
    Need.DOG: _("Got a dog?"),
    Need.EVENT: _("Got an event to go to?"),
    Need.FAMILY: _("Got a relative you can call?"),
    Need.FAULT: _("Did something you paid for go wrong lately?"),
    Need.FLATMATE: _("Living with somebody?"),
    Need.FRIEND: _("Got a friend you could ask?"),
    Need.GARDEN: _("Got a garden or a balcony?"),
    Need.GYM: _("Going to a gym or a pool?"),
    Need.HOTEL: _("Got a night away coming up?"),
    Need.INSTRUMENT: _("Playing an instrument?"),
    Need.JOB: _("Got a job?"),
    Need.JOURNEY: _("Got a journey coming up?"),
    Need.NEIGHBOURS: _("Got neighbours?"),
    Need.PLANT: _("Got a plant to spare?"),
    Need.PURCHASE: _("Bought something lately?"),
    Need.RENT: _("Renting a flat?"),
    Need.SUBSCRIPTION: _("Paying for a contract, such as a phone?"),
    Need.TEAM: _("In a team?"),
    Need.WORKS_ALONE: _("Selling work of your own?"),
}
