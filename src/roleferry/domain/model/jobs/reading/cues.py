"""Words that tell what one line of an advert is for, each with its weight; weights add up like evidence.

A weight of 1 is a hint, 2 usually decides, 3 decides alone. Every pattern is tried on plain lower-case text (`headings.plain`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from roleferry.domain.model.jobs.reading.verbs import BASE


class Side(StrEnum):
    """What a line speaks of, before must and nice are told apart."""

    DUTY = "duty"
    ASKED = "asked"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Cue:
    """One pattern and how much it says for one side."""

    side: Side
    weight: float
    pattern: re.Pattern[str]


def _cues(side: Side, *rows: tuple[float, str]) -> tuple[Cue, ...]:
    return tuple(Cue(side, weight, re.compile(pattern)) for weight, pattern in rows)


_LEVEL = (
    r"(?:very |highly |extremely |truly |really |genuinely )?(?:strong|solid|excellent|good|proven|great|deep|extensive|exceptional|outstanding|broad|sound|advanced|"
    r"demonstrated|demonstrable|thorough|superior|significant|effective|basic|working|practical|prior|previous|relevant|substantial|in-depth|"
    r"proficient|fluent|hands-on|expert|comprehensive|considerable|minimum|robust|first-class|superb|high|keen|general|intermediate|"
    r"detailed|impeccable|well-developed|clear|understanding|familiarity|knowledge|expertise|proficiency|recent|some|a|an)"
)

_STATES = frozenset("be have keep live love enjoy like know understand think thrive care want value feel embrace believe stay take appreciate gain get receive benefit meet learn grow find see start join apply become look bring own communicate qualify show demonstrate strive read use achieve".split())
_ACTIONS = "|".join(sorted(BASE - _STATES)) + "|take part|take over|take responsibility|take care|own (?:the|our|your|end)"

DUTY = _cues(
    Side.DUTY,
    (3.0, r"\b(?:be |is |are |being |take |takes |taking |taken )?(?:fully |directly |jointly |also |primarily )?(?:responsible|accountable) for\b|\bresponsibilit(?:y|ies) (?:for|include|will include)\b"),
    (3.0, r"\b(?:other|additional|any other|related|special|ad[- ]hoc) (?:duties|tasks|projects|responsibilities)\b|\bas (?:assigned|required|directed|needed|requested)\b"),
    (2.5, r"\byou(?:'ll| will| would|'d| shall| are going to)(?: also| then| often| regularly| frequently| closely| directly| primarily| mainly| initially| work to| continue to| help| need to| be able to| be expected to| get to| have the (?:opportunity|chance) to)* (?!have\b|be\b|need\b|possess\b|bring\b|understand\b|know\b|demonstrate\b|enjoy\b|receive\b|get\b|benefit\b|gain\b|thrive\b|love\b|find\b|feel\b|hear\b|like\b|hold\b)[a-z-]+"),
    (2.0, r"\byou(?:'ll| will)(?: also| then)? be (?:responsible|involved|working|leading|helping|building|managing|designing|developing|focus\w*|part of|joining|accountable|tasked|expected|in charge|supporting|creating|driving|collaborating|reporting|the)\b|\byou will also\b"),
    (2.4, rf"\byou (?:also |then |regularly |actively |closely |independently |are (?:fully |actively |also )?(?:involved|responsible|responsibile|engaged|working|in charge|part of) )?(?:{_ACTIONS})\b|\byou are (?:fully |actively |also )?(?:involved in|engaged in|working on|in charge of|expected to|tasked with)"),
    (1.2, rf"\byou(?:'ll| will)(?: also| then| often| regularly| closely)* (?:{_ACTIONS})\b|\b(?:is|are|will be|be) (?:expected|required|tasked|asked|responsible) (?:to|for|with) (?!have\b|be\b|possess\b|hold\b)"),
    (2.0, r"\b(?:the|this) (?:role|position|job|successful candidate|incumbent|post ?holder|candidate|person|engineer|manager|individual) (?:will|is to|would) (?!have|be able|possess|need|demonstrate|be a|offer)|\bthis (?:role|position) (?:involves|includes|entails|is responsible)"),
    (1.5, r"^(?:your |the |main |key |core |work |daily )*(?:roles?|responsibilit(?:y|ies)|tasks?|duties|duty|mission|remit|purpose)\b.{0,40}\b(?:is|are|will|include|involve|to)\b"),
    (2.2, r"^(?:the )?(?:development|design|implementation|management|administration|maintenance|monitoring|support|preparation|coordination|co-ordination|execution|delivery|creation|supervision|evaluation|"
          r"identification|optimi[sz]ation|planning|review|analysis|oversight|operation|installation|configuration|integration|organi[sz]ation|provision|facilitation|participation|collaboration|"
          r"deployment|conception|processing|handling|ownership|assessment|production|documentation|investigation|recruitment|testing|training|conduct|control|elaboration|realisation|further development|technical support|promotion|responsibility|release control|tracking|resolution|reporting|first point|point of contact|independent|close cooperation|close collaboration|cooperation|liaison)\b(?! (?:skills?|experience|background|knowledge|mindset|tools|degree|certificat\w+|abilit\w+)\b)(?= (?:of|and|with|for|in|to|on|between|&)\b)"),
    (1.2, r"\b(?:work|working|works|collaborat\w+|partner\w*|liais\w+) (?:closely |directly |cross-functionally |alongside )?(?:together )?(?:with|alongside|across) (?:the |our |other |a |internal |external |multiple |various |all |engineer|product|design|stakeholder|team|customer|client|cross)"),
    (1.0, r"\b(?:on a )?(?:daily|weekly|monthly|regular|quarterly|day-to-day|day to day) (?:basis|operations|running|management|activities)?"),
    (1.0, r"\bto (?:ensure|drive|improve|deliver|achieve|meet|support|enable|identify|help|increase|maximi[sz]e|optimi[sz]e|maintain|define|create|resolve|develop|build)\b"),
    (0.8, r"\b(?:in line with|in accordance with|in a timely manner|within (?:the )?budget|on time|best practices|end[- ]to[- ]end|action plans?|deadlines are|roadmap|our (?:customers?|clients?|products?|platforms?|services?|systems?|teams?|users?|codebase|infrastructure|software))\b"),
    (2.0, r"^(?:be (?:the|a|an|our|part of|involved|responsible|accountable|on)|act as|serve as|take (?:the )?(?:lead|ownership|charge|part|responsib|care)|play (?:a|an)|have (?:your|the) (?:hand|opportunity)|own|be)\b(?! (?:comfortable|able|proficient|fluent|familiar|passionate|willing|a (?:team|self|good|great|strong)|(?:at least )?18|authori|eligible))"),
)  # fmt: skip

ASKED = _cues(
    Side.ASKED,
    (2.6, r"\b\d+(?:\.\d+)?\s?(?:\+|plus|or more)?\s?(?:-|to|–)?\s?\d*\s?\+?\s?(?:years?|yrs?|months?)'?\b(?! (?:in a row|of (?:history|growth|success|stability)|ago|old\b|from now|running|anniversary|contract|plan|roadmap|strategy))"),
    (1.6, r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|multiple|many|one|couple of)(?: \(\d+\))?(?: or more|\+| plus)? (?:years?|months)\b"),
    (2.4, r"\b(?:experience|exposure|track record|background|expertise|experienced|grounding|pedigree|history)(?: level)? (?:with|in|of|as|on|using|working|building|developing|managing|leading|across|within|designing|delivering|running|writing|creating|from|at|supporting|implementing|and|or|to|is|would|required|preferred|gained|handling|operating|performing|providing|selling|teaching|dealing)\b"),
    (1.5, r"\bexperience\b|\bexperienced\b"),
    (2.6, r"\b(?:knowledge|understanding|familiarity|proficiency|command|grasp|mastery|awareness|appreciation|fluency|comprehension|competence|competency|literacy|skilled|proficient|fluent|fluently|conversant|familiar|adept|versed|competent|acquainted|confident)(?: level| skills?)? (?:of|with|in|on|at|about|around|and|or|using|when|is|english|german|french|spanish|dutch)\b|\bwell[- ]versed\b"),
    (2.2, r"\b(?:abilit(?:y|ies) to|able to|capab(?:le|ility) (?:of|to)|capacity (?:to|for)|aptitude|willing(?:ness)?(?: and able)? to|willingness|desire to|eager(?:ness)? to|readiness|flexibility|not afraid|comfortable|comfort|passion(?:ate)? (?:for|about)|enthusias\w+ (?:for|about)|enthusiastic|interest(?:ed)? in|curiosity|curious|keen (?:to|on|interest|eye)|love (?:of|for)|commitment to|committed to|drive to|motivated|motivation|appetite|hunger|zeal)\b"),
    (3.0, r"\b(?:bachelor|master|phd|ph\.d|doctorate|doctoral|b\.?sc?\.?|m\.?sc?\.?|b\.?a\.?|mba|b\.?tech|m\.?tech|beng|meng|diploma|a[- ]levels?|gcses?|associate'?s?|undergraduate|graduate|postgraduate|university|college|high[- ]school|ged|hnd|nvq|apprenticeship|vocational)(?:'?s)?\b(?:.{0,40})\b(?:degree|qualification|diploma|in|or|equivalent|required|preferred|education|level)\b"),
    (2.2, r"\bdegree\b(?! of\b)|\b(?:certif(?:ication|icate|ied)s?|accredit(?:ed|ation)|chartered|licen[sc]e[ds]?|licensure|qualified|registered)\b|\bor (?:equivalent|similar|comparable)\b|\bdriver'?s?\b|\bdriving licen[cs]e"),
    (2.2, r"(?:\b(?:skills?|mindset|attitude|work ethic|thinker|player|starter|communicator|self-starter|learner|problem[- ]solver|judg(?:e)?ment|acumen|qualities|approach|personality|manner|presence|listener|organi[sz]er|professional|attention to detail|eye for detail|initiative|integrity|curiosity|empathy|resilience|adaptability|creativity|discipline|reliability|professionalism|enthusiasm|expertise|knowledge|background|experience|fluency|english|german|french|spanish))(?: (?:required|preferred|essential|needed|desirable|a must|is a must|is a plus|is essential|is required))?[.,;!]?$"),
    (1.7, r"\b(?:(?:interpersonal|communication|organi[sz]ational|analytical|verbal|writing|presentation|leadership|technical|people|soft|coding|programming|computer|language|negotiation|time[- ]management|problem[- ]solving|listening|social|management|planning|numeracy|research|team[- ]?working|customer service|written|it|english)(?:,? and| &| or|/|,)? ?){1,5}(?:skills?|abilit(?:y|ies)|competenc\w+|proficiency)\b|\bskills? (?:in|at|with)\b|\bskill[- ]?set\b"),
    (2.0, r"\byou(?:'ve| have| possess| hold| own| bring|(?: are|'re)(?! (?:responsible for|involved|working|in charge|expected|engaged|part of|the|our))| know| understand| speak| love| enjoy| like| can| think| thrive| care| want| value| feel| embrace| communicate| believe| get excited| never| always| don't| appreciate| live| stay| take pride| pay)\b"),
    (1.8, r"\byou(?:'ll| will| should| must| would|'d| may| might| ideally| also| need to)+ ?(?:also |ideally |likely |already |probably )*(?:have|need|possess|bring|understand|know|demonstrate|enjoy|hold|be (?:a|an|able|proficient|fluent|familiar|comfortable|passionate|confident|experienced|skilled|someone|self|highly|well|good|great|organi[sz]ed|curious|motivated|educated|degree|willing|prepared|fully|capable|technically|detail|happy|qualified))\b"),
    (2.0, r"\b(?:must|should|need to|needs to|required to)(?: also)? (?:have|be|possess|hold|demonstrate|know|understand|speak|live|reside|obtain|pass|meet)\b|\bmust\b|\b(?:is|are) (?:a must|required|essential|mandatory|necessary|needed|expected|crucial|critical|important)\b|\b(?:required|essential|mandatory)[.)]?$"),
    (2.0, r"\b(?:at least|minimum(?: of)?|min\.?) (?:\d|one|two|three|four|five|six|seven|eight|ten|an? |of )"),
    (2.4, rf"^{_LEVEL}(?:,? (?:and |or |& )?[a-z-]+){{0,6}} (?:skills?|knowledge|understanding|experience|background|ability|abilities|sense|command|track record|expertise|familiarity|proficiency|grasp|interest|foundation|fundamentals|competenc\w+|work ethic|communicator|exposure|judg(?:e)?ment|acumen|attention|english|eye|leader|team|developer|engineer|awareness|desire)\b"),
    (1.2, rf"^{_LEVEL} "),
    (2.2, r"^(?:highly |very |extremely |strongly |well[- ])?(?:self[- ](?:motivated|starter|driven|directed|confident|sufficient|aware|disciplined|reliant)|team[- ]?(?:player|oriented|spirit|work)|detail[- ](?:oriented|focused)|results?[- ](?:oriented|driven|focused)|goal[- ]oriented|customer[- ](?:focused|centric|oriented)|customer (?:service|focus)|organi[sz]ed|analytical|creative|proactive|pro-active|flexible|adaptable|reliable|dependable|articulate|energetic|driven|ambitious|innovative|pragmatic|structured|independent|entrepreneurial|collaborative|solution|service|positive|friendly|professional|responsible (?!for)|punctual|numerate|computer literate|literate|resilient|resourceful|confident|patient|honest|computer|it literate|tech[- ]savvy|open[- ]minded|open[- ]minded|quick|fast learner|critical thinking|curious|motivated|fluent|native|bilingual|multi-?task\w*|strategic thinker)\b"),
    (2.0, r"\b(?:authori[sz]ed to work|right to work|work (?:permit|visa|authori[sz]ation)|citizen(?:ship)?|security clearance|clearance|background check|dbs|drug (?:test|screen)\w*|18 years|legally|eligib(?:le|ility) to work|lift (?:up )?to|travel (?:up to|as|when|required)|valid (?:driver|uk|passport)|full (?:uk )?driving)\b"),
    (1.0, r"\b(?:such as|similar|etc|e\.g\.?|i\.e\.?|or other|or related|related (?:field|discipline|area|experience)|relevant|equivalent|preferably|ideally|or better)\b"),
    (2.4, r"\b(?:a plus|a bonus|big plus|is plus|preferred|preferable|preferably|nice to have|desirable|desired|advantage(?:ous)?|an asset|beneficial|ideally|bonus points?|would be (?:great|nice|good|ideal|helpful|useful|a|an)|helpful|highly regarded|welcome but)\b"),
    (1.1, r"\b(?:java|javascript|typescript|python|c\+\+|c#|\.net|sql|nosql|html5?|css3?|react|angular|vue|node(?:\.?js)?|aws|azure|gcp|docker|kubernetes|linux|git|jira|excel|word|powerpoint|sap|salesforce|php|ruby|golang|scala|kotlin|swift|terraform|jenkins|ci/cd|kafka|spark|hadoop|mysql|postgres\w*|mongodb|oracle|rest|graphql|spring|django|rails|photoshop|figma|autocad|tableau|power bi|microsoft office|ms office|office suite|google suite|tdd|bdd|scrum|kanban|agile|oop|unix|bash|android|ios)\b"),
    (1.6, r"^(?:having|possess(?:es|ing)?|hold(?:s|ing)?|knowing|knows?|understand(?:s|ing)?|has|have|is|demonstrat(?:e|ed|es|ing) (?:an? |the |strong |clear |good |excellent )?(?:ability|understanding|experience|knowledge|track|success|leadership)|previous|prior|no |any |both |someone|a person|candidates?|applicants?|the ability|an ability|a willingness|a passion|a background|hands-on|thrive|enjoy|love|comfortable|attention|work(?:ing)? (?:knowledge|experience|under pressure|well|independently|effectively|autonomously)|use of|willing|available|availability|fluent|proven|demonstrable|think|can|excellent|must)\b"),
    (1.3, r"\b(?:under pressure|fast[- ]paced|ambiguity|independently|autonomously|own initiative|multi-?task|priorit(?:ies|i[sz]e) (?:work|tasks|multiple|competing)|team environment|self-|tight deadlines|both (?:written|verbal)|verbal and written|written and verbal|written and spoken|spoken and written|verbally and in writing)\b"),
)  # fmt: skip

OTHER = _cues(
    Side.OTHER,
    (4.5, r"\bequal[- ](?:opportunit|employment)|\b(?:regardless of|without regard to|irrespective of)\b|\bdiscriminat|\baffirmative action|\bprotected (?:characteristic|veteran|class|by law)|\breasonable (?:accommodation|adjustment)|\bsexual orientation|\bgender identity|\bunderrepresented|\b(?:encourage|welcome)\b.{0,60}\b(?:apply|applica|candidates|backgrounds)|\ball qualified applicants|\bcriminal histor|\be-verify|\bunsolicited|\brecruitment agenc"),
    (3.0, r"\b(?:competitive|attractive|generous|great|excellent|market|basic|annual) (?:\w+ )?(?:salary|salaries|compensation|pay|remuneration|package|benefits?)\b|\bwe(?:'ll| will| can| also)? (?:offer|provide|give you|reward|invest in you|support your|care about)\b|\b(?:benefits|perks|compensation) (?:include|package|such as)|\byou(?:'ll| will)? (?:get|receive|benefit from|gain|enjoy (?:a|our|the)|have access)\b"),
    (3.2, r"\b(?:401\s?\(?k\)?|(?:health|medical|dental|vision|life|disability|travel|private|accident)(?:,? (?:and|&) \w+)?(?: care)? (?:insurance|coverage|cover|plan|benefits?|leave)|healthcare|paid (?:time off|holidays?|vacation|leave|parental|sick|volunteer|lunch|day)|pto\b|vacation|annual leave|bank holidays?|days?(?: of)? (?:paid )?(?:holidays?|leave|vacation|off)\b|parental leave|maternity|paternity|sick leave|pension|retirement|stock (?:options?|purchase)|share (?:options?|scheme)|equity\b|espp|profit[- ]shar\w+|bonus (?:scheme|programme|program|plan|structure)|(?:performance|annual|yearly|signing|sign-on|referral|quarterly) bonus|gym|fitness|fruit|snacks?|coffee|drinks|lunch(?:es)?|breakfast|beer|ping[- ]?pong|table tennis|foosball|team (?:events?|building|outings)|company (?:events?|parties|car|outings)|free parking|parking|season ticket|cycle to work|bike|childcare|child care|tuition|relocation (?:support|assistance|package)|home[- ]?office|flexible (?:working|work|hours|schedule|time)|flexi?time|work[- ]life balance|flat hierarch\w+|employee (?:discount|assistance|resource|stock)|discounts?|wellness|well-being|wellbeing|perks?|personal development budget|training budget|(?:training|learning|career|growth|development)(?: and \w+)? opportunit\w+|career (?:development|progression|growth|path)|subsidi[sz]ed|allowance|reimbursement|social events|office dogs?|dog[- ]friendly|pet[- ]friendly|permanent (?:contract|position|employment)|hardware of your choice|macbook|modern (?:office|workspaces?|equipment)|international (?:team|environment|atmosphere)|remote[- ](?:friendly|first|work)|working from home|work from home|vouchers?|commuter|transport(?:ation)? (?:connections|allowance|ticket))\b"),
    (2.5, r"^(?:an? |the )?(?:chance|opportunit(?:y|ies)|possibility|opportunity) (?:to|for)\b|\b(?:dynamic|friendly|young|motivated|stable|supportive|inspiring|great|open|relaxed|fun|multicultural|international) (?:\w+ )?(?:team|working atmosphere|atmosphere|work(?:ing)? environment|colleagues|culture)\b"),
    (2.0, r"^(?:(?:at|here at|in|with|therefore|additionally|moreover|in addition|also|furthermore)\b.{0,60}?,? ?)?(?:we|our (?!ideal|successful|new|next|requirements?|expectations?|perfect))\b(?!'d (?:love|like)| would (?:love|like)| (?:expect|require|need|want|ask|look for|are looking for|seek|are seeking|'re looking for)\b)"),
    (2.5, r"\b(?:salary|salaries|wages?|gross per|per annum|appointment terms|collective agreement|period of employment|position is (?:available|based|open)|date of (?:joining|entry)|start date)\b|^(?:our|some of our|many of our) (?:customers|clients|users) (?:include|use|are)\b"),
    (3.5, r"\b(?:learning|training) (?:&|and) development\b(?! (?:strategy|needs|plans?|team))|^access to\b|^enjoy (?:an?|our|the|your)\b|\b(?:scheme|auto-enrol\w*|discounted|subsidy|stipend|enrolment)\b|^(?:employee|staff|paid|unlimited|private|free|subsidi[sz]ed|matching|matched|extra|additional|birthday|generous|competitive|regular) (?:benefits?|days?|leave|holidays?|social|time|hours|health\w*|medical|pension|lunch\w*|coffee|fruit|snacks|drinks|parking|gym|access|discount\w*|referral|meals|childcare|vacation|pto|salary|pay|compensation|package|team events|company)\b"),
    (1.2, r"^(?:the|this|these|those|it|its|they|their|each|every|everyone|everybody|some|there|until|approximately|over|more than|today|both our|all our|most|many|whether|so)\b(?! (?:ability|role|successful|ideal|position|candidate|right|job|incumbent|following|willingness|capacity|skills|desire|drive|person|opportunity|applicant)).{25,}\.$"),
    (1.8, r"\b(?:colleagues|possibilities|classes|courses|workshops|atmosphere|celebrations?|coaching|mentoring|mentorship|growth|budget for|days off|career|programs?|programmes?|workspaces?|matching|retreats?)\b[.!]?$|\b(?:your|personal|professional|career) (?:growth|development)\b"),
    (2.2, r"^(?:we|at|our|since|founded|headquartered|based|with (?:over|more than|offices)|today|every|in \d{4}|welcome|join|are you|do you|would you|want to|if you|here at|for (?:more|over|our)|this is (?:a|an|your)|come|why|as a (?:company|leading|leader|global))\b"),
    (2.6, r"\b(?:is|are|as) (?:a|an|the|one of the)(?: \w+){0,2} (?:leading|leader|global|world'?s?|fastest|largest|premier|innovative|independent|dynamic|privately|international|company|family|provider|start-?up|organi[sz]ation|firm|agency|charity|consultancy)\b|\bwe(?:'re| are) (?:a|an|the|on a|one|proud|committed|looking|seeking|hiring|currently|searching|growing|passionate|building|an|in)\b|\bour (?:mission|vision|values|culture|story|company|founders|purpose|people|employees|offices|headquarters|business is)\b|\b(?:founded|established|headquartered) (?:in|by)\b|\b(?:is looking for|are looking for|is seeking|are seeking|is hiring|is recruiting)\b"),
    (1.8, r"\b(?:million|billion)\b|\b\d[\d,.]*k?\+? (?:employees|people|colleagues|countries|offices|customers|users|clients)\b"),
    (3.0, r"\b(?:apply (?:now|today|here|via|by|online|through|directly|with|for this|using)|to apply|send (?:us )?(?:your|a) (?:cv|resume|r[ée]sum[ée]|application)|your (?:cv|resume|application|cover letter)|cover letter|click|submit (?:your|an|a)|interview(?:s)? (?:process|will|stage)|hiring process|closing date|deadline for appl|look(?:ing)? forward to|hear(?:ing)? from you|please (?:contact|note|email|send|visit|apply|include)|for more information|find out more|read more|learn more (?:about|at)|follow us|visit (?:us|our)|shortlisted|start date|questions)\b|@[a-z]|https?://|www\."),
    (3.0, r"^(?:location|salary|job type|job id|department|reports? to|posted|date posted|employment type|contract(?: type)?|hours|working hours|start(?:ing)? date|industry|company size|company type|experience level|job category|requisition|req id|ref(?:erence)?|pay(?: range| rate)?|compensation|closing date|schedule|likes|workplace|seniority(?: level)?|work schedule|duration|travel|position type|rate)\s*:"),
    (1.5, r"^(?:full[- ]time|part[- ]time|permanent|temporary|contract|remote|hybrid|on-?site|freelance)\b.{0,40}$|[£$€]\s?\d"),
    (1.2, r"\?$|^(?:note|please|disclaimer|important)\b|!$"),
)  # fmt: skip

ALL = (*DUTY, *ASKED, *OTHER)

NICE = re.compile(
    r"\b(?:(?:is|are|would be|be|as|considered|seen as|definitely|be considered)? ?(?:a |an )?(?:big |huge |strong |definite |distinct |real |major |added |great |significant |clear |nice )*(?:plus|pluses|bonus|asset|advantage)\b(?! (?:scheme|structure|plan|program|management|opportunit|of|for|to|eligib|potential|manage))"
    r"|preferred|preferable|preferably|nice[- ]to[- ]haves?|good[- ]to[- ]haves?|desirable|desired|advantageous|beneficial|ideally|bonus points?|extra points|brownie points"
    r"|would be (?:great|nice|good|ideal|helpful|useful|awesome|amazing|beneficial|an added)|(?:is|are|also) helpful|highly regarded|not (?:required|essential|mandatory|necessary|a must)"
    r"|we(?:'d| would) (?:love|like) (?:it|you to|to see)|even better|increase your chances|optional|a plus|stand out|could be useful|is useful|would help|can be helpful|any experience|would be welcome|is welcome|appreciated)\b"
)
_NOT_NICE = re.compile(
    r"\bpreferred (?:location|way|method|candidate|start|partner|supplier|vendor|name|pronoun|language is)|\bdesired (?:outcome|result|state|goal|level|salary|effect|profile)|\bplus (?:benefits|bonus|commission|super|package|a)\b"
    r"|\b(?:competitive|take|taking|gain|unfair|strategic) advantage|\bperformance bonus|\bpreferred (?:skills|qualifications) (?:are|and)"
)


def is_nice(said: str) -> bool:
    """Tell whether plain text wishes for something without insisting on it."""
    return NICE.search(_NOT_NICE.sub(" ", said)) is not None

_LAW, _OFFER, _PERK = (cue.pattern for cue in OTHER[:3])
_BENEFIT_ONLY = (_OFFER, _PERK)


def is_boilerplate(said: str) -> bool:
    """Tell whether plain text is the law's, the perks' or the application form's voice, not the job's."""
    return _LAW.search(said) is not None or any(pattern.search(said) for pattern in _BENEFIT_ONLY)


def is_legal(said: str) -> bool:
    """Tell whether plain text is about equal opportunity, privacy or accommodation."""
    return _LAW.search(said) is not None


def is_perk(said: str) -> bool:
    """Tell whether plain text names something an employee is given."""
    return _PERK.search(said) is not None or _OFFER.search(said) is not None
