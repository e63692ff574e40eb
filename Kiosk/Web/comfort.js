// What a person may set for themselves, here and now: contrast and sound. Forgotten when the next one comes.
import { attribute, one } from "./keep.js";
import { icon } from "./icons.js";

const root = document.documentElement;
const choices = { theme: "lectern-theme", sound: "lectern-sound" };
let given = "light", screen = null;

export const isSoundOn = () => sessionStorage.getItem(choices.sound) !== "off";

/** Applies the view's theme unless this person chose another; the first screen forgets what the last one chose. */
export function comfort(view) {
    if (view.screen === "attract" && screen !== null && screen !== "attract")
        for (const name of Object.values(choices)) sessionStorage.removeItem(name);
    screen = view.screen;
    given = view.theme === "night" ? "night" : "light";
    const contrast = one('[data-tool="contrast"]'), sound = one('[data-tool="sound"]');
    attribute(contrast, "aria-label", view.labels?.contrast ?? "Contrast");
    attribute(sound, "aria-label", view.labels?.sound ?? "Sound");
    show();
}

function show() {
    const theme = sessionStorage.getItem(choices.theme) ?? given;
    attribute(root, "data-theme", theme);
    const contrast = one('[data-tool="contrast"]'), sound = one('[data-tool="sound"]');
    attribute(contrast, "aria-pressed", String(theme === "night"));
    attribute(sound, "aria-pressed", String(isSoundOn()));
    icon(contrast, "contrast");
    icon(sound, isSoundOn() ? "sound" : "silent");
}

one('[data-tool="contrast"]').addEventListener("click", () => {
    sessionStorage.setItem(choices.theme, root.dataset.theme === "night" ? "light" : "night");
    show();
});
one('[data-tool="sound"]').addEventListener("click", () => {
    sessionStorage.setItem(choices.sound, isSoundOn() ? "off" : "on");
    show();
});
