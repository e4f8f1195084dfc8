def test_it_leads_to_a_page_of_ours(browser_of_mira):
    answer = browser_of_mira.get("/away/")
    assert (answer.status_code, answer["Location"]) == (302, "/list/")
    assert "no-store" in answer["Cache-Control"]


def test_that_page_says_nothing_about_us(browser_of_mira):
    text = browser_of_mira.get("/list/").content.decode().lower()
    assert "shopping list" in text
    for word in ("unflinch", "help", "reject", "asks", "duck", "http", "static"):
        assert word not in text
