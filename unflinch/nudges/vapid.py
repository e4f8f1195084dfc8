"""Who we are to a push service (RFC 8292): a key of this installation, and a signature under each message.

The key is worked out from the instance's secret each time and stored nowhere: it comes back with a backup.
"""

from datetime import datetime, timedelta
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from py_vapid import Vapid02
from py_vapid.utils import b64urlencode

_ORDER_OF_P256: Final = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_BYTES: Final = 48  # 16 more than the order has, so that no key is likelier than another (FIPS 186-5, A.2.1)
_HOLDS_FOR: Final = timedelta(hours=12)  # of 24 that are allowed
# A service may want to write to whoever sends; somebody at home has no address for that.
_NOBODY: Final = "mailto:nobody@unflinch.example"


def vapid_public_key() -> str:
    """What a browser has to know to subscribe: the point of our key, as base64url."""
    point = _key(settings.INSTANCE_SECRET).public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return str(b64urlencode(point))


def vapid_headers(endpoint: str, *, at: datetime) -> dict[str, str]:
    """The header that proves to the push service at this endpoint that the message is ours."""
    parts = urlsplit(endpoint)
    host = settings.ADDRESS.host if settings.ADDRESS and settings.ADDRESS.secure else ""
    # A name of one word, or an address in digits, is none that anybody could write to either.
    contact = f"https://{host}" if "." in host else _NOBODY
    origin = f"{parts.scheme}://{parts.hostname}" + (f":{parts.port}" if parts.port else "")
    claims = {"aud": origin, "exp": int((at + _HOLDS_FOR).timestamp()), "sub": contact}
    headers: dict[str, str] = Vapid02(_key(settings.INSTANCE_SECRET)).sign(claims)
    return headers


@cache
def _key(secret: str) -> ec.EllipticCurvePrivateKey:
    drawn = HKDF(algorithm=hashes.SHA256(), length=_BYTES, salt=None, info=b"unflinch: key for push services")
    number = int.from_bytes(drawn.derive(secret.encode()), "big")
    return ec.derive_private_key(number % (_ORDER_OF_P256 - 1) + 1, ec.SECP256R1())
