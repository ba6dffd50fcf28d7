"""Glued furniture: what a page without line breaks sets behind its last sentence or before its first.

Only what can't be the article's own words: a label right after a sentence's end, nothing that ends as a sentence
behind it; four and more section names in a row at the very start.
"""

import re
from collections.abc import Iterator

from streams.text.furniture.label import CutReason, folded
from streams.text.furniture.words import Words

_END = r"[.!?؟»\"”…)]\s*+"
_TAILS = {
    CutReason.TAGS: """
        سمات |الوسوم\\b|كلمات (?:مفتاحية|دليلية|دالة)|الكلمات (?:المفتاحية|الدليلية|الدالة)
        |Tags:|TAGS:|Topics:|Filed under|Теги:|Тэги:|Метки:|Ключевые слова:
    """,
    CutReason.RELATED_LINKS: """
        [إا]قر[أا] [أا]يض|مقالات أخرى للكاتب|(?:مواضيع|مقالات|[أا]خبار|موضوعات) (?:ذات صلة|متعلقة|مشابهة)|رابط الخبر
        |Read also|Read more:|Related (?:articles|stories|news)|See also:|Читайте также|Похожие новости
        |Материалы по теме|Читать далее
    """,
    CutReason.COMMENT_FORM: """
        تعليقات حول الموضوع|ل?إرسال تعليق|[إا]ترك (?:تعليق|رد)|[أا]ضف تعليق|لن يتم نشر عنوان بريدك
        |Leave a (?:comment|reply|Comment|Reply)|Your email address will not|Post a comment
        |Оставить комментарий|Добавить комментарий|Ваш e-mail не будет
    """,
    CutReason.SHARE: """
        شارك (?:المقال|الخبر|هذا|على)|زر الذهاب إلى الأعلى|Share this|Share on|Поделиться (?:в|ссылкой|новостью)
    """,
    CutReason.FOOTER: "(?:جميع |كل )?الحقوق محفوظة|All rights reserved|©|Все права защищены",
}
_FIRST = "(?=[ساإأمكرتلجشزTFRSLYPAТМКЧПОДВ©])"  # letters that a tail begins with; most sentences don't
_TAIL = re.compile(
    _END
    + _FIRST
    + "(?:"
    + "|".join(f"(?P<{reason.name}>{''.join(map(str.lstrip, words.splitlines()))})" for reason, words in _TAILS.items())
    + ")"
)
_SENTENCE_END = re.compile(r"[.!](?:\s|$)")  # headlines ask, too
_LOOSE = frozenset({CutReason.COMMENT_FORM, CutReason.FOOTER})  # these bring sentences of their own
_TAIL_MAX = 400
_TAGS_MAX = 600  # tags stand at the very end of a page
_MENU_MAX = 1_500
_SECTIONS_MIN = 4
_PAUSE = re.compile(r"[.,،؛;!?؟]")
_WORD = re.compile(r"\S+")


def glued(text: str, title: str | None, words: Words) -> Iterator[tuple[int, int, CutReason]]:
    """The furniture within the lines of *text*, (start, end, reason), in order of place."""
    start = len(text) - len(text.lstrip())
    done = start + _menu(text[start : start + _MENU_MAX].split("\n", 1)[0], title, words)
    if done > start:
        yield start, done, CutReason.MENU
    for found in _TAIL.finditer(text):
        reason = CutReason[found.lastgroup or ""]
        start = found.start(reason.name)
        end = text.find("\n", start, start + _TAIL_MAX)
        end = len(text) if end < 0 else end
        if start < done or end - start > _TAIL_MAX or "\n" in text[found.start() : start]:
            continue
        if reason is CutReason.TAGS and len(text) - start > _TAGS_MAX:
            continue
        if reason in _LOOSE or not _SENTENCE_END.search(text, start, end):
            done = end
            yield start, start + len(text[start:end].rstrip()), reason


def _menu(line: str, title: str | None, words: Words) -> int:
    """How many of the first code points of *line* are a row of section names; 0 for none.

    Where the title is known, also all before it that holds some section names and no comma or stop.
    """
    before = line.find(title) if title and len(title.split()) >= _SECTIONS_MIN else -1
    if before > 0 and not _PAUSE.search(line, 0, before):
        sections = sum(word in words.menu for word in folded(line[:before]).split())
        if sections >= _SECTIONS_MIN:
            return len(line[:before].rstrip())
    count, end = 0, 0
    for found in _WORD.finditer(line):
        word = folded(found[0])
        if word and word not in words.menu:
            break
        count, end = count + bool(word), found.end()
    return end if count >= _SECTIONS_MIN and end < len(line) else 0
