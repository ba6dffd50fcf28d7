"""group_by: the values that make matches the same alert; several values are several groups."""

from collections.abc import Mapping

import pytest

from streams.rules import Outcome, match_rule

PLACES = "mentions: {place: syria}"


@pytest.fixture
def outcome(bench):
    def told(condition: str, text: str, group_by: str, *more: str, **fields: object) -> Outcome | None:
        pack = "\n".join(["- id: r", f"  when: {{{condition}}}", f"  group_by: {group_by}", *(f"  {m}" for m in more)])
        made = bench(pack)
        findings, article = made.findings(text, **fields)
        return match_rule(made.rule, findings, article, made.lexicon)

    return told


@pytest.fixture
def groups(outcome):
    def told(*args: str, **fields: object) -> list[Mapping[str, str | None]]:
        return [group.values for group in outcome(*args, **fields).groups]

    return told


@pytest.mark.parametrize(
    "text", ["قصف الميادين وتدمر", "Shells hit Mayadin and Palmyra", "Обстреляны Маядин и Пальмира"]
)
def test_each_place_is_a_group(groups, text: str) -> None:
    assert groups(PLACES, text, "[place.governorate]") == [
        {"place.governorate": "syria.deir-ez-zor"},
        {"place.governorate": "syria.homs"},
    ]
    assert groups(PLACES, text, "[place, place.governorate]") == [
        {"place": "syria.deir-ez-zor.mayadin", "place.governorate": "syria.deir-ez-zor"},
        {"place": "syria.homs.palmyra", "place.governorate": "syria.homs"},
    ]


def test_no_group_by_is_one_group(groups) -> None:
    assert groups(PLACES, "Shells hit Mayadin and Palmyra", "[]") == [{}]


def test_only_mentions_that_satisfied_the_rule_count(groups) -> None:
    text = "Shells hit Mayadin and Palmyra, ISIS said"
    assert groups("mentions: {place: {within: syria.homs}}", text, "[place, actor]") == [
        {"place": "syria.homs.palmyra", "actor": None}
    ]
    assert groups("all: [shells]", text, "[place]") == [{"place": None}]


def test_a_name_without_value_is_null(groups) -> None:
    assert groups(PLACES, "Calm in Syria", "[place.governorate]") == [{"place.governorate": None}]
    assert groups(PLACES, "Shells hit Mayadin in Syria", "[place.governorate]") == [
        {"place.governorate": "syria.deir-ez-zor"}
    ]


def test_places_far_from_the_words_of_the_rule_do_not_count(groups) -> None:
    text = "Shells hit Mayadin.\nThe minister went to Palmyra."
    assert groups(f"all: [shells], {PLACES}", text, "[place]") == [{"place": "syria.deir-ez-zor.mayadin"}]
    assert groups(f"all: [minister], {PLACES}", text, "[place]") == [{"place": "syria.homs.palmyra"}]
    # the words name no place in their own sentence: then the places that are named
    assert groups(f"all: [snow], {PLACES}", f"Snow.\n{text}", "[place]") == [
        {"place": "syria.deir-ez-zor.mayadin"},
        {"place": "syria.homs.palmyra"},
    ]


def test_values_of_one_sentence_belong_together(groups) -> None:
    condition = "in: sentence, mentions: {actor: [islamic-state, sdf], place: syria}"
    text = "ISIS left Mayadin. The SDF is in Palmyra."
    assert groups(condition, text, "[actor, place]") == [
        {"actor": "islamic-state", "place": "syria.deir-ez-zor.mayadin"},
        {"actor": "sdf", "place": "syria.homs.palmyra"},
    ]
    assert groups(condition, "ISIS and the SDF fight in Mayadin.", "[actor, place]") == [
        {"actor": "islamic-state", "place": "syria.deir-ez-zor.mayadin"},
        {"actor": "sdf", "place": "syria.deir-ez-zor.mayadin"},
    ]


def test_values_that_no_sentence_tells_together_are_joined(groups) -> None:
    condition = "mentions: {actor: islamic-state, place: syria}"
    text = "ISIS withdrew. Mayadin is calm. Palmyra too."
    assert groups(condition, text, "[actor, place]") == [
        {"actor": "islamic-state", "place": "syria.deir-ez-zor.mayadin"},
        {"actor": "islamic-state", "place": "syria.homs.palmyra"},
    ]


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("قصفت طائرات روسية الميادين", "air"),
        ("أطلقت فرقاطة روسية صواريخ كاليبر على الميادين", "sea"),
        ("Russian warplanes hit Mayadin", "air"),
        ("A Russian frigate fired Kalibr missiles at Mayadin", "sea"),
        ("Российские самолеты разбомбили Маядин", "air"),
        ("Russian warplanes and a Russian frigate hit Mayadin", None),  # which of the two?
    ],
)
def test_platform_is_that_of_the_one_carrier_or_weapon(groups, text: str, platform: str | None) -> None:
    condition = "in: sentence, mentions: {actor: russia.military, place: syria}"
    assert groups(condition, text, "[place.governorate, platform]") == [
        {"place.governorate": "syria.deir-ez-zor", "platform": platform}
    ]


def test_a_word_on_a_weapon_tells_its_platform_too(groups) -> None:
    assert groups("all: [Kalibr]", "Kalibr missiles were fired", "[platform]") == [{"platform": "sea"}]


def test_a_group_that_knows_less_gives_way(groups) -> None:
    condition = "in: sentence, any: [frigate, raid], mentions: {place: syria}"
    text = "A raid on Mayadin. A Russian frigate fired at Mayadin. A raid on Palmyra."
    assert groups(condition, text, "[place.governorate, platform]") == [
        {"place.governorate": "syria.deir-ez-zor", "platform": "sea"},
        {"place.governorate": "syria.homs", "platform": None},
    ]


def test_what_the_article_says_of_itself(groups) -> None:
    names = "[source, language, article]"
    assert groups("all: [raid]", "A raid", names, source="desk") == [
        {"source": "desk", "language": "en", "article": "a"}
    ]
    assert groups("all: [raid]", "A raid", "[source]", url="https://example.org/x") == [{"source": "example.org"}]
    assert groups("all: [raid]", "A raid", "[source]") == [{"source": None}]


def test_each_group_has_its_own_evidence_and_labels(outcome) -> None:
    told = outcome(
        "in: sentence, any: [shells, jets], mentions: {place: syria}",
        "Shells hit Mayadin. Russian jets hit Palmyra.",
        "[place]",
        'labels: {by: "{platform}", where: "{place} in {place.governorate}", desk: syria}',
    )
    assert [dict(group.labels) for group in told.groups] == [
        {"where": "syria.deir-ez-zor.mayadin in syria.deir-ez-zor", "desk": "syria"},
        {"by": "air", "where": "syria.homs.palmyra in syria.homs", "desk": "syria"},
    ]
    assert [len(group.spans) for group in told.groups] == [2, 2]
    assert len(told.spans) == 4


def test_groups_are_at_most_50(outcome) -> None:
    text = " ".join(f"A raid in town number {n}." for n in range(80))
    assert len(outcome("all: [raid]", text, "[article]").groups) == 1
    assert len(outcome("all: [raid]", text, "[]").spans) == 50


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("group_by: place", "group_by takes a list"),
        ("group_by: [plase]", 'group_by: unknown name "plase"; did you mean "place"?'),
        ("group_by: [place.goverment]", 'did you mean "place.governorate"?'),
        ("group_by: [place, place]", '"place" twice'),
        (
            "group_by: [recipient]",
            '"recipient" is told by an event, and this rule asks for none; write `event: type` in `when`',
        ),
        (
            'labels: {x: "{event.platform}"}',
            '"{event.platform}" is told by an event, and this rule asks for none',
        ),
        ('labels: {x: "{plattform}"}', 'labels: unknown name "plattform"; did you mean "platform"?'),
        ('labels: {x: "{platform"}', "a brace without its other half"),
        ("labels: {x: {platform}}", 'a label is a text; put it in quotes: "{platform}"'),
        ("labels: [x]", "labels takes a mapping"),
    ],
)
def test_what_is_refused(faults, line: str, said: str) -> None:
    (fault,) = faults(f"- id: r\n  when: raid\n  {line}")
    assert fault.startswith("3:")
    assert said in fault
