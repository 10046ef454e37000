// Elements are made here and nowhere from text: what a report says is data, never markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element; values of `on…` are listeners, false and undefined leave an attribute out. */
function h(name, attributes, ...children) {
    return build(document.createElement(name), attributes, children);
}

/** An element of a drawing. */
function s(name, attributes, ...children) {
    return build(document.createElementNS(SVG, name), attributes, children);
}

function build(element, attributes, children) {
    for (const [key, value] of Object.entries(attributes ?? {})) {
        if (value === undefined || value === null || value === false) {
            continue;
        }
        if (key.startsWith('on')) {
            element.addEventListener(key.slice(2), value);
        } else {
            element.setAttribute(key, value === true ? '' : String(value));
        }
    }
    element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
    return element;
}

/** Puts children in the place of those that an element has. */
function fill(element, ...children) {
    element.replaceChildren(...children.flat(Infinity).filter(Boolean));
    return element;
}

// Each state has a shape, a word and a colour: any one of them tells.
const SHAPES = {
    green: 'M3.5 8.5l3 3 6-7',
    red: 'M4 4l8 8M12 4l-8 8',
    amber: 'M8 3.5v6M8 12v.5',
    none: 'M4 8h8',
};

/** The sign of a state: green, red, amber or none. It is decoration: a word always stands beside it. */
function sign(state) {
    return s(
        'svg',
        { class: `sign ${state}`, viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true', focusable: 'false' },
        s('circle', { cx: 8, cy: 8, r: 8 }),
        s('path', { d: SHAPES[state] ?? SHAPES.none }),
    );
}

/** A word with its sign. */
function badge(state, word) {
    return h('span', { class: `badge ${state}` }, sign(state), h('span', {}, word));
}

/** A section of the page, with its heading, and a short one for the list of sections. */
function section(id, short, title, ...children) {
    return h(
        'section',
        { id, 'aria-labelledby': `${id}-title`, 'data-short': short },
        h('h2', { id: `${id}-title`, tabindex: -1 }, title),
        children,
    );
}

/** What is shown where there is nothing to show. */
function empty(text) {
    return h('p', { class: 'empty' }, text);
}

/** A button that puts a text into the clipboard, or marks it where that is not allowed. */
function copyButton(text, source) {
    const button = h('button', { type: 'button', class: 'copy', onclick: copy }, 'Copy');
    async function copy() {
        try {
            await navigator.clipboard.writeText(text);
            say('Copied');
        } catch {
            getSelection().selectAllChildren(source());
            say('Marked: press Ctrl C');
        }
    }
    function say(word) {
        button.textContent = word;
        announce(word);
        setTimeout(() => (button.textContent = 'Copy'), 2000);
    }
    return button;
}

/** Lines to take over, with a button that copies them. */
function snippet(text, label) {
    const code = h('code', {}, text);
    return h(
        'div',
        { class: 'snippet' },
        h('pre', { tabindex: 0, role: 'region', 'aria-label': label }, code),
        copyButton(text, () => code),
    );
}

/** Tells those who do not see the page what has changed on it. */
function announce(text) {
    document.getElementById('announcements').textContent = text;
}
