"""What the embedded Kafka is told: one node, KRaft, small, quick to start and quick to notice that a client is gone."""

from collections.abc import Mapping, Sequence

HOST = "127.0.0.1"
NODE = 1

# The largest message of any topic (streams/topics.py) must pass a fetch of its own replica, too.
LARGEST_MESSAGE_BYTES = 17 * 1024 * 1024

JVM = (
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",  # a short life: start quickly, never mind the last tenth of speed
    "-Xms32m",
    "-Xmx256m",
    "-XX:+ExitOnOutOfMemoryError",
    "-XX:-UsePerfData",
    "-Xlog:disable",
    "-Xlog:all=error:stderr",
    "-Djava.awt.headless=true",
    "--enable-native-access=ALL-UNNAMED",  # the codecs' native parts, without a warning each
    "--sun-misc-unsafe-memory-access=allow",
)

PROPERTIES: Mapping[str, str | int] = {
    "process.roles": "broker,controller",
    "node.id": NODE,
    "controller.listener.names": "CONTROLLER",
    "inter.broker.listener.name": "PLAINTEXT",
    # one node keeps one copy
    "offsets.topic.replication.factor": 1,
    "offsets.topic.num.partitions": 4,
    "transaction.state.log.replication.factor": 1,
    "transaction.state.log.min.isr": 1,
    "transaction.state.log.num.partitions": 2,
    "share.coordinator.state.topic.replication.factor": 1,
    "share.coordinator.state.topic.min.isr": 1,
    # topics are declared (streams/topics.py), never made by a typing mistake
    "auto.create.topics.enable": "false",
    "replica.fetch.max.bytes": LARGEST_MESSAGE_BYTES,
    # groups form at once; a session may be shorter than Kafka's default lower bound of 6 s
    "group.initial.rebalance.delay.ms": 0,
    "group.min.session.timeout.ms": 1000,
    # after kill -9 the restarted broker waits for its own old session to end
    "broker.session.timeout.ms": 2000,
    "broker.heartbeat.interval.ms": 500,
    # memory and disk of a guest, not of a server
    "num.network.threads": 2,
    "num.io.threads": 2,
    "background.threads": 2,
    "num.recovery.threads.per.data.dir": 1,
    "log.cleaner.dedupe.buffer.size": 8 * 1024 * 1024,
    "log.index.size.max.bytes": 1024 * 1024,
    "metadata.max.idle.interval.ms": 5000,
}


def server_properties(
    *,
    port: int,
    controller_port: int,
    data: str,
    listeners: Sequence[str] = (),
    properties: Mapping[str, str] | None = None,
) -> str:
    """The text of server.properties; *listeners* stand beside the plain one, *properties* win over ours."""
    addresses = [f"PLAINTEXT://{HOST}:{port}", f"CONTROLLER://{HOST}:{controller_port}", *listeners]
    told = {
        **PROPERTIES,
        "listeners": ",".join(addresses),
        "controller.quorum.voters": f"{NODE}@{HOST}:{controller_port}",
        "log.dirs": data,
        **(properties or {}),
    }
    return "".join(f"{name}={value}\n" for name, value in told.items())


def meta_properties(cluster_id: str) -> str:
    """All that `kafka-storage format` leaves behind for one node, without a second JVM."""
    return f"version=1\nnode.id={NODE}\ncluster.id={cluster_id}\n"


def log4j2(path: str) -> str:
    """Warnings and worse into the file at *path*."""
    return (
        '<Configuration status="ERROR"><Appenders>'
        f'<File name="file" fileName="{path}"><PatternLayout pattern="%d %p %m (%c)%n"/></File>'
        '</Appenders><Loggers><Root level="WARN"><AppenderRef ref="file"/></Root></Loggers></Configuration>\n'
    )
