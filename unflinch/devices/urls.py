from django.urls import path

from unflinch.devices import views

app_name = "devices"

urlpatterns = [
    path("pair/", views.pairing, name="pairing"),
    path("devices/", views.devices, name="devices"),
    path("devices/pairings/", views.pairings, name="pairings"),
    path("devices/pairings/<uuid:pk>/", views.code, name="code"),
    path("devices/pairings/<uuid:pk>/picture.svg", views.picture, name="picture"),
    path("devices/<uuid:pk>/name/", views.name, name="name"),
    path("devices/<uuid:pk>/signing-out/", views.signing_out, name="signing_out"),
]
