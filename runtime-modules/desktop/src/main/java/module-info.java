/** The feature desktop. */
module outpost.desktop {
    requires java.desktop;
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.desktop.Desktop;
}
