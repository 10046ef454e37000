package outpost.tun;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import outpost.core.log.Causes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What of the C library is called. Every call throws with the system's error number where it returns -1. */
final class Libc {
    static final int EPERM = 1;
    static final int ENOENT = 2;
    static final int EINTR = 4;
    static final int ENXIO = 6;
    static final int EAGAIN = 11;
    static final int EACCES = 13;
    static final int EBUSY = 16;
    static final int ENODEV = 19;

    static final int O_RDWR = 2;

    /** The same on all processors this is built for. */
    static final int O_CLOEXEC = 0x80000;

    static final int O_NONBLOCK = 0x800;
    static final short POLLIN = 1;

    /** Why nothing of it can be called; empty where all can. Kept, since a class is initialised once and tells the reason only then. */
    private static final Optional<String> MISSING = register();

    private Libc() {}

    private static Optional<String> register() {
        try {
            Native.register("c");
            return Optional.empty();
        } catch (LinkageError none) {
            return Optional.of(Causes.text(none));
        }
    }

    /**
     * To be asked before anything is called.
     *
     * @throws IOException if nothing can be called here
     */
    static void require() throws IOException {
        if (MISSING.isPresent()) {
            throw new IOException("the C library cannot be called: " + MISSING.get()
                    + "; is this image for this platform, and its JNA as well?");
        }
    }

    static native int open(String path, int flags) throws LastErrorException;

    static native int close(int descriptor) throws LastErrorException;

    static native int ioctl(int descriptor, NativeLong request, byte[] argument) throws LastErrorException;

    static native int pipe2(int[] ends, int flags) throws LastErrorException;

    static native int poll(ByteBuffer entries, NativeLong count, int millis) throws LastErrorException;

    static native NativeLong read(int descriptor, ByteBuffer into, NativeLong most) throws LastErrorException;

    static native NativeLong write(int descriptor, ByteBuffer from, NativeLong count) throws LastErrorException;
}
