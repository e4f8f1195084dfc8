"""A pytest plugin, read before Django: the tests have a data folder, a secret and static files of their own."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import hypothesis
import pytest
from django.core.management import call_command

FOLDER = "UNFLINCH_TESTS_FOLDER"
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "alone")
# The first process makes the folder; the workers that it starts find its name in the environment.
is_owner = FOLDER not in os.environ
folder = Path(os.environ.setdefault(FOLDER, tempfile.mkdtemp(prefix="unflinch-tests-") if is_owner else ""))
if is_owner:
    atexit.register(shutil.rmtree, folder, ignore_errors=True)

os.environ["UNFLINCH_DATA"] = str(folder / WORKER)
os.environ["UNFLINCH_STATIC"] = str(folder / "static")
os.environ["UNFLINCH_SECRET"] = "a secret for tests"
os.environ.pop("UNFLINCH_SECRET_FILE", None)
(folder / WORKER).mkdir(mode=0o700, exist_ok=True)

# `make test` tries the same cases every time, so that red means a change; `make prove` looks for new ones.
hypothesis.settings.register_profile("test", derandomize=True, deadline=None)
hypothesis.settings.register_profile("prove", max_examples=2000, deadline=None, print_blob=True)
hypothesis.settings.load_profile("test")


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Pages are tested with hashed static files, as people get them: a missing one is an error, not a gap."""
    if is_owner:
        call_command("collectstatic", verbosity=0, interactive=False)
