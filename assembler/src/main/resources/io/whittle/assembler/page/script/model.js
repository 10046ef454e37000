// The report as it is asked for: by feature, by image. The one place that knows how the document is built.

/** Reads the report that stands in the page. */
function readReport() {
    const read = JSON.parse(document.getElementById('report').textContent);
    const features = new Map(read.features.map((feature) => [feature.name, { ...feature, requiredBy: [], recommendedBy: [] }]));
    const capabilities = new Map(read.capabilities.map((capability) => [capability.name, capability]));
    for (const feature of features.values()) {
        for (const edge of feature.requires) {
            features.get(edge.feature)?.requiredBy.push({ feature: feature.name, when: edge.when });
        }
        for (const edge of feature.recommends) {
            features.get(edge.feature)?.recommendedBy.push({ feature: feature.name, when: edge.when });
        }
        // A conflict is written on one side and holds on both.
        for (const edge of feature.conflicts) {
            const other = features.get(edge.feature);
            if (other && !other.conflicts.some((one) => one.feature === feature.name)) {
                other.conflicts = [...other.conflicts, { feature: feature.name, when: edge.when }];
            }
        }
    }
    return { ...read, features, capabilities, images: read.images.map(readImage) };
}

function readImage(image) {
    const costs = image.cost?.features ?? [];
    return {
        ...image,
        label: `${image.name} · ${image.platform}`,
        features: new Map(image.features.map((feature) => [feature.name, feature])),
        included: image.features.filter((feature) => feature.in),
        leftOut: image.features.filter((feature) => !feature.in),
        costs: new Map(costs.map((cost) => [cost.feature, cost])),
        parts: [...image.modules.map(modulePart), ...image.jars.map(jarPart), ...image.files.map(filePart)],
    };
}

// What an image is made of: {name, what, owner?, from?, bytes, kinds: {native, classes, other}}.

function modulePart(module) {
    const kinds = { native: 0, classes: module.classes ?? 0, other: module.other ?? 0 };
    return {
        name: module.name,
        what: module.jdk ? 'jdk' : ownerFeature(module.owner) || module.owner ? 'own' : 'library',
        owner: module.owner ?? (module.requiredBy && `needed by ${module.requiredBy}`),
        kinds,
        bytes: kinds.classes + kinds.other,
    };
}

function jarPart(jar) {
    const bytes = jar.bytes ?? 0;
    const owner = jar.owner ?? (jar.requiredBy && `needed by ${jar.requiredBy}`);
    return { name: jar.artifact, what: jar.owner ? 'own' : 'library', owner, kinds: { native: 0, classes: bytes, other: 0 }, bytes };
}

function filePart(file) {
    const kinds = { native: 0, classes: 0, other: 0 };
    kinds[file.kind === 'native' ? 'native' : 'other'] = file.bytes;
    return { name: file.path, what: 'file', kinds, bytes: file.bytes };
}

/** The feature that an owner names, as in "feature dns"; undefined where it is another owner. */
function ownerFeature(owner) {
    const name = owner?.startsWith('feature ') ? owner.slice('feature '.length) : undefined;
    return report?.features.has(name) ? name : undefined;
}

/** The image that is looked at: the one named in the address, or else the first red one, or else the first. */
function currentImage() {
    const { images } = report;
    return images.find((image) => image.key === place.image) ?? images.find((image) => image.verdict === 'red') ?? images[0];
}

/** The features that a finding is about; among them may be names that are none, and undefined for base. */
function subjectsOf({ feature, target, also = [] }) {
    return [feature, target, ...also.map((other) => other.feature)];
}

/** Findings that are about a feature. */
function findingsOf(name) {
    return report.findings.filter((finding) => subjectsOf(finding).includes(name));
}

/** Checks of an image that prove a feature. */
function checksOf(image, name) {
    return image.checks.filter((one) => one.features.includes(name));
}

/** What came of a check, in a word. */
function outcomeOf(one) {
    return one.flaky && one.outcome === 'passed' ? 'flaky' : one.outcome;
}

const STATES = { green: 'green', red: 'red', 'not run': 'none' };
const OUTCOMES = { passed: 'green', flaky: 'amber', failed: 'red', 'not-run': 'red', 'not-applicable': 'none' };
const SEVERITIES = { error: 'red', warning: 'amber', info: 'none' };

/** A word in place of an identifier: not-run becomes not run. */
function words(identifier) {
    return identifier.replaceAll('-', ' ');
}

/** The report of this page; set when it starts. */
let report;
