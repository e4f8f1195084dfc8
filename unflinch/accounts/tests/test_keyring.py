import json
import os
import signal
import subprocess
import sys
from uuid import uuid4

import pytest

from unflinch.accounts.keyring import KeyMissing, Keyring


@pytest.fixture
def ring(tmp_path):
    return Keyring(tmp_path / "keys.json", "secret")


def test_a_key_stays_the_same_and_is_not_in_the_file(ring):
    person = uuid4()
    ring.make(person)
    key = ring.key_of(person)
    ring.make(person)
    assert ring.key_of(person) == key == Keyring(ring.path, "secret").key_of(person)
    assert key.hex() not in ring.path.read_text()
    assert oct(ring.path.stat().st_mode & 0o777) == "0o600"


def test_another_secret_opens_nothing(ring):
    person = uuid4()
    ring.make(person)
    with pytest.raises(KeyMissing, match="don't belong together"):
        Keyring(ring.path, "other").key_of(person)


def test_a_key_cannot_be_taken_for_somebody_elses(ring):
    mira, jonas = uuid4(), uuid4()
    ring.make(mira)
    content = json.loads(ring.path.read_text())
    content["persons"][str(jonas)] = content["persons"][str(mira)]
    ring.path.write_text(json.dumps(content))
    with pytest.raises(KeyMissing):
        ring.key_of(jonas)


def test_somebody_erased_never_gets_a_key_again(ring):
    person = uuid4()
    ring.make(person)
    ring.forget(person)
    assert ring.erased() == {person}
    with pytest.raises(KeyMissing):
        ring.key_of(person)
    with pytest.raises(KeyMissing, match="erased"):
        ring.make(person)


def test_a_key_made_by_another_process_is_found(ring):
    first, second = uuid4(), uuid4()
    ring.make(first)
    ring.key_of(first)
    Keyring(ring.path, "secret").make(second)
    assert ring.key_of(second)


WRITER = """
import sys
from pathlib import Path
from uuid import uuid4
from unflinch.accounts.keyring import Keyring
ring = Keyring(Path(sys.argv[1]), "secret")
while True:
    ring.make(uuid4())
    print("made", flush=True)
"""


def test_a_writer_killed_at_any_moment_leaves_a_whole_file(ring):
    person = uuid4()
    ring.make(person)
    for kept in (1, 3, 8):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(ring.path)], stdout=subprocess.PIPE)
        assert writer.stdout is not None
        for _ in range(kept):
            writer.stdout.readline()
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        writer.stdout.close()
        assert len(json.loads(ring.path.read_text())["persons"]) > kept
        assert ring.key_of(person)


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{", '{"persons": {}}', '{"persons": {"mira": ""}, "erased": []}', '{"persons": {}, "erased": [1]}'],
)
def test_a_file_that_we_did_not_write_is_never_written_over(ring, content):
    ring.path.write_text(content)
    for act in (ring.make, ring.forget, ring.key_of):
        with pytest.raises(KeyMissing, match="damaged"):
            act(uuid4())
    assert ring.path.read_text() == content
