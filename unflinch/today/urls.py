from django.urls import path

from unflinch.today import after, arc_views, arriving_views, views

app_name = "today"

urlpatterns = [
    path("", views.home, name="home"),
    path("first/", arriving_views.first, name="first"),
    path("welcome/", arriving_views.welcome, name="welcome"),
    path("welcome/people/", arriving_views.people, name="people"),
    path("why/", views.why, name="why"),
    path("waiting/", views.waiting, name="waiting"),
    path("ducks/", views.ducks, name="ducks"),
    path("ideas/arcs/<slug:slug>/", arc_views.arc, name="arc"),
    path("ideas/put-away/", views.put_away, name="put_away"),
    path("draw/", views.draw, name="draw"),
    path("asks/<uuid:pk>/after/", after.after, name="after"),
    path("asks/<uuid:pk>/soft-landing/", after.soft_landing, name="soft_landing"),
]
