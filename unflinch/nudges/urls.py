from django.urls import path

from unflinch.nudges import views

app_name = "nudges"

urlpatterns = [
    path("nudges/", views.nudges, name="nudges"),
    path("nudges/pause/", views.nudge_pause, name="pause"),
    path("nudges/pause/end/", views.nudge_pause_end, name="pause_end"),
    path("nudges/carrying-on/", views.carrying_on, name="carrying_on"),
    path("nudges/calendar/", views.calendar_address, name="calendar_address"),
    path("nudges/calendar/end/", views.calendar_address_end, name="calendar_address_end"),
    path("nudges/<str:key>.ics", views.feed, name="feed"),
    path("nudges/push/worker.js", views.push_worker, name="push_worker"),
    path("nudges/subscriptions/", views.subscriptions, name="subscriptions"),
    path("nudges/subscriptions/<uuid:pk>/end/", views.subscription_end, name="subscription_end"),
    path("nudges/<uuid:pk>/", views.nudge, name="nudge"),
    path("nudges/<uuid:pk>/snooze/", views.snooze, name="snooze"),
]
