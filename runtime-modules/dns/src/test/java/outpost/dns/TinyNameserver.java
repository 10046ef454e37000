package outpost.dns;

import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers on loopback over UDP and TCP on one port. Tests of the whole ask a real one, in namespaces of their own. */
final class TinyNameserver implements AutoCloseable {
    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private final AtomicInteger asked = new AtomicInteger();

    TinyNameserver() throws IOException {
        tcp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress());
        start(this::datagrams);
        start(this::connections);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // The test is over.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), tcp.getLocalPort());
    }

    int asked() {
        return asked.get();
    }

    private void datagrams() throws IOException {
        byte[] buffer = new byte[4096];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            udp.receive(packet);
            byte[] reply = answer(Arrays.copyOf(buffer, packet.getLength())).toWire(1232);
            udp.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
        }
    }

    private void connections() throws IOException {
        while (true) {
            try (Socket socket = tcp.accept()) {
                DataInputStream in = new DataInputStream(socket.getInputStream());
                byte[] reply = answer(in.readNBytes(in.readUnsignedShort())).toWire();
                DataOutputStream out = new DataOutputStream(socket.getOutputStream());
                out.writeShort(reply.length);
                out.write(reply);
            }
        }
    }

    private Message answer(byte[] query) throws IOException {
        asked.incrementAndGet();
        Message asks = new Message(query);
        Message answer = Replies.to(asks, Rcode.NOERROR);
        Record question = asks.getQuestion();
        if (question.getType() == Type.A) {
            InetAddress address = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 80});
            answer.addRecord(new ARecord(question.getName(), DClass.IN, 300, address), Section.ANSWER);
        } else {
            for (int i = 0; i < 40; i++) {
                answer.addRecord(
                        new TXTRecord(question.getName(), DClass.IN, 300, i + "y".repeat(100)), Section.ANSWER);
            }
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        tcp.close();
        udp.close();
    }
}
