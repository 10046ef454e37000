/** The feature gro. */
module outpost.gro {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.gro.Gro;
}
