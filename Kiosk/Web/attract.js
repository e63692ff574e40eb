// The first screen: it teaches. Its three zones stand where the furniture stands.
import { attribute, element, keep, one, say } from "./keep.js";
import { buttons, notices, noticesOf } from "./buttons.js";
import { drawing } from "./icons.js";

export function attract(section, view) {
    const { zones = [], foot = null, languages = [] } = view.attract ?? {};
    say(one("h1", section), view.title);
    notices(one(".notices", section), noticesOf(view));
    keep(one(".zones", section), zones, {
        key: zone => zone.picture,
        make: given => element("li", { class: "zone" },
            drawing(`p-${given.picture}`, "picture"), element("p"), drawing("arrow")),
        update(zone, given) {
            say(one("p", zone), given.text);
            attribute(zone, "data-to", given.to);
        },
    });
    section.style.setProperty("--zones", Math.max(zones.length, 1));
    say(one(".foot", section), foot);
    buttons(one(".actions", section), view.choices ?? []);
    one(".attract-foot", section).hidden = !foot && (view.choices ?? []).length === 0;
    offer(one(".languages", section), languages, view.lang);
}

/** Every language by its own name. The names stand in rows that are as even as they can be. */
function offer(list, languages, current) {
    keep(list, languages, {
        key: language => language.code,
        make: () => element("li", {}, element("button", { type: "button" })),
        update(item, language) {
            const button = item.firstElementChild;
            attribute(button, "lang", language.code);
            attribute(button, "data-token", language.token);
            attribute(button, "aria-current", language.code === current ? "true" : null);
            if (button.textContent !== language.label) button.textContent = language.label;
        },
    });
    list.hidden = languages.length === 0;
    const upright = languages.length === 4 ? 2 : Math.min(languages.length, 3);
    list.style.setProperty("--upright", upright);
    list.style.setProperty("--across", Math.min(languages.length, 6));
}
