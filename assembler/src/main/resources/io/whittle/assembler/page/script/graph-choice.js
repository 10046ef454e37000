// Which features are drawn. Up to a size all of them; of a large catalogue what matters, or what is around one feature.

const ALL_AT_ONCE = 120;
const MOST_AROUND = 80;

/**
 * The names of the features that matter most in an image: those that need a look, then those that were asked for, then the
 * dearest; each with the chain that brought it and what it requires, since one without the other says little.
 */
function whatMatters(image) {
    const troubled = new Set(
        report.findings.filter((finding) => !finding.accepted).flatMap(subjectsOf),
    );
    const failing = new Set(image.checks.filter((one) => OUTCOMES[one.outcome] === 'red').flatMap((one) => one.features));
    const dearest = Math.max(1, ...[...image.costs.values()].map((one) => one.alone?.bytes ?? 0));
    const weight = ({ name, requires, requiredBy }) => {
        const found = image.features.get(name);
        return (
            (troubled.has(name) ? 16 : 0) +
            (failing.has(name) ? 16 : 0) +
            (found?.kind === 'asked-for' ? 4 : 0) +
            (found?.in ? 2 : 0) +
            Math.log2(1 + requires.length + requiredBy.length) +
            (image.costs.get(name)?.alone?.bytes ?? 0) / dearest
        );
    };
    const inOrder = [...report.features.values()].map((feature) => [feature, weight(feature)]).sort((one, other) => other[1] - one[1]);
    const chosen = new Set();
    for (const [{ name, requires }] of inOrder) {
        const along = [name, ...chainOf(image, name), ...requires.map((edge) => edge.feature)];
        along.filter((one) => report.features.has(one)).forEach((one) => chosen.add(one));
        if (chosen.size >= MOST_AROUND) {
            break;
        }
    }
    return chosen;
}

/** A feature with what it needs and what needs it, step by step, until there are enough of them. */
function around(name) {
    const found = new Set([name]);
    for (let edge = [name]; edge.length > 0 && found.size < MOST_AROUND;) {
        edge = edge.flatMap(neighbours).filter((one) => !found.has(one) && report.features.has(one));
        edge.slice(0, MOST_AROUND - found.size).forEach((one) => found.add(one));
    }
    return found;
}

function neighbours(name) {
    const feature = report.features.get(name);
    return feature ? [...feature.requires, ...feature.requiredBy].map((edge) => edge.feature) : [];
}

/** Everything that a feature reaches in one direction: 'requires' or 'requiredBy'. */
function closure(name, direction) {
    const found = new Set();
    const open = [name];
    while (open.length > 0) {
        for (const edge of report.features.get(open.pop())?.[direction] ?? []) {
            if (!found.has(edge.feature) && edge.feature !== name) {
                found.add(edge.feature);
                open.push(edge.feature);
            }
        }
    }
    return found;
}
