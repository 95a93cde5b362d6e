"""What makes a line neither duty nor demand: the law, perks, the company's praise, how to apply, plain facts."""

from __future__ import annotations

from roleferry.domain.model.jobs.reading.cue import Side, cues

OTHER = cues(
    Side.OTHER,
    (
        4.5,
        (
            r"\bequal[- ](?:opportunit|employment)|\b(?:regardless of|without regard to|irrespective "
            r"of)\b|\bdiscriminat|\baffirmative action|\bprotected (?:characteristic|veteran|class|by "
            r"law)|\breasonable (?:accommodation|adjustment)|\bsexual orientation|\bgender identity|"
            r"\bunderrepresented|\b(?:encourage|welcome)\b.{0,60}\b(?:apply|applica|candidates|"
            r"backgrounds)|\ball qualified applicants|\bcriminal histor|\be-verify|\bunsolicited|"
            r"\brecruitment agenc"
        ),
    ),
    (
        3.0,
        (
            r"\b(?:competitive|attractive|generous|great|excellent|market|basic|annual) (?:\w+ "
            r")?(?:salary|salaries|compensation|pay|remuneration|package|benefits?)\b|\bwe(?:'ll| "
            r"will| can| also)? (?:offer|provide|give you|reward|invest in you|support your|care "
            r"about)\b|\b(?:benefits|perks|compensation) (?:include|package|such as)|\byou(?:'ll| "
            r"will)? (?:get|receive|benefit from|gain|enjoy (?:a|our|the)|have access)\b"
        ),
    ),
    (
        3.2,
        (
            r"\b(?:401\s?\(?k\)?|(?:health|medical|dental|vision|life|disability|travel|private|"
            r"accident)(?:,? (?:and|&) \w+)?(?: care)? (?:insurance|coverage|cover|plan|benefits?|"
            r"leave)|healthcare|paid (?:time off|holidays?|vacation|leave|parental|sick|volunteer|"
            r"lunch|day)|pto\b|vacation|annual leave|bank holidays?|days?(?: of)? (?:paid "
            r")?(?:holidays?|leave|vacation|off)\b|parental leave|maternity|paternity|sick leave|"
            r"pension|retirement|stock (?:options?|purchase)|share (?:options?|scheme)|equity\b|espp|"
            r"profit[- ]shar\w+|bonus (?:scheme|programme|program|plan|structure)|(?:performance|"
            r"annual|yearly|signing|sign-on|referral|quarterly) bonus|gym|fitness|fruit|snacks?|"
            r"coffee|drinks|lunch(?:es)?|breakfast|beer|ping[- ]?pong|table tennis|foosball|team "
            r"(?:events?|building|outings)|company (?:events?|parties|car|outings)|free parking|"
            r"parking|season ticket|cycle to work|bike|childcare|child care|tuition|relocation "
            r"(?:support|assistance|package)|home[- ]?office|flexible (?:working|work|hours|schedule|"
            r"time)|flexi?time|work[- ]life balance|flat hierarch\w+|employee (?:discount|assistance|"
            r"resource|stock)|discounts?|wellness|well-being|wellbeing|perks?|personal development "
            r"budget|training budget|(?:training|learning|career|growth|development)(?: and \w+)? "
            r"opportunit\w+|career (?:development|progression|growth|path)|subsidi[sz]ed|allowance|"
            r"reimbursement|social events|office dogs?|dog[- ]friendly|pet[- ]friendly|permanent "
            r"(?:contract|position|employment)|hardware of your choice|macbook|modern (?:office|"
            r"workspaces?|equipment)|international (?:team|environment|atmosphere)|remote[- "
            r"](?:friendly|first|work)|working from home|work from home|vouchers?|commuter|"
            r"transport(?:ation)? (?:connections|allowance|ticket))\b"
        ),
    ),
    (
        3.2,
        (
            r"\b(?:stock|share|employee) (?:purchase|options?|ownership)\b|\binternal mobility\b|"
            r"\bleave polic(?:y|ies)\b|\bin case of relocation\b|"
            r"\b(?:relocation|visa) (?:and (?:visa|relocation) )?"
            r"(?:support|assistance|sponsorship|applications?|costs?)\b|"
            r"\b(?:laptop|hardware|os|operating system|equipment|tools) of (?:your|their) choice\b|"
            r"^(?:[a-z]+ ){0,2}(?:learning|training)(?: (?:and|&) (?:[a-z]+ )?development)? "
            r"(?:resources|programs?|programmes?|budgets?|platforms?|support)\b|"
            r"^(?:learning|training|coaching|mentoring|personal|professional)(?: (?:and|&) (?:[a-z]+ )?"
            r"(?:development|growth|training|coaching|mentoring))$"
        ),
    ),
    (
        2.5,
        (
            r"^(?:an? |the )?(?:chance|opportunit(?:y|ies)|possibility|opportunity) (?:to|for)\b|"
            r"\b(?:dynamic|friendly|young|motivated|stable|supportive|inspiring|great|open|relaxed|"
            r"fun|multicultural|international) (?:\w+ )?(?:team|working atmosphere|atmosphere|"
            r"work(?:ing)? environment|colleagues|culture)\b"
        ),
    ),
    (
        2.0,
        (
            r"^(?:(?:at|here at|in|with|therefore|additionally|moreover|in addition|also|"
            r"furthermore)\b(?!.{0,60}\byou\b).{0,60}?,? ?)?\b(?:we|our (?!ideal|successful|new|next|requirements?|"
            r"expectations?|perfect))\b(?!'d (?:love|like)| would (?:love|like)| (?:expect|require|"
            r"need|want|ask|look for|are looking for|seek|are seeking|'re looking for)\b)"
        ),
    ),
    (
        2.5,
        (
            r"\b(?:salary|salaries|wages?|gross per|per annum|appointment terms|collective agreement|"
            r"period of employment|position is (?:available|based|open)|date of (?:joining|entry)|"
            r"start date)\b|^(?:our|some of our|many of our) (?:customers|clients|users) (?:include|"
            r"use|are)\b"
        ),
    ),
    (
        3.5,
        (
            r"\b(?:learning|training) (?:&|and) development\b(?! (?:of|strategy|needs|plans?|team))|"
            r"^access to\b|^enjoy (?:an?|our|the|your)\b|\b(?:scheme|auto-enrol\w*|discounted|subsidy|"
            r"stipend|enrolment)\b|^(?:employee|staff|paid|unlimited|private|free|subsidi[sz]ed|"
            r"matching|matched|extra|additional|birthday|generous|competitive|regular) (?:benefits?|"
            r"days?|leave|holidays?|social|time|hours|health\w*|medical|pension|lunch\w*|coffee|fruit|"
            r"snacks|drinks|parking|gym|access|discount\w*|referral|meals|childcare|vacation|pto|"
            r"salary|pay|compensation|package|team events|company)\b"
        ),
    ),
    (
        1.2,
        (
            r"^(?:the|this|these|those|it|its|they|their|each|every|everyone|everybody|some|there|"
            r"until|approximately|over|more than|today|both our|all our|most|many|whether|so)\b(?! "
            r"(?:ability|role|successful|ideal|position|candidate|right|job|incumbent|following|"
            r"willingness|capacity|skills|desire|drive|person|opportunity|applicant)).{25,}\.$"
        ),
    ),
    (
        1.8,
        (
            r"\b(?:colleagues|possibilities|classes|courses|workshops|atmosphere|celebrations?|"
            r"coaching|mentoring|mentorship|growth|budget for|days off|career|programs?|programmes?|"
            r"workspaces?|matching|retreats?)\b[.!]?$|\b(?:your|personal|professional|career) "
            r"(?:growth|development)\b"
        ),
    ),
    (
        2.2,
        (
            r"^(?:we|at|our|since|founded|headquartered|based|with (?:over|more than|offices)|today|"
            r"every|in \d{4}|welcome|join|are you|do you|would you|want to|if you|here at|for (?:more|"
            r"over|our)|this is (?:a|an|your)|come|why|as a (?:company|leading|leader|global))\b"
        ),
    ),
    (
        2.6,
        (
            r"\b(?:is|are|as) (?:a|an|the|one of the)(?: \w+){0,2} (?:leading|leader|global|world'?s?|"
            r"fastest|largest|premier|innovative|independent|dynamic|privately|international|company|"
            r"family|provider|start-?up|organi[sz]ation|firm|agency|charity|consultancy)\b|\bwe(?:'re|"
            r" are) (?:a|an|the|on a|one|proud|committed|looking|seeking|hiring|currently|searching|"
            r"growing|passionate|building|an|in)\b|\bour (?:mission|vision|values|culture|story|"
            r"company|founders|purpose|people|employees|offices|headquarters|business is)\b|"
            r"\b(?:founded|established|headquartered) (?:in|by)\b|\b(?:is looking for|are looking for|"
            r"is seeking|are seeking|is hiring|is recruiting)\b"
        ),
    ),
    (
        1.8,
        (
            r"\b(?:million|billion)\b|\b[0-9][\d,.]*k?\+? (?:employees|people|colleagues|countries|"
            r"offices|customers|users|clients)\b"
        ),
    ),
    (
        2.0,
        (
            r"\b(?:my|our) client\b|\bopportunity has\b|\bhas (?:recently |now )?arisen\b|\bon "
            r"offer\b|\bthey (?:are|have|offer|"
            r"work|need|provide)\b|\b(?:currently|looking to) (?:recruit\w*|hire|source)|\bdue to "
            r"(?:ongoing|continu\w+|rapid|"
            r"recent) (?:expansion|growth|developments?|success)|\ban? [a-z -]{3,40} to join (?:their|"
            r"our|the|its|his|my)\b"
        ),
    ),
    (
        2.6,
        r"\bin return\b|\byou(?:'ll| will) be (?:given|offered|rewarded|provided with|paid)\b",
    ),
    (
        2.6,
        (
            r"\bapplications? (?:must|should|will|is|are|procedure|deadline|process|package|material)\b|"
            r"\b(?:further|more|additional) information\b|\bproof of\b|\bcurriculum vitae\b|\blist of publications\b|"
            r"\bshortlist\w*|\bhourly rate\b|\b(?:your|a|the|full) (?:cv|resume|résumé)\b"
        ),
    ),
    (
        3.0,
        (
            r"\b(?:apply (?:now|today|here|via|by|online|through|directly|with|for this|using)|to "
            r"apply|send (?:us )?(?:your|a) (?:cv|resume|r[ée]sum[ée]|application)|your (?:cv|resume|"
            r"application|cover letter)|cover letter|click|submit (?:your|an|a)|interview(?:s)? "
            r"(?:process|will|stage)|hiring process|closing date|deadline for appl|look(?:ing)? "
            r"forward to|hear(?:ing)? from you|please (?:contact|note|email|send|visit|apply|include)|"
            r"for more information|find out more|read more|learn more (?:about|at)|follow us|visit "
            r"(?:us|our)|shortlisted|start date|questions)\b|@[a-z]|https?://|www\."
        ),
    ),
    (
        3.0,
        (
            r"^(?:location|salary|job type|job id|department|reports? to|posted|date posted|"
            r"employment type|contract(?: type)?|hours|working hours|start(?:ing)? date|industry|"
            r"company size|company type|experience level|job category|requisition|req id|"
            r"ref(?:erence)?|pay(?: range| rate)?|compensation|closing date|schedule|likes|workplace|"
            r"seniority(?: level)?|work schedule|duration|travel|position type|rate)\s*:"
        ),
    ),
    (
        1.5,
        (
            r"^(?:full[- ]time|part[- ]time|permanent|temporary|contract|remote|hybrid|on-?site|"
            r"freelance)\b.{0,40}$|[£$€]\s?\d"
        ),
    ),
    (1.2, r"\?$|^(?:note|please|disclaimer|important)\b|!$"),
)

LAW, OFFER, PERK = OTHER[:3]
