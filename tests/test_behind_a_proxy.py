"""Behind Caddy and nginx, with the settings that the docs give and a certificate of a local authority."""

import re
import ssl
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPSConnection
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest
import trustme
from playwright.sync_api import Browser, expect

from tests import proxies
from tests.live import free_port, serving
from tests.test_served import typed


@dataclass(frozen=True)
class Site:
    """A served Unflinch behind a proxy: `port` is the proxy's, `own_port` the one it hides."""

    port: int
    own_port: int
    data: Path
    trust: ssl.SSLContext

    @property
    def url(self) -> str:
        return f"https://localhost:{self.port}"

    def ask(self, method: str, address: str, body: str = "", **headers: str) -> tuple[int, dict[str, str], str]:
        """What a device gets that trusts the authority."""
        form = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        with closing(HTTPSConnection("localhost", self.port, context=self.trust, timeout=60)) as connection:
            connection.request(method, address, body=body, headers={**form, **headers})
            answer = connection.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read().decode()


@pytest.fixture(params=["caddy", "nginx"])
def site(request, tmp_path: Path) -> Iterator[Site]:
    authority = trustme.CA()
    trust = ssl.create_default_context()
    authority.configure_trust(trust)
    issued = authority.issue_cert("localhost")
    certificate, key = tmp_path / "unflinch.pem", tmp_path / "unflinch.key"
    issued.private_key_pem.write_to_path(key)
    for blob in issued.cert_chain_pems:
        blob.write_to_path(certificate, append=True)
    port, own_port = free_port(), free_port()
    folder = tmp_path / "proxy"
    folder.mkdir()
    with (
        serving(tmp_path / "data", f"https://localhost:{port}", f"127.0.0.1:{own_port}") as live,
        getattr(proxies, request.param)(folder, port, own_port, certificate, key),
    ):
        yield Site(port, own_port, live.data, trust)


def code_for(site: Site) -> str:
    said = typed(site.data, "phone", UNFLINCH_ADDRESS=site.url).stdout
    found = re.search(rf"{site.url}/pair/\?code=([A-Z2-7-]+)", said)
    assert found is not None
    return found.group(1)


def test_a_phone_is_paired_through_the_proxy_and_practises(site: Site, browser: Browser):
    context = browser.new_context(ignore_https_errors=True, base_url=site.url)  # only the authority is unknown to it
    page = context.new_page()
    page.goto("/diary/")
    expect(page.get_by_role("heading", name="Pair this device")).to_be_visible()
    page.goto(f"/pair/?code={code_for(site)}")
    page.get_by_role("button", name="Pair it").click()
    expect(page).to_have_url(f"{site.url}/")
    cookie = next(one for one in context.cookies() if one["name"] == "__Host-device")
    assert (cookie["secure"], cookie["httpOnly"], cookie["sameSite"]) == (True, True, "Strict")
    page.goto("/happened/")
    expect(page.get_by_label("What did you ask?")).to_be_visible()
    context.close()


def test_the_proxy_is_believed_and_the_caller_is_not(site: Site):
    status, headers, _ = site.ask("GET", "/")
    assert status == 403
    assert headers["strict-transport-security"].startswith("max-age=31536000")
    status, headers, page = site.ask("GET", "/pair/")
    token = re.search('name="csrfmiddlewaretoken" value="([^"]+)"', page)
    cookie = SimpleCookie(headers["set-cookie"])["__Host-csrftoken"]
    assert token is not None
    answers = [
        site.ask(
            "POST",
            "/pair/",
            urlencode({"code": f"AAAAA-AAAA{letter}", "csrfmiddlewaretoken": token.group(1)}),
            **{
                "Cookie": f"__Host-csrftoken={cookie.value}",
                "Origin": site.url,
                "Referer": f"{site.url}/pair/",
                "X-Forwarded-For": f"10.0.0.{number}",
                "X-Forwarded-Proto": "http",
            },
        )[0]
        for number, letter in enumerate("ABCDEF")
    ]
    # Six wrong codes, each under an address that the caller made up: they are one caller's, and the sixth has to wait.
    assert answers == [422] * 5 + [429]


def test_nobody_comes_in_under_another_name_or_past_the_proxy(site: Site):
    # nginx hands it on and we refuse it; Caddy answers by itself, with 200 and nothing in it.
    assert "pair" not in site.ask("GET", "/", Host="evil.example")[2].lower()
    assert site.ask("POST", "/energy/", "dots=1", Origin="https://evil.example")[0] == 403
    past = Request(f"http://127.0.0.1:{site.own_port}/", headers={"Host": f"localhost:{site.port}"})
    with pytest.raises(OSError, match="400"), urlopen(past, timeout=60):
        pass
