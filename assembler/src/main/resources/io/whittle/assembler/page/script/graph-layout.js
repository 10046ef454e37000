// Where nodes and edges lie: left to right, what needs others before what they need. Made by dagre.

const NODE_HEIGHT = 34;

/** Lays out features; gives {width, height, nodes: [{name, x, y, width}], edges: [{from, to, kind, when, points}]}. */
function layOut(names) {
    const graph = new dagre.graphlib.Graph({ multigraph: true });
    const large = names.size > 150;
    graph.setGraph({
        rankdir: 'LR',
        nodesep: 12,
        ranksep: large ? 90 : 56,
        marginx: 16,
        marginy: 16,
        ranker: large ? 'tight-tree' : 'network-simplex',
    });
    const linked = new Set();
    for (const name of names) {
        const feature = report.features.get(name);
        for (const edge of edgesOf(feature)) {
            if (names.has(edge.to)) {
                graph.setEdge(name, edge.to, edge, edge.kind);
                linked.add(name).add(edge.to);
            }
        }
    }
    for (const name of linked) {
        graph.setNode(name, { width: nodeWidth(name), height: NODE_HEIGHT });
    }
    dagre.layout(graph);
    const { width = 0, height = 0 } = graph.graph();
    const alone = [...names].filter((name) => !linked.has(name));
    const rows = beside(alone, Math.max(width, 860), linked.size > 0 ? height : 0);
    const nodes = graph.nodes().map((name) => ({ name, ...graph.node(name) }));
    return {
        width: Math.max(width, rows.width),
        height: rows.height,
        nodes: [...nodes, ...rows.nodes],
        edges: graph.edges().map((edge) => ({ ...graph.edge(edge) })),
    };
}

/** Features without an edge, in rows below the rest: as ranks of a graph they would make one endless column. */
function beside(names, width, top) {
    const gap = 12;
    let x = 16;
    let y = top + (top > 0 ? 24 : 16) + NODE_HEIGHT / 2;
    let widest = 0;
    const nodes = names.map((name) => {
        const own = nodeWidth(name);
        if (x > 16 && x + own > width - 16) {
            x = 16;
            y += NODE_HEIGHT + gap;
        }
        const node = { name, x: x + own / 2, y, width: own, height: NODE_HEIGHT };
        x += own + gap;
        widest = Math.max(widest, x + 4);
        return node;
    });
    return { nodes, width: widest, height: names.length > 0 ? y + NODE_HEIGHT / 2 + 16 : top };
}

function edgesOf(feature) {
    return [
        ...feature.requires.map((edge) => ({ from: feature.name, to: edge.feature, kind: 'requires', when: edge.when })),
        ...feature.needs.flatMap((edge) =>
            providers(edge.feature).map((to) => ({ from: feature.name, to, kind: 'needs', via: edge.feature, when: edge.when })),
        ),
        ...feature.recommends.map((edge) => ({ from: feature.name, to: edge.feature, kind: 'recommends', when: edge.when })),
        ...feature.conflicts
            .filter((edge) => feature.name < edge.feature)
            .map((edge) => ({ from: feature.name, to: edge.feature, kind: 'conflicts', when: edge.when })),
    ];
}

function providers(capability) {
    return report.capabilities.get(capability)?.providers ?? [];
}

/** Text is not measured before it is drawn; names are short and mostly of one width. */
function nodeWidth(name) {
    return Math.max(76, 44 + 7.4 * shortName(name).length);
}

function shortName(name) {
    return name.length > 28 ? `${name.slice(0, 27)}…` : name;
}
