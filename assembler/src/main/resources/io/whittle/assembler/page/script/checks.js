// The third line: what the image was asked, what came, and the end of its logs.

const ORDER = ['failed', 'not-run', 'flaky', 'passed', 'not-applicable'];

function checks(image) {
    const rank = (one) => ORDER.indexOf(outcomeOf(one));
    const all = [...image.checks].sort((one, other) => rank(one) - rank(other) || byName(one.name, other.name));
    const without = image.withoutCheck;
    return section(
        'checks',
        'Checks',
        'Checks',
        all.length === 0
            ? empty(
                  image.lines.check.state === 'not run'
                      ? `The image was not asked anything: ${image.lines.check.says}`
                      : 'No feature of this image names a check.',
              )
            : h('ul', { class: 'plain rows' }, all.map(check)),
        without.length > 0 && h('p', { class: 'note' }, 'In, and no check proves it: ', featureLinks(without), '.'),
    );
}

function check(one) {
    const outcome = outcomeOf(one);
    const state = OUTCOMES[outcome] ?? 'none';
    return h(
        'li',
        { id: `check=${encodeURIComponent(one.name)}` },
        h(
            'details',
            { open: state === 'red' || place.check === one.name },
            h(
                'summary',
                {},
                badge(state, words(outcome)),
                h('strong', {}, one.name),
                h('span', { class: 'note grow' }, one.summary ?? ''),
                h('span', { class: 'note number' }, seconds(one.seconds || undefined)),
            ),
            h(
                'div',
                { class: 'inner' },
                one.says !== outcome && h('p', { class: 'says' }, one.says),
                one.features.length > 0 && h('p', {}, 'Proves ', featureLinks(one.features), '.'),
                one.faults.map(fault),
                one.logs.length > 0 ? one.logs.map((each) => log(one, each)) : h('p', { class: 'note' }, 'It left no log.'),
            ),
        ),
    );
}

function fault(one) {
    return [
        h(
            'dl',
            { class: 'fault' },
            h('dt', {}, 'At'),
            h('dd', {}, one.at),
            h('dt', {}, 'Expected'),
            h('dd', {}, h('code', {}, one.expected)),
            h('dt', {}, 'Came'),
            h('dd', {}, h('code', {}, one.got)),
        ),
        one.again.length > 0 && [
            h('h3', { class: 'minor' }, 'Once more, by hand'),
            snippet(one.again.join('\n'), `Commands that do ${one.at} by hand`),
        ],
    ];
}

function log({ name }, one) {
    const text = one.lines.length > 0 ? one.lines.join('\n') : '(empty)';
    return [
        h(
            'h3',
            { class: 'minor' },
            h('code', {}, one.file),
            one.dropped > 0 && h('span', { class: 'note' }, ` the end; ${bytes(one.dropped)} before it stand in the folder of the checks`),
        ),
        h('pre', { class: 'log', tabindex: 0, role: 'region', 'aria-label': `Log of ${name}: ${one.file}` }, text),
    ];
}
