/** The feature iptables. */
module outpost.iptables {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.iptables.Iptables;
}
