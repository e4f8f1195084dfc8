from django.urls import path

from unflinch.practice.views import after, before, diary, echoes, follow_ups, line, programmes, quick_notes, weeks

app_name = "practice"

urlpatterns = [
    path("log/", after.log, name="log"),
    path("planned/", after.planned, name="planned"),
    path("happened/", after.happened, name="happened"),
    path("plans/", before.plans, name="plans"),
    path("asks/<uuid:pk>/", diary.ask, name="ask"),
    path("asks/<uuid:pk>/forecast/", before.forecast, name="forecast"),
    path("asks/<uuid:pk>/pocket/", before.pocket, name="pocket"),
    path("asks/<uuid:pk>/tension/", before.tension, name="tension"),
    path("asks/<uuid:pk>/answer/", after.answer, name="answer"),
    path("asks/<uuid:pk>/not-this-time/", after.not_this_time, name="not_this_time"),
    path("asks/<uuid:pk>/debrief/", after.debrief, name="debrief"),
    path("asks/<uuid:pk>/line/", line.line, name="line"),
    path("asks/<uuid:pk>/settling/", after.settling, name="settling"),
    path("asks/<uuid:pk>/slip/", after.slip, name="slip"),
    path("asks/<uuid:pk>/echo/", echoes.echo, name="echo"),
    path("asks/<uuid:pk>/about/", follow_ups.mended_details, name="about"),
    path("asks/<uuid:pk>/follower/", follow_ups.follower, name="follower"),
    path("asks/<uuid:pk>/more/", follow_ups.more, name="more"),
    path("asks/<uuid:pk>/undo/", follow_ups.undo, name="undo"),
    path("asks/<uuid:pk>/deletion/", follow_ups.ask_deletion, name="deletion"),
    path("diary/", diary.diary, name="diary"),
    path("diary/laugh/", diary.laugh, name="laugh"),
    path("wishes/", quick_notes.wish, name="wish"),
    path("wishes/<uuid:pk>/challenge/", quick_notes.wish_challenge, name="wish_challenge"),
    path("wishes/<uuid:pk>/drop/", quick_notes.wish_drop, name="wish_drop"),
    path("totals/", quick_notes.tally, name="tally"),
    path("energy/", quick_notes.energy, name="energy"),
    path("whereabouts/", quick_notes.whereabouts, name="whereabouts"),
    path("asides/", quick_notes.set_aside, name="aside"),
    path("asides/<uuid:pk>/undo/", quick_notes.take_aside_back, name="take_back"),
    path("reviews/", weeks.weeks, name="weeks"),
    path("programmes/", programmes.programmes, name="programmes"),
    path("programmes/<uuid:pk>/", programmes.programme, name="programme"),
    path("programmes/<uuid:pk>/ending/", programmes.ending, name="ending"),
    path("rules/", programmes.rules, name="rules"),
    path("rules/<uuid:pk>/retirement/", programmes.retirement, name="retirement"),
]
