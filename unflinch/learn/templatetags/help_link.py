"""Links to help within a text."""

from django import template

register = template.Library()


@register.filter
def with_help_at(html: str, address: str) -> str:
    """The text with its links to help leading to `address`: the one page that a browser keeps for no signal."""
    return html.replace('href="/help/"', f'href="{address}"')
