// What the page tells the server. Three small posts; the answer to all of them is the next view.
import { one } from "./keep.js";

const secret = one('meta[name="lectern-secret"]').content;
const inFlight = new Set();
const betweenTouches = 2000; // ms
let touched = -Infinity;

/** Posts JSON. True when the server took it; a stale token (409) and a lost network are both a quiet no. */
export async function post(path, body) {
    try {
        const answer = await fetch(path, {
            method: "POST",
            headers: { "Content-Type": "application/json", "X-Lectern-Secret": secret },
            body: JSON.stringify(body),
        });
        return answer.ok;
    } catch {
        return false;
    }
}

/** Presses an offered choice. A second press while the first is under way is dropped. */
export async function choose(token, button = null) {
    if (!token || inFlight.has(token)) return false;
    inFlight.add(token);
    button?.setAttribute("data-sent", "");
    try {
        return await post("/choose", { token });
    } finally {
        inFlight.delete(token);
        button?.removeAttribute("data-sent");
    }
}

/** A PIN leaves the page once, and is in no variable of ours afterwards. */
export async function sendPIN(token, pin) {
    if (!token || inFlight.has(token)) return false;
    inFlight.add(token);
    try {
        return await post("/pin", { token, pin });
    } finally {
        inFlight.delete(token);
    }
}

/** Someone is here. Told at most every two seconds. */
export function touch() {
    const now = performance.now();
    if (now - touched < betweenTouches) return;
    touched = now;
    post("/touch", {});
}

/**
 * A shaking hand strikes twice. The second press on the same spot within 600 ms is not a choice, whatever
 * stands there by then: the screen may have changed under the finger. PIN keys are not asked: "11" is a PIN.
 */
let last = { time: -Infinity, x: 0, y: 0 };
export function isSecondStrike(event) {
    if (event.detail === 0) return false; // by keyboard: no spot, and repeats are dropped by their token
    const strike = { time: event.timeStamp, x: event.clientX, y: event.clientY };
    const near = Math.hypot(strike.x - last.x, strike.y - last.y) < 40; // CSS px, about a fingertip
    const again = strike.time - last.time < 600 && near;
    last = strike;
    return again;
}
