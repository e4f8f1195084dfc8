from typing import Any, Final

from django import forms
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from unflinch.lock.models import Delay
from unflinch.shell.forms import Form

_SHORTEST: Final = 8
_LONGEST: Final = 1_000
_ON_THE_SCREEN: Final = "unflinch"
_MORE_THAN_THE_NAME: Final = 5  # letters
_DELAY: Final = gettext_lazy("Ask for it again")


class PassphraseInput(forms.PasswordInput):
    """A field for a passphrase, which a password manager may fill in and whose letters can be shown."""

    def __init__(self, remembered_as: str) -> None:
        kept = {"autocomplete": remembered_as, "autocapitalize": "none", "spellcheck": "false"}
        super().__init__({"class": "field", **kept})


class PassphraseField(forms.CharField):
    """Any letters and signs, blanks included, as they were typed."""

    def __init__(self, *, remembered_as: str = "current-password", **options: Any) -> None:
        widget = PassphraseInput(remembered_as)
        super().__init__(**{"strip": False, "max_length": _LONGEST, "widget": widget, **options})


class NewPassphraseField(PassphraseField):
    """One that is set: long enough, and none that everybody tries first."""

    def __init__(self, **options: Any) -> None:
        super().__init__(remembered_as="new-password", **options)

    def clean(self, value: Any) -> str:
        typed: str = super().clean(value)
        if not typed:
            return typed
        if len(typed) < _SHORTEST:
            raise ValidationError(_("Eight letters or more, please. A short sentence is easy to remember."))
        if _is_guessed_first(typed):
            raise ValidationError(_("That one is on every list of guesses. A short sentence is safer."))
        return typed


def _is_guessed_first(typed: str) -> bool:
    """Whether it's one of the 20,000 that leaked most often, or hardly more than the name on the screen."""
    try:
        CommonPasswordValidator().validate(typed)
    except ValidationError:
        return True
    return len(typed.casefold().replace(_ON_THE_SCREEN, "")) < _MORE_THAN_THE_NAME


class UnlockForm(Form):
    """The passphrase that opens the pages."""

    passphrase = PassphraseField(
        label=gettext_lazy("Your passphrase"), error_messages={"required": gettext_lazy("Type your passphrase.")}
    )

    def show_what_is_typed(self) -> None:
        """Letters in place of dots."""
        for field in self.fields.values():
            if isinstance(field.widget, PassphraseInput):
                field.widget.input_type = "text"


class LockForm(UnlockForm):
    """What a lock begins with."""

    passphrase = NewPassphraseField(
        label=gettext_lazy("A passphrase"),
        help_text=gettext_lazy("Eight letters or more. A short sentence is easy to remember."),
        error_messages={"required": gettext_lazy("Type a passphrase of eight letters or more.")},
    )
    delay = forms.TypedChoiceField(label=_DELAY, coerce=int, choices=Delay, initial=Delay.FIVE_MINUTES)


class ChangeForm(UnlockForm):
    """Another delay, and another passphrase where one is typed; the one of today has to stand beside it."""

    delay = forms.TypedChoiceField(label=_DELAY, coerce=int, choices=Delay)
    another = NewPassphraseField(
        label=gettext_lazy("A new passphrase"),
        help_text=gettext_lazy("Leave this empty to keep the one you have."),
        required=False,
    )
    passphrase = PassphraseField(
        label=gettext_lazy("The passphrase you have now"),
        error_messages={"required": gettext_lazy("Type the passphrase you have now.")},
    )
    field_order = ("delay", "another", "passphrase")
