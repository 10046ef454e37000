// What the code and the catalogue do not agree in, with the evidence and the edit.

const SEVERITY_WORDS = { error: 'Error', warning: 'Warning', info: 'Note' };

function findings() {
    const all = [...report.findings, ...report.catalogFindings];
    if (all.length === 0) {
        const audited = report.images.some((image) => image.lines.audit.state !== 'not run');
        return section(
            'findings',
            'Findings',
            'Findings',
            empty(audited ? 'None: code and catalogue agree.' : 'The audit was not run: mvn whittle:audit'),
        );
    }
    const list = h('ul', { class: 'plain findings' });
    const told = h('p', { class: 'note', role: 'status' });
    const search = h('input', {
        type: 'search',
        id: 'finding-search',
        placeholder: 'feature, class, code …',
        autocomplete: 'off',
        oninput: show,
    });
    const kinds = ['error', 'warning', 'info'].filter((severity) => all.some((finding) => finding.severity === severity));
    const boxes = kinds.map((severity) => [severity, h('input', { type: 'checkbox', checked: true, onchange: show })]);
    const accepted = h('input', { type: 'checkbox', id: 'accepted', onchange: show });
    const items = all.map((finding) => ({ finding, text: JSON.stringify(finding).toLowerCase() }));
    let shown = ROWS_AT_ONCE;

    function show() {
        const wanted = search.value.trim().toLowerCase();
        const fits = items.filter(
            ({ finding, text }) =>
                text.includes(wanted) &&
                (accepted.checked || !finding.accepted) &&
                boxes.some(([severity, box]) => box.checked && severity === finding.severity),
        );
        const more = () => {
            shown = Infinity;
            show();
        };
        fill(
            list,
            fits.slice(0, shown).map(({ finding }) => findingItem(finding)),
            fits.length > shown &&
                h('li', {}, h('button', { type: 'button', onclick: more }, `Show ${count(fits.length - shown, 'more finding')}`)),
        );
        told.textContent = `${Math.min(shown, fits.length)} of ${count(all.length, 'finding')} shown`;
    }

    show();
    const hidden = all.filter((finding) => finding.accepted).length;
    return section(
        'findings',
        'Findings',
        'Findings',
        h(
            'form',
            { class: 'tools', onsubmit: (event) => event.preventDefault() },
            h('div', { class: 'field' }, h('label', { for: 'finding-search' }, 'Search'), search),
            h(
                'fieldset',
                {},
                h('legend', { class: 'unseen' }, 'Severity'),
                boxes.map(([severity, box]) => h('label', {}, box, ` ${SEVERITY_WORDS[severity]}s`)),
            ),
            hidden > 0 && h('label', {}, accepted, ` Accepted (${hidden})`),
        ),
        told,
        list,
    );
}

function findingItem(finding) {
    const { feature = finding.subject?.name, target = finding.others?.join(', '), places = [], bites = {}, chain = [], also = [] } = finding;
    const edits = [finding, ...also].map((one) => one.edit).filter(Boolean);
    return h(
        'li',
        { class: `card finding ${SEVERITIES[finding.severity]}` },
        h(
            'div',
            { class: 'finding-head' },
            badge(SEVERITIES[finding.severity], SEVERITY_WORDS[finding.severity]),
            h('code', {}, finding.code),
            finding.accepted && h('span', { class: 'tag' }, 'accepted in whittle.lock'),
            finding.subject && h('span', { class: 'tag' }, 'of the catalogue'),
        ),
        h('h3', {}, feature ? featureLinks([feature]) : 'base', target && [h('span', { class: 'to' }, ' → '), featureLinks([target])]),
        h('p', {}, finding.text),
        also.length > 0 && h('p', {}, 'The same is true of ', featureLinks(also.map((other) => other.feature ?? 'base')), '.'),
        Object.keys(bites).length > 0 &&
            h(
                'p',
                { class: 'note' },
                `Bites in ${Object.entries(bites)
                    .map(([profile, platforms]) => `${profile} (${platforms.join(', ')})`)
                    .join('; ')}.`,
            ),
        places.length > 0 && [
            h('h4', {}, 'Evidence'),
            h(
                'ul',
                { class: 'places' },
                places.map((one) => h('li', {}, placeOf(one))),
                finding.more > 0 && h('li', { class: 'note' }, `and ${count(finding.more, 'more place')}`),
            ),
        ],
        chain.length > 0 && [
            h('h4', {}, 'Reached by'),
            h(
                'ol',
                { class: 'places' },
                chain.map((step) => h('li', {}, h('code', {}, step))),
            ),
        ],
        (finding.mend || edits.length > 0) && h('h4', {}, 'What to do'),
        finding.mend && h('p', {}, `${finding.mend} `, h('span', { class: 'note' }, `feature-tags.yaml, line ${finding.at.line}`)),
        edits.map((edit) => snippet(editText(edit), `Edit for ${finding.code}`)),
    );
}

function placeOf(one) {
    return [
        h('code', {}, `${one.class}${one.member ? `.${one.member}` : ''}`),
        one.file && [' ', h('code', { class: 'what' }, `${one.file}${one.line ? `:${one.line}` : ''}`)],
        h('span', { class: 'note' }, ` in ${one.module}`),
    ];
}

/** An addition to the catalogue, as one would write it there. */
function editText({ feature, list, entry, because }) {
    const comment = because ? `   # ${because}` : '';
    return feature ? `features:\n  ${feature}:\n    ${list}: [${entry}]${comment}` : `base:\n  ${list}: [${entry}]${comment}`;
}
