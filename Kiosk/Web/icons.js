// Every picture in Lectern, drawn for it (CC0 1.0: do with them what you like).
// Icons: 24 grid, stroke 2. Pictures: about 160 x 120. Colours come from the tokens, through the classes in
// parts.css, so both themes and forced colours work. A state's icon differs in OUTLINE (circle, ring, triangle,
// square), never in colour alone.
const sprite = `<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0" class="sprite" aria-hidden="true">
<!-- states -->
<symbol id="done" viewBox="0 0 24 24"><circle class="f" cx="12" cy="12" r="11"/>
  <path class="cut" d="m6.8 12.6 3.6 3.6 6.8-7.6"/></symbol>
<symbol id="work" viewBox="0 0 24 24"><path class="s bold" d="M12 2.3a9.7 9.7 0 1 1-9.7 9.7"/></symbol>
<symbol id="warn" viewBox="0 0 24 24">
  <path class="f" d="M12 1.2c.8 0 1.5.4 1.9 1.1l9.5 17.2c.8 1.5-.2 3.3-1.9 3.3h-19C.8 22.8-.2 21 .6
    19.500L10.1 2.300A2.2 2.2 0 0 1 12 1.200Z"/>
  <path class="cut" d="M12 8.500v6M12 18.600v.1"/></symbol>
<symbol id="staff" viewBox="0 0 24 24"><rect class="f" x="1" y="1" width="22" height="22" rx="3"/>
  <path class="cut fine" d="M8.6 12.200V7m2.5 4.600V5.400m2.6 6.200V5.800m2.5 6.400V7.600M8.6 12.2 6.7
    10.500M16.2 12v3.200a3.9 3.9 0 0 1-3.9 3.900c-1.7 0-2.8-.8-3.7-2.200l-2.3-4"/>
  </symbol>
<symbol id="info" viewBox="0 0 24 24"><circle class="f" cx="12" cy="12" r="11"/>
  <path class="cut" d="M12 11v6.500M12 6.600v.1"/></symbol>
<symbol id="seen" viewBox="0 0 24 24">
  <path class="f" d="M5 4h11a1 1 0 0 1 1 1v3H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1Zm2 6h13v4H7ZM3 16h15v3H3Z"/>
  <path class="s" d="M1 22h22"/></symbol>

<!-- comfort and actions -->
<symbol id="contrast" viewBox="0 0 24 24"><circle class="s" cx="12" cy="12" r="9.5"/>
  <path class="f" d="M12 2.500a9.5 9.5 0 0 1 0 19Z"/></symbol>
<symbol id="sound" viewBox="0 0 24 24"><path class="f" d="M3 9h4l6-5v16l-6-5H3Z"/>
  <path class="s" d="M16.5 8.500a5 5 0 0 1 0 7M19.5 5.500a9 9 0 0 1 0 13"/></symbol>
<symbol id="silent" viewBox="0 0 24 24"><path class="f" d="M3 9h4l6-5v16l-6-5H3Z"/>
  <path class="s" d="m16.500 9 6 6m0-6-6 6"/></symbol>
<symbol id="up" viewBox="0 0 24 24"><path class="s thick" d="m5 15 7-7 7 7"/></symbol>
<symbol id="down" viewBox="0 0 24 24"><path class="s thick" d="m5 9 7 7 7-7"/></symbol>
<symbol id="arrow" viewBox="0 0 24 24"><path class="s thick" d="M12 3v17m-7-7 7 7 7-7"/></symbol>
<symbol id="rub" viewBox="0 0 24 24"><path class="s" d="M9 5h12v14H9l-7-7Zm3 4.5 5 5m0-5-5 5"/></symbol>

<!-- the pretend machine: a gate alarm that is on, and one that is off -->
<symbol id="alarm" viewBox="0 0 24 24">
  <path class="f" d="M12 3a6.500 6.500 0 0 1 6.500 6.500V15l2 3h-17l2-3V9.500A6.500 6.500 0 0 1 12 3Z"/>
  <path class="s" d="M10 21.500h4M2 9a9 9 0 0 1 3-6M22 9a9 9 0 0 0-3-6"/></symbol>
<symbol id="quiet" viewBox="0 0 24 24">
  <path class="s" d="M7 7.500A6 6 0 0 1 18 10v5l2 3H5l1.500-3v-5M10 21.500h4M3 3l18 18"/></symbol>

<!-- pictures -->
<symbol id="p-scan" viewBox="28 8 104 114"><path class="beam" d="M80 104 40 66h80Z"/>
  <rect class="edge" x="34" y="12" width="92" height="56" rx="5"/>
  <path class="cloth-1" d="M35 17a4 4 0 0 1 4-4h82a4 4 0 0 1 4 4v11H35Z"/>
  <path class="print" d="M46
    40v18m6-18v18m8-18v18m5-18v18m9-18v18m6-18v18m8-18v18m5-18v18m8-18v18m6-18v18m6-18v18"/>
  <path class="ink" d="M44 120v-8a12 12 0 0 1 12-12h48a12 12 0 0 1 12 12v8Z"/>
  <rect class="beam" x="62" y="104" width="36" height="5" rx="2.5"/></symbol>
<symbol id="p-pad" viewBox="22 0 116 116"><path class="s stout" d="M80 4v26M69 20l11 11 11-11"/>
  <rect class="cloth-3" x="52" y="44" width="60" height="15" rx="2"/>
  <rect class="cloth-1" x="36" y="61" width="86" height="17" rx="2"/>
  <rect class="cloth-2" x="44" y="80" width="80" height="18" rx="2"/>
  <path class="paper" d="M104 47h8v9h-8Zm6 18h12v9h-12Zm4 19h10v10h-10Z"/>
  <rect class="ink" x="24" y="100" width="112" height="12" rx="6"/></symbol>
<symbol id="p-slip" viewBox="14 6 132 110">
  <path class="edge" d="M46 26h68v86l-8.5-6-8.5 6-8.5-6-8.5 6-8.5-6-8.5 6-8.5-6-8.5 6Z"/>
  <path class="print" d="M58 46h44M58 58h44M58 70h28"/>
  <path class="ink" d="M30 10h100a10 10 0 0 1 10 10v4a10 10 0 0 1-10 10h-6v-8H36v8h-6a10 10 0 0 1-10-10v-4a10
    10 0 0 1 10-10Z"/>
  <g transform="translate(88 76) scale(.75)" class="tick"><use href="#done" width="24" height="24"/></g>
  </symbol>
<symbol id="p-none" viewBox="32 12 96 92">
  <path class="cloth-1" d="M124 18C70 18 36 40 36 74c0 12 5 20 12 26 2-26 18-44 46-52-22 12-36 30-38 58 44 4
    68-26 68-88Z"/>
  </symbol>
<symbol id="p-rest" viewBox="26 4 108 116"><rect class="edge" x="34" y="8" width="92" height="84" rx="8"/>
  <path class="print" d="M54 46c4 5 12 5 16 0m20 0c4 5 12 5 16 0M70 68h20"/>
  <path class="ink" d="M62 92h36l8 18H54Z"/><rect class="ink" x="30" y="108" width="100" height="8" rx="4"/>
  </symbol>
</svg>`;
const space = "http://www.w3.org/2000/svg";

const parsed = new DOMParser().parseFromString(sprite, "image/svg+xml");
document.body.prepend(document.importNode(parsed.documentElement, true));

/** A drawing by its name, for use in an element; it is silent: the word beside it says the same. */
export function drawing(name, kind = "icon") {
    const svg = document.createElementNS(space, "svg"), use = document.createElementNS(space, "use");
    svg.setAttribute("class", kind);
    svg.setAttribute("aria-hidden", "true");
    svg.append(use);
    draw(svg, name);
    return svg;
}

/** Changes what a drawing shows, if it differs. */
export function draw(svg, name) {
    const use = svg.firstElementChild;
    if (use.getAttribute("href") !== `#${name}`) use.setAttribute("href", `#${name}`);
}

/** Makes the element show exactly this drawing, as its first child. */
export function icon(target, name, kind = "icon") {
    const first = target.firstElementChild;
    if (first instanceof SVGElement) draw(first, name);
    else target.prepend(drawing(name, kind));
}

/** A drawing of several strokes that is not in the sprite, such as a ring. */
export function shape(tag, attributes) {
    const made = document.createElementNS(space, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
}
