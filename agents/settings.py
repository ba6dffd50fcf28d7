"""Settings: MARSAD_<NAME> from the environment, and Kafka's own under librdkafka's names.

KAFKA_BOOTSTRAP_SERVERS, MARSAD_PREFIX, ... -> `load_settings` -> Settings -> app, supervisor, command line

A secret NAME may stand in a file that NAME_FILE names, as Docker and Kubernetes mount them. Of Kafka's variables an
empty one is as good as none: a compose file can't leave one out.
"""

import os
import re
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AliasChoices,
    Field,
    PrivateAttr,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from agents.broker.places import cache_folder
from streams import topics
from streams.errors import MarsadError

AGENTS = ("classify", "alert", "measure")
Words = Annotated[tuple[str, ...], NoDecode]
_PEM = {
    "ssl_ca": "the CA's certificate",
    "ssl_certificate": "our certificate, and those between it and the CA",
    "ssl_key": "our key",
}
_ADDRESS = re.compile(r"(?P<host>\[[0-9a-fA-F:]+\]|[\w.-]+):(?P<port>\d{1,5})")


def _named(*names: str) -> Any:
    return AliasChoices(*names)


class Settings(BaseSettings):
    """What a person may set. Every field names its variable; a field given as an argument wins over it."""

    model_config = SettingsConfigDict(env_prefix="MARSAD_", frozen=True, extra="ignore", populate_by_name=True)

    bootstrap: Words = Field(("127.0.0.1:9092",), validation_alias=_named("KAFKA_BOOTSTRAP_SERVERS"))
    security_protocol: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = Field(
        "PLAINTEXT", validation_alias=_named("KAFKA_SECURITY_PROTOCOL")
    )
    sasl_mechanism: Literal["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"] = Field(
        "PLAIN", validation_alias=_named("KAFKA_SASL_MECHANISM", "KAFKA_SASL_MECHANISMS")
    )
    sasl_username: str = Field("", validation_alias=_named("KAFKA_SASL_USERNAME"))
    sasl_password: SecretStr = Field(SecretStr(""), validation_alias=_named("KAFKA_SASL_PASSWORD"))
    ssl_ca: Path | None = Field(None, validation_alias=_named("KAFKA_SSL_CA_LOCATION"))  # the system's if absent
    ssl_certificate: Path | None = Field(None, validation_alias=_named("KAFKA_SSL_CERTIFICATE_LOCATION"))
    ssl_key: Path | None = Field(None, validation_alias=_named("KAFKA_SSL_KEY_LOCATION"))
    ssl_key_password: SecretStr = Field(SecretStr(""), validation_alias=_named("KAFKA_SSL_KEY_PASSWORD"))
    ssl_endpoint: Literal["https", "none"] = Field(  # none: any host name will do, if we trust who signed it
        "https", validation_alias=_named("KAFKA_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM")
    )
    client_id: str = Field("", validation_alias=_named("KAFKA_CLIENT_ID"))  # a name by role if empty

    prefix: str = topics.PREFIX  # names topics, groups, the Faust app and its changelogs
    http: str = "127.0.0.1:9464"  # worker 0's /metrics /livez /readyz; worker i takes port + i; "off" for none
    http_token: SecretStr = SecretStr("")  # who sends it as bearer token may read /metrics; nobody is asked if empty
    http_open: bool = False  # listen beyond loopback without a token: whoever reaches the port may read
    rules: Annotated[tuple[Path, ...], NoDecode] = ()  # files or folders, separated as in PATH
    only: Words = ()  # agents that a worker runs; all of them if empty
    partitions: int = Field(topics.PARTITIONS, ge=1, le=1000)  # of topics that are created
    state: Path = Field(default_factory=lambda: cache_folder() / "state")  # copies of the tables, and lock files
    fail_fast: bool = False  # end at once if no broker answers
    log: Literal["auto", "console", "json"] = "auto"  # auto: console on a terminal
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    worker: int = Field(0, ge=0)  # index of this worker; the supervisor sets it
    restarts: int = Field(0, ge=0)  # how often it was started again; the supervisor sets it
    parent_fd: int | None = None  # a pipe that ends when the supervisor does; the supervisor sets it

    _from_files: frozenset[str] = PrivateAttr(frozenset())  # fields whose value a NAME_FILE gave

    @model_validator(mode="before")
    @classmethod
    def _given(cls, values: dict[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in values.items() if value != "" or not key.upper().startswith("KAFKA_")}

    @field_validator("bootstrap", "only", mode="before")
    @classmethod
    def _split(cls, given: object) -> object:
        return tuple(part.strip() for part in given.split(",") if part.strip()) if isinstance(given, str) else given

    @field_validator("rules", mode="before")
    @classmethod
    def _paths(cls, given: object) -> object:
        return tuple(Path(part) for part in given.split(os.pathsep) if part) if isinstance(given, str) else given

    @field_validator("security_protocol", "sasl_mechanism", mode="before")
    @classmethod
    def _upper(cls, given: object) -> object:
        return given.upper() if isinstance(given, str) else given

    @field_validator("bootstrap")
    @classmethod
    def _reachable(cls, given: tuple[str, ...]) -> tuple[str, ...]:
        if not given or not all(map(_is_address, given)):
            raise ValueError("is no list of host:port; write for example 127.0.0.1:9092")
        return given

    @field_validator("http")
    @classmethod
    def _address(cls, given: str) -> str:
        if given != "off" and not _is_address(given):
            raise ValueError('is no host:port; write for example 127.0.0.1:9464, or "off"')
        return given

    @field_validator("prefix")
    @classmethod
    def _topic_letters(cls, given: str) -> str:
        if not re.fullmatch(r"[A-Za-z0-9._-]{0,100}", given):
            raise ValueError("names topics: use letters, digits, '.', '_' and '-', at most 100")
        return given

    @field_validator("only")
    @classmethod
    def _known(cls, given: tuple[str, ...], _info: ValidationInfo) -> tuple[str, ...]:
        if strangers := [name for name in given if name not in AGENTS]:
            raise ValueError(f"names no agent: {', '.join(strangers)}; agents are {', '.join(AGENTS)}")
        return given

    @field_validator("ssl_endpoint", mode="before")
    @classmethod
    def _lower(cls, given: object) -> object:
        return given.lower() if isinstance(given, str) else given

    @field_validator("ssl_ca", "ssl_certificate", "ssl_key")
    @classmethod
    def _file(cls, given: Path | None, about: ValidationInfo) -> Path | None:
        if given is not None and not given.is_file():
            raise ValueError(f"is no file; give the path of a PEM file with {_PEM[about.field_name or '']}")
        return given

    @model_validator(mode="after")
    def _complete(self) -> "Settings":
        if self.ssl_key is not None and self.ssl_certificate is None:
            raise ValueError("KAFKA_SSL_KEY_LOCATION: a key needs its certificate; set KAFKA_SSL_CERTIFICATE_LOCATION")
        if self.security_protocol.startswith("SASL") and not (self.sasl_username and self.sasl_password):
            raise ValueError(
                f"KAFKA_SECURITY_PROTOCOL: {self.security_protocol} needs a user; "
                "set KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD"
            )
        address = self.http_address()
        if address is not None and not (_is_loopback(address[0]) or self.http_open or self.http_token):
            raise ValueError(
                f"MARSAD_HTTP: {self.http} is open to the network and asks nobody who he is; "
                "set MARSAD_HTTP_TOKEN_FILE, or keep to 127.0.0.1, or say MARSAD_HTTP_OPEN=true if that is meant"
            )
        return self

    @property
    def agents(self) -> tuple[str, ...]:
        """The agents that this worker runs, in the order of the flow."""
        return tuple(name for name in AGENTS if not self.only or name in self.only)

    def topic(self, topic: topics.Topic) -> str:
        """The full name of *topic* in this installation."""
        return topic.name(self.prefix)

    def http_address(self, worker: int | None = None) -> tuple[str, int] | None:
        """Host and port of the endpoints of *worker* (this one if None); None if they are off."""
        if self.http == "off":
            return None
        host, _, port = self.http.rpartition(":")
        index = self.worker if worker is None else worker
        return host.strip("[]"), int(port) + index if int(port) else 0

    def environment(self) -> dict[str, str]:
        """These settings as variables, for a child process; paths absolute, secrets as they are.

        A secret that came from a file stays there: the child inherits the name of the file.
        """
        return {
            variable(name): written(getattr(self, name))
            for name in type(self).model_fields
            if getattr(self, name) is not None and name not in self._from_files
        }


SECRETS = frozenset(name for name, field in Settings.model_fields.items() if field.annotation is SecretStr)


def load_settings(**given: Any) -> Settings:
    """Settings from the environment, with *given* on top. Raises MarsadError: one line for each bad value."""
    secrets, faults = _secrets_in_files(set(given))
    faults += _contradictions(set(given))
    try:
        settings = Settings(**(given | secrets))
    except ValidationError as error:
        faults = [*(_line(fault) for fault in error.errors()), *faults]
    if faults:
        raise MarsadError("\n".join(faults))
    settings._from_files = frozenset(secrets)  # noqa: SLF001 - its own module
    return settings


def _contradictions(given: set[str]) -> list[str]:
    """Two names of one setting that say two things, a line each."""
    faults = []
    for field in sorted(Settings.model_fields.keys() - given):
        alias = Settings.model_fields[field].validation_alias
        names = [str(name) for name in alias.choices] if isinstance(alias, AliasChoices) else []
        told = {name: os.environ[name] for name in names if os.environ.get(name)}
        if len({value.upper() for value in told.values()}) > 1:
            faults.append(f"{' and '.join(told)}: say two things; keep one of them")
    return faults


def _secrets_in_files(given: set[str]) -> tuple[dict[str, SecretStr], list[str]]:
    """What NAME_FILE names, by field; and what is wrong with it, a line each."""
    found: dict[str, SecretStr] = {}
    faults: list[str] = []
    for field in sorted(SECRETS - given):
        name = variable(field)
        if not (path := os.environ.get(f"{name}_FILE")):
            continue
        if os.environ.get(name):
            faults.append(f"{name}: is given twice; keep either {name} or {name}_FILE")
            continue
        try:
            text = Path(path).read_text("utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "it is no UTF-8"
            faults.append(f"{name}_FILE: {path!r}: can't be read: {why}")
        else:
            found[field] = SecretStr(text)
            if not text:
                faults.append(f"{name}_FILE: {path!r}: is empty; write the secret into it")
    return found, faults


def variable(field: str) -> str:
    """The environment variable of a field of Settings."""
    alias = Settings.model_fields[field].validation_alias
    return str(alias.choices[0]) if isinstance(alias, AliasChoices) else f"MARSAD_{field.upper()}"


def _is_address(text: str) -> bool:
    found = _ADDRESS.fullmatch(text)
    return found is not None and int(found["port"]) < 65536


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def written(value: object) -> str:
    """A value as one would write it into its variable; secrets as they are."""
    if isinstance(value, SecretStr):
        return value.get_secret_value()
    if isinstance(value, Path):
        return str(value.absolute())
    if isinstance(value, tuple):
        paths = [part for part in value if isinstance(part, Path)]
        return os.pathsep.join(map(written, paths)) if paths else ",".join(map(str, value))
    return str(value)


def _line(fault: Any) -> str:
    """One fault as "VARIABLE: value what; what to do". A secret's value is never shown."""
    what = fault["msg"].removeprefix("Value error, ")
    if not fault["loc"]:
        return str(what)
    first = str(fault["loc"][0])
    name = first if first not in Settings.model_fields else variable(first)
    if name in map(variable, SECRETS):
        return f"{name}: can't be read"
    return f"{name}: {str(fault['input'])!r}: {what[0].lower()}{what[1:]}"
