"""Seen: whose plane spotters, logs and radar place over what was hit: `showed a Russian plane circling over the town`.

**SEEN**, **AT_TIME**, **PLANE** -> teller.
"""

import re

SEEN = re.compile(
    r"(?<![^ ])"
    r"(?:logs?|records?|recordings?|data|radar|spotters?|observers?|trackers?|network|monitors?|footage|officials)"
    r"(?: [^ ]+){0,10}? (?:places?|placed|put|puts|shows?|showed|showing|recorded|tracked|logged|observed|saw|detected|"
    r"indicates?|indicated|said)(?: that)?(?: an?| one| two| the| single| lone)+ "
)
AT_TIME = re.compile(
    r"(?: (?!reconnaissance|surveillance|transport|drones?|police|patrols?)[^ ]+){0,6}? "
    r"(?:circling|circled|loitering|overhead|in the sky|"
    r"(?:over|above) (?:the|that) (?:town|village|city|area|hospital|camp|market|site|facility|school|convoy|scene)|"
    r"at (?:the|that|about that)(?: precise| exact| very)? (?:time|moment|hour))(?= |$)"
)
PLANE = re.compile(r"(?<![^ ])(?:aircraft|planes?|jets?|warplanes?|bombers?|helicopters?|su|sukhoi|mig|tu)\b")
