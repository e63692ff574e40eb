// The bench: the things around the kiosk, to be moved by hand. It moves nothing by itself: it tells the server what a
// hand did, and shows where things are by the server's word. The kiosk beside it is the real page.
import { all, attribute, element, keep, one, say } from "./keep.js";
import { drawing, icon } from "./icons.js";
import { post } from "./send.js";
import { answers } from "./stream.js";

const tray = one(".tray"), pad = one(".padd .spot"), scanner = one(".scanner .spot");
const aim = one('[data-do="aim"]'), cable = one('[data-do="cable"]'), tear = one('[data-do="tear"]');
const things = new Map(); // book id -> its button, which goes along when the book is moved
let state = { books: [], cards: [], cable: true, paper: [], sees: [] };

const act = (deed, more = {}) => post("/pretend/do", { do: deed, ...more });
const bookOf = id => state.books.find(book => book.id === id);

function show(next) {
    state = next;
    const focused = document.activeElement;
    for (const [id, thing] of things) {
        if (bookOf(id)) continue;
        thing.remove();
        things.delete(id);
    }
    state.books.forEach((book, index) => place(book, index));
    focused?.focus({ preventScroll: true });
    cards();
    paper();
    one(".network").toggleAttribute("data-away", !state.cable);
    say(cable, state.cable ? "Pull cable" : "Plug in");
    say(one(".sees"), [...(state.sees ?? []), state.tags].filter(Boolean).join(" · "));
    fit();
}

/** Puts a book where it is: into the tray in the order of the list, or on top of the pile. */
function place(book, index) {
    const thing = things.get(book.id) ?? bookButton(book.id, index);
    attribute(thing, "data-alarm", book.alarm ? "" : null);
    attribute(thing, "aria-pressed", String(book.onPad));
    const alarm = book.alarm ? "gate alarm on" : "gate alarm off";
    attribute(thing, "aria-label", [book.title, alarm, book.loan ? "on loan" : null].filter(Boolean).join(", "));
    say(one("span", thing), book.title);
    icon(thing, book.alarm ? "alarm" : "quiet");
    if (book.onPad) {
        if (thing.parentElement !== pad) pad.prepend(thing);
        return;
    }
    const after = state.books.slice(index + 1).map(other => things.get(other.id))
        .find(other => other?.parentElement === tray) ?? null;
    if (thing.parentElement !== tray) tray.insertBefore(thing, after);
}

function bookButton(id, index) {
    const thing = element("button", { type: "button", class: "book", draggable: "true", "data-book": id },
        drawing("alarm"), element("span", { dir: "auto" }));
    attribute(thing, "data-cloth", index % 4);
    things.set(id, thing);
    return thing;
}

function cards() {
    keep(one(".cards"), state.cards ?? [], {
        key: card => card.id,
        make: card => element("button", { type: "button", class: "card", draggable: "true", "data-card": card.id },
            element("b"), element("span", { dir: "auto" }), element("span")),
        update(thing, card) {
            attribute(thing, "aria-current", card.id === state.card ? "true" : null);
            const [label, name, note] = thing.children;
            say(label, card.label);
            say(name, card.name);
            say(note, card.note);
        },
    });
    const held = state.cards?.find(card => card.id === state.card) ?? bookOf(state.card);
    keep(scanner, held ? [held] : [], {
        key: thing => thing.id,
        make: () => element("p", { class: "scanned" }, element("b"), element("span")),
        update(thing, what) {
            say(one("b", thing), what.label ?? "A book");
            say(one("span", thing), what.name ?? what.title);
        },
    });
}

/** Paper comes out with the newest slip nearest to the printer. */
function paper() {
    keep(one(".papers"), [...(state.paper ?? [])].reverse(), {
        key: slip => slip.number,
        make: () => element("div", { class: "slip-out" }),
        update: (slip, { text }) => say(slip, text),
    });
    tear.disabled = (state.paper ?? []).length === 0;
    attribute(one(".papers"), "tabindex", tear.disabled ? null : 0);
}

function tap(thing) {
    if (thing.dataset.card) return act("scan", { id: thing.dataset.card });
    const book = bookOf(thing.dataset.book);
    if (aim.getAttribute("aria-pressed") === "true") {
        attribute(aim, "aria-pressed", "false");
        return act("scan", { id: book.id });
    }
    return act(book.onPad ? "lift" : "put", { id: book.id });
}

addEventListener("click", ({ target }) => {
    const thing = target.closest(".book, .card"), deed = target.closest("[data-do]")?.dataset.do;
    if (thing) tap(thing);
    else if (deed === "aim") attribute(aim, "aria-pressed", String(aim.getAttribute("aria-pressed") !== "true"));
    else if (deed === "cable") act("cable", { in: !state.cable });
    else if (deed) act(deed);
});
addEventListener("dragstart", event => {
    const thing = event.target.closest?.(".book, .card");
    if (thing) event.dataTransfer.setData("text/plain", thing.dataset.book ?? thing.dataset.card);
});
addEventListener("dragover", event => event.preventDefault());
addEventListener("drop", event => {
    event.preventDefault();
    const id = event.dataTransfer.getData("text/plain"), book = bookOf(id);
    const there = event.target.closest("[data-drop]")?.dataset.drop;
    const isMoving = { put: book?.onPad === false, lift: book?.onPad === true, scan: id !== "" }[there];
    if (isMoving) act(there, { id });
});

/** The kiosk is drawn in its true pixels and shrunk to fit; the table's own millimetre follows the window. */
function fit() {
    const frame = one("iframe"), box = one(".case");
    document.documentElement.style.setProperty("--mm", `${Math.min(innerHeight / 1080, innerWidth / 1920) * 2.6}px`);
    const layout = frame.contentDocument?.documentElement?.dataset?.layout ?? "portrait";
    attribute(box, "data-layout", layout);
    const full = layout === "landscape" ? 1140 : 1980;
    frame.style.setProperty("--shrink", box.clientHeight / full);
}

addEventListener("resize", fit);
one("iframe").addEventListener("load", fit);
fit();
const secret = one('meta[name="lectern-secret"]').content;
const source = new EventSource(`/pretend/events?secret=${encodeURIComponent(secret)}`);
source.addEventListener("message", event => show(JSON.parse(event.data)));
source.addEventListener("error", () => {
    say(one(".sees"), "nothing: the machine does not answer");
    // A machine that was started anew has another secret: this page must be fetched again.
    if (source.readyState === EventSource.CLOSED) setInterval(again, 2000);
});
async function again() {
    if (await answers()) location.reload();
}
