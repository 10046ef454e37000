// All images of a merged report: a row for each profile or row of the matrix, a column for each platform.

function matrix() {
    const cells = [
        ...report.images.flatMap(cellsOf),
        ...report.missing.map((missing) => ({ row: missing.name, platform: missing.platform, missing })),
    ];
    const rows = [...new Set(cells.map((cell) => cell.row))];
    const platforms = [...new Set(cells.map((cell) => cell.platform))].sort(byName);
    const at = new Map(cells.map((cell) => [`${cell.row}\n${cell.platform}`, cell]));
    const grid = h(
        'table',
        { class: 'grid' },
        h('caption', { class: 'unseen' }, 'Profiles and rows by platform'),
        h(
            'thead',
            {},
            h(
                'tr',
                {},
                h('th', { scope: 'col' }, 'Profile'),
                platforms.map((platform) => h('th', { scope: 'col' }, platform)),
            ),
        ),
        h(
            'tbody',
            {},
            rows.map((row) =>
                h(
                    'tr',
                    {},
                    h('th', { scope: 'row' }, row),
                    platforms.map((platform) => h('td', {}, cell(at.get(`${row}\n${platform}`)))),
                ),
            ),
        ),
    );
    onMove(() => markCell(grid));
    return section(
        'matrix',
        'Images',
        'All images',
        verdict(),
        h(
            'p',
            { class: 'note' },
            'Rows of the matrix by platform; the three signs are those of resolve, audit and check. Choose a cell to see its image below.',
        ),
        h('div', { class: 'scrolls', tabindex: 0, role: 'region', 'aria-label': 'Grid of images' }, grid),
        faults(report.faults),
        missingCells(),
    );
}

/** The cells of an image: its own, and those of the rows that come to the same image. */
function cellsOf(image) {
    const others = image.standsFor.filter((name) => name !== image.name);
    return [image.name, ...others].map((row) => ({ row, platform: image.platform, image, same: row !== image.name }));
}

function cell(found) {
    if (!found) {
        return h('span', { class: 'blank' }, h('span', { class: 'unseen' }, 'not asked for'));
    }
    if (found.missing) {
        return h('a', { class: 'cell missing', href: '#missing' }, badge('red', 'Missing'));
    }
    const { image } = found;
    return h(
        'button',
        { type: 'button', class: `cell ${image.verdict}`, 'data-image': image.key, onclick: () => openImage(image) },
        badge(STATES[image.verdict], image.verdict === 'green' ? 'Green' : 'Red'),
        h('span', { class: 'note' }, bytes(image.bytes), found.same && ` · same as ${image.name}`),
        h(
            'span',
            { class: 'dots' },
            LINES.map(([key, title]) => [
                sign(STATES[image.lines[key].state]),
                h('span', { class: 'unseen' }, `${title} ${image.lines[key].state}. `),
            ]),
        ),
    );
}

function openImage(image) {
    go({ image: image.key });
    const title = document.getElementById('trust-title');
    title.focus({ preventScroll: true });
    scrollTo(document.getElementById('trust'));
}

function markCell(grid) {
    for (const button of grid.querySelectorAll('[data-image]')) {
        button.setAttribute('aria-current', button.dataset.image === currentImage().key);
    }
}
