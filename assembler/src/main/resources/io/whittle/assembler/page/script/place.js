// Where the reader is, kept in the address so that it can be sent to others: #image=…&feature=…&check=…
// An address without "=" is a section, and is left to the browser.

const place = { image: undefined, feature: undefined, check: undefined };
const watchers = [];

/** Calls back with what has changed whenever the reader goes somewhere. */
function onMove(watcher) {
    watchers.push(watcher);
}

/** Goes somewhere; what is not named stays. */
function go(where) {
    const changed = Object.keys(where).filter((key) => place[key] !== where[key]);
    Object.assign(place, where);
    const words = Object.entries(place)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
    // An address for each step would make "back" a long way.
    history.replaceState(null, '', words.length > 0 ? `#${words.join('&')}` : location.pathname + location.search);
    watchers.forEach((watcher) => watcher(changed));
}

/** What the address says; undefined where it is that of a section. */
function placeInAddress() {
    const hash = location.hash.slice(1);
    if (!hash.includes('=')) {
        return undefined;
    }
    const said = {};
    for (const word of hash.split('&')) {
        const at = word.indexOf('=');
        const key = word.slice(0, at);
        if (Object.hasOwn(place, key)) {
            try {
                said[key] = decodeURIComponent(word.slice(at + 1));
            } catch {
                // A torn address names nothing.
            }
        }
    }
    return said;
}

/** A link to a feature, which also works when it is opened in a new tab. */
function featureLink(name, text = name) {
    return h(
        'a',
        {
            href: `#feature=${encodeURIComponent(name)}`,
            class: 'feature',
            onclick(event) {
                if (event.ctrlKey || event.metaKey || event.shiftKey) {
                    return;
                }
                event.preventDefault();
                go({ feature: name });
                showFeature();
            },
        },
        text,
    );
}

/** Names of features as links, where they are features of the catalogue. */
function featureLinks(names) {
    return names.map((name, index) => [
        index > 0 && ', ',
        report.features.has(name) ? featureLink(name) : h('span', { class: 'name' }, name),
    ]);
}

function scrollTo(element) {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'start' });
}
