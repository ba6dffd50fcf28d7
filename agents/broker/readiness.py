"""Whether a port is free, and whether a broker behind it is ready for clients."""

import socket
import struct

from agents.broker.config import HOST

METADATA_KEY, METADATA_VERSION = 3, 1


def port_is_free(port: int) -> bool:
    """Whether *port* can be listened on. A port whose last connections are winding down is free, as for Kafka."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
        return True


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def is_ready(port: int) -> bool:
    """Whether a Metadata request is answered with a live broker. That something listens is not enough.

    Kafka's protocol (https://kafka.apache.org/protocol): a request is size, api key, api version, correlation id,
    client id, then an empty list of topics; the answer is size, correlation id, and the number of brokers.
    """
    client = b"ready"
    body = struct.pack(f">hhih{len(client)}si", METADATA_KEY, METADATA_VERSION, 1, len(client), client, 0)
    try:
        with socket.create_connection((HOST, port), timeout=1) as connection:
            connection.settimeout(2)
            connection.sendall(struct.pack(">i", len(body)) + body)
            answer = connection.recv(12, socket.MSG_WAITALL)
    except OSError:
        return False
    return len(answer) == 12 and struct.unpack(">iii", answer)[2] > 0
