"""Nothing is skipped in silence, and PostgreSQL gets what touches the database."""

import pytest

pytest_plugins = ["pytester"]
PROMISES = ("-p", "tests.promises")


@pytest.mark.parametrize("mark", ["skip(reason='not today')", "xfail(reason='one day')"])
def test_a_skipped_test_makes_the_run_fail_and_is_named(pytester: pytest.Pytester, mark: str) -> None:
    pytester.makepyfile(
        f"import pytest\n\ndef test_one():\n    pass\n\n@pytest.mark.{mark}\ndef test_two():\n    assert False\n"
    )
    done = pytester.runpytest_subprocess(*PROMISES)
    assert done.ret == pytest.ExitCode.TESTS_FAILED
    done.stdout.fnmatch_lines(["*test_two*Nothing may be skipped in silence*", "1 tests passed on SQLite, 1 skipped."])


def test_a_module_that_skips_itself_makes_the_run_fail(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(test_one="def test_one(): pass", test_two="import pytest\npytest.importorskip('nowhere')")
    assert pytester.runpytest_subprocess(*PROMISES).ret == pytest.ExitCode.TESTS_FAILED


def test_the_count_is_written_where_it_is_asked_for(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_one(): pass\ndef test_two(): pass")
    done = pytester.runpytest_subprocess(*PROMISES, "--tally", "deep/in/tally")
    assert done.ret == pytest.ExitCode.OK
    assert (pytester.path / "deep/in/tally").read_text(encoding="ascii") == "2"


def test_on_postgresql_only_what_touches_the_database_runs_again(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("UNFLINCH_DATABASE", "postgresql://nobody@127.0.0.1/nothing")
    pytester.makepyfile(
        "import pytest\n\ndef test_pure(): pass\n\ndef test_rows(db): pass\n"
        "\n@pytest.mark.django_db\ndef test_marked(): pass\n"
        "\n@pytest.mark.sqlite\ndef test_pragma(db): pass\n"
    )
    done = pytester.runpytest_subprocess(*PROMISES, "--collect-only", "--quiet")
    chosen = [line.partition("::")[2] for line in done.outlines if "::" in line]
    assert chosen == ["test_rows", "test_marked"]
    done.stdout.fnmatch_lines(["1 tests about SQLite itself."])


def test_of_a_test_with_many_rows_so_many_run_as_were_asked_for(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        "import pytest\n\n@pytest.mark.parametrize('row', range(9))\ndef test_rows(row): pass\n\ndef test_one(): pass\n"
    )
    done = pytester.runpytest_subprocess(*PROMISES, "--rows", "2")
    done.stdout.fnmatch_lines(["7 tests are more of the same, left to `make prove`.", "3 tests passed on SQLite*"])


def test_of_a_file_across_apps_so_many_run_as_were_asked_for(pytester: pytest.Pytester) -> None:
    many = "".join(f"def test_{nth}(): pass\n" for nth in range(5))
    for folder in ("tests", "an_app"):
        (pytester.path / folder).mkdir()
        (pytester.path / folder / f"test_in_{folder}.py").write_text(many)
    done = pytester.runpytest_subprocess(*PROMISES, "--of-a-file", "2")
    done.stdout.fnmatch_lines(["3 tests are more of the same, left to `make prove`.", "7 tests passed on SQLite*"])
