"""The proof pocket: one card of the person's own, what they feared once and what came back."""

from dataclasses import dataclass

from unflinch.practice.models import Ask, Forecast
from unflinch.practice.vocabulary import BackAfter, Harm

_DID_NOT_HAPPEN = 30
_WAS_FEARED = 40
_LOOKED_AT = 12


@dataclass(frozen=True, slots=True)
class _Proof:
    """What was feared, what came back in the person's own words (may be empty), how soon they were fine."""

    title: str
    feared: str
    came_back: str
    fine_after: str


def proof_for(ask: Ask) -> _Proof | None:
    """The newest earlier ask of this person whose feared thing was likely to them and hardly happened."""
    told = Forecast.objects.of(ask.person).that_did_not_come_true(feared=_WAS_FEARED, happened=_DID_NOT_HAPPEN)
    for forecast in told.exclude(ask=ask)[:_LOOKED_AT]:
        debrief = forecast.ask.debrief
        if debrief is not None and Harm.UNFAIR not in debrief.harms and forecast.feared_thing:
            fine = BackAfter(debrief.back_after).label if debrief.back_after not in ("", BackAfter.NOT_YET) else ""
            return _Proof(forecast.ask.title, forecast.feared_thing, debrief.what_happened or debrief.fact_line, fine)
    return None
