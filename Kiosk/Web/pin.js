// Typing a PIN: the only thing that a person types. The digits are here until they are sent, and shown only as dots.
import { attribute, element, one, say } from "./keep.js";
import { drawing } from "./icons.js";
import { sendPIN } from "./send.js";

const longest = 16;        // digits, when the library does not fix the number
const patience = 10_000;   // ms to wait for the next view before the keys work again
let digits = "", token = null, length = null, labels = {}, isSent = false, unlocking = null;

export function pin(box, view) {
    box.hidden = !view;
    if (!view) return forget(null);
    if (view.token !== token) forget(view.token);
    length = view.digits > 0 ? view.digits : null;
    labels = view;
    if (view.asking) isSent = true;
    say(one(".forgot", box), view.forgot);
    keys(one(".keys", box), view);
    show();
}

function forget(next) {
    digits = "";
    token = next;
    isSent = false;
    clearTimeout(unlocking);
}

function keys(pad, view) {
    if (pad.children.length === 0) {
        for (const digit of "123456789") pad.append(element("button", { type: "button", "data-digit": digit }, digit));
        pad.append(element("button", { type: "button", "data-rub": "" }, drawing("rub")),
            element("button", { type: "button", "data-digit": "0" }, "0"),
            element("button", { type: "button", class: "main", "data-next": "" }));
    }
    attribute(one("[data-rub]", pad), "aria-label", view.rub);
    say(one("[data-next]", pad), view.next);
    attribute(one("[data-next]", pad), "lang", document.documentElement.lang);
}

function show() {
    const dots = one(".dots"), wanted = Math.max(length ?? 4, digits.length);
    while (dots.children.length < wanted) dots.append(element("i"));
    while (dots.children.length > wanted) dots.lastElementChild.remove();
    [...dots.children].forEach((dot, index) => attribute(dot, "data-on", index < digits.length ? "" : null));
    attribute(dots, "aria-label", typed(digits.length));
    attribute(one("[data-next]"), "aria-disabled", isSent || !isWhole() ? "true" : null);
}

/** What is spoken of the dots: one text with {n} in it, or a list of finished texts by the number of digits. */
function typed(number) {
    const words = labels.typed ?? "{n}";
    return (Array.isArray(words) ? words[Math.min(number, words.length - 1)] : words).replace("{n}", number);
}

const isWhole = () => (length === null ? digits.length > 0 : digits.length === length);

function type(digit) {
    if (isSent || digits.length >= (length ?? longest)) return;
    digits += digit;
    show();
}

function rub() {
    if (isSent) return;
    digits = digits.slice(0, -1);
    show();
}

async function next() {
    if (isSent || !isWhole()) return;
    isSent = true;
    const sent = digits, asked = token;
    show();
    const isTaken = await sendPIN(asked, sent);
    if (asked !== token) return; // the next view is here already
    digits = "";
    if (isTaken) unlocking = setTimeout(unlock, patience);
    else unlock();
    show();
}

function unlock() {
    isSent = false;
    show();
}

const pad = one(".keys");
// A key that is touched does not take the focus: Enter on a real keyboard must mean "next", not the key again.
pad.addEventListener("pointerdown", event => event.preventDefault());
pad.addEventListener("mousedown", event => event.preventDefault());
pad.addEventListener("click", event => {
    const key = event.target.closest("button")?.dataset;
    if (key?.digit) type(key.digit);
    else if (key?.rub !== undefined) rub();
    else if (key?.next !== undefined) next();
});
document.addEventListener("keydown", event => {
    if (token === null || one(".pin").hidden || !one(".over").hidden || event.ctrlKey || event.altKey) return;
    if (/^[0-9]$/.test(event.key)) type(event.key);
    else if (event.key === "Backspace") rub();
    else if (event.key === "Enter" && document.activeElement?.tagName !== "BUTTON") next();
    else return;
    event.preventDefault();
});
