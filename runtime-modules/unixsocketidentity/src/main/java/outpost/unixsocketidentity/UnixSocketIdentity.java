package outpost.unixsocketidentity;

import outpost.core.Feature;
import outpost.core.Node;
import outpost.core.service.CallerIdentity;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.HashSet;
import java.util.Set;

/**
 * Lets root, the daemon's own user, and the users named in the setting {@code operator} change the node. Users are compared by
 * number, so a user without a name counts too.
 */
public final class UnixSocketIdentity implements Feature {
    /** For the service loader. */
    public UnixSocketIdentity() {}

    @Override
    public String name() {
        return "unixsocketidentity";
    }

    @Override
    public void publish(Node node) throws IOException {
        UserPrincipalLookupService users = FileSystems.getDefault().getUserPrincipalLookupService();
        Set<UserPrincipal> writers = new HashSet<>();
        writers.add(root(users));
        writers.add(self(node.store().folder(name())));
        for (String operator : node.settings().list("operator")) {
            try {
                writers.add(users.lookupPrincipalByName(operator));
            } catch (UserPrincipalNotFoundException e) {
                // Whoever it names may not write; that is no reason to leave the network down.
                log(node).error("setting operator: this system has no user " + operator + "; mend the name");
            }
        }
        node.publish(CallerIdentity.class, new PeerCredentials(writers, log(node)));
    }

    /** A system without a table of users still knows the number. */
    private static UserPrincipal root(UserPrincipalLookupService users) throws IOException {
        try {
            return users.lookupPrincipalByName("root");
        } catch (UserPrincipalNotFoundException e) {
            return users.lookupPrincipalByName("0");
        }
    }

    /** The user as whom this process makes files. */
    private static UserPrincipal self(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, "owner", "");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }
}
