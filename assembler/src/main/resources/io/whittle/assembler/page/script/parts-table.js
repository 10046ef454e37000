// The parts of an image as a table, for those who want numbers or cannot see areas.

function moduleTable(modules, total) {
    const most = Math.max(...modules.map((module) => module.bytes));
    return sortingTable({
        caption: 'Parts of the image',
        rows: modules,
        first: 2,
        columns: [
            { title: 'Part', key: (one) => one.name, cell: (one) => h('code', {}, one.name) },
            {
                title: 'For',
                key: (one) => one.owner ?? '',
                cell: (one) => (ownerFeature(one.owner) ? featureLink(ownerFeature(one.owner)) : (one.owner ?? '–')),
            },
            { title: 'Size', number: true, key: (one) => one.bytes, cell: (one) => bytes(one.bytes), bar: (one) => one.bytes / most },
            { title: 'Share', number: true, key: (one) => one.bytes, cell: (one) => percent(one.bytes, total) },
            ...Object.entries(KINDS).map(([kind, title]) => ({
                title,
                number: true,
                key: (one) => one.kinds[kind] ?? 0,
                cell: (one) => bytes(one.kinds[kind] ?? 0),
            })),
        ],
    });
}
