from django.urls import path

from unflinch.lock import views

app_name = "lock"

urlpatterns = [
    path("unlock/", views.unlock, name="unlock"),
    path("lock/", views.lock, name="lock"),
    path("lock/removal/", views.removal, name="removal"),
    path("lock/closing/", views.closing, name="closing"),
    path("lock/waiting/", views.waiting, name="waiting"),
    path("lock/waiting/<uuid:pk>/deletion/", views.waiting_deletion, name="waiting_deletion"),
]
