"""Telling: the words that tell whose the planes were, as patterns over folded text: `The planes were`, الطائرات تابعة.

**BEFORE** and the others -> teller.
"""

import re

from streams.text.fold import fold_term

LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")


def any_of(text: str) -> str:
    """Words apart by commas as folded alternatives of a pattern, the longest first; letters may be any of ASCII."""
    return "|".join(re.escape(word) for word in sorted(map(fold_term, text.split(",")), key=len, reverse=True))


AL = fold_term("ال")
LAM = fold_term("ل")
_THINGS = (
    r"(?:planes?|jets?|aircraft|warplanes?|drones?|helicopters?|bombers?|fighters|gunships?|raids?|strikes?|airstrikes?|"
    r"attackers?|attacks?|bombings?|bombardment|sorties)"
)
_HEDGES = (
    r"(?: (?:probably|most|likely|believed|thought|said|reported|to|be|have|been|either|an?|possibly|almost|certainly|"
    r"clearly|all|both|the work of|(?:carried out |conducted |flown |launched |dropped |fired |done |made )?by|from|"
    r"the|two|three|four))*"
)
_PART = (
    r"(?:all(?: (?:two|three|four|five|six))?|most|many|some|both|half|several|one|two|three|four|five|six|\d+|"
    r"the (?:rest|others?|first|second))"
)
_IS_EN = (
    rf"(?:it|they|(?P<part>{_PART}(?: but [a-z0-9]+)?(?: of them)?)|"
    rf"(?P<things>(?:the|these|those|both|all|most) (?:[a-z]+ )?{_THINGS}(?: (?:that|which)(?: [a-z]+){{1,5}}?)?|"
    rf"{_PART}(?: but [a-z0-9]+)? of (?:the|these|those) (?:[a-z0-9]+ )?{_THINGS})) "
    rf"(?:was|were|is|are|had been|belonged to){_HEDGES}"
)
_AS_EN = (
    r"(?:(?:identified|recognised|recognized|logged|tracked|named|described)"
    rf"(?: (?:it|them|both|(?:the|these|those|one of the|both) (?:[a-z]+ )?{_THINGS}|by (?:[a-z]+ ){{1,4}}?)?)? ?as"
    r"(?: (?:being|belonging to|those of|of))?"
    rf"{_HEDGES})"
)
NO_PLANES = re.compile(
    r" (?:citizens?|nationals?|officers?|soldiers?|troops|servicemen|advis[eo]rs|diplomats?|officials?|journalists?|"
    r"mercenar(?:y|ies)|contractors?|speakers?|engineers|passports?|made|built|supplied|designed|style|type|origin|backed|"
    r"held|weapons?|proposals?|ideas?|allies)(?= |$)"
)
_IS_AR = (
    f"(?:{any_of('الطائرة,الطائرات,الطائرتين,المقاتلات,المروحيات,المقاتلة,الطيران,الغارة,الغارات')})"
    f"(?: (?:{any_of('المهاجمة,المنفذة,المغيرة,الحربية,الحربي,التي نفذت الغارة,التي نفذت الغارات,التي نفذت القصف')}))?"
    f"(?: (?:{any_of('إما,هي,كانت,تكون,قد تكون,يرجح أنها,يعتقد أنها,على الأرجح')}))*"
    f"(?P<own> (?:{any_of('تابعة,تابع,تتبع,تعود')}))?"
)
_THEY_ARE = (
    rf"(?:{any_of('رجح,رجحوا,يرجح,يرجحون,رجحت,قال,قالوا,قالت,أكد,أكدوا,أكدت,يعتقد,يعتقدون,تبين,اتضح,تأكد,ذكر,ذكروا,ذكرت')})"
    rf"(?: [^ ]+){{0,2}}? (?:{any_of('أن تكون,أن يكون,أنها,إنها,بأنها,أنه,إنه')})(?: {any_of('إما')})?"
)
_ATTRIBUTED = (
    r"(?:attributed|attribute|attributes|traced|blamed|blames|pinned|put the blame for|laid the blame for)"
    r"(?: by(?: [a-z]+){1,4}?)?"
    rf"(?: (?:it|them|both|{_PART} of (?:them|(?:the|these|those)(?: [a-z]+)? {_THINGS})|"
    rf"(?:the|this|these|those|all|both)(?: [a-z]+){{0,2}}? {_THINGS}|the deaths|the massacre))?"
    r" (?:to|on)(?: (?:an?|the|either))?"
)
_SUSPECTED = (
    r"(?:suspicions? (?:\w+ ){0,2}?(?:on|upon)|"
    r"(?:pointed|points|pointing|point)(?: the finger| fingers| clearly| strongly)? (?:to|at|towards)|"
    r"(?:responsibility|blame)(?: for it)? (?:lies|lay|rests|rested|falls|fell) with)(?: (?:an?|the|either))*"
)
_FLOWN = r"(?:flown|piloted) by(?: the| an?)?"
_HALLMARKS = (
    r"(?:bore|bears|bear|bearing|had|has|have) (?:all )?(?:the|every) (?:hallmarks?|signature|fingerprints?) of"
    r"(?: the| an?)?"
)
_AUTHOR = (
    rf"(?:(?:the )?(?:authors?|perpetrators?|culprits?|attackers?|those|side|party)"
    rf"(?: (?:of|behind|responsible for) (?:the|this|these|both) (?:[a-z]+ )?{_THINGS})?"
    rf" (?:is|was|were|are|can only be|must be|could only be){_HEDGES})"
)
_LABEL = (
    r"(?:(?:(?:alleged|suspected|possible|presumed|likely|probable) )?"
    r"(?:perpetrators?|responsible party|party responsible)(?: (?:the|either))*|"
    rf"(?:{any_of('الجاني,الفاعل,الجهة المسؤولة,الجهة المنفذة,الجهة الفاعلة,المشتبه به,المشتبه بهم')})"
    rf"(?: (?:{any_of('بحسب,حسب,وفق')}) [^ ]+)?)"
)  # of a form: Perpetrator: ...
_BLAME = rf"(?:blamed|blame|accused|held|holds|hold|{any_of('اتهموا,واتهموا,وحملوا,حملوا')})(?: (?:either|the|both))*"
_OWNS = (
    rf"(?:{any_of('يمتلكه,يمتلكها,تمتلكه,تمتلكها,يملكه,يملكها,تملكه,تملكها,يستخدمه,يستخدمها,تستخدمه,تستخدمها,يشغله,يشغلها,تشغله,تشغلها')})"
    rf"(?: [^ ]+){{0,3}}? (?:{any_of('سوى,إلا,غير')})"
)  # this model, which only the Russians have
_TOOK_OFF = (  # the jets had taken off from Hmeimim
    rf"(?:they|it|{_PART}|(?:the|these|those|both|all) (?:[a-z]+ )?{_THINGS})(?: (?:had|have|has|all|were|was))*"
    r" (?:taken off|took off|flew|flown|came|come|launched|fired|departed|originated|scrambled) from(?: (?:the|an?))?"
)
_DID = rf"(?:{any_of('ما فعلته,ما ارتكبته,ما اقترفته,ما قامت به,ما نفذته,ما فعله,ما ارتكبه,جريمة,نفذتها,ارتكبتها')})"
_LAUNCHED = rf"(?:{any_of('انطلقت,أقلعت,أطلقت,أقلع,انطلق,انطلقتا,مصدرها,انطلاقها,إقلاعها')}) (?:{any_of('من,عبر')})"
_DEED = "القصف,الهجوم,الهجمات,الغارة,الغارات,المجزرة,الضربة,الضربات,الاستهداف,ذلك,قصف,استهداف,تنفيذ"
_LIABLE = (
    rf"(?:(?:{any_of('المسؤولية,مسؤولية')})(?: (?:{any_of('عن')} )?(?:{any_of(_DEED)}))? {any_of('تقع')}|"
    rf"(?:{any_of('تقع المسؤولية,وتقع المسؤولية')})(?: {any_of('عن')} (?:{any_of(_DEED)}))?)"
    rf" (?:{any_of('على,على عاتق')})"
)
_THESE = (  # هذه طائرات بوتين
    rf"(?:{any_of('هذه,هذا,هذي,إنها,إنه,أنها')})"
    rf"(?= (?:{any_of('طائرات,طيران,مقاتلات,مروحيات,طائرة,مقاتلة,حربي,سوخوي')}) )"
)
_OF_THEM = (  # 32 غارة، 20 منها روسية
    rf"(?:{any_of('غارة,غارات,غارتين,طائرات,طائرتان,طائرتين,مقاتلات,مروحيات,ضربة,ضربات,طلعة,طلعات')})"
    r"(?: [^ ]+){0,6}? "
    rf"(?:{any_of('منها,منهما,إحداها,إحداهما,جميعها,معظمها,غالبيتها,أغلبها,كلها')})"
)
_WHICH = (  # الطائرات التي قصفت المدينة تتبع لروسيا
    rf"(?:{any_of('الطائرة,الطائرات,المقاتلات,المروحيات,الطيران')}) (?:{any_of('الذي,التي')}) "
    rf"(?:{any_of('قصف,قصفت,استهدف,استهدفت,نفذ,نفذت,شن,شنت,ضرب,ضربت,أغار,أغارت')})(?: [^ ]+){{1,6}}? "
    rf"(?:{any_of('تابعة,تابع,تتبع,يتبع,تعود,يعود,هي,هو,كانت,كان')})"
)
OR = re.compile(rf" (?:or the|and the|or possibly|or|and|{any_of('أو,أم,أو تابعة,أم تابعة,وإما')}) ")
FIRST_OF_TWO = re.compile(r"(?:the )?(?:government|regime|army|air force|authorities|damascus|assad) or (?:the )?")
LABEL = re.compile(rf"(?<![^ ]){_LABEL} ")
BEFORE = re.compile(
    rf"(?<![^ ])(?:{_WHICH}|{_THESE}|{_OF_THEM}|(?P<is>{_IS_EN}|(?P<as>{_AS_EN})|{_IS_AR}|{_THEY_ARE})|"
    rf"(?P<label>{_LABEL})|(?P<only>{_ATTRIBUTED}|{_AUTHOR}|{_SUSPECTED}|{_OWNS}|{_FLOWN}|{_HALLMARKS}|{_TOOK_OFF}|{_LAUNCHED}|{_DID}|{_LIABLE})|"
    rf"(?P<blame>{_BLAME})) "
)
THEY_DID = re.compile(
    rf"(?<![^ ])(?P<who>[^ ]+) (?:{any_of('هم,هو,هي')}) (?:{any_of('من,الذين,الذي,التي')}) "
    rf"(?:{any_of('فعل,فعلها,فعلوا,فعلوها,نفذ,نفذها,نفذوا,نفذوها,قصف,قصفوا,قصفها,ضرب,ضربوا,ضربها,قام,قاموا')})(?= |$)|"
    rf"(?<![^ ])(?P<culprit>[^ ]+) (?:{any_of('هم,هو,هي')}) "
    rf"(?:{any_of('الفاعل,الفاعلة,الفاعلون,الجاني,المنفذ,المنفذة,المسؤول,المسؤولة,المسؤولون')})"
    rf"(?:$| (?!{any_of('عن')} )| {any_of('عن')} (?:{any_of(_DEED)})(?= |$))"
)
BEHIND = re.compile(
    r"(?: which(?: [^ ]+){2,12}?)? (?:(?:was|were|is|are|has been|have been)"
    r"(?: (?:widely|strongly|also|most|very|likely|probably|almost|certainly))*"
    r"(?: (?:believed|thought|said|suspected|presumed|reported|alleged|known|held|found|deemed)"
    r"(?: (?:to be|to have been|of being))?)? (?:behind|responsible|to blame|"
    rf"blamed(?! (?:by (?:[^ ]+ ){{1,6}})?for (?!it |them |it$|them$|(?:the|this)(?: [a-z]+)? {_THINGS})))|"
    r"(?:did it|did this|had done it|carried it out)|"
    r"(?:acknowledged|admitted|confirmed|claimed)(?: carrying out| having carried out| conducting| responsibility for)?"
    rf" (?:the|this|these|both)(?: air| missile| drone| aerial)? {_THINGS}|"
    rf"(?:acknowledged|admitted|confirmed)(?: that)? (?:its|their)(?: [a-z]+)? {_THINGS}"
    r" (?:had|were|was|struck|hit|bombed|did)|"
    rf"(?:{any_of('يقف,تقف,هو من يقف')}) (?:{any_of('وراء,خلف')}))(?= |$)"
)
AND = (" and ", " and the ")
FOR = re.compile(
    rf" (?:responsible(?= |$)|"
    rf"for (?:it|them|(?:the|this) (?:raids?|strikes?|attacks?|bombing|bombardment|deaths))(?= |$)|"
    rf"(?:{any_of('بالمسؤولية,المسؤولية,مسؤولية,بالوقوف,بتنفيذ,بارتكاب')})(?= |$))"
)
