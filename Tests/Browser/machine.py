"""A running machine, its bench and its kiosk page, in the words of someone who stands before them."""
import functools
import json
import pathlib
import re
import urllib.error
import urllib.request

WEB = pathlib.Path(__file__).resolve().parents[2] / "Kiosk" / "Web"

# Presses what leads out of the present screen: a question's last button, the last picture, Finish, or the first button.
LEAVE = """() => {
    const last = selector => [...document.querySelectorAll(selector)].filter(button => button.checkVisibility()).pop();
    const first = document.querySelector("main > section:not([hidden]) .actions button");
    (last(".over button") ?? last(".choice") ?? last(".actions .main") ?? first)?.click();
}"""


@functools.cache
def words(language="en"):
    """The words of a language, as they are in its file."""
    return json.loads((WEB / "words" / f"{language}.json").read_text(encoding="utf-8"))


class Machine:
    def __init__(self, url, bench, process=None):
        self.url, self.bench, self.process = url, bench, process

    def get(self, path):
        with urllib.request.urlopen(self.url + path, timeout=10) as answer:
            return answer.read().decode()

    def screens(self):
        return json.loads(self.get("/pretend/screens"))

    @property
    def secret(self):
        return re.search(r'name="lectern-secret" content="([^"]+)"', self.get("/"))[1]

    def post(self, path, body, **headers):
        """The status of a POST, whatever it is."""
        request = urllib.request.Request(
            self.url + path, json.dumps(body).encode(), {"Content-Type": "application/json", **headers}, method="POST"
        )
        return status(request)

    def open_kiosk(self, context):
        page = context.new_page()
        page.goto(self.url + "/")
        page.wait_for_selector("main:not([hidden])")
        return page

    def open_sample(self, page, name, language="en", layout="portrait"):
        """Shows the sample of a screen; "borrow+warning" is one with that question over it."""
        name, _, overlay = name.partition("+")
        over = f"&overlay={overlay}" if overlay else ""
        page.goto(f"{self.url}/pretend/screens/{name}?lang={language}&layout={layout}{over}")
        page.wait_for_selector("main:not([hidden])")
        page.evaluate("document.fonts.ready")


def status(request):
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        return refused.code


class Bench:
    """The pretend machine's table: books, cards, scanner, paper."""

    def __init__(self, page):
        self.page = page

    @staticmethod
    def open(context, machine):
        page = context.new_page()
        page.set_viewport_size({"width": 1920, "height": 1080})
        page.goto(machine.bench)
        page.wait_for_selector(".book")
        page.wait_for_selector(".card")
        return Bench(page)

    def act(self, thing):
        """Touches a thing and waits until the machine has taken notice: deeds must not overtake each other."""
        with self.page.expect_response("**/pretend/do"):
            thing.click()

    def start_again(self):
        """Puts everything away, and ends a visit that is under way, as a person would: by its own buttons."""
        self.act(self.page.locator('[data-do="clear"]'))
        self.page.locator(".padd .book, .slip-out").first.wait_for(state="detached")
        kiosk = self.page.frames[1]
        kiosk.wait_for_selector("main:not([hidden])")
        for _ in range(60):
            if kiosk.evaluate("document.documentElement.dataset.screen") == "attract":
                return
            kiosk.evaluate(LEAVE)
            self.page.wait_for_timeout(500)
        raise AssertionError("the kiosk does not come to an end")

    def books(self, alarmed=True):
        """The ids of the books in the tray whose gate alarm is on, or off."""
        selector = ".tray .book[data-alarm]" if alarmed else ".tray .book:not([data-alarm])"
        return [book.get_attribute("data-book") for book in self.page.query_selector_all(selector)]

    def book(self, id):
        return self.page.locator(f'.book[data-book="{id}"]')

    def title(self, id):
        return self.book(id).locator("span").inner_text()

    def put(self, id):
        self.act(self.book(id))
        self.page.wait_for_selector(f'.padd .book[data-book="{id}"]')

    def lift(self, id):
        self.act(self.book(id))
        self.page.wait_for_selector(f'.tray .book[data-book="{id}"]')

    def scan_card(self):
        """Scans the first card, an ordinary reader's; gives its PIN, which its note tells."""
        card = self.page.locator(".card").first
        self.act(card)
        return re.search(r"PIN (\d+)", card.inner_text())[1]

    def wait_for_alarm(self, id, is_on):
        selector = f'.book[data-book="{id}"]' + ("[data-alarm]" if is_on else ":not([data-alarm])")
        self.page.wait_for_selector(selector)

    def wait_for_paper(self):
        return self.page.wait_for_selector(".slip-out").inner_text()


def screen(kiosk, name):
    """Waits until the kiosk shows this screen."""
    kiosk.wait_for_selector(f'[data-screen="{name}"]', state="attached")


def press(kiosk, key):
    """Presses the button with the words of this key on it."""
    kiosk.get_by_role("button", name=words()[key], exact=True).locator("visible=true").first.click()


def type_pin(kiosk, pin):
    for digit in pin:
        kiosk.click(f'.keys [data-digit="{digit}"]')
    kiosk.click(".keys [data-next]")


def done_rows(kiosk):
    return kiosk.locator('.rows > li[data-is="done"]')


def borrow(kiosk, bench, ids):
    """A whole visit as far as the list: the card, the PIN, the books, one after the other."""
    pin = bench.scan_card()
    screen(kiosk, "pin")
    type_pin(kiosk, pin)
    screen(kiosk, "borrow")
    for id in ids:
        bench.put(id)
    for id in ids:
        kiosk.locator('.rows > li[data-is="done"]', has_text=bench.title(id)).wait_for()
