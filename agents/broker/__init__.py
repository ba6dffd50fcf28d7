"""The embedded Apache Kafka: a real broker as a child process, for the first run and for every test.

jars (fetched once, pinned) -> config (its properties) -> leash (a process that ends with us) -> readiness -> Kafka.
"""

from agents.broker.errors import BrokerError
from agents.broker.kafka import Kafka
from agents.broker.readiness import port_is_free

__all__ = ["BrokerError", "Kafka", "port_is_free"]
