// The strip on top of every screen: where, when, and the patron's own comfort.
import { attribute, one, say } from "./keep.js";

const button = one('[data-tool="language"]');
let isAsking = false;

export const isAskingLanguage = () => isAsking;
export const stopAskingLanguage = () => { isAsking = false };

export function bar(view) {
    say(one(".bar-name"), view.library);
    say(one(".bar-time"), view.clock);
    attribute(one(".bar-tools"), "aria-label", view.labels?.comfort ?? null);
    language(view);
}

/** With two languages the other one is a single press away; with more the button opens the list of them. */
function language(view) {
    const choices = view.languageChoices ?? [];
    const others = choices.filter(choice => choice.code !== view.lang);
    const isDirect = others.length === 1;
    const shown = isDirect ? others[0] : choices.find(choice => choice.code === view.lang);
    say(button, others.length === 0 ? null : shown?.label ?? view.lang);
    attribute(button, "lang", shown?.code ?? null);
    attribute(button, "data-token", isDirect ? others[0].token : null);
    attribute(button, "aria-haspopup", isDirect ? null : "dialog");
    if (others.length < 2 || view.overlay) isAsking = false;
}

button.addEventListener("click", () => {
    if (!button.dataset.token) isAsking = true;
});
