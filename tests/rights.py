"""Asking Debian's or Ubuntu's own installer, where it may be asked without a password."""

import os
import shutil
import subprocess


def apt_install(*packages: str) -> None:
    """Install packages of the distribution, removing none; elsewhere, or without the right to, do nothing."""
    apt = shutil.which("apt-get")
    right = _the_right_to_install()
    if apt is None or right is None:
        return
    print(f"Installing {' and '.join(packages)} for the tests.", flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "--yes", "--no-remove", "--no-install-recommends", *packages]):
        # What went wrong stands above; whether it is there now is asked afterwards.
        subprocess.run([*right, apt, "--quiet=2", *arguments], env=quiet, check=False, stdin=subprocess.DEVNULL)


def _the_right_to_install() -> list[str] | None:
    """What to put before a command so that root runs it; None where that would need a password."""
    if os.name == "nt":
        return None
    if os.geteuid() == 0:
        return []
    sudo = [shutil.which("sudo") or "sudo", "--non-interactive", "--preserve-env=DEBIAN_FRONTEND"]
    return sudo if shutil.which("sudo") and subprocess.call([*sudo, "true"], stderr=subprocess.DEVNULL) == 0 else None
