"""Who bombs, and where: sentences of every form that war news tells strikes in, and those that only look like one.

Written for this test. The rules that people rely on ask for just this: Russian forces, a strike that is told as a fact
or a claim, somewhere in Syria; any event that is told, somewhere in Deir ez-Zor.
"""

import pytest

from streams.events import Frame
from streams.judge import look
from streams.messages import Article
from tests.shipped import RULEBOOK

TOLD = ("asserted", "claimed", "admitted")
ON_THE_GROUND = frozenset(
    (
        "strike", "clash", "attack", "advance", "force_entry", "territory_seized", "territory_lost", "siege_broken",
        "casualties", "bombing", "captured",
    )
)  # fmt: skip


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.strip().splitlines()]


def is_in(frame: Frame, place: str) -> bool:
    return any(RULEBOOK.lexicon.is_under(role.id, place) for role in frame.places)


def told(text: str) -> list[Frame]:
    frames = look(Article(id="test", text=text), RULEBOOK).frames
    return [frame for frame in frames if frame.stance in TOLD]


def russian_strikes(text: str) -> list[Frame]:
    return [
        frame
        for frame in told(text)
        if frame.type == "strike"
        and is_in(frame, "syria")
        and any(role.id.startswith("russia") for role in frame.actors)
    ]


RUSSIAN = lines("""
    شنت الطائرات الحربية الروسية أكثر من عشر غارات على مدينة معرة النعمان بريف إدلب
    قصف الطيران الحربي الروسي بلدة سراقب شرق إدلب
    استهدف الطيران الروسي بعدة غارات مدينة خان شيخون
    تعرضت مدينة دير الزور لقصف جوي روسي عنيف
    قتل عشرة مدنيين جراء غارات روسية على مدينة الميادين
    سقط عدد من القتلى والجرحى بقصف لطائرات روسية على مدينة البوكمال
    نفذت طائرات حربية روسية غارات جوية استهدفت قرية الجنينة في ريف دير الزور
    غارات جوية نفذتها طائرات روسية على بلدة الشولا
    قصف جوي من قبل الطيران الروسي على بلدة حاس في ريف إدلب
    قصفت طائرات النظام وروسيا مدينة حلب
    الطيران الروسي وطيران النظام يقصفان الغوطة الشرقية
    واصلت المقاتلات الروسية قصفها لمدينة دير الزور
    كثف الطيران الحربي الروسي غاراته على ريف حماة
    قال المرصد السوري لحقوق الإنسان إن طائرات حربية روسية قصفت أحياء في دير الزور
    استشهد مدنيون في قصف للطيران الروسي على قرية في ريف إدلب
    ارتكب الطيران الروسي مجزرة في مدينة إدلب راح ضحيتها عشرون مدنيا
    ألقت الطائرات الروسية قنابل فوسفورية على بلدة سراقب
    أطلقت سفن حربية روسية صواريخ كروز على مواقع التنظيم في دير الزور
    تجدد القصف الروسي على مدينة خان شيخون اليوم
    جددت الطائرات الروسية قصفها على بلدة سراقب
    الطيران الروسي يستهدف مشفى في معرة النعمان
    مقتل 5 مدنيين بغارات للطيران الحربي الروسي استهدفت بلدة سراقب
    طال القصف الروسي بلدات كفرنبل وحاس وسراقب في ريف إدلب
    دمرت غارات روسية مشفى في مدينة إدلب
    خرج المشفى عن الخدمة بعد استهدافه بغارات من الطيران الروسي في معرة النعمان
    أدت الغارات الروسية على بلدة سراقب إلى مقتل 5 مدنيين
    شن سلاح الجو الروسي سلسلة غارات على مواقع تنظيم الدولة في محيط دير الزور
    وأفادت مصادر محلية أن الطيران الحربي الروسي والسوري استهدف بأكثر من 20 غارة مدينة الميادين
    مقاتلات روسية تدك مواقع داعش في البوكمال
    قصف روسي وسوري على ريف إدلب
    شهدت مدينة الميادين قصفا روسيا مكثفا
    أعلنت وزارة الدفاع الروسية أن قاذفات استراتيجية قصفت مواقع لداعش في دير الزور
    دمرت القوات الجوية الروسية رتلا لتنظيم داعش قرب دير الزور
    قالت وزارة الدفاع الروسية إن طائراتها دمرت 20 هدفا للإرهابيين في محافظة إدلب
    وزارة الدفاع الروسية: مقتل 40 مسلحا من داعش بضربة جوية روسية قرب دير الزور
    اتهم ناشطون روسيا بقصف مستشفى في إدلب
    استهدفت الطائرات الروسية، صباح اليوم الثلاثاء، مدينة البوكمال بعدة غارات
    وقتل سبعة أشخاص إثر قصف نفذته مقاتلات حربية روسية على مدينة الميادين شرق دير الزور
    Russian warplanes carried out air strikes on the town of Saraqeb in Idlib province
    Russian air strikes killed at least 20 people in Deir ez-Zor, the Syrian Observatory for Human Rights said
    Air strikes by Russian jets hit a market in Mayadin
    Syrian and Russian warplanes bombed rebel-held areas of Aleppo on Monday
    At least ten civilians were killed in air strikes believed to have been carried out by Russian planes on Idlib
    Syrian or Russian air strikes hit a hospital in Khan Sheikhoun, activists said
    Russia bombed Islamic State positions near Deir ez-Zor
    Russia's defence ministry said its jets had destroyed an Islamic State convoy near Deir ez-Zor
    A Russian submarine fired cruise missiles at Islamic State targets near Mayadin
    Government forces, backed by Russian air strikes, seized the town of Mayadin
    The town of Saraqeb came under heavy Russian bombardment
    Warplanes, thought to be Russian, struck the city of Idlib
    Russian jets pounded the eastern Ghouta
    Russian bombers struck Islamic State targets in Deir ez-Zor province, the ministry said
    More than 30 people died when a Russian air strike hit a camp near Mayadin
    Heavy air strikes by Syrian government forces and their Russian allies hit Aleppo
    The strikes were carried out by Russia, the monitor said, and hit Abu Kamal
    Russian aerial bombardment of Idlib province continued on Tuesday
    Activists accused Russia of bombing a hospital in Idlib
    Russian fighter jets targeted rebel positions in Hama
    Moscow said its long-range bombers hit ISIS targets in Deir ez-Zor
    The Russian military said it had killed 40 Islamic State fighters in an air strike near Deir ez-Zor
    Strikes by the Syrian air force and Russia on Idlib have killed dozens since Monday
    Russian warplanes kill 164 civilians in revenge massacres in Aleppo
    bombing of Russian and Syrian warplanes in several areas of Syria
    six long-range bombers launched from Russia and hit ISIS targets in Syria, Moscow said
    قال الدفاع المدني إن طائرات روسية استهدفت بالصواريخ الفراغية بلدة سراقب
    أعلن المرصد أن القصف الجوي الروسي على مدينة إدلب خلف 10 قتلى
    قضى ثمانية مدنيين في مجزرة ارتكبتها الطائرات الروسية في مدينة الميادين
    النظام وروسيا يقصفان أحياء حلب الشرقية
    غارات للنظام وروسيا على الغوطة الشرقية
    استهداف مشفى في إدلب من قبل الطيران الحربي الروسي
    وشهدت مدينة الميادين غارات مكثفة من الطيران الروسي
    تواصل الطائرات الحربية الروسية غاراتها على مدينة البوكمال
    نفذ سلاح الجو الروسي 15 غارة على مواقع داعش قرب دير الزور، بحسب وزارة الدفاع الروسية
    قتلى وجرحى مدنيون بقصف روسي على دير الزور
    قاذفات روسية من طراز تو-22 تقصف مواقع تنظيم الدولة في دير الزور
    ارتفع عدد ضحايا الغارات الروسية على معرة النعمان إلى 20 قتيلا
    عشرات القتلى في قصف للطيران الروسي على معبر مائي في دير الزور
    مدفعية النظام وطائرات روسية تستهدف بلدة سراقب
    غواصات روسية تطلق صواريخ كاليبر من المتوسط على مواقع في دير الزور
    ألقى الطيران الروسي قنابل عنقودية على بلدة خان شيخون
    طائرة حربية روسية تقصف محيط مدينة دير الزور
    مصادر: مقاتلات روسية استهدفت سيارة في إدلب
    The Observatory said Russian air raids on Mayadin killed 16
    A Russian air strike on the Deir ez-Zor countryside killed 54 people, most of them civilians
    Russian planes struck a hospital in Maarat al-Numan, rescue workers said
    Two Russian Su-34 jets dropped bombs on Idlib
    Eastern Ghouta was pounded by Syrian and Russian jets
    Russian forces shelled the town of Mayadin
    Russia-backed Syrian forces entered Mayadin after Russian warplanes bombed the town
    A strike thought to be Russian hit a refugee camp near Abu Kamal
    Kalibr cruise missiles fired from the frigate Admiral Essen hit Islamic State positions near Deir ez-Zor
    Idlib hit by suspected Russian air strikes, monitor says
    The raids, carried out by Russian aircraft, targeted the town of Saraqib
    Islamic State said Russian strikes killed civilians in Mayadin
    Intense Russian bombing drove residents out of Saraqib on Tuesday
    Russian warplanes have hit Idlib 20 times in the past 24 hours
    Russian and regime air raids kill 30 civilians in Ghouta
    Airstrikes by Russia and the Syrian regime killed 15 in Hama
    لم تتوقف المعارك، وشنت الطائرات الروسية غارات على سراقب
    Russian warplanes carried out no fewer than 45 raids since midnight on the town of Saraqib
    قصفت طائرات بدون طيار روسية بلدة الأتارب
    قصف الطيران الروسي بلدة سلمى بريف اللاذقية
    Russian and government planes bombed the town of Sarmada on Monday
    اتهمت واشنطن روسيا بقصف مقاتلي قسد في دير الزور
    قصف للنظام وروسيا على ريف إدلب
    قصف مشترك للنظام وروسيا على بلدة سراقب
    مقتل معلم بقصف للنظام وروسيا على قرى في ريف إدلب الجنوبي
    قتل مدني بغارات للنظام السوري وروسيا على بلدة سراقب
    Warplanes of the regime and of Russia bombed the town of Saraqib on Monday
    Russian bombers hit targets in Aleppo, Raqqa and Idlib, the statement read
    The Russian occupation warplanes targeted the fire brigade in Atarib west of Aleppo
    Russian jets made two strafing runs over the market of Saraqib
    A pair of Su-34s wiped out a bunker near Mayadin, the ministry said
    A school in Saraqib was attacked twice by Russian planes on Sunday
    AMMAN (Reuters) - Russian jets killed nine people overnight, a monitor said. The tents stood in a field outside Saraqib.
    Syrian and Russian planes were said to have flown over 60 sorties against Saraqib before sunrise
    The Russians bombed the market of Saraqib, he said
    The push was supported by heavy Russian strikes, more than 40 of which pounded the town of Saraqib
    Russian Sukhois flattened the hospital of Saraqib on Sunday
    Activists accused Russia of dropping incendiaries on Saraqib
    Russian planes dropped three of them on the woods near Saraqib
    The reaction came from the sky, with Russia and the Assad regime hitting Kafr Zita through the night
    The collective holds the Russian air force responsible for the bombing of the Mayadin post office on Sunday
    Rescuers pointed the finger at Russia for the air strikes on Saraqib
    Why did Russian jets bomb the market of Saraqib?
    Ten people were killed as Syrian and Russian aircraft, rocket launchers and artillery bombarded the enclave of Eastern Ghouta
    The force said six of its men were wounded in Mayadin when they were bombed by Russian warplanes, a charge Moscow denied
    Ballistic missiles launched from a Russian warship hit refineries near al-Bab in northern Syria
    Medics fled, and in the night Russian aircraft carried out a series of raids on Saraqib
    Overnight the towns of Nawa and Saraqib were hit in the most intense raids so far, carried out by Russian and Syrian jets
    Russian jets carried out as many as 20 raids on Saraqib
    The air strikes on Saraqib were blamed on Russia
    Russia was blamed for the air strikes on Saraqib
    Russia accused of bombing a hospital in Saraqib
    Air strikes attributed to Russia killed ten in Saraqib
    Air raids, which residents blamed on Russia, killed ten in Saraqib
    Russia was behind the air strikes on Saraqib, activists said
    Russian rockets hit a market in Saraqib
    Russian warplanes killed at least nine people in Saraqib on Sunday
    Russian and Syrian warplanes kill 164 people
    Raids on the market of Atarib killed 61 people on Monday. A monitor said there had been three strikes but he could not say whether they were carried out by regime or Russian warplanes.
    The regime bombarded Nawa and Saraqib overnight and so did the Russians, said a member of the civil defence
    قصفت قوات النظام سراقب ليلا وكذلك فعلت القوات الروسية
    The bus was attacked from the air near Saraqib. Two planes came in low. The second did not miss. They were Russians, he said.
    Warplanes of the Syrian-Russian alliance targeted a chicken farm in Saraqib
    Russo-Syrian air strikes hit Saraqib
    The first sorties of the Russian air force in Syria struck eight positions on Wednesday
    Two helicopters came very low. They were Russian, all agree. The helicopters fired rockets into the column at Saraqib.
    It was Russian jets that hit the market in Saraqib on Monday, rescuers said
    "A Russian plane emptied its load over our school in Saraqib," the teacher told a reporter
    Russian gunships opened fire on a farm near Saraqib
    Russian marines and Syrian troops shelled rebels near Saraqib
    Putin's air force bombed a hospital in Saraqib
    The Kremlin's bombers pummelled Saraqib
    Fighter jets, most probably Russian, bombed Saraqib
    Jets thought to belong to Russia bombed Saraqib
    A barrage of Russian missiles slammed into Saraqib
    Ships of the Caspian Flotilla fired 18 cruise missiles at targets in Syria
    Hmeimim-based jets bombed Saraqib
    The monitor said Russia was responsible for the raid that killed six in Saraqib
    Activists say the strikes on Saraqib were Russian
    The strike on Saraqib was most likely Russian
    Russian warships in the Mediterranean launched a fresh volley at Idlib
""")
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
""")
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
""")


@pytest.mark.parametrize("text", RUSSIAN)
def test_a_russian_strike_is_told(text: str) -> None:
    assert russian_strikes(text)


@pytest.mark.parametrize("text", NOT_RUSSIAN)
def test_no_russian_strike_is_told(text: str) -> None:
    assert not russian_strikes(text)


@pytest.mark.parametrize("text", IN_DEIR_EZ_ZOR)
def test_it_happened_in_deir_ez_zor(text: str) -> None:
    assert [frame for frame in told(text) if frame.type in ON_THE_GROUND and is_in(frame, "syria.deir-ez-zor")]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_nothing_happened_in_deir_ez_zor(text: str) -> None:
    assert not [frame for frame in told(text) if frame.type in ON_THE_GROUND and is_in(frame, "syria.deir-ez-zor")]
