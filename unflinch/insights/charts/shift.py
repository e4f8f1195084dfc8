"""What an ask does to a belief: right after it, and before the next one like it, where what was learned must last."""

from django.urls import reverse
from django.utils.translation import gettext as _

from nerve.measured import Change
from nerve.shift import Shift
from unflinch.insights.charts.chart import Chart, Table, plain_table
from unflinch.insights.charts.shapes import Spans, spans_of
from unflinch.insights.measurements import Measurements
from unflinch.insights.sentences import lacking, points, rounded, too_few


def shift_chart(measured: Measurements) -> Chart:
    shift, transfer = measured.numbers.shift, measured.numbers.transfer
    picture = spans_of(
        [
            (_("The feared thing, right after an ask"), shift.feared),
            (_("The feared thing, before the next ask like it"), transfer),
            (_("How bad a no would be, after a no"), shift.cost),
        ]
    )
    said = (_after(shift.feared), _learning(shift), _next_time(transfer), _cost(shift.cost))
    return Chart(
        name="shift",
        title=_("What an ask does to a fear"),
        unit=_("change in points") if picture else "",
        sentences=[sentence for sentence in said if sentence],
        picture=picture,
        table=_table_of(picture),
        link=(reverse("learn:article", args=["why-our-forecasts-miss"]), _("Why forecasts miss")),
        third_person=[_after_in_third_person(shift.feared), _next_time_in_third_person(transfer)],
        needs=lacking(shift.feared.needs),
    )


def _table_of(picture: Spans | None) -> Table | None:
    if picture is None:
        return None
    rows = [(span.words, span.said, span.sure) for span in picture.spans]
    return plain_table((_("What"), _("Points"), _("How sure")), rows)


def _after(change: Change) -> str:
    """How likely the feared thing is after an ask, beside how likely it was before it."""
    if change.value is None:
        return too_few(change.needs)
    named = {
        "down": _(
            "After an ask the feared thing looks less likely to you than before it: %(points)s, from %(n)d asks."
        ),
        "up": _("After an ask the feared thing looks likelier to you than before it: %(points)s, from %(n)d asks."),
        None: _(
            "After an ask the feared thing looks about as likely to you as before it: %(points)s, from %(n)d asks."
        ),
    }
    return named[change.moved] % _parts(change)


def _learning(shift: Shift) -> str:
    """How far the belief moved toward what came, where that it moved is beyond noise as well; else nothing."""
    rate = shift.learning_rate
    low, value, high = rate.spoken or (0.0, 0.0, 0.0)
    if low <= 0 or shift.feared.moved is None:
        return ""
    return _(
        "Typically you went %(value)s%% of the way from what you feared to what happened (%(low)s to %(high)s%%, "
        "from %(n)d asks)."
    ) % {"value": rounded(100 * value), "low": rounded(100 * low), "high": rounded(100 * high), "n": rate.n}


def _next_time(transfer: Change) -> str:
    """How likely the feared thing is before the next ask of a kind; nothing where too few came again."""
    if transfer.value is None:
        return ""
    named = {
        "down": _(
            "Before the next ask of a kind, the feared thing looks less likely to you than before the last one: "
            "%(points)s, from %(n)d asks."
        ),
        "up": _(
            "Before the next ask of a kind, the feared thing looks likelier to you than before the last one: "
            "%(points)s, from %(n)d asks."
        ),
        None: _(
            "Before the next ask of a kind, the feared thing looks about as likely to you as before the last one: "
            "%(points)s, from %(n)d asks."
        ),
    }
    return named[transfer.moved] % _parts(transfer)


def _cost(cost: Change) -> str:
    """What a no did to how bad one would be; nothing where too few noes say."""
    if cost.value is None:
        return ""
    named = {
        "down": _("After a no, the next one looks less bad than before it: %(points)s, from %(n)d noes."),
        "up": _("After a no, the next one looks worse than before it: %(points)s, from %(n)d noes."),
        None: _("After a no, the next one looks about as bad as before it: %(points)s, from %(n)d noes."),
    }
    return named[cost.moved] % _parts(cost)


def _after_in_third_person(change: Change) -> str:
    if change.value is None:
        return _("The feared thing before and after: too few to tell yet, %(needs)s.") % {
            "needs": lacking(change.needs)
        }
    named = {
        "down": _("After an ask the feared thing was rated less likely than before it: %(points)s, from %(n)d asks."),
        "up": _("After an ask the feared thing was rated likelier than before it: %(points)s, from %(n)d asks."),
        None: _("After an ask the feared thing was rated about as likely as before it: %(points)s, from %(n)d asks."),
    }
    return f"{named[change.moved] % _parts(change)} {_('There is nothing to compare it with.')}"


def _next_time_in_third_person(transfer: Change) -> str:
    if transfer.value is None:
        needs = lacking(transfer.needs)
        return _("The forecast before the next ask of a kind: too few to tell yet, %(needs)s.") % {"needs": needs}
    named = {
        "down": _(
            "Before the next ask of the same kind, the feared thing was rated less likely than before the last: "
            "%(points)s, from %(n)d asks."
        ),
        "up": _(
            "Before the next ask of the same kind, the feared thing was rated likelier than before the last: "
            "%(points)s, from %(n)d asks."
        ),
        None: _(
            "Before the next ask of the same kind, the feared thing was rated about as likely as before the last: "
            "%(points)s, from %(n)d asks."
        ),
    }
    return named[transfer.moved] % _parts(transfer)


def _parts(change: Change) -> dict[str, str | int]:
    return {"points": points(change), "n": change.n}
