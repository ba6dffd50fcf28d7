"""docs/asyncapi.yaml: valid by AsyncAPI's own schema, and the same as the code."""

import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import orjson
import pytest
import yaml  # noqa: TID251 - streams.yaml reads rules, and refuses what this page may have
from jsonschema import Draft7Validator

from streams import topics
from streams.messages import DeadReason
from tests.contract.write_schemas import FOLDER, TYPES
from tests.docs.pages import HOUSE

PAGE = HOUSE / "docs" / "asyncapi.yaml"
SPECS = "@asyncapi/specs@6.11.1"  # where AsyncAPI publishes its schemas


@pytest.fixture(scope="module")
def page() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(PAGE.read_text("utf-8"))
    return read


def pointed(page: dict[str, Any], ref: str) -> Any:
    """What `#/a/b` names."""
    found: Any = page
    for part in ref.removeprefix("#/").split("/"):
        found = found[part]
    return found


def refs(node: Any) -> list[str]:
    if isinstance(node, dict):
        own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
        return own + [ref for value in node.values() for ref in refs(value)]
    return [ref for value in node for ref in refs(value)] if isinstance(node, list) else []


def test_every_topic_is_a_channel_with_its_policy(page: dict[str, Any]) -> None:
    assert {channel["address"] for channel in page["channels"].values()} == {topic.name() for topic in topics.TOPICS}
    for topic in topics.TOPICS:
        channel = page["channels"][topic.suffix]
        kafka = channel["bindings"]["kafka"]
        assert channel["address"] == kafka["topic"] == topic.name()
        assert kafka["partitions"] == topics.PARTITIONS
        told = {
            name: ",".join(value) if isinstance(value, list) else str(value)
            for name, value in kafka["topicConfiguration"].items()
        }
        assert told == topic.config


def test_every_reference_leads_somewhere(page: dict[str, Any]) -> None:
    for ref in refs(page):
        if ref.startswith("#/"):
            assert isinstance(pointed(page, ref), dict)
        else:
            assert (PAGE.parent / ref).is_file(), ref
    assert {Path(ref).stem for ref in refs(page) if ref.startswith("schemas/")} == set(TYPES)
    assert PAGE.parent / "schemas" == FOLDER


def test_agents_read_and_write_what_they_do(page: dict[str, Any]) -> None:
    operations = page["operations"].values()
    read = {
        op["bindings"]["kafka"]["groupId"]["enum"][0]: op["channel"]["$ref"] for op in operations if "bindings" in op
    }
    assert read == {"news.classify": "#/channels/articles", "news.app": "#/channels/matches"}
    assert {op["channel"]["$ref"] for op in operations if op["action"] == "send"} == {
        f"#/channels/{topic.suffix}" for topic in topics.TOPICS
    }
    reasons = page["components"]["messages"]["dead-letter"]["headers"]["properties"]["marsad-reason"]["enum"]
    assert set(reasons) == {str(reason) for reason in DeadReason}


def test_the_examples_fit_their_schemas(page: dict[str, Any]) -> None:
    for message in page["components"]["messages"].values():
        for example in message.get("examples", []):
            schema = orjson.loads((PAGE.parent / message["payload"]["$ref"]).read_bytes())
            assert Draft7Validator(schema).is_valid(example["payload"])


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Draft7Validator:
    """AsyncAPI 3's own schema, from its npm package. Skipped where no npm, or no registry, gives it."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip(f"npm is not installed (apt-get install npm): it brings {SPECS}")
    folder = tmp_path_factory.mktemp("asyncapi")
    got = subprocess.run([npm, "pack", "--silent", SPECS], cwd=folder, capture_output=True, text=True, check=False)
    if got.returncode:
        pytest.skip(f"npm can't fetch {SPECS}: {got.stderr.strip()[-200:]}")
    with tarfile.open(folder / got.stdout.strip()) as packed:
        schema = packed.extractfile("package/schemas/3.0.0-without-$id.json")  # all its parts in one file
        assert schema is not None
        return Draft7Validator(orjson.loads(schema.read()))


def test_asyncapi_itself_takes_the_page(official: Draft7Validator, page: dict[str, Any]) -> None:
    assert [f"{list(fault.path)}: {fault.message}" for fault in official.iter_errors(page)] == []


@pytest.mark.parametrize(
    ("where", "broken"),
    [
        ("#/operations/classify", {"action": "read"}),
        ("#/channels/alerts/bindings/kafka", {"partitions": 0}),
        ("#/info", {"version": 1}),
        ("#/servers/kafka", {"host": None}),
    ],
)
def test_asyncapi_itself_would_refuse_a_broken_one(
    official: Draft7Validator, where: str, broken: dict[str, Any]
) -> None:
    page = yaml.safe_load(PAGE.read_text("utf-8"))
    pointed(page, where).update(broken)
    assert not official.is_valid(page)
