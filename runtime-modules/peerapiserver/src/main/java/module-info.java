/** The feature peerapiserver. */
module outpost.peerapiserver {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.peerapiserver.PeerApiServer;
    provides outpost.core.service.ExitDns with
            outpost.peerapiserver.PeerApiServer;
}
