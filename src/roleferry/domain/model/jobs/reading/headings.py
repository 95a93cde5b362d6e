"""What a heading announces, whatever its style: "Requirements", "WHAT YOU'LL DO", "In this role you will:"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum


class Part(StrEnum):
    """What a stretch of an advert is about."""

    DUTIES = "duties"
    ROLE = "role"
    """Prose about the role: duties in the main, but requirements hide in it."""
    GOALS = "goals"
    ASKED = "asked"
    PREFERRED = "preferred"
    BENEFITS = "benefits"
    COMPANY = "company"
    LEGAL = "legal"
    APPLY = "apply"
    FACTS = "facts"
    STACK = "stack"
    NEUTRAL = "neutral"


_CORES: dict[str, Part] = {
    **dict.fromkeys(
        "responsibility responsibilities responsabilities duty duties task tasks accountability accountabilities functions"
        " deliverables activities mission tasks: workload assignments".split(),
        Part.DUTIES,
    ),
    **dict.fromkeys("goals objectives goal outcomes kpis okrs challenge challenges problem problems".split(), Part.GOALS),
    **dict.fromkeys(
        "requirement requirements qualification qualifications skill skills skillset experience experiences experienced background"
        " profile competencies competences competency knowledge education educational must-have must-haves prerequisites"
        " pre-requisites criteria expectations abilities attributes capabilities credentials strengths certifications expertise"
        " qualities traits languages licences licenses eligibility".split(),
        Part.ASKED,
    ),
    **dict.fromkeys(
        "nice-to-have nice-to-haves preferred desirable desirables desired preferable bonus bonuses plus pluses advantageous"
        " advantages optional good-to-have extras beneficial asset assets preferences ideally".split(),
        Part.PREFERRED,
    ),
    **dict.fromkeys(
        "benefit benefits perk perks compensation remuneration rewards reward package salary pay wellbeing wellness offer goodies".split(),
        Part.BENEFITS,
    ),
    **dict.fromkeys("company culture values story organisation organization employer".split(), Part.COMPANY),
    **dict.fromkeys(
        "disclaimer privacy diversity inclusion eeo eeoc accommodation accommodations accessibility statement"
        " belonging equality notice safeguarding disclosure".split(),
        Part.LEGAL,
    ),
    **dict.fromkeys("apply application applications applying contact contacts interview interested interviews".split(), Part.APPLY),
    **dict.fromkeys(
        "location locations department reports seniority level schedule hours contract start startdate deadline industry"
        " date posted id reference ref employment travel clearance sector workplace city country address".split(),
        Part.FACTS,
    ),
    **dict.fromkeys("technologies technology stack tools tech".split(), Part.STACK),
}
_WORTH: tuple[Part, ...] = (
    Part.LEGAL, Part.BENEFITS, Part.PREFERRED, Part.APPLY, Part.DUTIES, Part.ASKED, Part.GOALS, Part.STACK, Part.COMPANY, Part.FACTS,
)  # fmt: skip
_FILLER = frozenset(
    """a an the and or of for to in on with your our you us we & / , key main primary core essential essentials basic minimum required
    general additional technical specific principal major typical role job position day daily work working other specialised
    specialized personal professional selection person specification details detail information summary overview description
    list is are will be as at this that include includes including following some more also academic soft hard relevant ideal
    candidate candidates candidate's successful team total what who how section equal opportunity employer employee employees
    health process next steps type needed necessary mandatory key: it all here things competencies/skills duties/responsibilities
    mindset must should have haves job-related top most important expected formal previous language functional areas area
    knowledge/skills education/experience company primary/essential great very strong would can not but if i ii iii 1 2 3 4 new
    full-time part-time working conditions physical environment opportunities statement policy commitment minimal""".split()
)
_WORD = re.compile(r"[^\s,;:&/()+–—|]+|[&/,]")
_NAME = r"(?:[^\s].{0,40})"

_SENTENCES: tuple[tuple[Part, str], ...] = (
    (Part.ASKED, r"(?:what )?you offer(?: us)?|person specification|who you(?:'ll| will) be|what you(?:'re| are) (?:great|good) at"),
    (Part.DUTIES, r"what are you going to do|(?:the )?scope of (?:the )?(?:work|role|job|position)|where you(?:'ll)? come in|what (?:does|will) (?:the|this|your) (?:job|role|day|work|week)\b.{0,40}look like"),
    (Part.ROLE, r"(?:the |this |your )?opportunity"),
    (Part.LEGAL, r"(?:an )?equal opportunit(?:y|ies)(?: employer| statement)?"),
    (Part.FACTS, r"(?:the |our )?(?:work(?:ing)?|physical) (?:environment|conditions|demands|hours|arrangements?)"),
    (Part.BENEFITS, r"what you(?:'ll| will) (?:learn|love)\b.{0,30}|what (?:you|to) (?:can )?expect(?: from us)?|why (?!we would|this|the|you)[^ ]+(?: [^ ]+){0,2}|(?:growth|career) opportunities|joining us"),
    (Part.BENEFITS, r"what (?:we|i|they)(?:'ll| will| can|'re|do| are)?(?: do)?(?: offer(?:ing)?| provide| give| promise)\b.*"),
    (Part.BENEFITS, r"(?:here(?:'s| is) )?what(?:'s| is) in (?:it|this) for you.*"),
    (Part.BENEFITS, r"what(?:'s| is) on offer.*|what you(?:'ll| will| can)? (?:get|receive|earn|enjoy)\b.*|what to expect from us.*"),
    (Part.BENEFITS, r"(?:alongside|in addition|in return|besides|as well as|on top)?\b.{0,40}\b(?:we|you(?:'ll| will)) (?:offer|get|receive|can offer|are offered)(?: you)?(?: the following)?"),
    (Part.BENEFITS, r"(?:our|the|we) (?:offer|offering|promise|package)(?: to you| you)?|(?:why|reasons to) (?:join|work|choose|us|you(?:'ll| will| should)|we|apply)\b.*"),
    (Part.BENEFITS, r"life at .*|working at .*|you(?:'ll| will) (?:find with us|love working|enjoy)\b.*|what makes us .*|(?:we(?:'ve| have) got|some of) .*(?:perks|benefits).*"),
    (Part.PREFERRED, r"(?:it(?:'s| is|'d be| would be)|that(?:'s| is)|these are|considered|what would be|would be)? ?(?:a |an |also |really )*(?:nice|great|good|bonus|plus|pluses|advantage|asset|awesome|cool)(?: to have(?:s)?| if.*| points.*| skills| you have.*)?"),
    (Part.PREFERRED, r"(?:bonus|extra|brownie) (?:points|credit|marks|skills|qualifications).*|.*\bincrease your chances.*|.*\b(?:set you apart|make you stand out|help you stand out|stand out if).*"),
    (Part.PREFERRED, r"(?:we(?:'d| would)|i(?:'d| would)) (?:also )?(?:love|like|be (?:happy|thrilled|delighted|excited)|get really excited|be impressed|appreciate)\b.*|.*\b(?:nice|good|great)[- ]to[- ]haves?\b.*"),
    (Part.PREFERRED, r"(?:even better|ideally|you(?:'ll| will)? get (?:bonus|extra)|you might also|you may also|it helps|it would help|not required|optional)\b.*|(?:as )?(?:a )?(?:big |huge |strong )?plus(?:es)?"),
    (Part.PREFERRED, r"(?:this|these|that|those|it|any|the following|what|what else|which|skills|experience|following)\b.{0,40}\b(?:would be|is|are|considered|as) (?:a |an )?(?:big |strong |huge |definite |distinct )?(?:plus|bonus|advantage|asset|beneficial|advantageous|desirable|preferred)"),
    (Part.DUTIES, r"what (?:you(?:'ll| will| would| can|'d)?|will you|would you|do you|you are|you're|does)(?: be| get to| expect to| actually)*(?: do| doing| done| work on| working on| own| owning| achieve| deliver| accomplish| tackle| build| lead| focus on| responsible for| in charge of| handle)\b.*"),
    (Part.DUTIES, r"what (?:the (?:job|role|work|position)|this (?:job|role|position)) (?:involves|entails|is about|looks like|requires you to).*|what we (?:need|want|expect|would like) you to do.*"),
    (Part.DUTIES, r"(?:as|in|within|for|on|during)\b.{1,80}\byou(?:'ll| will| are going to| would| can expect to)?(?: also)?(?: be)?(?: responsible for| have the opportunity to| get to| focus on| working on| doing)?"),
    (Part.DUTIES, r"(?:on a |your )?(?:typical |average )?(?:day[- ]to[- ]day|a day in the life|typical day|daily).*|(?:a|your) (?:day|week|month|typical week|first \w+)(?: .*)?(?: look.*)?|your (?:role|mission|impact|job|tasks?|challenge|day|work|responsibilities|contribution|focus)\b.*"),
    (Part.DUTIES, r"(?:how|where) you(?:'ll| will| can| would)? (?:make (?:an|a|your) (?:impact|difference|mark)|contribute|help|spend your time|create impact|add value)\b.*"),
    (Part.DUTIES, r"you(?:'ll| will| would)(?: also| then)?(?: be)?(?: responsible for| in charge of| focus on| focusing on| work on| working on| doing| get to| help(?: us)?(?: to)?| do)?(?: the following)?|you are responsible for|(?:you )?(?:be )?responsible for|responsibilities\b.{0,60}"),
    (Part.DUTIES, r"(?:the |this )?(?:role|position|job|successful candidate|incumbent|ideal candidate|postholder|post holder|jobholder|person|hire)(?: \w+){0,4} (?:will|to|would)(?: also)?(?: be)?(?: responsible for| include| involve| include but.*| expected to| required to| accountable for)?|(?:the )?(?:role|position|job) (?:involves|includes|entails).*"),
    (Part.DUTIES, r".*\b(?:main|key|typical|major|primary|principal|core|essential)? ?(?:duties|responsibilities|tasks|activities|functions|accountabilities)\b.*(?:include|are|will be|to|following|limited to|as follows|involve)\b.*"),
    (Part.GOALS, r"(?:what|how) (?:success|good|great) (?:looks|will look)(?: like)?.*|(?:in|within|by|after) (?:your|the) (?:first|end).*|(?:how|what) (?:will )?(?:we|you)(?:'ll| will)?(?: be)? (?:measure|measured).*|month \d.*|(?:your |the |in )*(?:first )(?:30|60|90|100)[- ]days?.*|(?:30|60|90)[- ]days?|objective \d.*"),
    (Part.GOALS, r"(?:the |our |your )?(?:problem|challenge|goal|purpose|objective|aim)s?(?: (?:of (?:the |this )?(?:role|job|position|post)|we(?:'re| are) solving|you(?:'ll| will) (?:solve|face|tackle)|ahead|of the position))?|problems (?:you|we).*|why (?:this|the) (?:role|job|position) (?:exists|matters).*|why we(?:'re| are) hiring.*"),
    (Part.ASKED, r"(?:this is |here(?:'s| is) )?what (?:you(?:'ll| will| should| must| would|'d)?|we(?:'ll| will)?|it|do you|do we|will you|the (?:ideal )?(?:candidate|person))(?: also| ideally)?(?:'re| are)? ?(?:need|bring|takes|have|possess|expect|require|look(?:ing)? for|want|are looking for|offer us|offer|hope|seek(?:ing)?|value|like|you need|you bring|are you good at|you're good at|good at|be good at|already know|know)\b.*"),
    (Part.ASKED, r"(?:who|what|whom) (?:are )?(?:we|you)(?:'re| are|'ll be| will be)?(?: currently| really)?(?: looking for| seeking| after| searching for| hiring)?|who (?:should|can|would) apply.*|who this is for.*|who (?:will|would|you'll) .*|who(?:'s| is) (?:it|this) for.*"),
    (Part.ASKED, r"(?:about|more about) you(?:rself)?|(?:is this|are you|could this be|is that|does this sound like) (?:you|the right .*|a (?:good |great )?(?:fit|match).*|our next.*)|sounds? like you.*|you(?:'re| are)? (?:the right|a (?:good|great|perfect|strong) (?:fit|match|candidate)).*|.*\b(?:good|great|perfect|right|strong) (?:fit|match)\b.*"),
    (Part.ASKED, r"(?:to (?:be|succeed|thrive|excel|qualify|do|stand|apply|perform|join)\b.{0,90})(?:you|need|have|must|should|require\w*|demonstrate|success\w*|following).*"),
    (Part.ASKED, r"(?:ideally |as an? .{1,50} |for this .{1,40} |in this .{1,40} )?you(?:'ll| will| should| must| would| might| may| can|'d)?(?: also| already| ideally| likely| probably| definitely| currently)* ?(?:have|need|bring|be|possess|are|know|love|should|must|need to have|need to be|have the following|are someone who|qualify if|excel at|speak)(?: the following| got| to have| to be| .{0,40}(?:skills|qualifications|experience|requirements))?|you|you(?:'re|'ve|'ve got| are| have got)"),
    (Part.ASKED, r"(?:the |our |your )?(?:ideal|successful|right|perfect|strong|best|great|qualified|suitable) (?:candidate|applicant|person|hire|profile|fit)\b.*|(?:the )?(?:candidate|applicant|person)s? (?:should|must|will (?:have|be|need|possess)|has|needs|we.*|profile).*|applicants (?:should|must).*"),
    (Part.ASKED, r"(?:we|i|they)(?:'re| are|'d| would)? ?(?:also )?(?:expect|require|need|want|ask|look|looking|seek|seeking|hope|after|searching|search)(?:ing)?\b.*|.*\bexpect from you.*|.*\b(?:requires|require) (?:a|the|you|an)\b.*|.*\byour (?:profile|background|experience|skills?|qualifications?|toolbox|strengths|personality|know-how|knowledge|expertise|superpowers|story|toolkit)\b.*"),
    (Part.ASKED, r"(?:you(?:'ll| will)? (?:might|may|should|could|would)?(?: be| thrive| fit| love| enjoy| succeed| do well| excel)*.* if(?: you.*)?)|(?:must|should)[- ]haves?.*|(?:why we would choose you|what makes you .*|what it takes.*|what(?:'s| is) (?:needed|required|essential|important).*|the must[- ]haves?)|(?:please )?apply if\b.*|(?:join us|this (?:role|job) is for you) if\b.*"),
    (Part.ROLE, r"(?:about |more about )?(?:the|this|your|our) (?:role|job|position|opportunity|vacancy|post|work)(?: (?:itself|summary|overview|description|in a nutshell|at a glance|you(?:'ll| will) play))?|about the .{1,40} (?:role|position|job)|(?:role|job|position|general|post) (?:summary|purpose|overview|profile|brief|statement)|purpose of (?:the )?(?:job|role|post|position)|role|summary|overview|in a nutshell|the gig|(?:about|what is) (?:the|this) (?:role|job|position)\b.*"),
    (Part.COMPANY, r"(?:about|more about|meet|introducing|who is|discover|get to know|welcome to) (?!you\b).*|who we are.*|what we do|how we work.*|our (?:mission|vision|story|values|culture|team|company|people|purpose|product|products|clients|history|principles|business|office|commitment)\b.{0,40}|(?:the )?(?:company|team|organi[sz]ation|client|business)(?: (?:description|overview|profile|background|you(?:'ll| will) join))?|company|we are(?: .{0,40})?|we believe|where we are.*"),
    (Part.LEGAL, r"(?:equal|eeo|diversity|inclusion|our commitment to|accommodat|privacy|disclaimer|reasonable|legal|data protection|covid|background check|pre-employment|important notice|additional information|please note|note).*|(?:do i need to meet|don't meet|not sure).*"),
    (Part.APPLY, r"(?:how to|ready to|want to|to|please|next steps?|interested|apply|application|contact|recruitment|hiring|interview|selection|the (?:process|hiring process|interview process)|our (?:hiring|interview|recruitment) process|questions|any questions|point of contact|still interested|excited|sounds? (?:good|interesting|great|exciting))\b.{0,60}|(?:then )?we(?:'d| would| should)? (?:should talk|want to hear|look forward|love to hear).*|what happens next.*|what to expect next.*|do you know someone.*"),
    (Part.STACK, r"(?:our|the|your)?\s*(?:current )?(?:tech|technology|technical)[- ]?(?:stack|environment|landscape)\b.*|(?:tools|technologies|key technologies)(?: (?:and|&) \w+)?(?: (?:we|you).*)?|our stack.*|(?:tech )?stack|what we (?:use|work with)\b.*"),
    (Part.NEUTRAL, r"(?:full )?(?:job|role|position) (?:description|details|information|advert|advertisement|posting)|description|job (?:type|title|id|location)|(?:posted|reports to|reporting to|employment type|contract type|experience level|company size|company type|location options|industry|role type|basic information|travel required|date posted|position type|work schedule|supervisory status)\b.*|.*responsibilities (?:and|&|/) (?:requirements|qualifications|skills).*"),
)  # fmt: skip
_PATTERNS = tuple((part, re.compile(rf"(?:{pattern})\Z")) for part, pattern in _SENTENCES)

_QUOTES = str.maketrans({"’": "'", "‘": "'", "´": "'", "`": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " "})
_TRIM = re.compile(r"^[^\w]+|[^\w)]+$")
_TRAILING_NOTE = re.compile(r"\s*[(\[][^()\[\]]{0,40}[)\]]$")
_SPACES = re.compile(r"\s+")
_LONGEST = 160
_PLAIN_WORDS = 7
_LEADS_ON = frozenset("you if will to have should must are who".split())
"""A line that stops on one of these is finished by the lines below it."""
_COLON_WORDS = 24


def plain(text: str) -> str:
    """Return the text in lower case with straight quotes and single spaces."""
    return _SPACES.sub(" ", text.translate(_QUOTES).lower()).strip()


def heading_of(text: str, *, marked: bool = False) -> Part | None:
    """Return what a piece of text announces if it is a heading, else None; `marked` when markup says it is one."""
    if len(text) > _LONGEST:
        return None
    said = plain(text)
    colon = said.rstrip(" .*_-").endswith(":") or (said.endswith((":", "...", "…")) and len(said) < 60)
    words = _TRAILING_NOTE.sub("", _TRIM.sub("", said)).split()
    unfinished = len(words) > 1 and words[-1] in _LEADS_ON
    longest = _COLON_WORDS if colon else _PLAIN_WORDS + 3 * (marked or unfinished)
    if not words or len(words) > longest:
        return None
    bare = _TRIM.sub("", " ".join(words))
    if not colon and not marked and said.endswith((".", ",", ";")) and len(words) > 4:
        return None
    return _nominal(bare) or _phrased(bare, sure=colon or marked or unfinished or said.endswith("?"))


def _nominal(bare: str) -> Part | None:
    """Headings made of nouns: every word is a heading word or filler, and one at least is a heading word."""
    words = [word for word in _WORD.findall(bare) if word not in "&/,"]
    if not words or len(words) > _PLAIN_WORDS or any(word not in _FILLER and word not in _CORES for word in words):
        return None
    if _only_company(words):
        return Part.COMPANY
    if words[:2] == ["equal", "opportunity"]:
        return Part.LEGAL
    cores = {_CORES[word] for word in words if word in _CORES}
    if {Part.DUTIES, Part.ASKED} <= cores:
        return Part.NEUTRAL
    if bare.endswith(("description", "information", "details")) and not cores - {Part.FACTS}:
        return None
    return next((part for part in _WORTH if part in cores), None)


def _only_company(words: list[str]) -> bool:
    if words[0] == "our" and words[-1] in {"mission", "goals", "goal", "challenge", "challenges", "values", "activities"}:
        return True
    return words[0] == "company" and words[-1] in {"description", "overview", "culture", "values", "information", "profile"}


def _phrased(bare: str, *, sure: bool) -> Part | None:
    for part, pattern in _PATTERNS:
        if pattern.match(bare) and (sure or _stands_alone(bare, part)):
            return part
    return None


_LONELY = {Part.PREFERRED: 6, Part.LEGAL: 4, Part.APPLY: 4, Part.COMPANY: 4, Part.BENEFITS: 6}
_TOO_PLAIN = re.compile(r"(?:we are|we're|we have|our|about) .*\b(?:is|are|was|have|has|for|to|in)\b .*|you(?: are|'re| have) \w+ .*")


def _stands_alone(bare: str, part: Part) -> bool:
    """Without a colon, a heading is short and is no sentence of its own."""
    return len(bare.split()) <= _LONELY.get(part, 7) and not _TOO_PLAIN.match(bare)


_INLINE = re.compile(
    r"(?:(?<=^)|(?<=[.!?):;*•]\s)|(?<=[a-z0-9)>]\s))"
    r"((?:Key |Main |Your |YOUR |KEY |MAIN |Core |Primary |Job |Our |OUR |Minimum |MINIMUM |Basic |BASIC |Preferred |PREFERRED |Desired |Required |Essential |ESSENTIAL"
    r" |Desirable |Additional |Technical |Personal )?"
    r"(?:Responsibilities(?: (?:and|&) [Dd]uties)?|RESPONSIBILITIES|Duties|DUTIES|Tasks|TASKS|Requirements|REQUIREMENTS|Qualifications?|QUALIFICATIONS|Skills(?: (?:&|and) [Ee]xperience)?"
    r"|Experience|Education|Profile|PROFILE|Nice[- ][Tt]o[- ][Hh]aves?|NICE TO HAVES?|Must[- ][Hh]aves?|What [Yy]ou(?:'|’)ll [Dd]o|What [Yy]ou [Bb]ring|What [Ww]e [Oo]ffer|WHAT WE OFFER|We [Oo]ffer|WE OFFER"
    r"|Who [Yy]ou [Aa]re|About [Yy]ou|About [Uu]s|ABOUT US|Benefits|BENEFITS|Perks|Desirable|Advantageous|Bonus [Pp]oints|Preferred|What(?:'|’)s in it for you\??|Key Responsibilities and Skills"
    r"|Technologies(?: we work with)?|TECHNOLOGIES|How to [Aa]pply|In this role,? you will|IN THIS ROLE,? YOU WILL))"
    r"(\s*:\.?|(?=\s+[A-Z0-9•*]))",
)  # fmt: skip
_LOOSE = re.compile(r"(?:Skills|Experience|Education|Profile|Technologies|Preferred|Qualifications?)\Z")
_PREFIX = re.compile(r"([A-Z][A-Za-z'’&/ -]{2,50}?)\s*:\.?\s(?=\S)")
_PAY = re.compile(r"salary|pay\b|compensation|remuneration|^(?:hiring )?(?:company|employer|organi[sz]ation)(?: name)?$", re.IGNORECASE)
_CARRYING = frozenset({Part.DUTIES, Part.ASKED, Part.PREFERRED, Part.BENEFITS, Part.COMPANY, Part.LEGAL})
_LONE_WORD = re.compile(r"[A-Z][a-z]+\Z")


def inline_headings(text: str) -> Iterator[tuple[int, int]]:
    """Yield where headings stand inside a longer line: "... in the cloud. Preferred Qualifications: AWS"."""
    said = _PREFIX.match(text)
    if said and _nominal(plain(said[1])) in _CARRYING and not _PAY.search(said[1]):
        yield said.span()
    for match in _INLINE.finditer(text):
        if match[2] or (match.start() == 0 and not _LOOSE.match(match[1])) or _two_words(match[1], text, match.start()):
            yield match.span()


def _two_words(heading: str, text: str, at: int) -> bool:
    """Without a colon, only a heading of several words, or after a finished sentence, is told from plain speech."""
    after_stop = at == 0 or text[max(0, at - 2) : at].rstrip().endswith((".", "!", "?", ")"))
    return after_stop and not _LONE_WORD.match(heading) and text[at : at + len(heading) + 1] != text[at:]
