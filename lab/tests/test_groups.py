"""Nobody pays for the mean: groups are looked at one by one."""

from dataclasses import replace

import numpy as np

from lab.cells import Cell
from lab.groups import groups, members_of
from lab.people import draw_people
from lab.tests.made_up import PEOPLE, result

CELL = Cell("coach", "base", PEOPLE, seed=1, half="tuning")


def test_every_group_has_people_and_none_has_all():
    for members in members_of(draw_people(1, "tuning", 0, PEOPLE)).values():
        assert 0.1 * PEOPLE < members.sum() < 0.3 * PEOPLE


def test_harm_to_one_group_is_seen_though_the_mean_is_kind():
    harmed = members_of(draw_people(1, "tuning", 0, PEOPLE))["the most anxious fifth"]
    coach = replace(result(7.0), harm_days=np.where(harmed, 0.5, 0.0))
    found = {group.name: group for group in groups(CELL, coach, result(5.0, harm=0.2))}
    assert coach.harm_days.mean() < 0.2
    assert not found["the most anxious fifth"].kept
    assert found["the fifth closest to giving up"].kept


def test_effects_are_told_beside_those_of_the_list():
    for group in groups(CELL, result(7.0), result(5.0)):
        assert group.effect > group.effect_of_list > 0
