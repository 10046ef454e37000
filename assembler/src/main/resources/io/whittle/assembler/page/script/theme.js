// Light, dark, or as the system has it. What was chosen is kept where the browser lets a page keep anything.

const THEMES = ['auto', 'light', 'dark'];

function startTheme() {
    const select = document.getElementById('theme');
    select.closest('label').hidden = false;
    let theme = 'auto';
    try {
        theme = localStorage.getItem('whittle-theme') ?? theme;
    } catch {
        // Then it is asked for again in the next report.
    }
    use(THEMES.includes(theme) ? theme : 'auto');
    select.addEventListener('change', () => use(select.value));

    function use(chosen) {
        select.value = chosen;
        if (chosen === 'auto') {
            document.documentElement.removeAttribute('data-theme');
        } else {
            document.documentElement.setAttribute('data-theme', chosen);
        }
        try {
            localStorage.setItem('whittle-theme', chosen);
        } catch {
            // As above.
        }
    }
}
