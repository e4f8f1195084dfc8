from django import forms

from unflinch.shell.forms import Form
from unflinch.shell.widgets import LineInput

_LETTERS_OF_A_NAME = 60


class PairingForm(Form):
    """The code that lets a device in."""

    code = forms.CharField(
        label="Code",
        max_length=40,
        widget=LineInput({"autocapitalize": "characters", "spellcheck": "false"}),
        error_messages={"required": "Type the ten letters you see on the other device."},
    )


class NameForm(Form):
    """What the person calls a device."""

    name = forms.CharField(
        label="Name",
        max_length=_LETTERS_OF_A_NAME,
        widget=LineInput(),
        error_messages={"required": "A word is enough, like “My phone”."},
    )
