// A question over a screen. What lies under it cannot be reached until it is answered or gone.
import { all, attribute, element, one, say } from "./keep.js";
import { buttons } from "./buttons.js";
import { shape } from "./icons.js";

const box = one(".over");
let shown = null;   // what is asked now, by kind
let before = null;  // what had the focus
let deadline = 0;   // ms, on the page's own clock
let ticking = null;

/** Shows the view's question, or the list of languages when that is asked for, or nothing. */
export function over(view, isAskingLanguage) {
    const question = view.overlay ?? (isAskingLanguage ? languages(view) : null);
    if (!question) return close();
    if (shown === null) before = document.activeElement;
    if (shown !== question.kind) build(question);
    const card = box.firstElementChild;
    say(one("h1", card), question.title);
    say(one("p", card), question.more);
    buttons(one(".over-choices", card), question.choices ?? []);
    count(card, question);
    if (shown !== question.kind) {
        shown = question.kind;
        for (const below of all(".bar, main")) attribute(below, "inert", "");
        (one("button.main", card) ?? one("button", card) ?? one("h1", card)).focus({ preventScroll: true });
    }
}

function build(question) {
    clearInterval(ticking);
    attribute(box, "data-kind", question.kind);
    box.hidden = false;
    const role = question.kind === "languages" ? "dialog" : "alertdialog";
    box.replaceChildren(element("div", {
        class: "over-card", role, "aria-modal": "true",
        "aria-labelledby": "over-title", "aria-describedby": "over-more",
    },
    question.secondsLeft === undefined || question.secondsLeft === null ? null : ring(),
    element("h1", { id: "over-title", tabindex: "-1" }), element("p", { id: "over-more" }),
    element("div", { class: "over-choices" })));
}

function close() {
    if (shown === null) return;
    shown = null;
    clearInterval(ticking);
    box.hidden = true;
    box.replaceChildren();
    for (const below of all(".bar, main")) attribute(below, "inert", null);
    const back = before?.isConnected && before.offsetParent !== null && before !== document.body ? before : null;
    (back ?? one("main > section:not([hidden]) h1"))?.focus({ preventScroll: true });
}

function ring() {
    const circle = { cx: 50, cy: 50, r: 45 };
    const drawn = shape("svg", { viewBox: "0 0 100 100", "aria-hidden": "true" });
    drawn.append(shape("circle", circle), shape("circle", circle));
    return element("div", { class: "ring", role: "timer" }, drawn, element("b"), element("span"));
}

/** The ring goes on by itself between two views; every view sets it right. */
function count(card, question) {
    const around = one(".ring", card);
    if (!around) return;
    deadline = performance.now() + question.secondsLeft * 1000;
    const tick = () => {
        const left = Math.max(0, Math.round((deadline - performance.now()) / 1000));
        say(one("b", around), String(left));
        say(one("span", around), question.unit);
        attribute(around, "aria-label", [left, question.unit].filter(part => part !== undefined).join(" "));
        const arc = around.querySelector("circle + circle");
        attribute(arc, "pathLength", question.of ?? question.secondsLeft);
        attribute(arc, "stroke-dasharray", `${left} ${question.of ?? question.secondsLeft}`);
    };
    clearInterval(ticking);
    tick();
    ticking = setInterval(tick, 1000);
}

/** The list of languages is the page's own question: nothing has been chosen yet, so the server need not know. */
function languages(view) {
    const choices = (view.languageChoices ?? []).map(({ token, code, label }) =>
        ({ token, name: `language-${code}`, label, lang: code, main: code === view.lang }));
    return { kind: "languages", title: view.labels?.comfort, choices };
}
