/** What the routers of all operating systems share. */
module outpost.router {
    requires transitive outpost.core;

    exports outpost.router;
}
