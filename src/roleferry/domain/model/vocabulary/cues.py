"""The turns of phrase with which adverts ask for knowledge, and the looks of names nobody has listed."""

from __future__ import annotations

import re

CUE = re.compile(
    r"\b(?:(?:experienced?|expertise|proficien(?:t|cy)|background|competen(?:ce|t|cy)|familiar(?:ity)?|interest|exposure|"
    r"education|hands-on|speciali[sz]ed|versed|grounding|trained|skilled|track record|diploma|degrees?|master.?s|"
    r"bachelor.?s)\s(?:\w+\s)?(?:with|in|of|using|on|to)|"
    r"(?:knowledge|understanding|grasp|mastery|awareness)\s(?:\w+\s)?(?:of|in|with|about|on|into)|"
    r"(?:experience|skills?|tools?|technologies|languages|frameworks?|databases?|methodologies|systems?|standards?)"
    r",?\s?\(?(?:such as|like|e\.?g\.?|including|i\.e\.))(?!\w)[\s.:,]{0,4}",
    re.IGNORECASE,
)
"""Ends where the list of what is asked for begins: `experience with`, `knowledge of`, `tools such as`."""

NAME = re.compile(
    r"(?<![\w.@/#&<-])(?:[A-Z][a-z]{1,20}[A-Z][A-Za-z]{0,20}|[a-z]{1,3}[A-Z][A-Za-z]{1,20}|[A-Z]{2,6}|"
    r"[A-Z][A-Za-z]{0,20}\d{1,6}[A-Za-z]{0,4}|[A-Za-z]{2,20}\.js|[A-Z]{2,5}[-/][A-Z]{2,5})(?![\w>])"
)
"""Camel case, acronyms, names with a figure: what products and standards look like."""

DEGREE = re.compile(
    r"(?<!\w)(?:(?:bachelor|master|doctoral|doctorate|university|college|academic|engineering|graduate|undergraduate|"
    r"higher|advanced|technical|honours|associate|b\.?sc?|m\.?sc?|b\.?a|m\.?a|bs/[mb][sa]|ph\.?d)\.?(?:['’\x92]?s)?"
    r"(?:(?:,\s|\s|/|\sor\s|\sand\s)(?:bachelor|master|doctoral|ph\.?d|higher|university|academic|equivalent|m\.?sc?|"
    r"b\.?sc?|m\.?a)\.?(?:['’\x92]?s)?){0,3}\s?-?(?:level )?(?:degrees?|diplomas?)|"
    r"(?:bachelor|master|doctor) of (?:science|arts|engineering|business administration|philosophy|laws?|education)"
    r"(?: degree)?|(?:bachelor|master|ph\.?d|university|postdoctoral)(?:['’\x92]?s)?[ -]level|"
    r"(?:university|academic|higher|tertiary) education|"
    r"degree(?= in| from|[,.;)])|ph\.?d\.?|mba|m\.?sc\.?|b\.?sc\.?|b\.?eng|m\.?eng)(?!\w)"
    r"(?!\s(?:fellow|student|position|project|program|stipend|scholar|thesis|candidate|stud|school|plan|degree))",
    re.IGNORECASE,
)
"""A degree asked for, in words or letters; not one offered, as in `PhD fellowship`."""
