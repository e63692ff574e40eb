// The kiosk's page: shows the view that the server sent last, and tells the server what was pressed. It decides
// nothing and remembers nothing that matters: closed and opened again it shows the same.
import { all, attribute, one, say } from "./keep.js";
import { attract } from "./attract.js";
import { bar, isAskingLanguage, stopAskingLanguage } from "./bar.js";
import { comfort } from "./comfort.js";
import { ending } from "./ending.js";
import { over } from "./over.js";
import { pages, session } from "./session.js";
import { hear } from "./sound.js";
import { choose, isSecondStrike, touch } from "./send.js";
import { open, rememberMoment } from "./stream.js";

const root = document.documentElement;
const endings = ["starting", "goodbye", "outOfOrder", "sorry"];
let now = null; // the view on the screen

function show(view) {
    const isNewScreen = now !== null && now.screen !== view.screen;
    now = view;
    setting(view);
    comfort(view);
    bar(view);
    const section = view.screen === "attract" ? "attract" : endings.includes(view.screen) ? "ending" : "session";
    for (const each of all("main > section")) each.hidden = !each.classList.contains(section);
    one(".bar").hidden = one("main").hidden = false;
    ({ attract, ending, session })[section](one(`.${section}`), view);
    if (isNewScreen && !view.overlay) one(`.${section} h1`).focus({ preventScroll: true });
    over(view, isAskingLanguage());
    const status = one(".hush");
    if (status.textContent !== (view.say ?? "")) status.textContent = view.say ?? "";
    hear(view.sound);
    rememberMoment(view.labels?.moment);
}

/** Language, direction, side of the pad and the size of a millimetre are attributes that the style hangs on. */
function setting(view) {
    attribute(root, "lang", view.lang ?? "en");
    attribute(root, "dir", view.dir === "rtl" ? "rtl" : "ltr");
    attribute(root, "data-screen", view.screen);
    attribute(root, "data-layout", view.layout ?? (innerWidth > innerHeight ? "landscape" : "portrait"));
    attribute(root, "data-pad", view.pad ?? "right");
    attribute(root, "data-mood", view.mood);
    if (view.millimetre > 0) root.style.setProperty("--mm", `${view.millimetre}px`);
    const title = [view.title, view.library].filter(Boolean).join(" – ");
    if (document.title !== title) document.title = title;
}

document.addEventListener("click", event => {
    const button = event.target.closest?.("button");
    if (!button) return;
    if (button.dataset.tool === "language") over(now, isAskingLanguage());
    if (!button.dataset.token || button.disabled || isSecondStrike(event)) return;
    if (isAskingLanguage()) {
        stopAskingLanguage();
        over(now, false);
    }
    choose(button.dataset.token, button);
});

// "I am here." A press on a choice says so by itself; told twice, it could take the button away from under the finger.
document.addEventListener("pointerdown", event => {
    if (!event.target.closest?.("button[data-token]")) touch();
});
document.addEventListener("keydown", event => {
    const isWalking = ["Tab", "Shift", "Control", "Alt", "Meta"].includes(event.key);
    if (event.key === "Escape" && isAskingLanguage()) {
        stopAskingLanguage();
        over(now, false);
    }
    if (isWalking && now?.overlay) return;
    if (!event.target.closest?.("button[data-token]") || isWalking) touch();
});
addEventListener("contextmenu", event => event.preventDefault());
addEventListener("resize", pages);
document.fonts.ready.then(pages);

say(one(".veil"), "");
open(show);
