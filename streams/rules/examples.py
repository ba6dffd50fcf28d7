"""Examples: texts that a rule must match or must not; they come with the rule and are run by `marsad rules test`."""

from streams import yaml
from streams.rules.model import Example
from streams.rules.reading import Reading

FIELDS = ("text", "title", "source", "language", "published_at", "why")
FORM = "write match: [text, ...] and no_match: [{text: ..., why: ...}]"


def parse_examples(node: yaml.Node, reading: Reading) -> tuple[Example, ...]:
    """The examples of a rule; each of `no_match` says why."""
    fields = reading.fields(node, "examples", optional=("match", "no_match"))
    examples: list[Example] = []
    for name, value in (fields or {}).items():
        if not isinstance(value, yaml.Sequence):
            reading.refuse(value, f"{name} takes a list", FORM)
            continue
        found = (_example(item, reading, is_match=name == "match") for item in value.items)
        examples += [example for example in found if example]
    return tuple(examples)


def _example(node: yaml.Node, reading: Reading, *, is_match: bool) -> Example | None:
    location = reading.location(node)
    if not isinstance(node, yaml.Mapping):
        text = reading.text(node, "a text")
        if text and not is_match:
            reading.refuse(node, "a no_match example without why", "write {text: ..., why: ...}")
        return Example(text=text, is_match=is_match, location=location) if text else None
    fields = reading.fields(node, "an example", required=("text",), optional=FIELDS[1:])
    if fields is None:
        return None
    published = fields.pop("published_at", None)
    at = reading.instant(published) if published else None
    texts = {name: reading.text(value, f"the {name}") or "" for name, value in fields.items()}
    if not is_match and "why" not in texts:
        reading.refuse(node, "a no_match example without why", "add why: the reason, in a few words")
    return Example(is_match=is_match, published_at=at, location=location, **texts) if texts["text"] else None
