// A session: one sentence, the pad, what is on it, what can be done. Always in this order.
import { all, attribute, element, keep, one, say } from "./keep.js";
import { buttons, notices, noticesOf, pictureChoices, sentence } from "./buttons.js";
import { draw, drawing, icon } from "./icons.js";
import { pin } from "./pin.js";

const signs = { seen: "seen", work: "work", done: "done", warn: "warn", stop: "staff" };
const sign = row => row.icon ?? signs[row.is] ?? "info";

export function session(section, view) {
    const rows = view.rows ?? [], choices = view.choices ?? [];
    sentence(one("h1", section), view);
    pad(one(".pad", section), view.counts ?? [], rows.filter(row => row.onPad));
    const wrong = view.pin?.wrong ? [{ is: "warn", text: view.pin.wrong }] : [];
    notices(one(".notices", section), [...wrong, ...noticesOf(view)]);
    list(one(".list", section), view.point || view.pin ? [] : rows, view);
    point(one(".point", section), view.point);
    pin(one(".pin", section), view.pin);
    pictureChoices(one(".choices", section), choices.filter(choice => choice.picture));
    buttons(one(":scope > .actions", section), choices.filter(choice => !choice.picture));
    say(one(".later", section), view.later);
    pages();
}

/** The pad and its numbers. The pile is drawn from the same rows as the list, newest on top. */
function pad(box, counts, books) {
    box.hidden = counts.length === 0;
    const pile = one(".pile", box);
    pile.style.setProperty("--books", Math.max(books.length, 1));
    keep(pile, books, {
        key: book => book.id,
        make: () => element("li", {}, drawing("seen")),
        update(book, row) {
            attribute(book, "data-is", row.is);
            draw(book.firstElementChild, sign(row));
            attribute(book.firstElementChild, "data-hidden", row.is === "seen" ? "" : null);
        },
    });
    keep(one(".counts", box), counts, {
        key: count => count.is,
        make: () => element("li", {}, drawing("seen"), element("b"), element("span")),
        update(line, count) {
            attribute(line, "data-is", count.is);
            draw(line.firstElementChild, signs[count.is] ?? "info");
            say(one("b", line), String(count.number));
            say(one("span", line), count.label);
        },
    });
}

function list(box, rows, view) {
    const lines = one(".rows", box);
    const newest = rows[0]?.id, was = lines.firstElementChild?.dataset.key;
    box.hidden = rows.length === 0;
    attribute(lines, "aria-label", view.labels?.list);
    keep(lines, rows, { key: row => row.id, make: line, update: updateLine });
    if (newest !== was) lines.scrollTop = 0; // what is new or in trouble is on top
    for (const [button, name] of [["-1", "up"], ["1", "down"]]) {
        const step = one(`[data-step="${button}"]`, box);
        icon(step, name);
        attribute(step, "aria-label", view.labels?.[name]);
    }
}

function line() {
    return element("li", {}, drawing("seen"), element("h2", {}, element("bdi")),
        element("p", {}, element("b"), " ", element("span")), element("strong", { class: "to" }));
}

function updateLine(item, row) {
    attribute(item, "data-is", row.is);
    draw(item.firstElementChild, sign(row));
    say(one("bdi", item), row.title);
    say(one("p > b", item), row.word);
    say(one("p > span", item), row.note);
    say(one(".to", item), row.to);
}

/** Points at the furniture: that does not mirror, so the arrow does not either. */
function point(box, given) {
    box.hidden = !given;
    if (!given) return;
    keep(box, [given], {
        key: where => where.picture,
        make: where => element("div", {}, drawing(`p-${where.picture}`, "picture"), drawing("arrow"), element("p")),
        update(part, where) {
            attribute(one(".icon", part), "data-to", where.to);
            say(one("p", part), where.text);
        },
    });
}

/** No swiping is needed anywhere: a list that overflows shows two buttons. */
export function pages() {
    for (const pager of all(".pager")) {
        const lines = pager.previousElementSibling;
        pager.hidden = true;
        const isLong = lines.scrollHeight > lines.clientHeight + 4;
        pager.hidden = !isLong;
        attribute(lines, "tabindex", isLong ? 0 : null);
        ends(pager, lines);
    }
}

function ends(pager, lines) {
    const [up, down] = pager.children;
    attribute(up, "aria-disabled", lines.scrollTop <= 1 ? "true" : null);
    const rest = lines.scrollHeight - lines.clientHeight - lines.scrollTop;
    attribute(down, "aria-disabled", rest <= 1 ? "true" : null);
    attribute(lines, "data-more", rest > 1 && !pager.hidden ? "" : null);
}

for (const pager of all(".pager")) {
    const lines = pager.previousElementSibling;
    const turn = step => lines.scrollBy({ top: step * lines.clientHeight * 0.8 });
    pager.addEventListener("click", event => {
        const step = event.target.closest("button")?.dataset.step;
        if (step) turn(Number(step));
    });
    lines.addEventListener("scroll", () => ends(pager, lines));
    lines.addEventListener("keydown", event => {
        const step = { ArrowUp: -1, PageUp: -1, ArrowDown: 1, PageDown: 1 }[event.key];
        if (!step) return;
        event.preventDefault();
        turn(step);
    });
}
