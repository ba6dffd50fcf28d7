"""Announced: what Russian forces announce as their own deed, by the noun, and what they tell of others."""

import pytest

from tests.unit.events.told import lines, russian_strikes

OWN = lines("""
    أعلنت روسيا قصف مواقع لداعش في دير الزور
    أعلنت وزارة الدفاع الروسية استهداف مقر لداعش في دير الزور
    أعلنت وزارة الدفاع الروسية توجيه ضربات لمواقع داعش في دير الزور
    أعلنت موسكو تدمير مستودع للنصرة بضربة جوية في إدلب
    وأكدت وزارة الدفاع الروسية القضاء على قيادي في النصرة بضربة جوية في إدلب
    أعلن الجيش الروسي قصف الرقة بصواريخ كاليبر
    وأعلنت الدفاع الروسية تصفية عشرين مسلحا بغارة على معسكر لهم في إدلب
""")
OF_OTHERS = lines("""
    أعلنت وزارة الدفاع الروسية قصف المسلحين أحياء حلب بالهاون
    أعلنت وزارة الدفاع الروسية استهداف قاعدة حميميم بطائرات مسيرة
    أعلنت وزارة الدفاع الروسية قصف طائرات إسرائيلية موقعا قرب دمشق
    أعلنت وزارة الخارجية الروسية مقتل دبلوماسي بقصف على السفارة في دمشق
    أعلنت وزارة الدفاع الروسية أن قصف حلب تم بقذائف المسلحين
    أكدت روسيا مقتل مدنيين بغارة جوية للتحالف على الرقة
    أعلن الجيش الروسي مقتل جندي روسي بقصف للمسلحين على حلب
    أعلنت وزارة الدفاع الروسية تدمير مقر لجبهة النصرة من قبل الجيش السوري في إدلب
""")


@pytest.mark.parametrize("text", OWN)
def test_who_announces_the_deed_did_it(text: str) -> None:
    assert russian_strikes(text)


@pytest.mark.parametrize("text", OF_OTHERS)
def test_what_is_told_of_others_is_theirs(text: str) -> None:
    assert not russian_strikes(text)
