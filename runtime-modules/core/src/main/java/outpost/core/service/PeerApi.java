package outpost.core.service;

import outpost.core.netmap.Peer;

import java.util.concurrent.CompletableFuture;

/** Talks to other nodes' HTTP interfaces through the mesh. Safe for use by several threads. */
public interface PeerApi {
    /**
     * Sends one request and gives the body of its answer. Fails where no answer comes in time, it is too long, or is not a success.
     *
     * @param path begins with a slash
     * @param type of the body that is sent and of the one that is taken
     */
    CompletableFuture<byte[]> post(Peer peer, String path, String type, byte[] body);
}
