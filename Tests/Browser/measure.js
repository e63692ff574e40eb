// Measures the page that is shown, in real millimetres, and gives a list of complaints.
() => {
    const mm = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--mm"));
    const complaints = [];
    const name = element => `${element.tagName.toLowerCase()}.${element.className?.baseVal ?? element.className} `
        + `"${element.textContent.trim().slice(0, 30)}"`;
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight)
        complaints.push("the page scrolls");

    const over = document.querySelector(".over");
    const scopes = over && !over.hidden ? [over] : [document.body];
    const millimetres = pixels => `${(pixels / mm).toFixed(1)} mm`;
    const isShown = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".hush");
    const inside = (rect, box, slack) => rect.left >= box.left - slack && rect.right <= box.right + slack
        && rect.top >= box.top - slack && rect.bottom <= box.bottom + slack;

    for (const scope of scopes) {
        for (const button of scope.querySelectorAll("button")) {
            if (!isShown(button)) continue;
            const box = button.getBoundingClientRect(), least = button.closest(".keys") ? 15 : 20;
            if (Math.min(box.width, box.height) < least * mm - 0.5)
                complaints.push(`${name(button)} is ${millimetres(box.width)} x ${millimetres(box.height)}`);
            if (!inside(box, { left: 0, top: 0, right: innerWidth, bottom: innerHeight }, 0.5))
                complaints.push(`${name(button)} is off the screen`);
        }
        const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
        for (let text = walker.nextNode(); text; text = walker.nextNode()) {
            const parent = text.parentElement;
            if (!text.data.trim() || !isShown(parent) || parent.closest("svg, script, style")) continue;
            measure(text, parent);
        }
    }

    function measure(text, parent) {
        const size = parseFloat(getComputedStyle(parent).fontSize), capital = size * 0.727 / mm;
        const floor = parent.closest(".code") ? 4.8 : 7.33;
        if (capital < floor - 0.05) complaints.push(`${name(parent)} has capitals of ${capital.toFixed(1)} mm`);
        if (parent.closest(".rows")) return measureRow(parent);
        const range = document.createRange();
        range.selectNodeContents(text);
        let block = parent;
        const flows = element => getComputedStyle(element).display === "inline" && element.tagName !== "BUTTON";
        while (flows(block)) block = block.parentElement;
        const box = block.getBoundingClientRect();
        for (const rect of range.getClientRects()) {
            if (rect.left < box.left - 1 || rect.right > box.right + 1)
                complaints.push(`${name(parent)} is wider than its box`);
            // A line's glyph box is taller than a tight line: a third of the type's size is air, not ink.
            if (rect.top < box.top - size / 3 || rect.bottom > box.bottom + size / 3)
                complaints.push(`${name(parent)} is higher than its box`);
            if (!inside(rect, { left: 0, top: 0, right: innerWidth, bottom: innerHeight }, 1))
                complaints.push(`${name(parent)} is off the screen`);
        }
    }

    /** A row may be scrolled out of sight, and a title may end in an ellipsis after two lines; nothing may be wider. */
    function measureRow(parent) {
        if (parent.scrollWidth > parent.clientWidth + 1 && parent.clientWidth > 0)
            complaints.push(`${name(parent)} is wider than its row`);
    }

    for (const parent of document.querySelectorAll(".attract, .session, .session .body, .ending, .over-card")) {
        if (!isShown(parent)) continue;
        const parts = [...parent.children].filter(part => isShown(part) && part.getBoundingClientRect().height > 0);
        parts.forEach((part, index) => parts.slice(index + 1).forEach(other => {
            const a = part.getBoundingClientRect(), b = other.getBoundingClientRect();
            const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (width > 1 && height > 1) complaints.push(`${name(part)} lies on ${name(other)}`);
        }));
    }
    return complaints;
}
