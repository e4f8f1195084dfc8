from django.urls import path

from unflinch.lock import views

app_name = "lock"

urlpatterns = [
    path("unlock/", views.unlock, name="unlock"),
    path("lock/", views.lock, name="lock"),
    path("lock/removal/", views.removal, name="removal"),
    path("lock/closing/", views.closing, name="closing"),
    path("lock/held/", views.held, name="held"),
    path("lock/held/<uuid:pk>/deletion/", views.held_deletion, name="held_deletion"),
]
