"""docs/schemas/*.json from the message types: `python -m tests.contract.write_schemas` after a type has changed."""

from pathlib import Path
from typing import Any

import msgspec
import orjson

from streams.messages import Alert, ArticleFields, Classification, Match, Metric, Replayed

FOLDER = Path(__file__).parents[2] / "docs" / "schemas"
TYPES: dict[str, type] = {
    "article": ArticleFields,
    "classification": Classification,
    "match": Match,
    "alert": Alert,
    "metric": Metric,
    "replayed": Replayed,
}


def schema(name: str) -> dict[str, Any]:
    """JSON Schema 2020-12 of the messages of one topic, its own type at the root."""
    (root,), parts = msgspec.json.schema_components([TYPES[name]], ref_template="#/$defs/{name}")
    own = parts.pop(root["$ref"].removeprefix("#/$defs/"))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **own, "title": name, "$defs": parts}


def written(name: str) -> bytes:
    """The schema as the file has it."""
    return orjson.dumps(schema(name), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for each in TYPES:
        (FOLDER / f"{each}.json").write_bytes(written(each))
