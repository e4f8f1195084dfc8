"""The report as a page: tables, pictures, and nothing that is not said "in simulation"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from platform import python_version

from lab.cells import Cell
from lab.days import LabResult
from lab.groups import Subgroup, groups
from lab.measures import BootstrapInterval, effect, mean, worst_tenth
from lab.pictures import Dot, draw_picture
from lab.policies import POLICIES, SIMPLE
from lab.protocol import COST_OF_GAPS, OF_ORACLE_ANYWHERE, OF_ORACLE_IN_BASE, Results
from lab.verdicts import Verdict, cost_of_gaps, more_harm_together, verdict
from lab.worlds import WORLDS

_SHAPES = {"random": "square", "middle": "diamond", "list": "up", "gut": "down", "oracle": "bar", "coach": "circle"}
_SURROUNDED = [world.name for world in WORLDS.values() if world.surroundings]
_SHOWN = [policy for policy in POLICIES if policy not in ("none", "rollout")]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that the page says."""

    results: Results
    cells: Sequence[Cell]
    crowd: dict[str, LabResult]  # coach and list, with many more people in base
    crowd_cells: Sequence[Cell]

    @property
    def seed(self) -> int:
        return self.cells[0].seed

    def verdicts(self) -> list[Verdict]:
        return [verdict(setting, self.results[setting], self.seed) for setting in self.results]

    def groups(self) -> list[Subgroup]:
        return groups(self.crowd_cells[0], self.crowd["coach"], self.crowd["list"])


def write(report: Report, folder: Path) -> Path:
    """The page and its pictures, into this folder; says where the page is."""
    folder.mkdir(parents=True, exist_ok=True)
    verdicts = report.verdicts()
    for name, drawn in _pictures(report.results, verdicts).items():
        (folder / name).write_text(drawn, encoding="utf-8")
    page = folder / "report.md"
    page.write_text("\n\n".join(_sections(report, verdicts)) + "\n", encoding="utf-8")
    return page


def _pictures(results: Results, verdicts: Sequence[Verdict]) -> dict[str, str]:
    effects = {
        setting: [Dot(effect(cell[policy]), shape, own=policy == "coach") for policy, shape in _SHAPES.items()]
        for setting, cell in results.items()
    }
    ahead = {
        found.setting: [Dot(found.ahead.value, "circle", found.ahead.low, found.ahead.high, own=True)]
        for found in verdicts
    }
    harm = {found.setting: [Dot(found.harm_of_list, "up"), Dot(found.harm, "circle", own=True)] for found in verdicts}
    names = {shape: policy for policy, shape in _SHAPES.items()}
    return {
        "effects.svg": draw_picture("Effect d of each policy, in simulation", effects, names),
        "ahead.svg": draw_picture("How far the coach is ahead in d, in simulation", ahead, {"circle": "coach"}),
        "harm.svg": draw_picture("Harm days of coach and list, in simulation", harm, {"up": "list", "circle": "coach"}),
    }


def _sections(report: Report, verdicts: Sequence[Verdict]) -> Iterable[str]:
    first = report.cells[0]
    yield "# What the lab says, in simulation"
    yield (
        "Everything here is about simulated people. It shows how the rules of the model play out, not what practice "
        "does for anybody. [README.md](README.md) says what the model is and where it is a guess."
    )
    found = report.groups()
    yield _summary(verdicts, found)
    yield "## The coach against the best simple policy, in simulation"
    yield (
        f"d: points of SUDS less than without practice on day 90, on challenges and in a place never practised, "
        f"quitters included, in SDs. Ahead: against the best of {', '.join(SIMPLE)}, with its paired 95 % interval. "
        f"Harm: days with a sting of 75 or more or a tension of 90 or more. Worst: points gained by the tenth who "
        f"gained least. Wanted: an interval above 0, {OF_ORACLE_IN_BASE:.2f} of the one-step oracle in base and "
        f"{OF_ORACLE_ANYWHERE:.2f} elsewhere, no more harm than the list, the worst tenth no worse off. Harm is rare: "
        "it counts as more where the paired 95 % interval of what the coach adds to the list lies above 0. Blind: the "
        "part of the oracle's effect that an oracle within the limits reaches, which knows everything about a person "
        "from the first day on but how their own surroundings differ from card to card. They do so in "
        f"{', '.join(_SURROUNDED)}; nobody could know that. Elsewhere blind is what the limits leave of the oracle."
    )
    yield _verdict_table(verdicts)
    together = _signed(more_harm_together(report.results, report.seed), 3)
    yield f"All settings together, the coach adds {together} days of harm a person to the list's, in simulation."
    yield "![How far the coach is ahead, in simulation](ahead.svg)\n\n![Harm days, in simulation](harm.svg)"
    yield "## Every policy in every world, d in simulation"
    yield _table(["setting", *_SHOWN], [[setting, *_effects(cell)] for setting, cell in report.results.items()])
    yield "![Effect of each policy, in simulation](effects.svg)"
    yield "## What the people of the base world did, in simulation"
    yield (
        "On day 90, on what was held out: tension, the chance that it would be asked, and how far the forecast of a no "
        "lies from its true chance. Up to day 60: days of each kind, who is still in, the share of noes, harm."
    )
    yield _table(*_deeds(report.results["base"]))
    yield "## Who might pay for the mean, base world, in simulation"
    yield (
        f"{report.crowd_cells[0].people} people, so that groups are large enough to show what is rare. Nobody should "
        "pay: in no group may harm be more for sure, or the gain be less, than under the list."
    )
    yield _table(*_group_table(found))
    yield _above_the_oracle(report)
    yield _gaps(report)
    yield "## The worlds"
    yield _table(["world", "what differs"], [[world.name, world.about] for world in WORLDS.values()])
    yield (
        f"Half: {first.half}. Seed: {first.seed}. People in each cell: {first.people}, the same ones in all. Unflinch "
        f"{version('unflinch')}, Python {python_version()}, NumPy {version('numpy')}. Coach: "
        f"{_coach_of(report.cells)}. Source: {report.cells[-1].fingerprint()}."
    )


def _summary(verdicts: Sequence[Verdict], found: Sequence[Subgroup]) -> str:
    """What was wanted and is missing, and which of the two the application may use (design, section 6)."""
    lost = [one.setting for one in verdicts if not one.kept]
    paying = [one.setting for one in verdicts if not one.may_be_on] + [group.name for group in found if not group.kept]
    sure = sum(one.ahead.low > 0 for one in verdicts)
    told = [
        f"In simulation the coach was surely ahead of the best simple policy in {sure} of {len(verdicts)} settings."
    ]
    if lost:
        told.append(f"Something that was wanted is missing in: {', '.join(lost)}.")
    else:
        told.append("It kept everything that was wanted of it.")
    if paying:
        told.append(f"**The application may use the list only**, because of: {', '.join(paying)}.")
    else:
        told.append("**The application may use the coach**: nowhere was it behind, and nobody paid for the mean.")
    return " ".join(told)


def _verdict_table(verdicts: Sequence[Verdict]) -> str:
    head = [
        "setting",
        "coach",
        "best simple",
        "ahead",
        "of oracle",
        "blind",
        "harm (list), added",
        "worst (list)",
        "all kept",
    ]
    rows = [
        [
            found.setting,
            f"{found.effect:.2f}",
            found.rival,
            _signed(found.ahead),
            f"{found.of_oracle.value:.2f} [{found.of_oracle.low:.2f}, {found.of_oracle.high:.2f}]",
            f"{found.blind:.2f}",
            f"{found.harm:.2f} ({found.harm_of_list:.2f}), {_signed(found.more_harm)}",
            f"{found.worst:+.1f} ({found.worst_of_list:+.1f})",
            "yes" if found.kept else "no",
        ]
        for found in verdicts
    ]
    return _table(head, rows)


def _effects(cell: dict[str, LabResult]) -> list[str]:
    return [f"{effect(cell[policy]):.2f}" for policy in _SHOWN]


def _deeds(cell: dict[str, LabResult]) -> tuple[list[str], list[list[str]]]:
    """Counts of the first sixty days, one row a policy."""
    head = ["policy", "SUDS day 90", "would ask", "misjudged", "asks", "let go", "rests", "still in", "noes"]
    head += ["harm days", "worst tenth"]
    rows = []
    for policy in ("none", *_SHOWN):
        result = cell[policy]
        noes = result.noes.sum() / result.asks.sum() if result.asks.any() else None
        counts = (result.asks, result.ducked, result.rests)
        rows.append(
            [
                policy,
                f"{mean(result.after):.1f}",
                f"{mean(result.willing):.2f}",
                f"{mean(result.misjudged):.2f}",
                *(f"{mean(count):.1f}" for count in counts),
                f"{mean(result.stayed):.2f}",
                "–" if noes is None else f"{noes:.2f}",
                f"{mean(result.harm_days):.2f}",
                f"{worst_tenth(result):+.1f}",
            ]
        )
    return head, rows


def _group_table(found: Iterable[Subgroup]) -> tuple[list[str], list[list[str]]]:
    head = ["group", "people", "coach", "list", "harm (list)", "harm added", "nobody pays"]
    rows = [
        [
            group.name,
            str(group.people),
            f"{group.effect:.2f}",
            f"{group.effect_of_list:.2f}",
            f"{group.harm:.3f} ({group.harm_of_list:.3f})",
            _signed(group.more_harm, 3),
            "yes" if group.kept else "no",
        ]
        for group in found
    ]
    return head, rows


def _above_the_oracle(report: Report) -> str:
    """The rollout and the others with the same few people."""
    base = report.results["base"]
    rollout = base["rollout"]
    few = len(rollout.before)
    values = ", ".join(f"{policy} {effect(base[policy].of(few)):.2f}" for policy in ("list", "coach", "oracle"))
    return (
        f"With the first {few} people of the base world, in simulation: {values}, and the rollout, which knows the "
        f"dice of the days to come as well, {effect(rollout):.2f}: a roof, not a rival."
    )


def _gaps(report: Report) -> str:
    cost, kept = cost_of_gaps(report.results, report.seed)
    return (
        f"Gaps in the log (world `sparse` against `base`) cost the coach {_signed(cost)} of d in simulation; at most "
        f"{COST_OF_GAPS:.2f} was wanted: {'kept' if kept else 'not kept'}."
    )


def _coach_of(cells: Sequence[Cell]) -> str:
    named = [cell.coach for cell in cells if cell.coach is not None]
    return named[0] if named else "nerve.choice:choose"


def _signed(interval: BootstrapInterval, digits: int = 2) -> str:
    return f"{interval.value:+.{digits}f} [{interval.low:+.{digits}f}, {interval.high:+.{digits}f}]"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; every column but the first is for numbers."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
