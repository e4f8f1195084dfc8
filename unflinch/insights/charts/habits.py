"""Safety habits: in how many asks each was there, and which comes less than at first."""

from django.utils.translation import gettext as _

from nerve.safe_making import Habit
from unflinch.insights.charts.chart import Chart, plain_table
from unflinch.insights.charts.shapes import Bars, measured_bar
from unflinch.insights.measurements import Measurements
from unflinch.practice.vocabulary import SafeHabit


def habits_chart(measured: Measurements) -> Chart | None:
    known = [habit for habit in measured.numbers.habits if habit.share.spoken is not None]
    if not known:
        return None
    bars = [measured_bar(_words(habit), "rest", habit.share) for habit in known]
    less = [f"“{_words(habit)}”" for habit in known if habit.change.moved == "down"]
    faded = [_("Less than at first: %(habits)s.") % {"habits": ", ".join(less)}] if less else []
    named = {"down": _("less than at first"), "up": _("more than at first"), None: _("no clear change")}
    return Chart(
        name="habits",
        title=_("Safety habits"),
        unit=_("of 100 asks"),
        sentences=[" ".join([_("Of 100 asks, how many had each safety habit."), *faded])],
        picture=Bars(bars),
        table=plain_table(
            (_("Habit"), _("Of 100 asks"), _("How sure"), _("Since")),
            [
                (bar.words.capitalize(), bar.said, bar.sure, named[habit.change.moved])
                for bar, habit in zip(bars, known, strict=True)
            ],
        ),
    )


def _words(habit: Habit) -> str:
    return str(SafeHabit(habit.name).label)
