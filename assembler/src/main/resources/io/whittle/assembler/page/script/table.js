// Tables that sort. A column: {title, key: row → what it sorts by, cell: row → what it shows, number?, bar?: row → 0..1}.

const ROWS_AT_ONCE = 200;

/** A table with a caption; `first` is the column by which it is sorted at first, downwards where that is a number. */
function sortingTable({ caption, columns, rows, first = 0, mark }) {
    let sorted = { column: first, down: Boolean(columns[first].number) };
    let shown = ROWS_AT_ONCE;
    const body = h('tbody');
    const more = h('div', { class: 'more' });
    const heads = columns.map((column, index) => {
        const button = h(
            'button',
            { type: 'button', onclick: () => sortBy(index) },
            column.title,
            h('span', { class: 'arrow', 'aria-hidden': 'true' }),
        );
        return h('th', { scope: 'col', class: column.number ? 'number' : undefined }, button);
    });
    const table = h('table', {}, h('caption', {}, caption), h('thead', {}, h('tr', {}, heads)), body);

    function sortBy(index) {
        const again = sorted.column === index;
        sorted = { column: index, down: again ? !sorted.down : Boolean(columns[index].number) };
        show();
        announce(`Sorted by ${columns[index].title}, ${sorted.down ? 'descending' : 'ascending'}`);
    }

    function show() {
        const { key } = columns[sorted.column];
        const inOrder = rows
            .map((row, index) => ({ row, index, value: key(row) }))
            .sort((one, other) => (sorted.down ? -1 : 1) * compare(one.value, other.value) || one.index - other.index);
        heads.forEach((head, index) => {
            if (index === sorted.column) {
                head.setAttribute('aria-sort', sorted.down ? 'descending' : 'ascending');
            } else {
                head.removeAttribute('aria-sort');
            }
        });
        fill(
            body,
            inOrder.slice(0, shown).map(({ row }) => line(row)),
        );
        const rest = inOrder.length - shown;
        fill(more, rest > 0 && h('button', { type: 'button', onclick: showAll }, `Show ${count(rest, 'more row')}`));
    }

    function showAll() {
        shown = Infinity;
        show();
    }

    function line(row) {
        const cells = columns.map((column, index) => {
            const bar =
                column.bar &&
                s(
                    'svg',
                    { class: 'bar', 'aria-hidden': 'true', preserveAspectRatio: 'none', viewBox: '0 0 100 4' },
                    s('rect', { width: 100 * Math.max(0, Math.min(1, column.bar(row))), height: 4 }),
                );
            const attributes = { class: column.number ? 'number' : undefined, scope: index === 0 ? 'row' : undefined };
            return h(index === 0 ? 'th' : 'td', attributes, column.cell(row), bar);
        });
        return h('tr', { class: mark?.(row) }, cells);
    }

    show();
    return h('div', {}, h('div', { class: 'scrolls', tabindex: 0, role: 'region', 'aria-label': caption }, table), more);
}

function compare(one, other) {
    if (one === undefined || other === undefined) {
        // What is not known stands behind, for a column of numbers that begins with the greatest.
        return (one === undefined ? 0 : 1) - (other === undefined ? 0 : 1);
    }
    return typeof one === 'number' ? one - other : byName(String(one), String(other));
}
