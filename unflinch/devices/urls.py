from django.urls import path

from unflinch.devices import views
from unflinch.devices.security_txt import SECURITY_TXT, security_txt

app_name = "devices"

urlpatterns = [
    path(SECURITY_TXT.removeprefix("/"), security_txt, name="security_txt"),
    path("pair/", views.pairing, name="pairing"),
    path("devices/", views.devices, name="devices"),
    path("devices/pairings/", views.pairings, name="pairings"),
    path("devices/pairings/<uuid:pk>/", views.code, name="code"),
    path("devices/pairings/<uuid:pk>/picture.svg", views.picture, name="picture"),
    path("devices/<uuid:pk>/name/", views.name, name="name"),
    path("devices/<uuid:pk>/signing-out/", views.signing_out, name="signing_out"),
]
