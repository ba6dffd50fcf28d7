"""Links, files, accounts and locales, and what only looks like one, in pages of three languages."""

import pytest

from streams.lexicon.addresses import is_in_address, is_locale


@pytest.mark.parametrize(
    "raw",
    [
        "https://example.com/<syria>/1",
        "انظر www.<syria>-news.net الآن",
        "<syria>.sy",
        "الصورة <syria>.jpg",
        "пишите на <syria>@example.ru",
        "info@<syria>.org",
        "@<syria>_now",
        "сайт <syria>.ru/news.",
    ],
)
def test_a_name_in_an_address(raw):
    start, end = raw.index("<"), raw.index(">") - 1
    assert is_in_address(raw.replace("<", "").replace(">", ""), start, end)


@pytest.mark.parametrize(
    "raw",
    [
        "<Syria>",
        "(<Syria>).",
        "in <Syria>.The army",
        "<U.S>.-led",
        "#<Syria>",
        "@<Reuters>:",
        "<Syria>/Russia",
        "قال «<Syria>»",
        "в <Syria>, где",
        "anti-<Syria> forces",
    ],
)
def test_a_name_that_stands_for_itself(raw):
    start, end = raw.index("<"), raw.index(">") - 1
    assert not is_in_address(raw.replace("<", "").replace(">", ""), start, end)


@pytest.mark.parametrize(
    ("raw", "is_one"),
    [("en-US", True), ("x ru_RU", True), ("ex-US", False), ("golden-US", False), ("US", False), ("the US", False)],
)
def test_a_country_in_a_locale(raw, is_one):
    assert is_locale(raw, len(raw) - 2) is is_one
