// The features of an image: the graph, one of them beside it, and lists of what is in and what was left out.

const VIEWS = { matters: 'What matters', around: 'Around the chosen', all: 'Whole catalogue' };
const SHOWN = {
    matters: 'those with findings or failing checks, asked for, or dear',
    around: 'those around the chosen one',
};
let view;
let showFeature = () => {};

function features(image) {
    const graph = graphView((name) => go({ feature: name }));
    const panel = h('div', { class: 'panel card', role: 'region', 'aria-label': 'The chosen feature', 'aria-live': 'polite' });
    const told = h('p', { class: 'note', role: 'status' });
    const large = report.features.size > ALL_AT_ONCE;
    view ??= large ? 'matters' : 'all';
    const select = h(
        'select',
        {
            id: 'view',
            onchange: () => {
                view = select.value;
                draw();
            },
        },
        Object.entries(VIEWS).map(([value, text]) => h('option', { value, selected: value === view }, text)),
    );
    let drawn;

    function wanted() {
        const { feature } = place;
        if (view === 'all') {
            return new Set(report.features.keys());
        }
        if (view === 'around' && report.features.has(feature)) {
            return around(feature);
        }
        const matters = whatMatters(image);
        return report.features.has(feature) && !matters.has(feature) ? new Set([...matters, ...chainOf(image, feature)]) : matters;
    }

    function draw() {
        drawn = wanted();
        graph.draw(new Set([...drawn].filter((name) => report.features.has(name))), image);
        graph.mark(place.feature, image);
        const all = report.features.size;
        told.textContent =
            drawn.size === all
                ? `${count(all, 'feature')}: ${image.included.length} in, ${image.leftOut.length} out.`
                : `${drawn.size} of ${count(all, 'feature')} shown: ${SHOWN[view]}. Search for any other.`;
    }

    function choose() {
        fill(panel, featurePanel(image, place.feature));
        if (drawn && (view === 'around' || (report.features.has(place.feature) && !drawn.has(place.feature)))) {
            draw();
        } else if (drawn) {
            graph.mark(place.feature, image);
        }
    }

    fill(panel, featurePanel(image, place.feature));
    watchFeature = choose;
    showFeature = () => {
        scrollTo(document.getElementById('features'));
        panel.querySelector('h3').focus({ preventScroll: true });
    };
    const button = (label, sign_, action) =>
        h('button', { type: 'button', class: 'square', 'aria-label': label, title: label, onclick: action }, sign_);
    const element = section(
        'features',
        'Features',
        'Features',
        h(
            'div',
            { class: 'tools' },
            featureSearch(),
            h('label', { class: 'field', for: 'view' }, 'View', select),
            h(
                'div',
                { class: 'zoom', role: 'group', 'aria-label': 'Zoom' },
                button('Zoom in', '+', () => graph.zoomBy(1.4)),
                button('Zoom out', '−', () => graph.zoomBy(1 / 1.4)),
                button('Fit', '⤢', graph.fit),
            ),
        ),
        told,
        h('div', { class: 'graph-and-panel' }, h('div', { class: 'graph-box card' }, graph.element, legend()), panel),
        featureLists(image),
    );
    // Afterwards: the drawing fits itself into a box that has no size before it is in the page.
    setTimeout(draw);
    return element;
}

let watchFeature = () => {};
onMove((changed) => changed.includes('feature') && watchFeature());

function featureSearch() {
    const names = h(
        'datalist',
        { id: 'feature-names' },
        [...report.features.keys()].sort(byName).map((value) => h('option', { value })),
    );
    const input = h('input', {
        type: 'search',
        id: 'feature-search',
        list: 'feature-names',
        placeholder: 'name of a feature',
        autocomplete: 'off',
        onchange: find,
        oninput: exact,
    });
    function exact() {
        if (report.features.has(input.value)) {
            go({ feature: input.value });
        }
    }
    function find() {
        const wanted = input.value.trim().toLowerCase();
        const all = [...report.features.keys()];
        const found =
            all.find((name) => name === wanted) ?? all.find((name) => name.startsWith(wanted)) ?? all.find((name) => name.includes(wanted));
        if (wanted && found) {
            go({ feature: found });
            announce(`${found} is chosen`);
        } else if (wanted) {
            announce(`No feature is named ${wanted}`);
        }
    }
    return h(
        'form',
        {
            class: 'field',
            onsubmit: (event) => {
                event.preventDefault();
                find();
            },
        },
        h('label', { for: 'feature-search' }, 'Search'),
        input,
        names,
    );
}

function featureLists(image) {
    const columns = [
        { title: 'Feature', key: (one) => one.name, cell: (one) => featureLink(one.name) },
        { title: 'Reason', key: (one) => one.reason, cell: (one) => one.reason },
        {
            title: 'What it is',
            key: (one) => report.features.get(one.name)?.summary ?? '',
            cell: (one) => report.features.get(one.name)?.summary ?? '',
        },
    ];
    const list = (id, title, rows, open) =>
        h(
            'details',
            { id, open },
            h('summary', {}, h('strong', {}, title), h('span', { class: 'note' }, String(rows.length))),
            rows.length === 0 ? empty('None.') : sortingTable({ caption: title, columns, rows }),
        );
    return [
        list('left-out', 'Left out, and why', image.leftOut, image.leftOut.length <= 30),
        list('included', 'In, and why', image.included, false),
    ];
}
