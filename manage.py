"""Django's own commands, for those who build Unflinch: `makemigrations`, `shell`, `showmigrations`.

They work on data of their own in build/, so that no diary is ever at risk.
"""

import os
from pathlib import Path

from django.core.management import execute_from_command_line

DATA = Path(__file__).resolve().parent / "build" / "development"


def main() -> None:
    """Run the command that stands on the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unflinch.settings")
    os.environ.setdefault("UNFLINCH_DATA", str(DATA))
    os.environ.setdefault("UNFLINCH_SECRET", "a secret for development")
    Path(os.environ["UNFLINCH_DATA"]).mkdir(parents=True, exist_ok=True, mode=0o700)
    execute_from_command_line()


if __name__ == "__main__":
    main()
