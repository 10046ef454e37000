// The drawing of the graph: zoom by wheel, fingers or buttons, arrows go from feature to feature.

/** A drawing; `choose` is called with the name of the feature that a reader takes. Gives {element, draw, mark, zoomBy, fit}. */
function graphView(choose) {
    const layer = s('g');
    const arrow = s(
        'marker',
        {
            id: 'arrow',
            viewBox: '0 0 8 8',
            refX: 7,
            refY: 4,
            markerWidth: 9,
            markerHeight: 9,
            markerUnits: 'userSpaceOnUse',
            orient: 'auto-start-reverse',
        },
        s('path', { d: 'M0 0.5L7.5 4L0 7.5z' }),
    );
    const svg = s(
        'svg',
        {
            class: 'graph',
            role: 'group',
            'aria-label': 'Feature graph. Arrow keys go to the next feature, Enter shows why it is in or out, plus and minus zoom.',
        },
        s('defs', {}, arrow),
        layer,
    );
    const zoom = d3
        .zoom()
        .scaleExtent([0.05, 3])
        .on('zoom', ({ transform }) => layer.setAttribute('transform', transform));
    // Without the keys a wheel scrolls the page: a graph must not be a trap on the way down.
    zoom.filter((event) =>
        event.type === 'wheel' ? event.ctrlKey || event.metaKey || svg.contains(document.activeElement) : !event.button,
    );
    const drawn = d3.select(svg).call(zoom).on('dblclick.zoom', null);
    let layout;
    let elements = new Map();

    function draw(names, image) {
        layout = layOut(names);
        elements = new Map();
        const edges = layout.edges.map(edgeElement);
        const nodes = layout.nodes.map((node) => nodeElement(node, image));
        svg.classList.toggle('large', nodes.length > 150);
        fill(layer, s('g', { class: 'edges' }, edges), s('g', { class: 'nodes' }, nodes));
        fit();
    }

    function edgeElement(edge) {
        const line = d3line(edge.points);
        const verb = { conflicts: 'conflicts with', needs: `needs ${edge.via}, provided by` }[edge.kind] ?? edge.kind;
        const title = `${edge.from} ${verb} ${edge.to}${edge.when ? ` on ${edge.when}` : ''}`;
        const path = s(
            'path',
            { class: `edge ${edge.kind}`, d: line, 'marker-end': edge.kind === 'conflicts' ? undefined : 'url(#arrow)' },
            s('title', {}, title),
        );
        path.edge = edge;
        return path;
    }

    function nodeElement(node, image) {
        const found = image.features.get(node.name);
        const isIn = Boolean(found?.in);
        const { width } = node;
        const element = s(
            'g',
            {
                class: `node ${isIn ? 'in' : 'out'}`,
                transform: `translate(${node.x - width / 2},${node.y - NODE_HEIGHT / 2})`,
                tabindex: -1,
                role: 'button',
                'data-feature': node.name,
                'aria-label': `${node.name}, ${isIn ? 'in' : 'out'}: ${found?.reason ?? 'not resolved'}`,
                onclick: () => choose(node.name),
                onkeydown: (event) => keys(event, node),
            },
            s('rect', { width, height: NODE_HEIGHT, rx: 8 }),
            s('path', { class: 'mark', transform: 'translate(9,9)', d: isIn ? SHAPES.green : SHAPES.none }),
            s('text', { x: 32, y: NODE_HEIGHT / 2, dy: '0.35em' }, shortName(node.name)),
            s('title', {}, `${node.name}: ${found?.reason ?? ''}`),
        );
        elements.set(node.name, element);
        return element;
    }

    function keys(event, node) {
        const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
        if (step) {
            const next = nearest(node, step);
            if (next) {
                focus(next.name);
            }
        } else if (event.key === 'Enter' || event.key === ' ') {
            choose(node.name);
        } else if (event.key === '+' || event.key === '=') {
            zoomBy(1.4);
        } else if (event.key === '-') {
            zoomBy(1 / 1.4);
        } else if (event.key === '0') {
            fit();
        } else {
            return;
        }
        event.preventDefault();
    }

    /** The next node in a direction: near ahead before near aside. */
    function nearest(from, [right, down]) {
        let best;
        let least = Infinity;
        for (const node of layout.nodes) {
            const ahead = (node.x - from.x) * right + (node.y - from.y) * down;
            const aside = Math.abs((node.x - from.x) * down) + Math.abs((node.y - from.y) * right);
            const far = ahead + 2.5 * aside;
            if (ahead > 8 && far < least) {
                least = far;
                best = node;
            }
        }
        return best;
    }

    function focus(name) {
        stopAt(name);
        elements.get(name).focus({ preventScroll: true });
        show(name);
    }

    /** One stop of the tab key for the whole graph: the chosen node, or the first. */
    function stopAt(name) {
        const stop = elements.has(name) ? name : layout.nodes[0]?.name;
        elements.forEach((element, own) => element.setAttribute('tabindex', own === stop ? 0 : -1));
    }

    /** Marks a feature, the chain of reasons that brought it, and what it needs; all else steps back. */
    function mark(name, image) {
        stopAt(name);
        const chosen = elements.has(name);
        svg.classList.toggle('chosen', chosen);
        const chain = chosen ? chainOf(image, name) : [];
        const reached = chosen ? closure(name, 'requires') : new Set();
        const near = new Set(chosen ? [name, ...neighbours(name), ...reached] : []);
        elements.forEach((element, own) => {
            element.classList.toggle('selected', own === name);
            element.setAttribute('aria-pressed', own === name);
            element.classList.toggle('chain', chain.includes(own));
            element.classList.toggle('near', near.has(own));
        });
        for (const path of layer.querySelectorAll('.edge')) {
            const { from, to } = path.edge;
            const at = chain.indexOf(from);
            path.classList.toggle('chain', at >= 0 && chain[at + 1] === to);
            path.classList.toggle('near', near.has(from) && near.has(to) && (from === name || to === name || reached.has(from)));
        }
        if (chosen) {
            show(name);
        }
    }

    /** Moves the drawing where a node is outside of what is seen. */
    function show(name) {
        const node = layout.nodes.find((one) => one.name === name);
        const { width, height } = svg.getBoundingClientRect();
        const [x, y] = d3.zoomTransform(svg).apply([node.x, node.y]);
        if (width > 0 && (x < 60 || y < 30 || x > width - 60 || y > height - 30)) {
            drawn.call(zoom.translateTo, node.x, node.y);
        }
    }

    function zoomBy(factor) {
        drawn.call(zoom.scaleBy, factor);
    }

    /** The whole graph, but never so small that names cannot be read: then its beginning. */
    function fit() {
        const { width, height } = svg.getBoundingClientRect();
        if (width === 0) {
            return;
        }
        const scale = Math.max(width < 500 ? 0.75 : 0.55, Math.min(1.15, width / layout.width, height / layout.height));
        const x = Math.max(0, (width - scale * layout.width) / 2);
        const y = Math.max(0, (height - scale * layout.height) / 2);
        drawn.call(zoom.transform, d3.zoomIdentity.translate(x, y).scale(scale));
    }

    return { element: svg, draw, mark, zoomBy, fit };
}
