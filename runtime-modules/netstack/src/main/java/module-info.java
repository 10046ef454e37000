/** The feature netstack. */
module outpost.netstack {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.netstack.Netstack;
    provides outpost.core.service.ServiceAddressTransport with
            outpost.netstack.Netstack;
}
