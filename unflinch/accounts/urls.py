from django.urls import path

from unflinch.accounts import views

app_name = "accounts"

urlpatterns = [
    path("you/", views.you, name="you"),
    path("drafts/<path:form>/", views.draft, name="draft"),
]
