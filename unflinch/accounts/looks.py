"""How the pages look to a person: in their theme and their size of text, without a line of JavaScript."""

from django.http import HttpRequest

from unflinch.accounts.models import Person


def looks(request: HttpRequest) -> dict[str, str]:
    """The classes of every page for this person, for every template; empty where their device decides."""
    user = getattr(request, "user", None)
    chosen = (user.theme, user.text_size) if isinstance(user, Person) else ()
    return {"looks": " ".join(filter(None, chosen))}
