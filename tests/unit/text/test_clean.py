"""What `clean` promises beside whole pages (`test_clean_pages`): the seed, pages in one line, no empty body."""

from pathlib import Path

import pytest

from streams.text.clean import CutReason, clean

SEED = Path(__file__).parents[3] / "seeds" / "000_6b714176f946d910.txt"


def kept(text: str, title: str | None = None, language: str | None = None) -> str:
    """The body without its cuts."""
    body = clean(text, title, language)
    for cut in reversed([cut for cut in body.cut if body.start <= cut.start < body.end]):
        text = text[: cut.start] + text[cut.end :]
    inside = sum(cut.end - cut.start for cut in body.cut if body.start <= cut.start < body.end)
    return text[body.start : body.end - inside]


def test_the_seed_ends_before_its_byline() -> None:
    body = clean(SEED.read_text(encoding="utf-8"), None, None)

    assert (body.start, body.end) == (0, 2111)
    assert [(cut.start, cut.end, cut.reason) for cut in body.cut] == [
        (2112, 2122, CutReason.BYLINE),
        (2123, 2142, CutReason.COMMENT_FORM),
        (2143, 2183, CutReason.COMMENT_FORM),
    ]


@pytest.mark.parametrize(
    ("body", "tail", "reason"),
    [
        ("قصف الطيران الروسي بلدة الشولا. ولم ترد أنباء عن ضحايا.", "سمات الشولا روسيا دير الزور", CutReason.TAGS),
        ("قصف الطيران الروسي بلدة الشولا.", "كلمات مفتاحية سوريا روسيا", CutReason.TAGS),
        ("وصل الوفد إلى العاصمة مساء أمس.", "اقرأ أيضاً: غارات روسية على الميادين", CutReason.RELATED_LINKS),
        ("وصل الوفد إلى العاصمة مساء أمس.", "لن يتم نشر عنوان بريدك الإلكتروني. الاسم *", CutReason.COMMENT_FORM),
        ("Jets struck the depot at dawn.", "Tags: Syria, Russia", CutReason.TAGS),
        ("Jets struck the depot at dawn.", "Read also: Talks resume in Astana", CutReason.RELATED_LINKS),
        ("Jets struck the depot at dawn.", "Leave a comment Name Email", CutReason.COMMENT_FORM),
        ("Самолёты нанесли удар по складу.", "Теги: Сирия, ВКС", CutReason.TAGS),
        ("Самолёты нанесли удар по складу.", "Читайте также: Переговоры в Астане", CutReason.RELATED_LINKS),
        ("Самолёты нанесли удар по складу.", "Оставить комментарий", CutReason.COMMENT_FORM),
    ],
)
def test_furniture_glued_behind_the_last_sentence(body: str, tail: str, reason: CutReason) -> None:
    text = f"{body} {tail} "

    assert kept(text) == body
    assert [cut.reason for cut in clean(text, None, None).cut] == [reason]


@pytest.mark.parametrize(
    ("menu", "body"),
    [
        ("الرئيسية سياسة اقتصاد رياضة منوعات", "غارات روسية على أطراف الميادين"),
        ("الرئيسية | سياسة | اقتصاد | رياضة |", "غارات روسية على أطراف الميادين"),
        ("Home World Politics Sport", "Russian jets hit a convoy near Mayadin"),
        ("Главная Политика Экономика Спорт", "Российская авиация нанесла удар по колонне"),
    ],
)
def test_section_names_glued_before_the_first_word(menu: str, body: str) -> None:
    assert kept(f"{menu} {body}") == body


@pytest.mark.parametrize(
    ("menu", "title"),
    [
        ("قناة الشرق الرئيسية أخبار برامج رياضة من نحن", "غارات روسية على أطراف الميادين"),
        ("Channel East home news video sport", "Russian jets hit a convoy"),
        ("Канал Восток главная новости видео спорт", "Авиация нанесла удар по колонне"),
    ],
)
def test_a_known_title_tells_where_a_glued_menu_ends(menu: str, title: str) -> None:
    assert kept(f"{menu} {title} 12:30", title) == f"{title} 12:30"


@pytest.mark.parametrize(
    "text",
    [
        "الاقتصاد في الحرب موضوع الندوة. سمات الاقتصاد الجديد كثيرة. وقال الباحث إن التعافي بعيد.",
        "سياسة روسيا في سوريا تتغير بعد الغارات الأخيرة",
        "Sport and politics met in the capital. Tags: none were worn. The match went on.",
        "World news travels fast in the villages of the east",
        "Политика и спорт встретились. Теги: их не было. Матч продолжился.",
    ],
)
def test_words_of_the_article_that_look_glued_are_kept(text: str) -> None:
    assert kept(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "الرئيسية | أخبار | سياسة",
        "الوسوم: سوريا، روسيا",
        "تعليقات",
        "Read also: Airstrikes hit the bridge",
        "Comments",
        "Читайте также: Удар по мосту",
        "#دير_الزور",
        "😀",
        "...",
    ],
)
def test_a_text_of_furniture_alone_is_kept_whole(text: str) -> None:
    body = clean(f" {text}\n", None, None)

    assert (body.start, body.end, body.cut) == (1, 1 + len(text), ())


@pytest.mark.parametrize("text", ["", " ", "\n\n \t"])
def test_a_blank_text_has_an_empty_body(text: str) -> None:
    body = clean(text, None, None)

    assert body.start == body.end
    assert body.cut == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\n\n", "\n \n"])
def test_lines_may_end_in_any_way(newline: str) -> None:
    lines = [
        "الرئيسية | أخبار | سياسة",
        "شنت طائرات حربية روسية خمس غارات على أطراف مدينة الميادين.",
        "وقال ناشطون إن الغارات أصابت مستودعاً للتنظيم شرق المدينة.",
        "الوسوم: روسيا",
    ]

    assert kept(newline.join(lines)) == newline.join(lines[1:3])


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("شنت طائرات حربية روسية خمس غارات على أطراف مدينة الميادين.", "الوسوم: روسيا"),
        ("The convoy left the city at dawn and reached the base in the evening.", "Tags: Russia"),
        ("Колонна вышла из города на рассвете и к вечеру достигла базы.", "Теги: Россия"),
    ],
)
def test_invisible_marks_hide_no_label(sentence: str, label: str) -> None:
    text = f"\ufeff{sentence}\u200f\n\u202b{label}\u202c\n"

    body = clean(text, None, None)

    assert text[body.start : body.end] == sentence
    assert [text[cut.start : cut.end] for cut in body.cut] == [label]


def test_the_comment_form_ends_the_page_only_after_most_of_the_article() -> None:
    lead = "أعلنت الوزارة إغلاق المعبر الحدودي أمام الشاحنات حتى إشعار آخر."
    more = "وقال تجار إن الأسعار سترتفع خلال الأيام القليلة المقبلة في أسواق المحافظة كلها.\n" * 3
    visitor = "هذا كلام زائر يكتب جملة تامة تحت الخبر."

    assert kept(f"{lead}\nتعليقات\n{more}").endswith("أسواق المحافظة كلها.")
    assert kept(f"{lead}\nتعليقات\n{visitor}") == lead


def test_a_page_of_very_many_lines_is_read_at_its_ends_only() -> None:
    article = "شنت طائرات حربية روسية غارة رقم {} على أطراف مدينة الميادين.\n"
    middle = "".join(article.format(number) for number in range(6_000))
    text = f"الرئيسية | أخبار | سياسة\n{middle}الوسوم: روسيا\n"

    body = clean(text, None, None)

    assert text[body.start : body.end] == middle.strip()
    assert [cut.reason for cut in body.cut] == [CutReason.MENU, CutReason.TAGS]


def test_a_page_of_very_many_lines_may_have_boxes_at_its_ends() -> None:
    article = "وشنت طائرات حربية روسية غارة رقم {} على أطراف مدينة الميادين.\n"
    box = "اقرأ أيضا\nوصول قافلة طحين إلى الحسكة\n"
    middle = "".join(article.format(number) for number in range(6_000))
    text = f"{article.format(-1)}{box}{middle}{box}{article.format(-2)}"

    assert kept(text).split() == f"{article.format(-1)}{middle}{article.format(-2)}".split()


TABS = {
    "ar": (
        "الرئيسية\tأخبار\tاقتصاد\tرياضة\tفيديو",
        "وصلت إلى مرفأ طرطوس أمس سفينة تحمل ثلاثين ألف طن من القمح، وبدأ تفريغها صباح اليوم.",
        "وقال مدير المرفأ إن التفريغ يستغرق خمسة أيام، وإن سفينتين أخريين في الطريق إلى الميناء.",
        "الأكثر قراءة\tغارات روسية على محيط الشولا\tموعد امتحانات التاسع\tأسعار الذهب\tقتلى في الميادين",
    ),
    "en": (
        "Home\tWorld\tBusiness\tSport\tVideo",
        "A ship with thirty thousand tons of wheat reached the port of Tartus on Monday, the agency said.",
        "It will take five days to unload, and two more ships are on their way, according to the harbour master.",
        "Most read\tRussian jets strike al-Shola\tExam dates announced\tGold price falls\tFour dead in Mayadin",
    ),
    "ru": (
        "Главная\tПолитика\tЭкономика\tСпорт\tВидео",
        "В порт Тартус пришло судно с тридцатью тысячами тонн пшеницы, сообщило агентство в понедельник.",
        "По словам начальника порта, разгрузка займёт пять дней, а в пути ещё два судна с зерном.",
        "Самое читаемое\tУдар российской авиации по Шоле\tКурс валют\tДаты экзаменов\tЧетверо погибли в Маядине",
    ),
}


@pytest.mark.parametrize("language", TABS)
def test_columns_that_tabs_glue_are_read_one_by_one(language: str) -> None:
    menu, *sentences, list_of_links = TABS[language]

    assert kept(f"{menu}\n{sentences[0]}\n{sentences[1]}\n{list_of_links}", None, language) == "\n".join(sentences)


@pytest.mark.parametrize("language", TABS)
def test_a_page_whose_newlines_became_double_spaces(language: str) -> None:
    menu, *sentences, list_of_links = TABS[language]
    body = [*sentences, *(f"{sentence[:-1]} (2)." for sentence in sentences)]

    page = "  ".join([*menu.split("\t"), *body, *list_of_links.split("\t")])

    assert kept(page, None, language) == "  ".join(body)


@pytest.mark.parametrize(
    "sentence",
    [
        "قصفت  طائرات روسية  بلدة الشولا ثم  عادت إلى حميميم  قبل منتصف الليل. ",
        "Russian  jets bombed  al-Shola and  went back  to Hmeimim before midnight. ",
        "Самолёты  нанесли удар  по Шоле и  вернулись  в Хмеймим до полуночи. ",
    ],
)
def test_careless_double_spaces_divide_nothing(sentence: str) -> None:
    text = (sentence * 12).strip()

    assert clean(text, None, None).cut == ()
