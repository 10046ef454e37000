// The page, put together.

const SECTIONS = [overview, features, checks, cost, treemap, accepted, files];

function start() {
    report = readReport();
    startTheme();
    Object.assign(place, placeInAddress() ?? {});
    const main = document.getElementById('main');
    const ofImage = h('div', { class: 'image' });
    fill(main, whole(), report.images.length > 1 && imageChoice(), ofImage);

    function show() {
        fill(
            ofImage,
            SECTIONS.map((part) => part(currentImage())),
        );
        // Findings are of the whole build; they stand between what they explain.
        ofImage.querySelector('#trust').after(findingsSection);
    }

    const findingsSection = findings();
    if (report.images.length > 0) {
        show();
        onMove((changed) => changed.includes('image') && show());
    } else {
        fill(ofImage, findingsSection);
    }
    navigation();
    window.addEventListener('hashchange', () => {
        const said = placeInAddress();
        if (said) {
            go(said);
            arrive(said);
        }
    });
    go({});
    arrive(place);
}

/** What is told before any one image. */
function whole() {
    if (report.kind === 'matrix') {
        return matrix();
    }
    return !isOneImage() && wholeBuild();
}

/** Shows what an address asked for. */
function arrive({ image, feature, check }) {
    if (check !== undefined) {
        const found = document.getElementById(`check=${encodeURIComponent(check)}`);
        found?.querySelector('details').setAttribute('open', '');
        found?.scrollIntoView();
    } else if (feature !== undefined) {
        showFeature();
    } else if (image !== undefined) {
        scrollTo(document.getElementById('trust'));
    }
}

function imageChoice() {
    const select = h(
        'select',
        { id: 'image-choice', onchange: () => go({ image: select.value }) },
        report.images.map((image) => h('option', { value: image.key }, `${image.label} (${image.verdict})`)),
    );
    onMove(() => (select.value = currentImage().key));
    return h('div', { class: 'choice' }, h('label', { for: 'image-choice' }, 'Image ', select));
}

function navigation() {
    const links = [...document.querySelectorAll('main section')].map((one) =>
        h('li', {}, h('a', { href: `#${one.id}` }, one.dataset.short)),
    );
    fill(document.getElementById('sections'), h('ul', {}, links));
}

start();
