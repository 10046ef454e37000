// What the drawing of the graph is told by others: lines, chains, the legend.

/** A smooth line through points: straight at its ends, rounded between. */
function d3line(points) {
    const [first, ...rest] = points;
    let path = `M${first.x},${first.y}`;
    rest.forEach((point, index) => {
        const next = rest[index + 1];
        path += next ? `Q${point.x},${point.y} ${(point.x + next.x) / 2},${(point.y + next.y) / 2}` : `L${point.x},${point.y}`;
    });
    return path;
}

/** The features by which a feature came into an image, the first asked for; of one that is out, from it to what keeps it out. */
function chainOf(image, name) {
    const chain = image.features.get(name)?.chain ?? [];
    return chain.length > 0 ? chain : [name];
}

function legend() {
    const line = (kind, text) =>
        h(
            'li',
            {},
            s(
                'svg',
                { width: 28, height: 10, viewBox: '0 0 28 10', 'aria-hidden': 'true' },
                s('path', { class: `edge ${kind}`, d: 'M1 5H27' }),
            ),
            text,
        );
    return h(
        'ul',
        { class: 'legend' },
        h('li', {}, badge('green', 'in')),
        h('li', {}, badge('none', 'out')),
        line('requires', 'requires'),
        line('needs', 'needs, by a provider'),
        line('recommends', 'recommends'),
        line('conflicts', 'conflicts'),
        line('requires chain', 'why'),
    );
}
