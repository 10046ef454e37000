// What all of it comes to: a report can be red where each of its images is green.

/** Whether one image says all that there is to say. */
function isOneImage() {
    return report.kind === 'build' && report.images.length === 1 && report.missing.length + faultsBeside().length === 0;
}

/** What is wrong and is of no image. */
function faultsBeside() {
    return report.faults.filter((fault) => report.images.every((image) => image.key !== fault.image));
}

/** The images of a build, and what stands against it beside them. */
function wholeBuild() {
    return section('build', 'Build', 'The whole build', verdict(), faults(report.faults), missingCells());
}

/** The report's own verdict, with what it counts. */
function verdict() {
    const red = report.images.filter((image) => image.verdict === 'red').length;
    const beside = faultsBeside().length;
    const counts = [
        `${count(report.images.length - red, 'image')} green`,
        `${red} red`,
        `${report.missing.length} missing`,
        beside > 0 && `${count(beside, 'fault')} beside them`,
    ];
    return h(
        'p',
        { class: 'lead' },
        badge(STATES[report.verdict], `${report.verdict === 'green' ? 'Green' : 'Red'}: ${counts.filter(Boolean).join(', ')}`),
    );
}

function missingCells() {
    return (
        report.missing.length > 0 &&
        h(
            'div',
            { id: 'missing', class: 'card' },
            h('h3', {}, 'Missing images'),
            h('p', {}, 'These were asked for, and no result came. Each can be built alone:'),
            h(
                'ul',
                { class: 'plain' },
                report.missing.map((one) =>
                    h(
                        'li',
                        {},
                        h('strong', {}, `${one.name} · ${one.platform}`),
                        snippet(one.command, `Command for ${one.name} on ${one.platform}`),
                    ),
                ),
            ),
        )
    );
}
