"""A pytest plugin that keeps two promises: nothing is skipped in silence, and a run says how many tests it was."""

import os
from collections import Counter
from pathlib import Path

import pytest

# Node ids that may be skipped or expected to fail, each with its reason beside it. None is.
MAY_BE_SKIPPED: frozenset[str] = frozenset()
SILENT = ("skipped", "xfailed", "xpassed")
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "django_db_serialized_rollback"}

left_out: Counter[str] = Counter()
one_row_too_many: set[str] = set()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--tally", metavar="FILE", type=Path, help="Write the number of tests that passed to this file.")
    parser.addoption("--rows", metavar="N", type=int, help="Of a test that has many rows, run N at most.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, run what touches the database and leave out what is SQLite's own; then count the rows."""
    if os.environ.get("UNFLINCH_DATABASE"):
        keep(
            config, items, [one for one in items if touches_the_database(one) and not one.get_closest_marker("sqlite")]
        )
    if config.option.rows:
        keep(config, items, few_rows(items, config.option.rows))


def keep(config: pytest.Config, items: list[pytest.Item], kept: list[pytest.Item]) -> None:
    left = set(items).difference(kept)
    config.hook.pytest_deselected(items=[item for item in items if item in left])
    items[:] = kept


def few_rows(items: list[pytest.Item], most: int) -> list[pytest.Item]:
    """The first rows of each test, by its name without what stands in brackets."""
    seen: Counter[str] = Counter()
    kept = []
    for item in items:
        test = item.nodeid.partition("[")[0]
        seen[test] += 1
        if seen[test] <= most:
            kept.append(item)
        else:
            one_row_too_many.add(item.nodeid)
    return kept


def touches_the_database(item: pytest.Item) -> bool:
    fixtures: list[str] = getattr(item, "fixturenames", [])
    return item.get_closest_marker("django_db") is not None or not DATABASE_FIXTURES.isdisjoint(fixtures)


def pytest_deselected(items: list[pytest.Item]) -> None:
    for item in items:
        left_out[why_left_out(item)] += 1


def why_left_out(item: pytest.Item) -> str:
    if item.nodeid in one_row_too_many:
        return "are further rows of a test, left to `make prove`"
    if item.get_closest_marker("prove"):
        return "left to `make prove`"
    if item.get_closest_marker("sqlite"):
        return "about SQLite itself"
    return "run on SQLite only, as they touch no database" if os.environ.get("UNFLINCH_DATABASE") else "not chosen"


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["left_out"] = dict(left_out)
    elif skipped_in_silence(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Every worker collects all tests, so one count stands for all of them."""
    left_out.update(getattr(node, "workeroutput", {}).get("left_out", {}) if not left_out else {})


def skipped_in_silence(config: pytest.Config) -> list[str]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    assert isinstance(reporter, pytest.TerminalReporter)
    found = (f"{outcome}: {report.nodeid}" for outcome in SILENT for report in reporter.stats.get(outcome, []))
    return [line for line in found if line.partition(": ")[2] not in MAY_BE_SKIPPED]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    passed = len(terminalreporter.stats.get("passed", []))
    silent = skipped_in_silence(config)
    terminalreporter.section("promises")
    for line in silent:
        terminalreporter.line(f"{line}. Nothing may be skipped in silence: mend it or list it with its reason.")
    for reason, count in left_out.items():
        terminalreporter.line(f"{count} tests {reason}.")
    database = "PostgreSQL" if os.environ.get("UNFLINCH_DATABASE") else "SQLite"
    terminalreporter.line(f"{passed} tests passed on {database}, {len(silent)} skipped.")
    if config.option.tally:
        config.option.tally.parent.mkdir(parents=True, exist_ok=True)
        config.option.tally.write_text(str(passed), encoding="ascii")
