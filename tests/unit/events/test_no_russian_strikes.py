"""No Russian strikes: sentences that only look like one: denied, planned, of others, no strike; written for this test."""

import pytest

from tests.unit.events.told import lines, russian_strikes

NOT_RUSSIAN = lines("""
    نفت موسكو قصف مستشفى في إدلب
    قالت وزارة الدفاع الروسية إن طائراتها لم تقصف مدينة إدلب
    أقلعت طائرات روسية من قاعدة حميميم في اللاذقية
    تقدم الجيش السوري في دير الزور بدعم من الطيران الروسي
    منذ بدء التدخل الروسي قتلت الغارات الروسية آلاف المدنيين في سوريا
    تستعد روسيا لشن غارات على إدلب
    أعلنت موسكو وقف الغارات على حلب
    قصفت طائرات أمريكية مواقع في دير الزور وموسكو تندد
    قصفت إسرائيل مواقع قرب قاعدة روسية في اللاذقية
    استهدف تنظيم الدولة القوات الروسية في دير الزور
    مقتل جنود روس بقصف لتنظيم الدولة في دير الزور
    طائرات استطلاع روسية تحلق فوق إدلب
    مظاهرات في إدلب ضد القصف الروسي
    بحث وزير الخارجية الروسي مع نظيره التركي قصف إدلب
    دعت الأمم المتحدة روسيا إلى وقف قصف حلب
    قال لافروف إن الضربة الأمريكية على سوريا عدوان
    روسيا تدين الغارات الإسرائيلية على دمشق
    طائرات التحالف تقصف قوات النظام وروسيا تطالب بتوضيح
    انتقدت واشنطن الضربات الروسية في سوريا
    سيارات إسعاف روسية تصل إلى حلب
    هددت روسيا بقصف إدلب
    لن تقصف روسيا إدلب
    تركيا تقصف مواقع في عفرين بموافقة روسية
    Russia denied bombing a hospital in Idlib
    Russian warplanes had bombed nothing in Idlib on Sunday because of fog
    Protesters in Idlib condemned Russian strikes on the province
    Turkey criticised Russian air strikes in Syria
    Russia condemned the bombing of a hospital in Idlib by coalition jets
    Germany denounced Russian support for the bombing of Aleppo
    Backed by Russia, Syria pounded Idlib
    Unlike Russia, Syria pounded Idlib
    Strikes in the Idlib region by the Russian and Syrian air forces are stopping from noon, Shoigu said
    Two men were hurt by an improvised bomb that struck a Russian convoy near Palmyra, Russia's defence ministry said
    Rockets landed on Syrian army positions near Palmyra, Russia's defence ministry said
    In the same period Russian warplanes carried out no fewer than 1,217 attacks on clinics in Syria, the report says
    Planes which they thought were Russian-made bombed Ariha
    Israel warned Russia before striking Damascus
    Russia was warned by Israel before bombing Damascus
    A convoy that will be destroyed by Russian helicopters left Mayadin, the militants fear
    A Russian ship caught fire on Monday near Tartus in Syria
    Planes, Russian according to their paint, landed at Hmeimim in Syria
    France and Russia are also bombing Islamic State in Syria
    A new book tells of the last days of east Aleppo, when Russian and Syrian jets bombed hospitals
    Russian frigates fired missiles at sea targets off Tartus as part of exercises with Syria's navy
    Russian planes bombed targets in a drill near Tartus
    Russian jets, a monitor said, watched as Israel struck Damascus
    The raids on Ariha, a town that Russia visited, were carried out by Israel
    Airstrikes (Israeli) on Mezzeh, Russia silent
    The bakery in Sarmin was hit by Russian-made missiles
    Rockets fell on Hmeimim while jets were taking off from Hmeimim
    Drones hit Hmeimim shortly after planes took off from the base at Hmeimim
    Moscow says that its planes strike only terrorists in Syria
    The pilots of two Russian-made jets of the regime bombed Ariha
    Russia said it had not carried out air strikes on Idlib
    Russia will resume air strikes on Idlib
    Russia has been carrying out air strikes in Syria since September 2015
    The US-led coalition struck Syrian forces, and Russia condemned the strike
    Russian aircraft dropped food over Deir ez-Zor
    Russia halted its air strikes on Aleppo
    Islamic State hit a Russian base in Latakia
    Syrian troops, backed by Russian air power, advanced in Deir ez-Zor
    Russia strikes deal with Turkey over Idlib
    Russia called the Israeli air strike on Damascus a violation
    A Russian-made missile hit a village in Idlib
    Russia urged the US to stop bombing Deir ez-Zor
    Russia accused the US of bombing Syrian troops in Deir ez-Zor
    A Russian pilot was killed in Idlib
    Moscow threatened to strike rebels in Idlib
    If Russia bombs Idlib, refugees will flee to Turkey
    سيرت الشرطة العسكرية الروسية دورية في ريف درعا
    أسقطت طائرات روسية مساعدات غذائية على دير الزور
    اجتمع ضباط روس مع وجهاء في ريف حمص
    قاعدة حميميم الروسية تعلن هدنة في الغوطة الشرقية
    تحطمت طائرة روسية في اللاذقية
    انفجار في مستودع ذخيرة روسي في حمص
    روسيا وتركيا وإيران ضامنة لهدنة إدلب
    شنت إسرائيل غارات على مواقع قرب دمشق وأعلنت روسيا أنها أسقطت صواريخ
    بلغت حصيلة ضحايا الغارات الروسية منذ بدء التدخل 5000 قتيل في سوريا
    اتهمت روسيا الولايات المتحدة بقصف قوات النظام في دير الزور
    قوات النظام المدعومة روسيا تسيطر على الشولا
    دبابات روسية الصنع تقصف دوما
    واشنطن: لم ننسق مع روسيا الغارات على دير الزور
    قسد: لم نتعرض لقصف روسي في دير الزور
    أعلنت موسكو انتهاء العملية العسكرية في سوريا
    روسيا تستخدم الفيتو ضد مشروع قرار حول قصف حلب
    Russian military police patrolled the town of Tel Rifaat
    A Russian reconnaissance plane flew over Idlib
    Rebels shot down a Russian jet in Idlib
    Russia and Turkey agreed on a truce in Idlib
    The lack of Russian air support cost the army the town of Palmyra
    Islamic State fighters killed two Russian soldiers in Deir ez-Zor
    US jets struck Syrian tanks; Russia called it an aggression
    Russia vetoed a resolution on the bombing of Aleppo
    Syrian army helicopters dropped Russian-made bombs on Daraa
    The US said it would not share targets with Russia in Syria
    Putin discussed the air strikes in Syria with Trump
    Turkey says Kurdish fighters attacked a Russian convoy in Hasakah
    A year after Russian jets bombed Aleppo, the city is rebuilding
    Russia warned it could strike US-backed fighters in Deir ez-Zor
    Russian air defences repelled a drone attack on Hmeimim in Latakia
    اتهمت وزارة الدفاع الروسية التحالف الدولي بمحو مدينة الرقة عن وجه الأرض بالقصف الكثيف
    أعلن وزير الدفاع الروسي سيرغي شويغو تمديد تعليق الضربات الجوية الروسية على مدينة حلب
    From the start, Russian warplanes bombed rebels in Idlib and Homs more often than Islamic State
    شبهت وزارة الدفاع الروسية تدمير الرقة بقصف دريسدن
    Russia likened the destruction of Raqqa to the bombing of Dresden
    ولم تنفذ القوات الجوية الروسية والسورية أي ضربات على الفصائل في إدلب
    ما نفذت الطائرات الحربية الروسية أو السورية أي غارات على إدلب
    Russian jets did not carry out any strikes on the town of Saraqib
    A Russian general died in shelling near Mayadin
    Moscow asked for maps so that Russian jets can hit the right hills in Idlib
    Russian planes dropped leaflets on Saraqib
    Two Russian aircraft joined the firemen in Latakia, hitting the fire with tons of water
    Russian jets bombed Bakhmut overnight while Damascus slept
    هل قصفت الطائرات الروسية مدينة سراقب؟
    Where were the Russian strikes on Idlib?
    No aircraft of the Russian air force carried out strikes on Saraqib
    The hotline exists so that Russian and Israeli aircraft on their bombing missions over Syria do not meet
    Rebels in Idlib spoke of a country whose aircraft bombed them for 15 months, meaning Russia
    Russia called on the United States to begin joint air strikes on the Nusra Front in Syria
    Russia proposes joint strikes on rebels in Syria
    The panel said on Monday that a Russian plane had bombed a market in Saraqib in July last year
    The Russian carrier, which is to join in bombing Aleppo, was in the Channel on Friday
    The network has documented 5,233 civilians killed by Russian air strikes in Syria
    Thousands of civilians have been killed by Russian air strikes on Idlib
    The United States has been accused by Russia of bombing Saraqib
    Russian-made rockets hit a market in Saraqib
    The troops, who advanced under Russian air cover and with the army's own guns shelling the roads near Palmyra, include militiamen
    A panel faults the Russian air force over the 2019 market bombing in Saraqib
    A Russian Il-76 is air dropping on army-held areas near Deir ez-Zor
    Russian aircraft regularly bomb caves in the desert near Palmyra
    Shells hit the market of Saraqib. Three men came. They were Russian officers, he said.
    Moscow halts Aleppo bombing for 11 hours
    Russian aircraft carried out air strikes on a market in Idlib province in July and August, killing 43 people
    If the truce holds, the two armies begin to coordinate Russian air strikes against the Nusra Front in Syria
    Russia has a base at Hmeimim. Its bombing turned the war around for President Assad.
    Russia hit out at US sanctions on Syria
    Rebels shelled Russian positions in Latakia
    Russian-supplied helicopters bombed Saraqib
    Russian engineers cleared mines in Palmyra after the army bombed militants
    Syrian artillery shelled Saraqib while Russian police watched
    Syria's warplanes, many of them Russian MiGs, bombed Saraqib
    Russian state TV showed the army bombing Saraqib
    روسيا والنظام وقعا اتفاقا لتبادل الأسرى في إدلب بعد قصف الفصائل لحي الحمدانية
    اتفقت روسيا والنظام على هدنة في حلب ثم قصفت الفصائل أحياء غربية
    روسيا وتركيا تتفقان على وقف قصف إدلب
    قتل النظام أربعة مدنيين في دوما رغم ضمانة روسيا
    قتل خمسة جنود من روسيا والنظام بكمين قرب تدمر
    فصائل المعارضة تقتل ضابطا من روسيا والنظام يعترف
    روسيا: النظام لم يقصف معرة النعمان
    روسيا قتلت آمال السوريين باستخدام الفيتو
    دعمت روسيا والنظام مؤتمرا في دمشق وقصف داعش حي القصور
    النظام يقصف دوما وروسيا تدعو إلى التهدئة
    النظام قصف إدلب وروسيا صامتة
    روسيا تقتل شخصين في حادث سير بموسكو
    الشعبان السوري والروسي تربطهما علاقات وقصف داعش دير الزور
    التقى الوزيران التركي والروسي وقصفت الفصائل حلب
    الرئيسان التركي والروسي بحثا قصف إدلب
    قال الجانبان الأميركي والروسي إن داعش قصف تدمر
    حربي روسي يحلق في أجواء جبل الزاوية
    تحليق للطيران الروسي في أجواء إدلب وقصف مدفعي للنظام على كنصفرة
    إقلاع حربي روسي من مطار حميميم
    الروسي يجري دورية مشتركة مع التركي على طريق M4
    طيران الاستطلاع الروسي لا يفارق سماء المنطقة، وقصف مدفعي على البارة
    المرصد: حربي روسي واحد في الأجواء، ولا قصف حتى الآن على إدلب
    قاعدة حميميم: الفصائل أطلقت قذائف على بلدات في ريف اللاذقية
    أعلنت وزارة الدفاع الروسية إسقاط طائرتين مسيرتين قرب حميميم
    الدفاع الروسية: رصدنا 12 خرقا للهدنة في حلب ودمشق
    نفذت طائرات روسية 30 طلعة فوق إدلب لمراقبة الهدنة
    وجهت وزارة الدفاع الروسية رسالة إلى مواقع المعارضة في إدلب
    أعلنت موسكو أن الفصائل قصفت مدرسة في حلب
    قال مركز حميميم إن إرهابيين شنوا هجوما على مواقع القوات السورية في إدلب وتم صده
    أجلت طائرات روسية مدنيين من اللاذقية بعد قصف المطار
    سوريون يتظاهرون ضد القصف الروسي على إدلب
    عودة الأهالي إلى بلدة الهبيط بعد أشهر من قصف الطيران الروسي لها
    عرض فيلم عن أطفال نجوا من القصف الروسي في حلب
    طائرات سورية روسية الصنع تقصف حماة
    روسيا: اتفاق على وقف القصف في إدلب
    روسيا: قصف المسلحين على حلب مستمر
""")


@pytest.mark.parametrize("text", NOT_RUSSIAN)
def test_no_russian_strike_is_told(text: str) -> None:
    assert not russian_strikes(text)
