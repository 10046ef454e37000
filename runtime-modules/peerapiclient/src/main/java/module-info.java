/** The feature peerapiclient. */
module outpost.peerapiclient {
    requires outpost.core;

    provides outpost.core.Feature with
            outpost.peerapiclient.PeerApiClient;
    provides outpost.core.service.PeerApi with
            outpost.peerapiclient.PeerApiClient;
}
