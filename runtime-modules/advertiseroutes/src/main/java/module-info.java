/** The feature advertiseroutes. */
module outpost.advertiseroutes {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.advertiseroutes.AdvertiseRoutes;
    provides outpost.core.service.RouteOffers with
            outpost.advertiseroutes.AdvertiseRoutes;
}
