"""How long a person waits: from the finger on the glass to the picture on it."""
from machine import Bench, screen, type_pin

# From the touch to the frame in which the page is in the other language.
TOUCH_TO_PAINT = """async code => {
    const button = [...document.querySelectorAll(".bar button[lang]")].find(button => button.lang === code);
    const began = performance.now();
    for (const kind of ["pointerdown", "pointerup"])
        button.dispatchEvent(new PointerEvent(kind, { bubbles: true, isPrimary: true }));
    button.click();
    while (document.documentElement.lang !== code) {
        if (performance.now() - began > 5000) throw new Error("the page never changed");
        await new Promise(requestAnimationFrame);
    }
    await new Promise(requestAnimationFrame);
    return performance.now() - began;
}"""


def test_touch_to_paint_stays_under_100_ms_while_a_slow_disk_writes_thirty_books(context, slow_disk_machine):
    bench = Bench.open(context, slow_disk_machine)
    kiosk = slow_disk_machine.open_kiosk(context)
    for id in bench.books()[:30]:
        bench.act(bench.book(id))
    screen(kiosk, "books")
    pin = bench.scan_card()
    screen(kiosk, "pin")
    type_pin(kiosk, pin)
    screen(kiosk, "borrow")
    kiosk.locator('.rows > li[data-is="done"]').first.wait_for()
    times = []
    for code in ["ar", "en"] * 3:
        times.append(kiosk.evaluate(TOUCH_TO_PAINT, code))
        kiosk.wait_for_timeout(650)
    assert kiosk.locator('.rows > li[data-is="work"]').count() > 0, "the disk was done before the fingers were"
    assert max(times) < 100, f"touch to paint, in ms: {sorted(round(time) for time in times)}"
