"""Visits: what a person does at the kiosk, from the first book to the slip."""
from machine import Bench, borrow, done_rows, press, screen, words


def test_two_books_are_borrowed_with_a_pin_and_the_slip_names_them(kiosk, bench):
    ids = bench.books()[:2]
    titles = [bench.title(id) for id in ids]
    borrow(kiosk, bench, ids)
    for id in ids:
        bench.wait_for_alarm(id, is_on=False)
    assert done_rows(kiosk).count() == 2
    press(kiosk, "finish")
    screen(kiosk, "receipt")
    press(kiosk, "receipt.paper")
    paper = bench.wait_for_paper()
    for title in titles:
        assert title[:16] in paper
    screen(kiosk, "goodbye")
    assert kiosk.locator(".date").is_visible()


def test_books_first_and_the_card_afterwards_is_as_good(kiosk, bench):
    id = bench.books()[0]
    bench.put(id)
    screen(kiosk, "books")
    pin = bench.scan_card()
    screen(kiosk, "pin")
    kiosk.keyboard.type(pin)
    kiosk.keyboard.press("Enter")
    screen(kiosk, "borrow")
    done_rows(kiosk).first.wait_for()
    bench.wait_for_alarm(id, is_on=False)


def test_a_book_is_returned_and_its_gate_alarm_is_on_again(kiosk, bench):
    id = bench.books()[0]
    borrow(kiosk, bench, [id])
    press(kiosk, "finish")
    screen(kiosk, "receipt")
    press(kiosk, "receipt.none")
    bench.lift(id)
    bench.start_again()
    screen(kiosk, "attract")

    bench.put(id)
    screen(kiosk, "books")
    press(kiosk, "books.return")
    screen(kiosk, "return")
    done_rows(kiosk).first.wait_for()
    bench.wait_for_alarm(id, is_on=True)
    assert words()["row.returned"] in done_rows(kiosk).first.inner_text()


def test_a_wrong_pin_is_told_and_a_right_one_is_asked_for_again(kiosk, bench):
    pin = bench.scan_card()
    screen(kiosk, "pin")
    kiosk.keyboard.type("9" * len(pin))
    kiosk.keyboard.press("Enter")
    kiosk.locator('.notice[data-is="warn"]').wait_for()
    assert kiosk.locator(".dots [data-on]").count() == 0
    kiosk.keyboard.type(pin)
    kiosk.keyboard.press("Enter")
    screen(kiosk, "borrow")


def test_a_page_that_is_killed_in_mid_visit_comes_back_with_the_same_rows(context, kiosk, bench, machine):
    borrow(kiosk, bench, bench.books()[:2])
    shown = kiosk.locator("h1:visible").inner_text(), kiosk.locator(".rows > li").all_inner_texts()
    kiosk.close()
    again = machine.open_kiosk(context)
    screen(again, "borrow")
    assert (again.locator("h1:visible").inner_text(), again.locator(".rows > li").all_inner_texts()) == shown


def test_nobody_answers_and_the_visit_ends_after_a_warning(context, hurried_machine):
    bench = Bench.open(context, hurried_machine)
    bench.start_again()
    kiosk = hurried_machine.open_kiosk(context)
    id = bench.books()[0]
    borrow(kiosk, bench, [id])
    warning = kiosk.get_by_role("alertdialog")
    warning.wait_for()
    assert words()["warning.title"] in warning.inner_text()
    assert kiosk.evaluate("document.querySelector('main').inert && document.activeElement.closest('.over') !== null")
    bench.lift(id)
    screen(kiosk, "attract")
    assert kiosk.locator(".rows > li").locator("visible=true").count() == 0


def test_whoever_answers_the_warning_keeps_the_visit(context, hurried_machine):
    bench = Bench.open(context, hurried_machine)
    bench.start_again()
    kiosk = hurried_machine.open_kiosk(context)
    borrow(kiosk, bench, bench.books()[:1])
    kiosk.get_by_role("alertdialog").wait_for()
    press(kiosk, "warning.stay")
    kiosk.get_by_role("alertdialog").wait_for(state="detached")
    screen(kiosk, "borrow")
    assert done_rows(kiosk).count() == 1
    assert kiosk.evaluate("document.querySelector('main').inert") is False
