// Choices as buttons. A button keeps its place and its focus as long as its choice is offered under the same name;
// what it would post is always the newest token.
import { attribute, element, keep } from "./keep.js";
import { icon } from "./icons.js";

const name = choice => choice.name ?? choice.token;

/** Ordinary buttons with words, in the order of the view. */
export function buttons(parent, choices) {
    keep(parent, choices, {
        key: name,
        make: () => element("button", { type: "button" }),
        update(button, choice) {
            attribute(button, "class", choice.main ? "button main" : "button");
            dress(button, choice);
            if (button.textContent !== choice.label) button.textContent = choice.label;
        },
    });
    parent.hidden = choices.length === 0;
}

/** Large choices with a picture over or beside the word. */
export function pictureChoices(parent, choices) {
    keep(parent, choices, {
        key: name,
        make: () => element("button", { type: "button", class: "choice" }, element("span")),
        update(button, choice) {
            dress(button, choice);
            attribute(button, "data-main", choice.main ? "" : null);
            icon(button, `p-${choice.picture}`, "picture");
            const words = button.lastElementChild;
            if (words.textContent !== choice.label) words.textContent = choice.label;
        },
    });
    parent.hidden = choices.length === 0;
}

function dress(button, choice) {
    attribute(button, "data-token", choice.token);
    attribute(button, "data-name", choice.name);
    attribute(button, "lang", choice.lang);
    button.disabled = choice.disabled === true;
}

/** Messages that stay on the screen: an icon with an outline of its own, and a sentence. */
export function notices(parent, list) {
    keep(parent, list, {
        key: (notice, index) => index,
        make: () => element("p", { class: "notice" }, element("span")),
        update(line, notice) {
            attribute(line, "data-is", notice.is);
            icon(line, notice.is === "stop" ? "staff" : ["done", "warn"].includes(notice.is) ? notice.is : "info");
            const words = line.lastElementChild;
            if (words.textContent !== notice.text) words.textContent = notice.text;
        },
    });
    parent.hidden = list.length === 0;
}

/** A view's `notice` is one message, several, or none. */
export const noticesOf = view => [view.notice ?? []].flat();

/** The sentence: what to do is in bold, the quieter half before or after it. */
export function sentence(heading, view) {
    const title = heading.querySelector(".title"), aside = heading.querySelector(".aside");
    const first = view.asideFirst ? aside : title;
    if (heading.firstElementChild !== first) heading.prepend(first, " ");
    for (const [part, text] of [[title, view.title], [aside, view.aside]]) {
        if (part.textContent !== (text ?? "")) part.textContent = text ?? "";
        part.hidden = !text;
    }
}
