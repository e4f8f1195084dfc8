"""What a phone is told that puts this on its home screen: under which name, with which icon, and what it may open."""

from typing import Any, Final

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _

from unflinch.accounts.models import Person
from unflinch.accounts.models.person import HomeScreen, Theme

# The paper of a page, as in tokens.css.
_LIGHT: Final = "#faf6ee"
_DARK: Final = "#14161b"
_SIZES: Final = (192, 512)


def manifest_of(person: Person) -> dict[str, Any]:
    """The web app manifest for this person. With a plain name nothing in it says what it is."""
    is_plain = person.home_screen == HomeScreen.PLAIN
    paper = _DARK if person.theme == Theme.DARK else _LIGHT
    name = _("Notes") if is_plain else "Unflinch"
    return {
        "id": "/",
        "scope": "/",
        "start_url": reverse("today:home"),
        "name": name,
        "short_name": name,
        "lang": "en-GB",
        "display": "standalone",
        "theme_color": paper,
        "background_color": paper,
        "icons": _icons("plain" if is_plain else "duck"),
        "shortcuts": [
            {"name": _("New note") if is_plain else _("Log an ask"), "url": reverse("practice:happened")},
            {"name": _("Next note") if is_plain else _("Pocket"), "url": reverse("practice:next_pocket")},
        ],
        # Sent, not asked for: what is shared would stand in the browser's history as part of an address.
        "share_target": {
            "action": reverse("offline:shared"),
            "method": "POST",
            "enctype": "application/x-www-form-urlencoded",
            "params": {"title": "title", "text": "text", "url": "url"},
        },
    }


def _icons(picture: str) -> list[dict[str, str]]:
    """The same picture for every place: sharp at any size, as points, and with room to be cut to any shape."""
    drawn = {"src": static(f"shell/icons/{picture}.svg"), "type": "image/svg+xml", "sizes": "any"}
    points = [
        {"src": static(f"shell/icons/{picture}-{size}.png"), "type": "image/png", "sizes": f"{size}x{size}"}
        for size in _SIZES
    ]
    cut = {"src": static(f"shell/icons/{picture}-maskable.png"), "type": "image/png", "sizes": "512x512"}
    return [drawn, *points, {**cut, "purpose": "maskable"}]
