"""How the page behaves under a hand: keys, focus, comfort, and a server that goes away."""
from machine import borrow, done_rows, press, screen, words

PRESSED = "document.querySelector('[data-tool={}]').getAttribute('aria-pressed')"


def test_a_choice_works_by_keyboard_and_the_new_heading_has_the_focus(kiosk, bench):
    bench.put(bench.books()[0])
    screen(kiosk, "books")
    kiosk.get_by_role("button", name=words()["books.return"]).focus()
    kiosk.keyboard.press("Enter")
    screen(kiosk, "return")
    assert kiosk.evaluate("document.activeElement.tagName") == "H1"


def test_a_book_that_lands_takes_neither_the_focus_nor_the_button_away(kiosk, bench):
    first, second = bench.books()[:2]
    borrow(kiosk, bench, [first])
    finish = kiosk.get_by_role("button", name=words()["finish"])
    finish.focus()
    finish.evaluate("button => { button.isTheSame = true }")
    bench.put(second)
    done_rows(kiosk).nth(1).wait_for()
    assert kiosk.evaluate("document.activeElement.isTheSame") is True


def test_a_pin_is_typed_on_real_keys_and_shown_as_dots_only(kiosk, bench):
    pin = bench.scan_card()
    screen(kiosk, "pin")
    kiosk.keyboard.type(pin[:3])
    assert kiosk.locator(".dots [data-on]").count() == 3
    kiosk.keyboard.press("Backspace")
    assert kiosk.locator(".dots [data-on]").count() == 2
    kiosk.keyboard.type(pin[2:])
    session = kiosk.locator(".session").inner_text()
    assert pin not in session.replace("\n", "").replace("123456789", "")
    kiosk.keyboard.press("Enter")
    screen(kiosk, "borrow")


def test_a_key_that_was_touched_does_not_swallow_enter(kiosk, bench):
    pin = bench.scan_card()
    screen(kiosk, "pin")
    for digit in pin:
        kiosk.click(f'.keys [data-digit="{digit}"]')
    kiosk.keyboard.press("Enter")
    screen(kiosk, "borrow")


def test_a_second_strike_on_the_same_spot_is_not_a_choice(kiosk, bench):
    bench.put(bench.books()[0])
    screen(kiosk, "books")
    posts = []
    kiosk.on("request", lambda request: posts.append(request.url) if request.url.endswith("/choose") else None)
    kiosk.get_by_role("button", name=words()["books.return"]).dblclick()
    screen(kiosk, "return")
    kiosk.wait_for_timeout(300)
    assert len(posts) == 1


def test_a_long_list_has_two_buttons_and_needs_no_swiping(context, kiosk, bench):
    kiosk.set_viewport_size({"width": 1080, "height": 1250})
    borrow(kiosk, bench, bench.books()[:4])
    pager = kiosk.locator(".pager")
    pager.wait_for()
    top = "document.querySelector('.rows').scrollTop"
    assert kiosk.evaluate(top) == 0
    kiosk.get_by_role("button", name=words()["labels.down"], exact=True).click()
    kiosk.wait_for_timeout(200)
    assert kiosk.evaluate(top) > 0
    kiosk.get_by_role("button", name=words()["labels.up"], exact=True).click()
    kiosk.wait_for_timeout(200)
    assert kiosk.evaluate(top) == 0


def test_contrast_and_sound_are_this_persons_own_and_forgotten_afterwards(kiosk, bench):
    bench.put(bench.books()[0])
    screen(kiosk, "books")
    kiosk.click('[data-tool="contrast"]')
    kiosk.click('[data-tool="sound"]')
    assert kiosk.locator("html").get_attribute("data-theme") == "night"
    assert kiosk.evaluate(PRESSED.format("sound")) == "false"
    kiosk.reload()
    screen(kiosk, "books")
    assert kiosk.locator("html").get_attribute("data-theme") == "night"
    bench.start_again()
    screen(kiosk, "attract")
    assert kiosk.locator("html").get_attribute("data-theme") == "light"
    assert kiosk.evaluate(PRESSED.format("sound")) == "true"


def test_the_language_changes_in_mid_visit_and_the_books_stay(kiosk, bench):
    borrow(kiosk, bench, bench.books()[:1])
    kiosk.click('[data-tool="language"]')
    kiosk.wait_for_selector('html[lang="ar"][dir="rtl"]')
    assert done_rows(kiosk).count() == 1
    assert words("ar")["row.done"] in done_rows(kiosk).first.inner_text()
    kiosk.click('[data-tool="language"]')
    kiosk.wait_for_selector('html[lang="en"][dir="ltr"]')
    press(kiosk, "finish")
    screen(kiosk, "receipt")


def test_a_server_that_goes_away_leaves_a_calm_word_and_nothing_to_press(context, short_lived_machine):
    kiosk = short_lived_machine.open_kiosk(context)
    assert kiosk.locator(".veil").is_hidden()
    short_lived_machine.process.kill()
    kiosk.locator(".veil").wait_for(timeout=8000)
    assert kiosk.locator(".veil").inner_text() == words()["moment"]
    assert kiosk.evaluate("document.querySelector('main').inert && document.querySelector('.bar').inert")
    kiosk.wait_for_timeout(4000)  # it must not load a page that is not there: that would be the end of it
    assert kiosk.locator(".veil").is_visible()
