"""What makes a line a duty."""

from __future__ import annotations

from roleferry.domain.model.jobs.reading.cue import Side, cues
from roleferry.domain.model.jobs.reading.verbs import BASE, THIRD_PERSON

_STATES = frozenset(
    (
        "be have keep live love enjoy like know understand think thrive care want value feel "
        "embrace believe stay take appreciate gain get receive benefit meet learn grow find see "
        "start join apply become look bring own communicate qualify show demonstrate strive read "
        "use achieve"
    ).split()
)
_ACTIONS = (
    "|".join(sorted(BASE - _STATES)) + "|take part|take over|take responsibility|take care|own (?:the|our|your|end)"
)

_ACTS = "|".join(sorted(THIRD_PERSON))
_HOLDER = (
    r"(?:the|this|an?)(?: [a-z/&-]+){0,3} (?:position|role|job|incumbent|post ?holder|job ?holder|manager|engineer|"
    r"developer|partner|analyst|director|specialist|consultant|officer|assistant|associate|lead|coordinator|"
    r"professor|researcher|designer|architect|executive|representative|administrator|technician|supervisor|candidate)"
)

DUTY = cues(
    Side.DUTY,
    (
        2.4,
        (
            rf"^(?:in addition,? |therefore,? |additionally,? |furthermore,? |also,? )?(?:{_HOLDER}|he/she|she/he|"
            r"he or she|s/he|the [a-z]{2,5}) (?:also |further |then )?(?:will|shall) (?:also )?(?!have|be able|need|"
            r"possess|receive|get|be (?:notified|assessed|shortlisted|offered|invited|required to have|an?))"
        ),
    ),
    (
        2.2,
        (
            rf"^(?:in addition,? |therefore,? |additionally,? |overall,? )?{_HOLDER} (?:also |actively |is (?:"
            rf"responsible|expected|accountable)\b|(?:{_ACTS})\b(?! (?:for|an? (?:strong|wide|variety|high))))"
        ),
    ),
    (
        1.8,
        (
            r"\bresponsibilit(?:y|ies) (?:is|are|of the)\b|\bit is expected that\b|"
            r"\b(?:primary|main|key) focus (?:is|will be)\b"
        ),
    ),
    (
        3.0,
        (
            r"\b(?:be |is |are |being |take |takes |taking |taken )?(?:fully |directly |jointly |also "
            r"|primarily )?(?:responsible|accountable) for\b|\bresponsibilit(?:y|ies) (?:for|include|"
            r"will include)\b"
        ),
    ),
    (
        3.0,
        (
            r"\b(?:other|additional|any other|related|special|ad[- ]hoc) (?:duties|tasks|projects|"
            r"responsibilities)\b|\bas (?:assigned|required|directed|needed|requested)\b"
        ),
    ),
    (
        2.5,
        (
            r"\byou(?:'ll| will| would|'d| shall| are going to)(?: also| then| often| regularly| "
            r"frequently| closely| directly| primarily| mainly| initially| work to| continue to| help|"
            r" need to| be able to| be expected to| get to| have the (?:opportunity|chance) to)* "
            r"(?!(?:also|then|often|regularly|frequently|closely|directly|primarily|mainly|initially)\b|have\b|be\b|need\b|possess\b|bring\b|understand\b|know\b|demonstrate\b|enjoy\b|"
            r"receive\b|get\b|benefit\b|gain\b|thrive\b|love\b|find\b|feel\b|hear\b|like\b|"
            r"hold\b)[a-z-]+"
        ),
    ),
    (
        2.0,
        (
            r"\byou(?:'ll| will)(?: also| then)? be (?:responsible|involved|working|leading|helping|"
            r"building|managing|designing|developing|focus\w*|part of|joining|accountable|tasked|"
            r"expected|in charge|supporting|creating|driving|collaborating|reporting|the)\b|\byou "
            r"will also\b"
        ),
    ),
    (
        2.4,
        (
            rf"\byou (?:also |then |regularly |actively |closely |independently |are (?:fully |"
            rf"actively |also )?(?:involved|responsible|responsibile|engaged|working|in charge|part "
            rf"of) )?(?:{_ACTIONS})\b|\byou are (?:fully |actively |also )?(?:involved in|engaged in|"
            rf"working on|in charge of|expected to|tasked with)"
        ),
    ),
    (
        1.2,
        (
            rf"\byou(?:'ll| will)(?: also| then| often| regularly| closely)* (?:{_ACTIONS})\b|\b(?:is|"
            rf"are|will be|be) (?:expected|required|tasked|asked|responsible) (?:to|for|with) "
            rf"(?!have\b|be\b|possess\b|hold\b)"
        ),
    ),
    (
        1.4,
        (
            rf"\b(?:expected|required|tasked|asked) to (?:{_ACTIONS})\b|\bthis (?:role |position |job "
            rf")?(?:will )?involves?\b"
        ),
    ),
    (
        2.2,
        (
            r"\byou(?:'ll| will|'d| would) (?:also |then )?be (?!joining|getting|receiving|looking|seeing|"
            r"enjoying|bringing)[a-z]+ing\b"
        ),
    ),
    (
        2.0,
        (
            r"\b(?:the|this) (?:role|position|job|successful candidate|incumbent|post ?holder|"
            r"candidate|person|engineer|manager|individual) (?:will|is to|would) (?!have|be able|"
            r"possess|need|demonstrate|be a|offer)|\bthis (?:role|position) (?:involves|includes|"
            r"entails|is responsible)"
        ),
    ),
    (
        1.5,
        (
            r"^(?:your |the |main |key |core |work |daily )*(?:roles?|responsibilit(?:y|ies)|tasks?|"
            r"duties|duty|mission|remit|purpose)\b.{0,40}\b(?:is|are|will|include|involve|to)\b"
        ),
    ),
    (
        2.2,
        (
            r"^(?:(?:the|overall|constant|ongoing|continuous|regular|daily|effective|timely|full|general|end-to-end|"
            r"active|successful|efficient|proactive) ){0,3}(?:ownership|achievement|development|"
            r"design|implementation|management|administration|maintenance|"
            r"monitoring|support|preparation|coordination|co-ordination|execution|delivery|creation|"
            r"supervision|evaluation|"
            r"identification|optimi[sz]ation|planning|review|analysis|oversight|operation|"
            r"installation|configuration|integration|organi[sz]ation|provision|facilitation|"
            r"participation|collaboration|"
            r"deployment|conception|processing|handling|ownership|assessment|production|documentation|"
            r"investigation|recruitment|testing|training|conduct|control|elaboration|realisation|"
            r"further development|technical support|promotion|responsibility|release control|tracking|"
            r"resolution|reporting|first point|point of contact|independent|close cooperation|close "
            r"collaboration|cooperation|liaison)\b(?! (?:skills?|experience|background|knowledge|"
            r"mindset|tools|degree|certificat\w+|abilit\w+)\b)(?=,? (?:of|and|with|for|in|to|on|between|"
            r"&|[a-z]+ (?:of|and))\b)"
        ),
    ),
    (
        1.2,
        (
            r"\b(?:work|working|works|collaborat\w+|partner\w*|liais\w+) (?:closely |directly |"
            r"cross-functionally |alongside )?(?:together )?(?:with|alongside|across) (?:the |our |"
            r"other |a |internal |external |multiple |various |all |engineer|product|design|"
            r"stakeholder|team|customer|client|cross)"
        ),
    ),
    (
        1.0,
        (
            r"\b(?:on a )?(?:daily|weekly|monthly|regular|quarterly|day-to-day|day to day) (?:basis|"
            r"operations|running|management|activities)?"
        ),
    ),
    (
        1.0,
        (
            r"\bto (?:ensure|drive|improve|deliver|achieve|meet|support|enable|identify|help|increase|"
            r"maximi[sz]e|optimi[sz]e|maintain|define|create|resolve|develop|build)\b"
        ),
    ),
    (
        0.8,
        (
            r"\b(?:in line with|in accordance with|in a timely manner|within (?:the )?budget|on time|"
            r"best practices|end[- ]to[- ]end|action plans?|deadlines are|roadmap|our (?:customers?|"
            r"clients?|products?|platforms?|services?|systems?|teams?|users?|codebase|infrastructure|"
            r"software))\b"
        ),
    ),
    (
        2.0,
        (
            r"^(?:be (?:the|a|an|our|part of|involved|responsible|accountable|on)|act as|serve as|"
            r"take (?:the )?(?:lead|ownership|charge|part|responsib|care)|play (?:a|an)|have (?:your|"
            r"the) (?:hand|opportunity)|own|be)\b(?! (?:comfortable|able|proficient|fluent|familiar|"
            r"passionate|willing|a (?:team|self|good|great|strong)|(?:at least )?18|authori|eligible))"
        ),
    ),
)
