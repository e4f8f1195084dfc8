"""What cards need: said with one tap on Today, and mended on a page of its own."""

from uuid import uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from unflinch.accounts.requests import Request
from unflinch.challenges.forms import CircumstanceForm
from unflinch.challenges.models import Circumstance
from unflinch.challenges.needs import NEED_QUESTIONS


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def circumstances(request: Request) -> HttpResponse:
    if request.method == "POST":
        form = CircumstanceForm(request.POST)
        if form.is_valid():
            data = form.cleaned_data
            Circumstance.objects.say(
                data["need"], there=data["there"], id=data["id"], person=request.user, at=request.now
            )
        return redirect("challenges:circumstances" if "listed" in request.POST else "today:home")
    said = Circumstance.objects.said_by(request.user)
    words = {True: "yes", False: "no"}
    needs = [
        {"need": need, "question": question, "said": words[said[need][0]] if need in said else "", "id": uuid4()}
        for need, question in NEED_QUESTIONS.items()
    ]
    return render(request, "challenges/circumstances.html", {"tab": "you", "needs": needs})
