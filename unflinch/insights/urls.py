from django.urls import path

from unflinch.insights.views import changes, sheet, weeks

app_name = "insights"

urlpatterns = [
    path("changes/", changes.changes_page, name="changes"),
    path("changes/numbers/", changes.numbers_page, name="numbers"),
    path("weeks/", weeks.weeks_page, name="weeks"),
    path("weeks/<slug:address>/", weeks.week, name="week"),
    path("weeks/<slug:address>/picture.png", weeks.week_picture, name="picture"),
    path("programmes/<uuid:pk>/look-back/", weeks.programme_review, name="programme"),
    path("programmes/<uuid:pk>/picture.png", weeks.programme_picture, name="programme_picture"),
    path("sheet/", sheet.sheet, name="sheet"),
    path("sheet/page/", sheet.page, name="sheet_page"),
    path("sheet/file.pdf", sheet.pdf, name="sheet_pdf"),
    path("sheet/links/", sheet.links, name="sheet_links"),
    path("sheet/links/<uuid:pk>/revocation/", sheet.revocation, name="sheet_revocation"),
    path("s/<str:token>/", sheet.shared_sheet, name="sheet_opened"),
]
