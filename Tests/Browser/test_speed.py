"""How long a person waits: from the finger on the glass to the picture on it."""
from machine import Bench, screen, type_pin

# From the touch to the frame in which the page is in the other language.
TOUCH_TO_PAINT = """async code => {
    const button = [...document.querySelectorAll(".bar button[lang]")].find(button => button.lang === code);
    const began = performance.now();
    for (const kind of ["pointerdown", "pointerup"])
        button.dispatchEvent(new PointerEvent(kind, { bubbles: true, isPrimary: true }));
    const changed = new Promise(resolve => new MutationObserver((_, watcher) => { watcher.disconnect(); resolve(); })
        .observe(document.documentElement, { attributeFilter: ["lang"] }));
    button.click();
    await changed;
    await new Promise(requestAnimationFrame);           // the frame that shows it begins …
    await new Promise(resolve => setTimeout(resolve));  // … and is painted
    return performance.now() - began;
}"""


def test_no_touch_waits_for_a_slow_disk_that_writes_thirty_books(context, slow_disk_machine):
    bench = Bench.open(context, slow_disk_machine)
    kiosk = slow_disk_machine.open_kiosk(context)
    for code in ["ar", "en"]:  # both alphabets are loaded, as on a kiosk that somebody used before
        kiosk.evaluate(TOUCH_TO_PAINT, code)
    ids = bench.books()[:30]
    bench.page.evaluate("ids => ids.forEach(id => document.querySelector(`[data-book=\"${id}\"]`).click())", ids)
    screen(kiosk, "books")
    pin = bench.scan_card()
    bench.page.close()  # it draws the kiosk a second time, and a real kiosk has no bench beside it
    screen(kiosk, "pin")
    type_pin(kiosk, pin)
    screen(kiosk, "borrow")
    kiosk.locator('.rows > li[data-is="done"]').first.wait_for()
    times = []
    for code in ["ar", "en"] * 3:
        times.append(kiosk.evaluate(TOUCH_TO_PAINT, code))
        kiosk.wait_for_timeout(100)
    assert kiosk.locator('.rows > li[data-is="work"]').count() > 0, "the disk was done before the fingers were"
    print("touch to paint, in ms:", sorted(round(time) for time in times))
    # Thirty books are some 4 s of commits: a touch that waited for them would show here, on however slow a machine.
    # That a view leaves the program within 100 ms is held by VisitTests, without a browser's drawing.
    assert max(times) < 1000
