from io import StringIO

import pytest
from django.core.management import CommandError, call_command


def doctor(**options):
    said = StringIO()
    call_command("doctor", stdout=said, **options)
    return said.getvalue()


def test_all_is_well_on_a_good_day(mira):
    assert "All is well" in doctor()


def test_a_lost_key_file_is_found_and_says_what_to_do(mira, settings):
    settings.KEYRING.unlink()
    said = StringIO()
    with pytest.raises(CommandError, match="1 of 10"):
        call_command("doctor", stdout=said)
    assert "keys.json" in said.getvalue()


def test_a_key_file_that_others_can_read_is_found(mira, settings):
    settings.KEYRING.chmod(0o644)
    with pytest.raises(CommandError):
        doctor()


def test_a_missing_chromium_is_said_to_developers_only(mira, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert "All is well" in doctor()
    with pytest.raises(CommandError):
        doctor(dev=True)
