"""The embedded Kafka with a door of every kind: TLS, TLS that asks for our certificate, passwords, and wrong ones.

All on one JVM: certificates are made here, SCRAM users by Kafka's own StorageTool before it starts.
"""

import os
import subprocess
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import trustme
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from rich.console import Console

from agents.broker import Kafka
from agents.broker.config import server_properties
from agents.broker.jars import class_path
from agents.broker.java import java
from agents.broker.places import jars_folder
from agents.broker.readiness import free_port, port_is_free

HOST = "127.0.0.1"
CLUSTER = "bWFyc2FkLWxvY2tlZC1rYQ"
USER, GUEST = "alice", "guest"  # a guest may log in, and nothing else
PASSWORD = "canary-correct-horse-4f1a"  # found nowhere but where it is needed: test_secrets.py
KEY_PASSWORD = "canary-battery-staple-9c2e"

# name -> (protocol, SASL mechanisms, whose certificate)
DOORS: Mapping[str, tuple[str, str, str]] = {
    "password": ("SASL_PLAINTEXT", "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512", ""),
    "scramonly": ("SASL_PLAINTEXT", "SCRAM-SHA-512", ""),
    "tls": ("SSL", "", "server"),
    "mutual": ("SSL", "", "server"),
    "both": ("SASL_SSL", "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512", "server"),
    "expired": ("SSL", "", "expired"),
    "elsewhere": ("SSL", "", "elsewhere"),
    "trap": ("PLAINTEXT", "", ""),  # it sends clients on to where nobody is
}
NOBODY = "127.0.0.1:1"


class LockedKafka:
    """One broker; `settings(door)` are the right settings for a door, as fields of Settings."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.ports = {door: free_port() for door in DOORS}
        self.ca, self.other_ca = folder / "ca.pem", folder / "other-ca.pem"
        self._make_certificates()
        names = ",".join(f"{door.upper()}:{protocol}" for door, (protocol, _, _) in DOORS.items())
        properties = {
            "listener.security.protocol.map": f"PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,{names}",
            "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "super.users": f"User:ANONYMOUS;User:{USER}",
            "ssl.principal.mapping.rules": "RULE:^.*CN=([^,]+).*$/$1/,DEFAULT",
            "listener.name.mutual.ssl.client.auth": "required",
        }
        for door in DOORS:
            properties |= self._door(door)
        data, port = folder / "kafka", free_port()
        told = {"PLAINTEXT": f"{HOST}:{port}"} | {door.upper(): self.address(door) for door in DOORS} | {"TRAP": NOBODY}
        properties["advertised.listeners"] = ",".join(f"{name}://{address}" for name, address in told.items())
        self.kafka = Kafka(
            port=port,
            data=data,
            listeners=[f"{door.upper()}://{HOST}:{port}" for door, port in self.ports.items()],
            properties=properties,
        )
        self._add_scram_users(data)

    def await_doors(self) -> None:
        """Kafka counts as started once its own listener answers; these may open a moment later."""
        until = time.monotonic() + 30
        for port in self.ports.values():
            while port_is_free(port):
                assert time.monotonic() < until, f"nothing listens on {port}"
                time.sleep(0.05)

    def address(self, door: str) -> str:
        return f"{HOST}:{self.ports[door]}"

    def settings(self, door: str, mechanism: str = "PLAIN", **more: Any) -> dict[str, Any]:
        """Fields of Settings that open *door*."""
        protocol, mechanisms, certificate = DOORS[door]
        fields: dict[str, Any] = {"bootstrap": (self.address(door),), "security_protocol": protocol}
        if certificate:
            fields["ssl_ca"] = self.ca
        if mechanisms:
            fields |= {"sasl_mechanism": mechanism, "sasl_username": USER, "sasl_password": PASSWORD}
        if door == "mutual":
            fields |= {"ssl_certificate": self.folder / "client.pem", "ssl_key": self.folder / "client-key.pem"}
            fields["ssl_key_password"] = KEY_PASSWORD
        return fields | more

    def _door(self, door: str) -> dict[str, str]:
        _, mechanisms, certificate = DOORS[door]
        name = f"listener.name.{door}"
        told = {}
        if certificate:
            told |= {
                f"{name}.ssl.keystore.type": "PEM",
                f"{name}.ssl.keystore.location": str(self.folder / f"{certificate}-store.pem"),
                f"{name}.ssl.truststore.type": "PEM",
                f"{name}.ssl.truststore.location": str(self.ca),
            }
        if mechanisms:
            told[f"{name}.sasl.enabled.mechanisms"] = mechanisms
            users = " ".join(f'user_{user}="{PASSWORD}"' for user in (USER, GUEST))
            module = "org.apache.kafka.common.security"
            for mechanism in mechanisms.lower().split(","):
                told[f"{name}.{mechanism}.sasl.jaas.config"] = (
                    f"{module}.plain.PlainLoginModule required {users};"
                    if mechanism == "plain"
                    else f"{module}.scram.ScramLoginModule required;"
                )
        return told

    def _make_certificates(self) -> None:
        ca, stranger = trustme.CA(), trustme.CA()
        ca.cert_pem.write_to_path(self.ca)
        stranger.cert_pem.write_to_path(self.other_ca)
        past = {"not_before": datetime(2017, 9, 1, tzinfo=UTC), "not_after": datetime(2017, 9, 5, tzinfo=UTC)}
        for name, leaf in {
            "server": ca.issue_cert("localhost", HOST),
            "expired": ca.issue_cert("localhost", HOST, **past),
            "elsewhere": ca.issue_cert("kafka.example"),
        }.items():
            chain = b"".join(pem.bytes() for pem in leaf.cert_chain_pems)
            (self.folder / f"{name}-store.pem").write_bytes(_pkcs8(leaf) + chain)  # Java reads no other form
        ours = ca.issue_cert("marsad.example", common_name=USER)
        ours.cert_chain_pems[0].write_to_path(self.folder / "client.pem")
        (self.folder / "client-key.pem").write_bytes(_pkcs8(ours, KEY_PASSWORD))
        theirs = stranger.issue_cert("marsad.example", common_name=USER)
        theirs.cert_chain_pems[0].write_to_path(self.folder / "stranger.pem")
        (self.folder / "stranger-key.pem").write_bytes(_pkcs8(theirs))

    def _add_scram_users(self, data: Path) -> None:
        """Format the data folder with Kafka's own tool; it needs no broker for it."""
        (data / "data").mkdir(parents=True)
        config = data / "format.properties"
        config.write_text(
            server_properties(
                port=self.kafka.port,
                controller_port=free_port(),
                data=str(data / "data"),
                listeners=self.kafka.listeners,
                properties=self.kafka.properties,
            )
        )
        jars = os.pathsep.join(map(str, class_path(jars_folder(), Console(stderr=True))))
        users = [f"SCRAM-SHA-{bits}=[name={USER},password={PASSWORD}]" for bits in (256, 512)]
        command = [
            str(java()),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-cp",
            jars,
            "kafka.tools.StorageTool",
        ]
        command += ["format", "--cluster-id", CLUSTER, "--config", str(config)]
        for user in users:
            command += ["--add-scram", user]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr


def _pkcs8(leaf: trustme.LeafCert, password: str = "") -> bytes:
    key = load_pem_private_key(leaf.private_key_pem.bytes(), None)
    lock = BestAvailableEncryption(password.encode()) if password else NoEncryption()
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock)
