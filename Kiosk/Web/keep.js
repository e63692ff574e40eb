// Making elements and keeping them: a view is whole every time, the page changes only what differs,
// so that focus, a finger on a button and the reading position stay where they are.

/** An element with attributes and children. Text is only ever text; nothing is parsed. */
export function element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) attribute(made, name, value);
    made.append(...children.filter(child => child !== null && child !== undefined));
    return made;
}

/** Sets, or takes away when the value is null or false. Does nothing when it is the same already. */
export function attribute(target, name, value) {
    if (value === null || value === undefined || value === false) target.removeAttribute(name);
    else if (target.getAttribute(name) !== String(value)) target.setAttribute(name, value);
}

/** Puts text into an element and hides it when there is none. */
export function say(target, text) {
    const words = text ?? "";
    if (target.textContent !== words) target.textContent = words;
    target.hidden = words === "";
}

/**
 * Makes the children of `parent` stand for `items`, in order. A child whose key stays is kept and updated;
 * a kept child is moved only when it must be, and what had the focus has it afterwards.
 */
export function keep(parent, items, { key, make, update }) {
    const focused = parent.contains(document.activeElement) ? document.activeElement : null;
    const old = new Map([...parent.children].map(child => [child.dataset.key, child]));
    const seen = new Map();
    const wanted = items.map((item, index) => {
        const name = String(key(item, index));
        const repeat = seen.get(name) ?? 0;
        seen.set(name, repeat + 1);
        const unique = repeat === 0 ? name : `${name}#${repeat}`;
        const child = old.get(unique) ?? make(item);
        old.delete(unique);
        child.dataset.key = unique;
        update(child, item, index);
        return child;
    });
    for (const gone of old.values()) gone.remove();
    wanted.forEach((child, index) => {
        if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
    });
    if (focused?.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true });
}

export const one = (selector, within = document) => within.querySelector(selector);
export const all = (selector, within = document) => [...within.querySelectorAll(selector)];
