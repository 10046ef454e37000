// Numbers for people. Sizes are in powers of two, as the budgets of a catalogue are.

const UNITS = ['B', 'KiB', 'MiB', 'GiB'];

/** A size, such as 38.2 MiB; with `signed` a plus stands before what grows. */
function bytes(value, signed = false) {
    if (value === undefined || value === null) {
        return '–';
    }
    let size = Math.abs(value);
    let unit = 0;
    while (size >= 1024 && unit < UNITS.length - 1) {
        size /= 1024;
        unit++;
    }
    const before = value < 0 ? '−' : signed && value > 0 ? '+' : '';
    return `${before}${size.toFixed(unit === 0 || size >= 100 ? 0 : 1)}\u00a0${UNITS[unit]}`;
}

/** A duration, such as 420 ms or 1.4 s. */
function seconds(value) {
    if (value === undefined || value === null) {
        return '–';
    }
    if (value < 1) {
        return `${Math.round(1000 * value)}\u00a0ms`;
    }
    return value < 60
        ? `${value.toFixed(value < 10 ? 1 : 0)}\u00a0s`
        : `${Math.floor(value / 60)}\u00a0min ${Math.round(value % 60)}\u00a0s`;
}

/** A number with its noun, in the right one of two forms. */
function count(number, one, many = `${one}s`) {
    return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** A part of a whole, such as 12 %. */
function percent(part, whole) {
    const share = whole ? (100 * part) / whole : 0;
    return `${share > 0 && share < 1 ? '< 1' : Math.round(share)}\u00a0%`;
}

/** Names in the order in which people look for them. */
function byName(first, second) {
    return first.localeCompare(second, 'en', { numeric: true });
}
