"""A pytest plugin that keeps two promises: nothing is skipped in silence, and a run says how many tests it was."""

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

# Node ids that may be skipped or expected to fail, each with its reason beside it. None is.
MAY_BE_SKIPPED: frozenset[str] = frozenset()
SILENT = ("skipped", "xfailed", "xpassed")
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "django_db_serialized_rollback"}

left_out: Counter[str] = Counter()
one_too_many: set[str] = set()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--tally", metavar="FILE", type=Path, help="Write the number of tests that passed to this file.")
    parser.addoption("--rows", metavar="N", type=int, help="Of a test that has many rows, run N at most.")
    parser.addoption("--of-a-file", metavar="N", type=int, help="Of a file of tests that span apps, run N at most.")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL, run what touches the database and leave out what is SQLite's own; then count the rows."""
    if os.environ.get("UNFLINCH_DATABASE"):
        keep(
            config, items, [one for one in items if touches_the_database(one) and not one.get_closest_marker("sqlite")]
        )
    if config.option.rows:
        keep(config, items, few(items, config.option.rows, lambda item: item.nodeid.partition("[")[0]))
    if config.option.of_a_file:
        keep(config, items, few(items, config.option.of_a_file, file_across_apps))


def keep(config: pytest.Config, items: list[pytest.Item], kept: list[pytest.Item]) -> None:
    left = set(items).difference(kept)
    config.hook.pytest_deselected(items=[item for item in items if item in left])
    items[:] = kept


def few(items: list[pytest.Item], most: int, alike: Callable[[pytest.Item], str]) -> list[pytest.Item]:
    """The first of those that are alike, and all to which nothing is."""
    seen: Counter[str] = Counter()
    kept = []
    for item in items:
        group = alike(item)
        seen[group] += bool(group)
        if seen[group] <= most:
            kept.append(item)
        else:
            one_too_many.add(item.nodeid)
    return kept


def file_across_apps(item: pytest.Item) -> str:
    """The file of a test through several apps; what stands in an app's own tests always runs."""
    file = item.nodeid.partition("::")[0]
    return file if file.startswith("tests/") else ""


def touches_the_database(item: pytest.Item) -> bool:
    fixtures: list[str] = getattr(item, "fixturenames", [])
    return item.get_closest_marker("django_db") is not None or not DATABASE_FIXTURES.isdisjoint(fixtures)


def pytest_deselected(items: list[pytest.Item]) -> None:
    for item in items:
        left_out[why_left_out(item)] += 1


def why_left_out(item: pytest.Item) -> str:
    if item.nodeid in one_too_many:
        return "are more of the same, left to `make prove`"
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
