"""Beside what ships stands a scored set that was made up, as a host would add one."""

import pytest

from unflinch.questionnaires.tests.marking import MADE_UP


@pytest.fixture(autouse=True)
def made_up(settings):
    settings.QUESTIONNAIRES = MADE_UP
