"""Russian strikes: sentences of every form that war news tells them in; written for this test."""

import pytest

from tests.unit.events.told import lines, russian_strikes

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
    The raids on Hass, to the south of Ariha, were carried out by regime ally Moscow, a monitor said
    Warplanes we believe to be Russian fired several missiles on a street in Ariha
    Nine people died in a massacre by jets that residents said were Russian in Ariha
    Russian jets flew their first strike missions there since May, hitting Busra al-Harir in Syria
    Two raids hit a clinic in Arbin, Syria, which the Observatory said were carried out by Russia
    Russian jets, absent from the sector for almost a year, struck Busra al-Harir
    A Russian plane fired at a row of shops in Kafr Takharim
    Residents told AFP that warplanes, which they identified as Russian, had bombed a market in Abu Kamal
    A convoy of Islamic State which tried to leave Mayadin was destroyed by Russian helicopters on Thursday
    Six Russian bombers flew over Iraq before striking Islamic State near Abu Kamal
    The planes, Russian according to a monitor, hit a prison in Idlib
    The Russian air force has destroyed 500 tank trucks in Syria in the past few days, a general said on Wednesday
    Air strikes hit Ariha in Idlib. The network accused Russia of the attack and put the dead at 22.
    Planes fired on rafts at Boulel in Deir ez-Zor. The network said the planes were Russian.
    RuAF pounding positions in the south of Idlib since dawn
    VKS made 12 raids on a ridge near Palmyra, a channel of the army says
    The Russian side bombed the town of Saraqib on Sunday
    Russian war jets struck an olive press near Ariha
    Russian-piloted aircraft hit two villages near Saraqib
    Russian jets engaged targets in Kafr Nabl
    Russian jets committed a massacre in Saraqib that left nine dead
    More than 40 raids by the Assad regime and its Russian ally since sunset, all of them around Kafr Zita
    Six long-range bombers Tu-22M3, having taken off from an airfield in Russia, delivered a group strike on camps near Mayadin
    Tu-22M3 bombers, flying from Mozdok, inflicted a strike on a depot in Deir ez-Zor province
    Su-34s, operating from Hmeimim, carried out a group airstrike against IS in Deir ez-Zor
    It was not clear whether the raids on Atarib were carried out by Syrian warplanes or those of the regime's ally Russia
    Jets of the regime's ally Russia hit Ariha
    Assad's ally Moscow bombed Ariha
    Raids blamed on the Syrian regime and its ally Russia killed five people in Ariha
    The clinic was attacked twice in Kafr Nabl, first by a regime helicopter and then by a Russian plane
    The White House condemned Russia's bombing of a market in Ariha
    Erdogan denounced the bombing of Maarat al-Numan by Russian planes
    Despite promises of a truce, Russian warplanes continue to target the Syrian areas held by rebels
    Russia, Syria pound Idlib
    Airstrikes (Russian) on Kafr Nabl
    Warplanes took off from Hmeimim at noon and struck Hass half an hour later, the observatory said
    The bakery in Sarmin was hit by two Russian missiles
    A Russian double-tap in Maarat al-Numan killed a rescuer on Monday
    Kafr Nabl, three Russian raids since 6 am, no casualties so far
    Kafr Nabl: airstrikes (RuAF), 3 killed
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
    فروسيا والنظام صبّا جام غضبهما على المدنيين، واستهدفا بعشرات الصواريخ الفراغية والقنابل العنقودية أحياء الصالحين والفردوس ومدينة الأتارب وبلدة كفرناها.
    روسيا والنظام قصفا أمس أحياء حلب الشرقية بالقنابل العنقودية
    روسيا والنظام السوري يقصفان مدينة إدلب ومعرة النعمان
    موسكو ودمشق تكثفان قصف الغوطة الشرقية
    النظام وروسيا يواصلان قصف ريف حماة الشمالي
    قصفت روسيا والنظام صباح اليوم بلدة اللطامنة
    موسكو والأسد استهدفا مشفى في معرة النعمان بصواريخ فراغية
    النظام وحليفته روسيا دكا بلدات ريف حلب الجنوبي بالراجمات
    استهدف النظام وروسيا، مساء اليوم، سوقا في مدينة سراقب ما أدى إلى مقتل سبعة مدنيين
    أمطر الروس والنظام حي القابون بالصواريخ ليلا
    وكانت حصيلة يوم أمس ثقيلة، إذ قصفت روسيا ونظام الأسد عشر بلدات في ريف إدلب الجنوبي.
    ثم عاد النظام والروس فقصفا كفرزيتا بأربعين قذيفة وست غارات.
    ثم عاد النظام والروس فقصفا كفرزيتا بأربعين قذيفة وست غارات.
    يقصف النظام والروس بلدات ريف إدلب منذ الفجر
    قصف من قبل النظام والروس استهدف سراقب
    قصف الطيران الروسي للميادين أسفر عن مقتل تسعة مدنيين
    أدى قصف الطيران الروسي للميادين أمس إلى مقتل تسعة مدنيين
    جراء قصف الطيران الحربي الروسي لبلدة القورية قتل ثلاثة أشخاص
    قتل طفلان نتيجة استهداف المقاتلات الروسية للبوكمال
    بعد قصف الطائرات الروسية لسراقب ومعرة النعمان سقط عشرة جرحى أمس
    حربي روسي: غارتان على محيط بلدة كنصفرة بجبل الزاوية
    حربي روسي يغير على أطراف البارة بريف إدلب
    الحربي الروسي يستهدف بلدة الفطيرة بغارتين
    الروسي يستهدف بالصواريخ الفراغية أطراف مدينة جسر الشغور
    طيران الاحتلال الروسي ينفذ ثلاث غارات على تلال كبانة
    غارات للروسي على محيط مدينة سراقب
    عاجل| غارة من الطيران الروسي على بلدة احسم
    روسي: 3 غارات على كفرنبل
    الطيران الروسي: ست غارات على معرة حرمة منذ الصباح
    طائرتان روسيتان تتناوبان على قصف اللطامنة
    سرب من الطيران الروسي يشن غارات على ريف حماة الشمالي
    رشاشات الطيران الروسي تستهدف أطراف كفرزيتا
    الطيران الحربي الروسي يجدد غاراته على قرية معرزيتا
    يوشن روسي يقصف جبل الزاوية
    السوخوي الروسية تلقي حمولتها على مدينة خان شيخون
    صواريخ ارتجاجية من الطيران الروسي تهز ريف اللاذقية
    وجهت ست قاذفات بعيدة المدى من طراز تو-22 إم 3 ضربة جماعية إلى مواقع الإرهابيين في محافظة دير الزور
    أعلنت وزارة الدفاع الروسية أن قاذفات تو-22 أقلعت من مطارات داخل روسيا ووجهت ضربة جماعية لأهداف داعش قرب البوكمال
    قالت وزارة الدفاع إن الطائرات الروسية دمرت خلال اليوم الماضي 49 هدفا للإرهابيين في محافظتي حلب وإدلب
    أفادت قاعدة حميميم بأن القوات الجوية الفضائية الروسية نفذت 59 طلعة قتالية خلال الساعات الـ24 الأخيرة ودمرت 212 هدفا في سوريا
    أعلن المتحدث باسم وزارة الدفاع الروسية إيغور كوناشينكوف أن طائرة سو-34 دمرت مركز قيادة لداعش قرب الرقة
    أطلقت الغواصة فيليكي نوفغورود ثلاثة صواريخ كاليبر على مواقع تنظيم داعش في محيط دير الزور
    استخدمت قاذفات سو-34 قنابل بيتاب-500 ضد تحصينات المسلحين في ريف اللاذقية
    نفذت طائرات مجموعة القوات الروسية في سوريا 71 طلعة ضربت خلالها 118 موقعا للإرهابيين
    قال نائب رئيس مركز المصالحة في حميميم إن سلاح الجو الروسي وجه ضربات إلى معسكرات لمسلحين في منطقة التنف
    أسفرت ضربات القوات الجوية الروسية عن مقتل 180 إرهابيا في منطقة البوكمال، وفق بيان وزارة الدفاع
    ودمرت القاذفات الروسية جسرا عائما كان التنظيم يستخدمه قرب الميادين
    ألحقت الضربات الجوية خسائر كبيرة بالمسلحين، إذ دمرت المقاتلات الروسية خمس دبابات في ريف حماة
    طيران الغزو الروسي يمطر الأتارب بالصواريخ
    سو-24 روسية تقصف أطراف مدينة سراقب
    مسيرة روسية تستهدف سيارة مدنية في ريف حلب الغربي
    غارات سورية روسية مشتركة على أحياء درعا البلد
    شنت القوات الروسية والسورية هجمات بالذخائر العنقودية على بلدات ريف حلب
    روسيا/سوريا: هجمات بالذخائر العنقودية على مخيم للنازحين في إدلب
    سوريا – روسيا: غارات متعمدة على المستشفيات في إدلب
    ناشطون يتهمون الطيران الروسي بارتكاب مجزرة في مدينة سراقب
""")


@pytest.mark.parametrize("text", RUSSIAN)
def test_a_russian_strike_is_told(text: str) -> None:
    assert russian_strikes(text)
