/** Tells who is calling from the peer credentials of a Unix socket. */
module outpost.unixsocketidentity {
    requires jdk.net;
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.unixsocketidentity.UnixSocketIdentity;
}
