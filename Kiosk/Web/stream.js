// The stream of views, and what happens when it stops: a calm veil after two seconds, and a way back by itself.
import { attribute, one, say } from "./keep.js";

const calm = 2000;          // ms without a stream before the page says so
const silence = 15_000;     // ms without any sign of life before the page is loaded anew; the server pings every 5 s
const remembered = "lectern-moment";

/** The address from the page, with its secret: an EventSource cannot send a header. */
function address() {
    const secret = one('meta[name="lectern-secret"]').content;
    const given = one('meta[name="lectern-events"]')?.content ?? "";
    const url = new URL(given.startsWith("/") ? given : "/events", location.origin);
    if (!url.searchParams.has("secret")) url.searchParams.set("secret", secret);
    return url;
}

/** Opens the stream; every message goes to `show` as a whole view. */
export function open(show, url = address()) {
    const source = new EventSource(url);
    let alive = performance.now(), hasPinged = false, veiling = null;

    const live = () => {
        alive = performance.now();
        clearTimeout(veiling);
        veiling = null;
        veil(false);
    };
    source.addEventListener("open", live);
    source.addEventListener("ping", () => { hasPinged = true; live() });
    source.addEventListener("message", event => { live(); show(JSON.parse(event.data)) });
    source.addEventListener("error", () => { veiling ??= setTimeout(() => veil(true), calm) });

    setInterval(async () => {
        const isLost = source.readyState !== EventSource.OPEN;
        const patience = source.readyState === EventSource.CLOSED ? calm : silence;
        if ((isLost || hasPinged) && performance.now() - alive > patience) {
            veil(true);
            // Loading a page that does not answer would leave the browser's own error page, and no way back.
            if (await answers()) location.reload();
        }
    }, 1000);
    return source;
}

/** True when the server gives this page again. */
export async function answers() {
    try {
        return (await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(3000) })).ok;
    } catch {
        return false;
    }
}

/** Keeps the words of the veil for the time when the server cannot say them. */
export function rememberMoment(text) {
    if (text) sessionStorage.setItem(remembered, text);
}

function veil(isOn) {
    const cover = one(".veil");
    if (!cover || cover.hidden === !isOn) return;
    say(cover, isOn ? sessionStorage.getItem(remembered) ?? "One moment" : "");
    const isOver = one(".over")?.hidden === false;
    for (const below of document.querySelectorAll(".bar, main")) attribute(below, "inert", isOn || isOver ? "" : null);
    const over = one(".over");
    if (over) attribute(over, "inert", isOn ? "" : null);
}
