/** A stream of state changes over the local API. */
module outpost.ipnbus {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.ipnbus.IpnBus;
}
