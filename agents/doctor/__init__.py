"""`marsad doctor`, a check a file. Settings and machine need nothing; the rest needs a broker that lets us in.

settings -> machine -> broker -> topics -> groups -> clock, each -> Findings
"""
