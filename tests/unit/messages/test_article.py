"""An article's outlet, and what others say of it."""

import pytest

from streams.messages import Article, Severity


@pytest.mark.parametrize(
    ("source", "url", "outlet"),
    [
        ("عنب بلدي", "https://example.org/1", "عنب بلدي"),
        ("BBC", None, "BBC"),
        (None, "https://www.Example.org:8080/a?b=c", "www.example.org"),
        (None, "https://пример.рф/1", "пример.рф"),
        (None, "https://[2001:db8::1]/1", "2001:db8::1"),
        (None, "https://[2001:db8::1/1", "unknown"),
        (None, "no url at all", "unknown"),
        (None, "", "unknown"),
        (None, None, "unknown"),
    ],
)
def test_the_outlet_is_the_source_else_the_host_else_unknown(source: str | None, url: str | None, outlet: str) -> None:
    assert Article(id="1", text="x", source=source, url=url).outlet == outlet


def test_the_reference_has_all_but_the_text_and_no_endless_title() -> None:
    ref = Article(id="1", text="x", title="ق" * 5000, source="sana").ref()
    assert ref.title == "ق" * 1000
    assert (ref.id, ref.source, ref.url, ref.language) == ("1", "sana", None, None)
    assert Article(id="1", text="x").ref().title is None


def test_the_language_found_stands_where_none_was_given() -> None:
    assert Article(id="1", text="x").ref("ar").language == "ar"
    assert Article(id="1", text="x", language="fa").ref("ar").language == "fa"


def test_severities_rise_as_written() -> None:
    assert [severity.rank for severity in Severity] == [0, 1, 2, 3, 4]
    assert [severity.value for severity in Severity] == ["info", "low", "medium", "high", "critical"]
