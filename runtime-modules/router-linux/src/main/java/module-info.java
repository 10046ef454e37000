/** The feature osrouter on Linux. */
module outpost.router.linux {
    requires outpost.router;

    provides outpost.core.Feature with
            outpost.router.linux.LinuxRouter;
    provides outpost.core.service.MeshRoutes with
            outpost.router.linux.LinuxRouter;
}
