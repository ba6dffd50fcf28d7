"""Seen: whose plane spotters, logs and radar place over what was hit: `showed a Russian plane circling over the town`.

**SEEN**, **AT_TIME** -> teller.
"""

import re

SEEN = re.compile(
    r"(?<![^ ])(?:logs?|records?|recordings?|data|radar|spotters?|observers?|trackers?|network|monitors?|footage)"
    r"(?: [^ ]+){0,10}? (?:places?|placed|put|puts|shows?|showed|showing|recorded|tracked|logged|observed|saw|detected|"
    r"indicates?|indicated)(?: that)?(?: an?| one| two| the| single| lone)+ "
)
AT_TIME = re.compile(
    r"(?: (?!reconnaissance|surveillance|transport)[^ ]+){0,6}? (?:circling|circled|loitering|overhead|"
    r"(?:over|above) (?:the|that) (?:town|village|city|area|hospital|camp|market|site|facility|school)|"
    r"at (?:the|that|about that) (?:time|moment|hour))(?= |$)"
)
