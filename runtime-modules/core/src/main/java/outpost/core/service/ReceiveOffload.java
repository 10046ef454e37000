package outpost.core.service;

import java.nio.ByteBuffer;
import java.util.List;

/** Makes fewer and longer packets of those that a device had ready at once, so that less work is done for each. One thread calls. */
public interface ReceiveOffload {
    /**
     * The packets that come in place of these: what was sent comes once and, within a flow, in the order in which it came. None is
     * longer than an IP packet can be, and nothing is kept from one call to the next. Linear in the bytes.
     *
     * @param batch packets from position to limit, as the device gave them: nobody has looked at them yet. Those that come out may
     *     be views of them
     */
    List<ByteBuffer> coalesce(List<ByteBuffer> batch);

    /** How many packets were put into another one so far; may be asked by any thread. */
    long merged();
}
