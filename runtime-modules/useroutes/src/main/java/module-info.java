/** The feature useroutes. */
module outpost.useroutes {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.useroutes.UseRoutes;
}
