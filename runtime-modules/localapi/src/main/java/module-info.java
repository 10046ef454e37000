/** HTTP over a Unix socket for programs on the same machine. */
module outpost.localapi {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.localapi.LocalApiFeature;
    provides outpost.core.service.LocalApi with
            outpost.localapi.LocalApiFeature;
}
