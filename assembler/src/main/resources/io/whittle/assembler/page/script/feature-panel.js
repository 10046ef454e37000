// One feature: in or out, why, and what hangs on it.

function featurePanel(image, name) {
    const feature = report.features.get(name);
    if (!feature) {
        return [
            h('h3', { tabindex: -1 }, name === undefined ? 'Choose a feature' : `The catalogue has no feature ${name}`),
            h('p', { class: 'note' }, 'Click one in the graph, or search, to see whether it is in, why, and what hangs on it.'),
            suggestions(image),
        ];
    }
    const found = image.features.get(name);
    const chain = chainOf(image, name);
    const price = image.costs.get(name);
    const checksHere = checksOf(image, name);
    const findingsHere = findingsOf(name);
    return [
        h(
            'div',
            { class: 'panel-head' },
            h('h3', { tabindex: -1 }, name),
            badge(found?.in ? 'green' : 'none', found?.in ? 'in' : 'out'),
            feature.internal && h('span', { class: 'tag' }, 'internal'),
        ),
        feature.summary && h('p', {}, feature.summary),
        h('h4', {}, found?.in ? 'Why it is in' : 'Why it is out'),
        h('p', { class: 'reason' }, found?.reason ?? 'It was not resolved for this image.'),
        chain.length > 1 &&
            h(
                'ol',
                { class: 'chain' },
                chain.map((one) => h('li', {}, one === name ? h('strong', {}, one) : featureLinks([one]))),
            ),
        edges('Requires', feature.requires, image),
        edges('Required by', feature.requiredBy, image),
        edges('Recommends', feature.recommends, image),
        edges('Recommended by', feature.recommendedBy, image),
        edges('Conflicts with', feature.conflicts, image),
        feature.needs.length > 0 && [
            h('h4', {}, 'Needs'),
            h(
                'ul',
                { class: 'plain' },
                feature.needs.map((edge) => need(edge)),
            ),
        ],
        price && [h('h4', {}, 'Cost'), h('p', {}, priceWords(price))],
        checksHere.length > 0 && [
            h('h4', {}, 'Checks'),
            h(
                'ul',
                { class: 'plain' },
                checksHere.map((one) => h('li', {}, badge(OUTCOMES[outcomeOf(one)], words(outcomeOf(one))), ' ', checkLink(one))),
            ),
        ],
        findingsHere.length > 0 && [
            h('h4', {}, 'Findings'),
            h(
                'ul',
                { class: 'plain' },
                findingsHere.map((one) =>
                    h(
                        'li',
                        {},
                        badge(SEVERITIES[one.severity], SEVERITY_WORDS[one.severity]),
                        ' ',
                        h('a', { href: '#findings' }, one.code),
                    ),
                ),
            ),
        ],
    ];
}

function edges(title, all, image) {
    return (
        all.length > 0 && [
            h('h4', {}, `${title} (${all.length})`),
            h(
                'ul',
                { class: 'edges-list' },
                [...all]
                    .sort((one, other) => byName(one.feature, other.feature))
                    .map((edge) =>
                        h(
                            'li',
                            { class: image.features.get(edge.feature)?.in ? 'in' : 'out' },
                            sign(image.features.get(edge.feature)?.in ? 'green' : 'none'),
                            h('span', { class: 'unseen' }, image.features.get(edge.feature)?.in ? 'in: ' : 'out: '),
                            featureLinks([edge.feature]),
                            edge.when && h('span', { class: 'note' }, ` on ${edge.when}`),
                        ),
                    ),
            ),
        ]
    );
}

/** Features with which most readers begin. */
function suggestions(image) {
    const some = (title, names) => {
        const known = [...new Set(names)].filter((one) => report.features.has(one)).slice(0, 8);
        return known.length > 0 && [h('h4', {}, title), h('p', {}, featureLinks(known))];
    };
    const size = (one) => change(one).bytes ?? 0;
    const dearest = [...image.costs.values()].filter((one) => one.in).sort((one, other) => size(other) - size(one));
    return [
        some(
            'With failing checks',
            image.checks.filter((one) => OUTCOMES[outcomeOf(one)] === 'red').flatMap((one) => one.features),
        ),
        some(
            'With findings',
            report.findings.filter((one) => !one.accepted).flatMap(subjectsOf),
        ),
        some(
            'The dearest',
            dearest.slice(0, 5).map((one) => one.feature),
        ),
        some(
            'Left out on purpose',
            image.leftOut.filter((one) => one.kind === 'excluded').map((one) => one.name),
        ),
    ];
}

function need(edge) {
    const some = providers(edge.feature);
    return h('li', {}, `${edge.feature}${edge.when ? ` on ${edge.when}` : ''}`, some.length > 0 && [', provided by ', featureLinks(some)]);
}

function priceWords(price) {
    if (price.refused) {
        return price.refused;
    }
    const { bytes: size, with: others = [] } = change(price);
    const along = others.length > 0 ? `, with ${others.length <= 4 ? others.join(', ') : count(others.length, 'other')}` : '';
    return price.in ? `Leaving it out gives back ${bytes(size)}${along}.` : `Adding it takes ${bytes(size)}${along}.`;
}

function checkLink(one) {
    return h('a', { href: `#check=${encodeURIComponent(one.name)}` }, one.name);
}
