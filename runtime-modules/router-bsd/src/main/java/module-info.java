/** The feature osrouter on FreeBSD, OpenBSD and NetBSD. */
module outpost.router.bsd {
    requires outpost.router;

    provides outpost.core.Feature with
            outpost.router.bsd.BsdRouter;
    provides outpost.core.service.MeshRoutes with
            outpost.router.bsd.BsdRouter;
}
