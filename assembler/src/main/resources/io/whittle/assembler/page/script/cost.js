// What each feature costs: what leaving it out would give back, or what adding it would take.

function cost(image) {
    const all = [...image.costs.values()];
    if (all.length === 0) {
        return section('cost', 'Cost', 'Cost of features', empty('Not measured: `mvn whittle:cost`.'));
    }
    // One that is out can be far dearer than all that are in: each kind has its own measure.
    const most = (isIn) => Math.max(1, ...all.filter((one) => one.in === isIn).map((one) => change(one).bytes ?? 0));
    const dearest = { true: most(true), false: most(false) };
    return section(
        'cost',
        'Cost',
        'Cost of features',
        h(
            'p',
            { class: 'note' },
            'Change is what the image gives back when a feature goes with all that needs it, ',
            'or takes when it comes with all that it needs. Alone is its own part; shared it holds together with others. ',
            image.cost.exact ? 'Each was linked.' : 'Reckoned from the image; -Dwhittle.exact links each.',
        ),
        sortingTable({
            caption: 'Cost of each feature, in bytes on disk and to transfer',
            rows: all,
            first: 2,
            mark: (one) => (one.in ? undefined : 'out'),
            columns: [
                { title: 'Feature', key: (one) => one.feature, cell: (one) => featureLink(one.feature) },
                {
                    title: 'In',
                    key: (one) => (one.in ? 'in' : 'out'),
                    cell: (one) => badge(one.in ? 'green' : 'none', one.in ? 'in' : 'out'),
                },
                {
                    title: 'Change',
                    number: true,
                    key: (one) => change(one).bytes,
                    cell: (one) => (one.refused ? h('span', { class: 'note refused' }, one.refused) : signed(one, change(one).bytes)),
                    bar: (one) => (change(one).bytes ?? 0) / dearest[one.in],
                },
                { title: 'To transfer', number: true, key: (one) => change(one).archive, cell: (one) => signed(one, change(one).archive) },
                { title: 'Alone', number: true, key: (one) => one.alone?.bytes, cell: (one) => bytes(one.alone?.bytes) },
                { title: 'Shared', number: true, key: (one) => one.shared?.bytes, cell: (one) => bytes(one.shared?.bytes) },
                { title: 'With it', key: (one) => -(change(one).with ?? []).length, cell: (one) => names(change(one).with, featureLinks) },
                {
                    title: 'JDK modules',
                    key: (one) => -(change(one).jdkModules ?? []).length,
                    cell: (one) => names(change(one).jdkModules),
                },
                { title: 'Jars', key: (one) => -(change(one).jars ?? []).length, cell: (one) => names(change(one).jars) },
            ],
        }),
    );
}

/** What taking a feature away or adding it changes. */
function change(one) {
    return (one.in ? one.remove : one.add) ?? {};
}

/** A change with its sign: what is in can be given back, what is out would be added. */
function signed(one, size) {
    return bytes(size === undefined ? undefined : one.in ? -size : size, true);
}

function names(all, shown = (some) => some.map((one, index) => [index > 0 && ' ', h('span', { class: 'name' }, one)])) {
    const list = all ?? [];
    if (list.length <= 3) {
        return list.length === 0 ? '–' : shown(list);
    }
    return h('details', {}, h('summary', {}, count(list.length, 'name')), shown(list));
}
