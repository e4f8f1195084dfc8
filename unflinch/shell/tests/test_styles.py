"""Each class has one file that says how it looks: two files that mean two things by it would mix them up."""

import re
from collections import defaultdict
from pathlib import Path

import unflinch.shell

FILES = sorted((Path(unflinch.shell.__file__).parent / "static/shell/css").glob("*.css"))
# The tokens are set anew where everything is dark; that is no look of its own.
TOKENS = "tokens.css"


def test_a_class_is_described_in_one_file():
    described = defaultdict(set)
    for file in FILES:
        for name in re.findall(r"^\.([\w-]+)(?=[ ,]*[{\n])", file.read_text(encoding="utf-8"), re.MULTILINE):
            described[name].add(file.name)
    assert {name: files for name, files in described.items() if len(files - {TOKENS}) > 1} == {}
