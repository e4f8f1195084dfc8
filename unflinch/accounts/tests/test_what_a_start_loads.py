"""What starts quickly loads no more than it needs: arrays where something is computed, typesetting for a sheet."""

import os
import subprocess
import sys

HEAVY = ("numpy", "typst", "markdown", "scipy")
RUN = """
import sys
{start}
print([name for name in {heavy} if name in sys.modules])
"""
HELP = """
from unflinch.cli import main
sys.argv = ["unflinch", "--help"]
try:
    main()
except SystemExit:
    pass
"""


def loaded(start: str, folder) -> list[str]:
    """Which of the heavy libraries a process has loaded after this."""
    env = {**os.environ, "UNFLINCH_DATA": str(folder), "UNFLINCH_SECRET": "for a test"}
    env["DJANGO_SETTINGS_MODULE"] = "unflinch.settings"
    code = RUN.format(start=start, heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True, timeout=300
    )
    names: list[str] = [name for name in HEAVY if repr(name) in done.stdout.splitlines()[-1]]
    return names


def test_the_help_loads_none_of_them(tmp_path):
    assert loaded(HELP, tmp_path) == []


def test_a_server_that_starts_has_not_loaded_what_sets_a_sheet(tmp_path):
    assert "typst" not in loaded("import unflinch.wsgi", tmp_path)
