"""What the embedded Kafka raises. The last remedy is always a Kafka elsewhere."""

from streams.errors import MarsadError

ELSEWHERE = "set KAFKA_BOOTSTRAP_SERVERS=host:port to use a Kafka that you already have"


class BrokerError(MarsadError):
    """The embedded Kafka can't be started, or ended on its own."""
