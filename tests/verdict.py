"""The last word of `make test`: how many tests ran? `python -m tests.verdict`."""

from pathlib import Path

TALLY = Path(__file__).resolve().parent.parent / "build" / "tally"


def main() -> None:
    """Print the counts that both runs left behind; whatever failed has ended the command before."""
    sqlite, postgresql = (int((TALLY / name).read_text(encoding="ascii")) for name in ("sqlite", "postgresql"))
    print(f"{sqlite} tests passed on SQLite, {postgresql} of them again on PostgreSQL; none was skipped.")
    print(f"{sqlite + postgresql} passed, 0 failed")


if __name__ == "__main__":
    main()
