import io
import zipfile
from random import Random

import pytest

from unflinch.backups.archive import Backup, NotABackup, _zipped, packed_backup, unpacked_backup

BACKUP = Backup(b"rows" * 500, "{}", "a secret", "2026-11-30T08:00:00+00:00", "0.1.0")
PASSPHRASE = "custard creams or bourbons"


@pytest.fixture(scope="module")
def file() -> bytes:
    return packed_backup(BACKUP, PASSPHRASE)


def test_what_was_packed_comes_back(file):
    assert unpacked_backup(file, PASSPHRASE) == BACKUP


def test_nothing_of_it_can_be_read_in_the_file(file):
    assert b"rows" not in file
    assert b"a secret" not in file


def test_another_passphrase_opens_nothing(file):
    with pytest.raises(NotABackup, match="The passphrase is wrong, or the file was changed"):
        unpacked_backup(file, "custard creams and bourbons")


def test_no_turned_bit_is_taken(file):
    # What the zip itself says is looked at before anything is decrypted, which takes a second: so it is tried whole.
    frame = [at for at in range(len(file)) if at < 700 or at > len(file) - 300]
    for at in Random(8).sample(frame, 60):
        turned = bytearray(file)
        turned[at] ^= 1 << Random(at).randrange(8)
        with pytest.raises(NotABackup):
            unpacked_backup(bytes(turned), PASSPHRASE)


def test_no_file_that_was_cut_off_is_taken(file):
    for length in (0, 1, 100, len(file) // 2, len(file) - 1):
        with pytest.raises(NotABackup):
            unpacked_backup(file[:length], PASSPHRASE)


def test_two_parts_of_two_backups_are_not_taken(file):
    other = packed_backup(BACKUP, PASSPHRASE)
    parts = [zipfile.ZipFile(io.BytesIO(one)) for one in (file, other)]
    mixed = _zipped(parts[0].read("data.age"), parts[1].read("keys.age"))
    for archive in parts:
        archive.close()
    with pytest.raises(NotABackup, match="come from two backups"):
        unpacked_backup(mixed, PASSPHRASE)
