// Against the lock, changed parts, and the documents that stand beside the report.

function accepted(image) {
    const changed = [...image.modules, ...image.jars].filter((part) => part.changes.length > 0);
    return section(
        'lock',
        'Lock',
        'Against whittle.lock',
        image.lock.length === 0
            ? empty('No difference to what was accepted.')
            : h(
                  'pre',
                  { class: 'log', tabindex: 0, role: 'region', 'aria-label': 'Differences to whittle.lock' },
                  image.lock.map((line) => h('span', { class: line.startsWith('-') ? 'minus' : 'plus' }, `${line}\n`)),
              ),
        changed.length > 0 && [
            h('h3', {}, 'Changed jars'),
            h('p', { class: 'note' }, 'In the image these are not as they were published.'),
            h(
                'ul',
                { class: 'places' },
                changed.map((part) =>
                    h(
                        'li',
                        {},
                        h('strong', {}, part.name ?? part.artifact),
                        h('span', { class: 'note' }, ` ${part.from}`),
                        h(
                            'ul',
                            {},
                            part.changes.map((change_) => h('li', {}, change_)),
                        ),
                    ),
                ),
            ),
        ],
    );
}

function files(image) {
    const archives = image.archives.map((archive) =>
        h('li', {}, h('code', {}, archive.file), h('span', { class: 'note' }, ` ${archive.format}, ${bytes(archive.bytes)}`)),
    );
    const documents = image.documents.map((one) => h('li', {}, documentLink(one)));
    return (
        archives.length + documents.length > 0 &&
        section(
            'files',
            'Files',
            'Files',
            archives.length > 0 && h('ul', { class: 'places' }, archives),
            documents.length > 0 && [
                h('h3', {}, 'Documents'),
                h('p', { class: 'note' }, `In ${image.folder}`),
                h('ul', { class: 'places' }, documents),
            ],
        )
    );
}

/** A link to a file near the page; what else a report says must not become an address. */
function documentLink({ name, href }) {
    const near = href !== undefined && !/^[/\\]|[\\:?#]/.test(href);
    // It is encoded already, and begins here, so that none of it can be read as a host or a scheme.
    return near
        ? h('a', { href: `./${href}` }, name)
        : h('span', {}, name, h('span', { class: 'note' }, ' not beside this page'));
}
