"""How the pages look to a person: in their theme and their size of text, without a line of JavaScript."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from unflinch.accounts.models import Person
from unflinch.accounts.models.person import HomeScreen


def looks(request: HttpRequest) -> dict[str, str]:
    """For every template: the classes of each page for this person, empty where their device decides.

    A plain name stands in every title as well, where somebody chose one.
    """
    user = getattr(request, "user", None)
    if not isinstance(user, Person):
        return {"looks": ""}
    name = {"app_name": _("Notes")} if user.home_screen == HomeScreen.PLAIN else {}
    return {"looks": " ".join(filter(None, (user.theme, user.text_size))), **name}
