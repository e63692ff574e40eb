"""The pages' own doors: who may press, and from where."""
import urllib.request

from machine import press, screen, status


def secret_of(machine):
    return {"X-Lectern-Secret": machine.secret}


def test_a_choice_that_is_no_longer_offered_is_refused(kiosk, bench, machine):
    bench.put(bench.books()[0])
    screen(kiosk, "books")
    token = kiosk.locator(".session .actions button").first.get_attribute("data-token")
    press(kiosk, "books.return")
    screen(kiosk, "return")
    assert machine.post("/choose", {"token": token}, **secret_of(machine)) == 409


def test_a_choice_that_was_never_offered_is_refused(machine):
    assert machine.post("/choose", {"token": "0" * 32}, **secret_of(machine)) == 409


def test_a_press_without_the_secret_of_the_page_is_refused(machine):
    for path, body in (("/choose", {"token": "x"}), ("/pin", {"token": "x", "pin": "1"}), ("/touch", {})):
        assert machine.post(path, body) == 403
        assert machine.post(path, body, **{"X-Lectern-Secret": "guessed"}) == 403
    assert machine.post("/pretend/do", {"do": "clear"}) == 403


def test_a_press_from_another_site_is_refused(machine):
    headers = secret_of(machine) | {"Origin": "http://elsewhere.example"}
    assert machine.post("/touch", {}, **headers) == 403


def test_a_page_asked_for_under_another_name_is_refused(machine):
    request = urllib.request.Request(machine.url + "/", headers={"Host": "elsewhere.example"})
    assert status(request) in (403, 421)


def test_the_stream_of_screens_is_not_for_everyone(machine):
    for path in ("/events", "/events?secret=guessed", "/pretend/events"):
        assert status(urllib.request.Request(machine.url + path)) == 403


def test_words_that_are_not_json_do_no_harm(machine):
    request = urllib.request.Request(machine.url + "/choose", b"{", secret_of(machine), method="POST")
    assert 400 <= status(request) < 500
    assert machine.post("/touch", {}, **secret_of(machine)) in (200, 202, 204)
