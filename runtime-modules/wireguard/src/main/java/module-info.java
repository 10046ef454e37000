/** The feature wireguard. */
module outpost.wireguard {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.wireguard.WireGuard;
}
