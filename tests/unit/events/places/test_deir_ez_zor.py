"""Deir ez-Zor: events that are told to have happened there, and those that only name it; written for this test."""

import pytest

from tests.unit.events.told import is_in, lines, told

ON_THE_GROUND = frozenset(
    (
        "strike", "clash", "attack", "advance", "force_entry", "territory_seized", "territory_lost", "siege_broken",
        "casualties", "bombing", "captured",
    )
)  # fmt: skip
IN_DEIR_EZ_ZOR = lines("""
    اندلعت اشتباكات بين تنظيم الدولة وقوات النظام في محيط مطار دير الزور العسكري
    قتل ثلاثة مدنيين بانفجار لغم في بلدة موحسن بريف دير الزور الشرقي
    سيطرت قسد على حقل كونيكو للغاز شمال شرق دير الزور
    شن تنظيم الدولة هجوما على مواقع قوات النظام في قرية الشولا
    طائرات التحالف تستهدف مدينة الميادين وبلدة القورية
    وصلت قوات النظام إلى مشارف مدينة دير الزور من جهة السخنة
    تمكنت قوات النظام من دخول حي الجفرة في دير الزور
    أصيب طفلان بقصف على حي القصور
    Syrian troops reached the besieged city of Deir ez-Zor from Sukhna
    The SDF seized the Omar oil field, east of Mayadin
    A car bomb killed 75 displaced people near the Conoco gas field in Deir ez-Zor province
    Islamic State attacked army positions in the village of Shola
    Heavy clashes erupted between the army and Islamic State around Deir ez-Zor airbase
    Coalition jets bombed Abu Kamal on the Iraqi border
    Two children were wounded by shelling in the Qusour district
    Over the past 48 hours the Coalition conducted nine strikes near Dayr az-Zawr
    Kurdish-led units moved into the Omar oil fields at dawn
    Jets hit targets in Aleppo, Deir el-Zour and Idlib
    BEIRUT (Reuters) - Air strikes killed nine people overnight, a monitor said. The tents stood in a field outside Mayadin.
    US-backed fighters captured the largest oil field of Deir ez-Zor from the Islamic State group
    Dozens of men were killed in Syria last week by American aircraft. The encounter took place near Khasham.
    Four drivers set out at noon. At four they were at Kabajib. Eleven soldiers and two of the drivers were killed.
    Aircraft of the international coalition sank eleven boats near Mayadin
    A position, about five kilometers from Dayr az-Zawr, was hit by Coalition aircraft on Saturday
    Extremists attacked an army checkpoint in eastern Syria, killing six. The checkpoint lies close to al-Shoula on the desert road.
    Multiple rockets were fired at the Conoco gas field on Saturday evening
    Islamic State beheaded four men in Mayadin on Friday
    Gunmen on motorcycles shot dead an SDF commander in Shuhail
    دخلت قوات الأسد مدعومة بميليشيات إيرانية وبغطاء جوي روسي، مساء أمس الخميس، الأحياء الغربية من مدينة الميادين، بعد انسحاب عناصر تنظيم داعش منها باتجاه الضفة الأخرى لنهر الفرات.
    قوات الأسد تدخل مدينة الميادين من جهة الغرب وسط انسحاب للتنظيم
    سيطر جيش النظام بإسناد من الطيران الروسي على الجهة الشرقية من مدينة البوكمال.
    تقدمت قوات النظام تحت غطاء جوي روسي نحو الأطراف الجنوبية لبلدة موحسن.
    اقتحمت ميليشيات موالية للنظام، بدعم من القوات الجوية الروسية، حي الصناعة في دير الزور فجر اليوم.
    تمكنت قوات النظام مدعومة بغطاء جوي روسي من دخول القسم الشمالي من بلدة العشارة.
    وصلت قوات النظام والميليشيات المساندة لها إلى مشارف القورية بتغطية من الطيران الروسي.
    توغلت وحدات من جيش النظام مدعومة جوا من روسيا في بلدة حطلة شرق الفرات.
    قوات النظام تقتحم الأحياء الجنوبية من مدينة الميادين بغطاء روسي
    الجيش السوري يدخل البوكمال
    قوات النظام تدخل بلدة خشام بعد انسحاب التنظيم
    انسحب عناصر التنظيم من الأحياء الغربية من مدينة الميادين مساء أمس
    قصفت مدفعية النظام الأطراف الشمالية من بلدة البصيرة
    استهدفت مقاتلات روسية الجهة الغربية من مدينة العشارة بأربع غارات
    شن الطيران الروسي غارات على أجزاء من بلدة الشحيل
    قصف الطيران الروسي للميادين أسفر عن مقتل تسعة مدنيين
    أدى قصف الطيران الروسي للميادين أمس إلى مقتل تسعة مدنيين
    جراء قصف الطيران الحربي الروسي لبلدة القورية قتل ثلاثة أشخاص
    قتل طفلان نتيجة استهداف المقاتلات الروسية للبوكمال
    خمسة قتلى بقصف روسي للعشارة
    مجزرة في قصف روسي للشحيل
    قصف مقاتلات روسيا لأحياء دير الزور أوقع قتلى
    غارات روسية للميادين فجر اليوم خلفت قتلى
    وصول قوات النظام للبوكمال
    مسلحون ملثمون يطلقون النار على حاجز في بلدة الشحيل
    أسقط تنظيم الدولة طائرة حربية في مطار دير الزور
    أعدم تنظيم داعش أربعة شبان في مدينة الميادين
    العثور على جثة شاب في بلدة الزباري
    خطف مسلحون ثلاثة عمال في بادية العشارة
    عدوان جوي إسرائيلي على البوكمال
    اندلع اقتتال عشائري في بلدة الطيانة بين عائلتين
    استشهد وجرح العشرات في تفجير استهدف سوقا في بلدة غرانيج
    ريف دير الزور.. مقتل طفلين بانفجار قنبلة عنقودية
    تواصل قسد تقدمها في دير الزور. وقصفت القوات العراقية مواقع لداعش في هجين
    تصدت قسد لمجموعة من التنظيم قرب حقل التنك وقتلت اثنين منهم
    أصيبت طفلة بطلق ناري في مدينة الميادين
    نجا قيادي من محاولة اغتيال في بلدة غرانيج
    مصادر للميادين: استهداف قافلة غذائية قرب البوكمال السورية
    استهدفت الهجمات وحدات تكتيكية، بالإضافة إلى أهداف قرب حلب والرقة ودير الزور ضد تنظيم الدولة
    حرب شوارع في حي الجبيلة بين قوات النظام وتنظيم الدولة
    قتيلان بانفجار لغم في بادية التبني
    نفذ داعش إعدامات ميدانية بحق مدنيين في قرية غرانيج
    كانت حافلة عائدة من حمص إلى الميادين فانفجر بها لغم قرب كباجب
""")
ELSEWHERE = lines("""
    أفاد مراسل الميادين بأن اشتباكات اندلعت في حلب
    قصفت طائرات حربية بلدة السخنة على طريق دير الزور تدمر
    نزحت عائلات من دير الزور إلى الرقة حيث قتل مدنيان بقصف على المخيم
    مقاتل من دير الزور قتل في اشتباكات في إدلب
    تحركت أرتال من حمص باتجاه دير الزور
    تقع مدينة الميادين جنوب شرق دير الزور
    قال الناشط إن تنظيم الدولة أعدم شخصا في الرقة قرب الحدود الإدارية مع دير الزور
    عقد مجلس دير الزور المدني اجتماعا
    Air strikes hit Sukhna on the road to Deir ez-Zor
    Fighters from Deir ez-Zor were killed in clashes in Idlib
    The army captured Palmyra, opening the way to Deir ez-Zor
    Deir ez-Zor lies on the Euphrates in eastern Syria
    The convoy left Homs for Deir ez-Zor
    Clashes broke out in Hasakah, north of Deir ez-Zor
    The Mayadeen channel reported air strikes on Damascus
    Teachers carried out a three-day strike in Mayadin
    A correspondent of Al-Mayadeen was wounded in a village near Latakia
    Pro-Damascus fighters helped a member of the Deir Ezzor martyrs' gathering out of a house in Idlib
    200,000 people in Deir ez-Zor are surrounded by Islamic State and wait for food
    Families left Deir ez-Zor for Raqqa. Two people were killed in the camp.
    Fighters who fled Deir ez-Zor were killed in Homs
    A truce was agreed. Islamic State, which controls most of Deir ez-Zor province, is no party to it.
    The general led last year's operation that lifted the blockade of Deir ez-Zor
    Units, recently withdrawn from the Deir al-Zor front, came to Idlib
    يذكر أن تنظيم الدولة يسيطر على الجزء الأكبر من محافظة دير الزور منذ منتصف عام 2014.
    ويخضع القسم الأكبر من محافظة دير الزور لسيطرة التنظيم.
    تجدر الإشارة إلى أن التنظيم لا يزال يحتفظ بمدينة الميادين وبلدات في ريف دير الزور.
    ووصل إلى المخيم نازحون من دير الزور بعد أن قطعوا عشرات الكيلومترات سيرا على الأقدام.
    ذكّر الوزير بأن الغارة التي وقعت في أيلول/سبتمبر قرب دير الزور أودت بحياة جنود سوريين.
    وقال لافروف إن الغارة الأميركية على مواقع الجيش السوري قرب دير الزور في سبتمبر كانت خرقا للاتفاق.
    وعدت الخارجية الروسية تبريرات واشنطن لقصف الجيش السوري في دير الزور في أيلول الماضي غير مقنعة.
    علقت زاخاروفا على نتائج التحقيق الأميركي في استهداف القوات السورية قرب دير الزور، معتبرة أنها تثير أسئلة.
    انتقد المندوب الروسي في مجلس الأمن الضربة الأميركية التي أوقعت قتلى في صفوف الجيش السوري في دير الزور قبل أشهر.
    شنت قوات سوريا الديمقراطية هجوما على مواقع التنظيم في الرقة، وهو ما مكنها من قطع الطريق نحو دير الزور.
    قصفت الطائرات مقرا للتنظيم في الشدادي جنوب الحسكة، وهي أقرب مدينة إلى دير الزور.
    ينحدر القتلى من دير الزور وقد سقطوا في معارك ريف حماة.
    قتل في مدينة الرقة أمس قيادي في التنظيم من أبناء مدينة البوكمال.
    أعلنت قسد مقتل أمير التنظيم المسؤول عن دير الزور بغارة على مدينة الطبقة.
    استهدفت غارة للتحالف رتلا للتنظيم في ريف الحسكة كان متجها إلى دير الزور.
    نقل التنظيم جرحاه الذين أصيبوا في تدمر إلى مشافي الميادين.
    اعتقلت الشرطة في غازي عنتاب لاجئا من دير الزور بتهمة الانتماء إلى التنظيم.
    ترفض أنقرة تدخل قوات النظام في دير الزور
    تنتقد المعارضة تدخل روسيا في الميادين ومحيطها
    قال مصدر عسكري للميادين إن الجيش السوري دخل تدمر
    أكد مراسل حربي للميادين أن الاشتباكات مستمرة في حلب
    وقالت مصادر للميادين إن غارات استهدفت إدلب
    قال القائد الميداني للميادين إن قصف حلب أوقع قتلى
    وصلت إلى مدينة أعزاز قافلة مهجرين من أبناء دير الزور، فيما قتل شاب برصاص مجهولين في المدينة
    تعرض باص مبيت عسكري قادم من دير الزور لهجوم في بادية تدمر
    شيع أهالي السويداء جنودا قتلوا قبل أسبوعين في دير الزور
    صورة أرشيفية لاشتباكات في مدينة دير الزور
    قتل شخصان في شارع دير الزور بمدينة الحسكة
    تعهد قائد الحرس الثوري باستعادة دير الزور بعد تدمر
    وعد الأسد بأن يصل الجيش السوري إلى دير الزور
    أوشكت قوات النظام على السيطرة على مدينة الميادين
    بعد سيطرته على دير الزور، أرسل النظام قواته إلى إدلب حيث تدور معارك عنيفة
    قال محلل إن السيطرة على دير الزور تعني قطع طريق الإمداد
    اتفق الطرفان الروسي والأمريكي على خط فاصل في دير الزور لتجنب الاشتباك
    تقدم قسد نحو دير الزور مستمر. وقتل مدنيان بغارة في الطبقة بريف الرقة
    قصفت مدفعية النظام ريف إدلب. وتسيطر قسد على معظم ريف دير الزور
    غارات على إدلب أوقعت قتلى. ولا تزال قوات النظام تسيطر على مدينة البوكمال
    استذكر أهالي دير الزور مجزرة الجورة والقصور التي راح ضحيتها المئات
    إعادة تأهيل جسر السياسية الذي دمرته غارات التحالف
    استهداف المدنيين في دير الزور جريمة
    كثفت واشنطن جمع المقاتلين في دير الزور ضمن ميليشيات جديدة تستهدف وضعها على خطوط التماس
    تظاهر معلمون في الحسكة. وكانت مظاهرات مماثلة خرجت في دير الزور. وأصيب متظاهر برصاص الأسايش
    اعتقلت الشرطة التركية أميرا في التنظيم. وكان مسؤولا عن النفط في دير الزور
    افتتحت قسد مركزا لرعاية أسر الشهداء في بلدة الكسرة
    وصل الشاب إلى دير الزور مع أسرته المؤلفة من خمسة أشخاص
    سجلت المراكز الصحية في ريف دير الزور مئات الإصابات بالكوليرا
    ربط التنظيم تلك المناطق بأخرى تحت سيطرته في دير الزور
""")


@pytest.mark.parametrize("text", IN_DEIR_EZ_ZOR)
def test_it_happened_in_deir_ez_zor(text: str) -> None:
    assert [frame for frame in told(text) if frame.type in ON_THE_GROUND and is_in(frame, "syria.deir-ez-zor")]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_nothing_happened_in_deir_ez_zor(text: str) -> None:
    assert not [frame for frame in told(text) if frame.type in ON_THE_GROUND and is_in(frame, "syria.deir-ez-zor")]
