// Beginnings and ends: getting ready, a card that cannot be used, goodbye, out of order. One large sign, one sentence.
import { attribute, one, say } from "./keep.js";
import { buttons, notices, noticesOf, sentence } from "./buttons.js";
import { icon } from "./icons.js";

const signs = {
    starting: { name: "work", is: "work" },
    sorry: { name: "staff", is: "stop" },
    goodbye: { name: "done", is: "done" },
    outOfOrder: { name: "p-rest", kind: "picture" },
};

export function ending(section, view) {
    const goodbye = view.goodbye ?? {}, rest = view.rest ?? {};
    const sign = view.screen === "sorry" && view.mood === "warn" ? { name: "warn", is: "warn" } : signs[view.screen];
    const picture = one(".sign", section);
    if (picture.dataset.shows !== sign.name) picture.replaceChildren();
    attribute(picture, "data-shows", sign.name);
    attribute(picture, "data-is", sign.is);
    icon(picture, sign.name, sign.kind);
    sentence(one("h1", section), view);
    say(one(".lead", section), rest.lead);
    const works = rest.works ? [{ is: "done", text: rest.works }] : [];
    notices(one(".notices", section), [...noticesOf(view), ...works]);
    one(".date", section).hidden = !goodbye.date;
    say(one(".date span", section), goodbye.label);
    say(one(".date strong", section), goodbye.date);
    say(one(".gate", section), goodbye.gate);
    buttons(one(".actions", section), view.choices ?? []);
    say(one(".code", section), rest.code);
}
