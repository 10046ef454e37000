// What was built, and whether it can be trusted.

const LINES = [
    ['resolve', 'Resolve', 'What is declared is followed'],
    ['audit', 'Audit', 'What the code needs is declared'],
    ['check', 'Check', 'The image was started and asked'],
];

function overview(image) {
    return section(
        'trust',
        'Trust',
        isOneImage() ? 'Can it be trusted?' : 'One image',
        h('p', { class: 'lead' }, badge(STATES[image.verdict], verdictWords(image)), h('strong', {}, image.label)),
        standsFor(image),
        h(
            'ol',
            { class: 'lines' },
            LINES.map(([key, title, what]) => lineCard(image.lines[key], title, what)),
        ),
        h('dl', { class: 'figures' }, figures(image)),
        faults(
            report.faults.filter((fault) => fault.image === image.key),
            image,
        ),
        budgets(image),
        image.notes.length > 0 && [
            h('h3', {}, 'To know'),
            h(
                'ul',
                { class: 'places' },
                image.notes.map((note) => h('li', {}, note)),
            ),
        ],
    );
}

function verdictWords(image) {
    const inState = (state) => LINES.filter(([key]) => image.lines[key].state === state).map(([, title]) => title.toLowerCase());
    const red = inState('red');
    const unrun = inState('not run');
    if (image.verdict === 'red') {
        const why = [red.length > 0 && `${red.join(' and ')} red`, unrun.length > 0 && `${unrun.join(' and ')} not run`].filter(Boolean);
        const against = new Set(report.faults.filter((fault) => fault.image === image.key).map((fault) => words(fault.kind)));
        return `Red: ${[...why, ...against].join(', ')}`.replace(/: $/, '');
    }
    return unrun.length > 0
        ? `Green, but not everything was asked: ${unrun.join(' and ')} not run`
        : 'Green: all three lines of defence hold';
}

function standsFor(image) {
    const names = image.standsFor.filter((name) => name !== image.name);
    return names.length > 0 && h('p', { class: 'note' }, `Linked once, and also the image of ${names.join(', ')}.`);
}

function lineCard(line, title, what) {
    const word = { green: 'Green', red: 'Red', 'not run': 'Not run' }[line.state];
    return h(
        'li',
        { class: `card line ${STATES[line.state]}` },
        h('div', { class: 'line-head' }, h('h3', {}, title), badge(STATES[line.state], word)),
        h('p', { class: 'what' }, what),
        h('p', { class: 'says' }, line.says),
    );
}

function figures(image) {
    const run = image.checks.filter((one) => one.outcome !== 'not-applicable');
    const smallest = [...image.archives].sort((one, other) => one.bytes - other.bytes)[0];
    const open = report.findings.filter((finding) => !finding.accepted).length;
    const starts = image.checks.map((one) => one.startMillis).filter((millis) => millis !== undefined);
    const peaks = image.checks.map((one) => one.peakKib).filter((kib) => kib !== undefined);
    return [
        figure('On disk', bytes(image.bytes)),
        smallest && figure('To transfer', bytes(smallest.bytes), smallest.format),
        figure('Features', `${image.included.length} of ${image.features.size.toLocaleString('en')}`, `${image.leftOut.length} left out`),
        figure('Modules', image.modules.length.toLocaleString('en'), `${image.modules.filter((module) => module.jdk).length} of the JDK`),
        figure('Checks passed', run.length > 0 ? `${run.filter((one) => one.outcome === 'passed').length} of ${run.length}` : 'none ran'),
        figure('Findings', open.toLocaleString('en'), `${report.findings.length - open} accepted`),
        starts.length > 0 && figure('Start', seconds(Math.max(...starts) / 1000), 'the slowest'),
        peaks.length > 0 && figure('Memory', bytes(1024 * Math.max(...peaks)), 'the most of one process'),
    ];
}

function figure(name, value, note) {
    return h('div', {}, h('dt', {}, name), h('dd', {}, h('strong', {}, value), note && h('span', { class: 'note' }, note)));
}

/** What makes a report red beside the lines of defence; each leads to its image, unless that is the one that is shown. */
function faults(some, shown) {
    const imageOf = (fault) => report.images.find((image) => image.key === fault.image && image !== shown);
    return (
        some.length > 0 &&
        h(
            'ul',
            { class: 'plain faults' },
            some.map((fault) =>
                h(
                    'li',
                    { class: 'card finding red' },
                    h(
                        'div',
                        { class: 'finding-head' },
                        badge('red', words(fault.kind)),
                        imageOf(fault) && h('a', { href: `#image=${encodeURIComponent(fault.image)}` }, imageOf(fault).label),
                        h('span', {}, fault.text),
                    ),
                    fault.command && snippet(fault.command, `Command that mends: ${fault.text}`),
                ),
            ),
        )
    );
}

const BUDGET_STATES = { kept: 'green', exceeded: 'red', 'not measured': 'none', 'not held': 'none' };

function budgets(image) {
    return image.budgets.length > 0 && h('div', { class: 'budgets' }, h('h3', {}, 'Budgets'), h('ul', {}, image.budgets.map(budget)));
}

function budget(one) {
    const shown = one.budget === 'start' ? (millis) => (millis === undefined ? '–' : `${millis}\u00a0ms`) : bytes;
    const over = one.measured > one.limit;
    const state = one.state ?? (one.measured === undefined ? 'not measured' : over ? 'exceeded' : 'kept');
    const word = state === 'exceeded' ? `over by ${shown(one.measured - one.limit)}` : state;
    const contributors = one.contributors ?? [];
    return h(
        'li',
        {},
        h(
            'div',
            { class: 'budget' },
            h('strong', {}, one.budget),
            h(
                'span',
                { class: 'number' },
                one.measured === undefined ? `limit ${shown(one.limit)}` : `${shown(one.measured)} of ${shown(one.limit)}`,
            ),
            badge(BUDGET_STATES[state] ?? 'none', word),
        ),
        h('meter', {
            min: 0,
            max: one.limit,
            low: one.limit * 0.998,
            high: one.limit * 0.999,
            optimum: 0,
            value: one.measured ?? 0,
            'aria-label': `${one.budget}: part of the budget that is used`,
        }),
        contributors.length > 0 && [
            h('p', { class: 'note' }, 'Leaving out gives back:'),
            h(
                'ul',
                { class: 'plain gives-back' },
                contributors.map((giver) =>
                    h('li', {}, h('span', {}, featureLinks([giver.feature])), h('span', { class: 'number' }, shown(giver.givesBack))),
                ),
            ),
        ],
    );
}
