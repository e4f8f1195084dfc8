"""The two proxies of docs/self-hosting.md, as it writes them down, on the loopback with a certificate made here."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.live import end
from tests.rights import apt_install

DOCS = Path(__file__).resolve().parent.parent / "docs" / "self-hosting.md"
# Where Debian puts it, which is not on everybody's path.
NGINX = "/usr/sbin/nginx"
SECONDS_TO_LISTEN = 60


def written_down(language: str) -> str:
    """The first block of this language in the docs."""
    found = re.search(rf"```{language}\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found.group(1)


def nginx_of_this_machine() -> str:
    """Where nginx is; it is installed where that is possible."""
    if shutil.which(NGINX) is None and shutil.which("nginx") is None:
        apt_install("nginx-light")
    return shutil.which("nginx") or NGINX


@contextmanager
def caddy(folder: Path, port: int, behind: int, certificate: Path, key: Path) -> Iterator[None]:
    site = written_down("caddyfile").replace("unflinch.example", f"https://localhost:{port}")
    site = site.replace("127.0.0.1:8000", f"127.0.0.1:{behind}\n\ttls {certificate} {key}")
    settings = folder / "Caddyfile"
    settings.write_text("{\n\tadmin off\n\tauto_https disable_redirects\n}\n" + site, encoding="utf-8")
    program = Path(sys.executable).with_name("caddy")
    with _running([str(program), "run", "--config", str(settings), "--adapter", "caddyfile"], folder, port):
        yield


@contextmanager
def nginx(folder: Path, port: int, behind: int, certificate: Path, key: Path) -> Iterator[None]:
    site = (
        written_down("nginx").replace("listen 443", f"listen 127.0.0.1:{port}").replace("unflinch.example", "localhost")
    )
    site = site.replace("/etc/ssl/unflinch.pem", str(certificate)).replace("/etc/ssl/private/unflinch.key", str(key))
    site = site.replace("127.0.0.1:8000", f"127.0.0.1:{behind}")
    kept = "".join(
        f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    settings = folder / "nginx.conf"
    settings.write_text(
        f"daemon off;\npid {folder}/nginx.pid;\nerror_log stderr warn;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{kept}{site}}}\n",
        encoding="utf-8",
    )
    with _running([nginx_of_this_machine(), "-p", str(folder), "-c", str(settings), "-e", "stderr"], folder, port):
        yield


@contextmanager
def _running(command: list[str], folder: Path, port: int) -> Iterator[None]:
    log = folder / "proxy.log"
    with log.open("wb") as output:
        environment = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT, env=environment)
    try:
        until = time.monotonic() + SECONDS_TO_LISTEN
        while not _listens(port):
            assert process.poll() is None, log.read_text(encoding="utf-8")
            assert time.monotonic() < until, log.read_text(encoding="utf-8")
            time.sleep(0.05)
        yield
    finally:
        end(process)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
