"""The app lock on the pages, without a browser: set it, open it, look from somewhere else."""

from django.test import Client

PASSPHRASE = "a duck on  the Pond ü"


def put_on(browser, *, delay=300):
    answer = browser.post("/lock/", {"passphrase": PASSPHRASE, "delay": delay})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/lock/")


def unlock(browser, passphrase=PASSPHRASE, **sent):
    return browser.post("/unlock/", {"passphrase": passphrase, **sent})


def said_by(answer):
    return answer.content.decode()


def another_browser():
    return Client(SERVER_NAME="127.0.0.1")
