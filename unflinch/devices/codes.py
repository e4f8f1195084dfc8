"""A pairing as something that a camera reads."""

import io

import segno

from unflinch.devices.models import Pairing
from unflinch.env import Address


def way_in(pairing: Pairing, address: Address) -> str:
    """The link that opens the pairing page with its code filled in."""
    return f"{address}/pair/?code={pairing.code}"


def svg_of(link: str) -> bytes:
    """The link as a QR code, dark on light in both colour schemes: many cameras read no other."""
    out = io.BytesIO()
    segno.make(link, micro=False, error="m").save(out, kind="svg", scale=6, border=4, dark="#000", light="#fff")
    return out.getvalue()


def text_of(link: str) -> str:
    """The same for a terminal."""
    out = io.StringIO()
    segno.make(link, micro=False, error="l").terminal(out, border=2, compact=True)
    return out.getvalue()
