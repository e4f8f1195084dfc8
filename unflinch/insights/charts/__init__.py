"""The charts: one file each, which turns what was measured into a chart or says that there is nothing to show.

A new one is a file like its neighbours and a line in `CHARTS`, whose order is that of the page. The sheet picks from
the same ones.
"""

from collections.abc import Callable
from typing import Final

from unflinch.insights.charts.all_or_nothing import all_or_nothing_chart
from unflinch.insights.charts.boldness import boldness_chart
from unflinch.insights.charts.calibration import calibration_chart
from unflinch.insights.charts.chart import Chart
from unflinch.insights.charts.feared import feared_chart
from unflinch.insights.charts.flinching import flinching_chart
from unflinch.insights.charts.forecast import forecast_chart
from unflinch.insights.charts.habits import habits_chart
from unflinch.insights.charts.kinds_of_no import kinds_of_no_chart
from unflinch.insights.charts.missed import missed_chart
from unflinch.insights.charts.pull import pull_chart
from unflinch.insights.charts.recovery import recovery_chart
from unflinch.insights.charts.rehearsing import rehearsing_chart
from unflinch.insights.charts.rounds import rounds_chart
from unflinch.insights.charts.shift import shift_chart
from unflinch.insights.charts.sting import sting_chart
from unflinch.insights.charts.tension import tension_chart
from unflinch.insights.charts.weeks import weeks_chart
from unflinch.insights.charts.wishes import wishes_chart
from unflinch.insights.measurements import Measurements

CHARTS: Final[tuple[Callable[[Measurements], Chart | None], ...]] = (
    missed_chart,
    weeks_chart,
    forecast_chart,
    calibration_chart,
    feared_chart,
    shift_chart,
    sting_chart,
    kinds_of_no_chart,
    flinching_chart,
    recovery_chart,
    rounds_chart,
    boldness_chart,
    tension_chart,
    rehearsing_chart,
    habits_chart,
    pull_chart,
    wishes_chart,
    all_or_nothing_chart,
)


def charts_of(measured: Measurements) -> list[Chart]:
    """Every chart that has anything to say, in the order of the page."""
    return [chart for make in CHARTS if (chart := make(measured)) is not None]
