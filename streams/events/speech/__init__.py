"""Speech: who says what, and which words of a sentence are in his mouth.

reports (claims)            all that one sentence reports
arabic, english           one say verb: its subject, and what it is about; english reads Russian, too
accusing, heading         who is accused of what; the countries before the colon of a rights report
speakers                  who has no name: activists, a ministry, an outlet
"""

from streams.events.speech.claims import RELAYS, reports
from streams.events.speech.report import Report

__all__ = ["RELAYS", "Report", "reports"]
