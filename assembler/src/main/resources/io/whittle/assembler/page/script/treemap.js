// The bytes of an image as areas: modules, and within them native code, classes and other resources.

const KINDS = { native: 'native code', classes: 'classes', other: 'other' };
const MAP_WIDTH = 1000;
const SMALLEST = 0.004;

function treemap(image) {
    const modules = image.parts;
    const total = sumOf(modules, (module) => module.bytes);
    if (total === 0) {
        return section('image', 'Bytes', 'What the image is made of', empty('Its sizes are not known: it was not linked.'));
    }
    // The virtual machine and java.base are in every image, and leave little room for what one can choose.
    const inAll = (part) => part.name === 'java.base' || /(^|\/)(lib)?jvm\.(so|dylib|dll)$/.test(part.name);
    const chosen = modules.filter((part) => !inAll(part));
    const box = h('input', { type: 'checkbox', id: 'without-jvm', onchange: draw });
    const map = h('div');
    function draw() {
        const some = box.checked ? chosen : modules;
        fill(
            map,
            mapOf(
                some,
                sumOf(some, (part) => part.bytes),
                detail,
            ),
        );
    }
    const detail = h('p', { class: 'detail', role: 'status' }, 'Point at an area, or go with the arrow keys.');
    draw();
    return section(
        'image',
        'Bytes',
        'What the image is made of',
        h(
            'p',
            { class: 'note' },
            `${bytes(total)} as areas: ${count(image.modules.length, 'module')}, `,
            image.jars.length > 0 && `${count(image.jars.length, 'jar')} on the class path, `,
            `${count(image.files.length, 'file')} beside them.`,
        ),
        chosen.length < modules.length &&
            chosen.length > 0 &&
            h('p', {}, h('label', {}, box, ' Without the virtual machine and java.base, which every image has')),
        map,
        detail,
        mapLegend(),
        h(
            'details',
            {},
            h('summary', {}, h('strong', {}, 'As a table'), h('span', { class: 'note' }, count(modules.length, 'row'))),
            moduleTable(modules, total),
        ),
    );
}

function mapOf(modules, total, detail) {
    const narrow = window.innerWidth < 640;
    const height = narrow ? 1300 : 520;
    const seen = modules.filter((module) => module.bytes >= SMALLEST * total);
    const small = modules.filter((module) => module.bytes < SMALLEST * total);
    const rest = small.length > 0 && {
        name: count(small.length, 'smaller part'),
        what: 'rest',
        bytes: sumOf(small, (part) => part.bytes),
        kinds: Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, sumOf(small, (part) => part.kinds[kind])])),
    };
    const root = d3
        .hierarchy({ children: [...seen, rest].filter((module) => module && module.bytes > 0).map(withKinds) })
        .sum((one) => one.size ?? 0)
        .sort((one, other) => other.value - one.value);
    d3
        .treemap()
        .size([MAP_WIDTH, height])
        .paddingInner(2)
        .paddingTop((node) => (node.depth === 1 && node.x1 - node.x0 > (narrow ? 171 : 58) ? (narrow ? 50 : 20) : 0))
        .round(true)(root);
    const areas = (root.children ?? []).map((node, index) => area(node, index, total, detail, narrow));
    areas.forEach((one, index) =>
        one.addEventListener('keydown', (event) => {
            const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
            const next = step && areas[index + step];
            if (next) {
                event.preventDefault();
                areas.forEach((other) => other.setAttribute('tabindex', other === next ? 0 : -1));
                next.focus();
            }
        }),
    );
    return s(
        'svg',
        {
            class: `treemap${narrow ? ' narrow' : ''}`,
            viewBox: `0 0 ${MAP_WIDTH} ${height}`,
            role: 'group',
            'aria-label': 'Parts by size; arrow keys go from one to the next',
        },
        areas,
    );
}

/** A part with its kinds as leaves. */
function withKinds(part) {
    return {
        ...part,
        children: Object.entries(part.kinds)
            .filter(([, size]) => size > 0)
            .map(([kind, size]) => ({ kind, size })),
    };
}

function sumOf(some, size) {
    return some.reduce((sum, one) => sum + size(one), 0);
}

function area(node, index, total, detail, narrow) {
    const module = node.data;
    const width = node.x1 - node.x0;
    const height = node.y1 - node.y0;
    const parts = (node.children ?? []).map((leaf) => `${KINDS[leaf.data.kind]} ${bytes(leaf.value)}`).join(', ');
    const share = `${bytes(node.value)}, ${percent(node.value, total)} of what is shown`;
    const text = `${module.name}: ${share}${module.owner ? `, ${module.owner}` : ''} (${parts})`;
    const size = narrow ? 38 : 13;
    const fits = width > 4.5 * size && height > (narrow ? 50 : 20);
    return s(
        'g',
        {
            class: `area ${module.what}`,
            tabindex: index === 0 ? 0 : -1,
            role: 'img',
            'aria-label': text,
            onfocus: tell,
            onpointerenter: tell,
            onclick: tell,
        },
        s('rect', { class: 'frame', x: node.x0, y: node.y0, width, height }),
        (node.children ?? []).map((leaf) =>
            s('rect', { class: `kind ${leaf.data.kind}`, x: leaf.x0, y: leaf.y0, width: leaf.x1 - leaf.x0, height: leaf.y1 - leaf.y0 }),
        ),
        fits &&
            s(
                'text',
                { x: node.x0 + 6, y: node.y0 + size + 2, 'font-size': size },
                fitted(module.what === 'rest' && width < 12 * size ? 'rest' : module.name, width - 12, size * 0.56),
            ),
        fits &&
            width > 6 * size &&
            height > 3.4 * size &&
            s('text', { x: node.x0 + 6, y: node.y0 + 2.7 * size + 4, 'font-size': size }, bytes(node.value)),
        s('title', {}, text),
    );
    function tell() {
        detail.textContent = text;
    }
}

/** A name as far as there is room; the last part of a name or a path tells the most. */
function fitted(text, width, each) {
    const most = Math.floor(width / each);
    if (text.length <= most) {
        return text;
    }
    const last = /\.(so|dat|dylib|dll)$/.test(text) ? text.replace(/^.*\//, '') : text.replace(/^.*[./]/, '');
    return last.length < most ? `…${last}` : most > 3 ? `…${last.slice(0, most - 2)}…` : '';
}

function mapLegend() {
    const box = (kind, text) => h('li', {}, s('svg', { width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': 'true' }, kind), text);
    const owner = (name) => s('g', { class: `area ${name}` }, s('rect', { class: 'frame', width: 16, height: 16, rx: 3 }));
    const kind = (name) =>
        s(
            'g',
            { class: 'area plain' },
            s('rect', { class: 'frame', width: 16, height: 16, rx: 3 }),
            s('rect', { class: `kind ${name}`, width: 16, height: 16, rx: 3 }),
        );
    return h(
        'ul',
        { class: 'legend' },
        box(owner('jdk'), 'of the JDK'),
        box(owner('own'), 'of features and base'),
        box(owner('library'), 'libraries'),
        box(owner('file'), 'files beside modules'),
        Object.entries(KINDS).map(([name, text]) => box(kind(name), text)),
    );
}
