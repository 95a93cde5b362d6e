"""Headings that are sentences, about the work, the person, the company: "In this role you will", "Who you are"."""

from __future__ import annotations

from roleferry.domain.model.jobs.reading.parts import Part

TOLD: tuple[tuple[Part, str], ...] = (
    (
        Part.DUTIES,
        (
            r"what (?:you(?:'ll| will| would| can|'d)?|will you|would you|do you|you are|you're|"
            r"does)(?: be| get to| expect to| actually)*(?: do| doing| done| work on| working on| own|"
            r" owning| achieve| deliver| accomplish| tackle| build| lead| focus on| responsible for| "
            r"in charge of| handle)\b.*"
        ),
    ),
    (
        Part.DUTIES,
        (
            r"what (?:the (?:job|role|work|position)|this (?:job|role|position)) (?:involves|entails|"
            r"is about|looks like|requires you to).*|what we (?:need|want|expect|would like) you to "
            r"do.*"
        ),
    ),
    (
        Part.DUTIES,
        (
            r"(?:as|in|within|for|on|during)\b.{1,80}\byou(?:'ll| will| are going to| would| can "
            r"expect to)?(?: also)?(?: be)?(?: responsible for| have the opportunity to| get to| "
            r"focus on| working on| doing)?"
        ),
    ),
    (
        Part.DUTIES,
        (
            r"(?:on a |your )?(?:typical |average )?(?:day[- ]to[- ]day|a day in the life|typical day|"
            r"daily).*|(?:a|your) (?:day|week|month|typical week|first \w+)(?: .*)?(?: look.*)?|your "
            r"(?:role|mission|impact|job|tasks?|challenge|day|work|responsibilities|contribution|"
            r"focus)\b.*"
        ),
    ),
    (
        Part.DUTIES,
        (
            r"(?:how|where) you(?:'ll| will| can| would)? (?:make (?:an|a|your) (?:impact|difference|"
            r"mark)|contribute|help|spend your time|create impact|add value)\b.*"
        ),
    ),
    (
        Part.DUTIES,
        (
            r"you(?:'ll| will| would)(?: also| then)?(?: be)?(?: responsible for| in charge of| focus "
            r"on| focusing on| work on| working on| doing| get to| help(?: us)?(?: to)?| do)?(?: the "
            r"following)?|you are responsible for|(?:you )?(?:be )?responsible for|"
            r"responsibilities\b.{0,60}"
        ),
    ),
    (
        Part.DUTIES,
        (
            r"(?:the |this )?(?:role|position|job|successful candidate|incumbent|ideal candidate|"
            r"postholder|post holder|jobholder|person|hire)(?: \w+){0,4} (?:will|to|would)(?: "
            r"also)?(?: be)?(?: responsible for| include| involve| include but.*| expected to| "
            r"required to| accountable for)?|(?:the )?(?:role|position|job) (?:involves|includes|"
            r"entails).*"
        ),
    ),
    (
        Part.DUTIES,
        (
            r".*\b(?:main|key|typical|major|primary|principal|core|essential)? ?(?:duties|"
            r"responsibilities|tasks|activities|functions|accountabilities)\b.*(?:include|are|will be|"
            r"to|following|limited to|as follows|involve)\b.*"
        ),
    ),
    (
        Part.GOALS,
        (
            r"(?:what|how) (?:success|good|great) (?:looks|will look)(?: like)?.*|(?:in|within|by|"
            r"after) (?:your|the) (?:first|end).*|(?:how|what) (?:will )?(?:we|you)(?:'ll| will)?(?: "
            r"be)? (?:measure|measured).*|month \d.*|(?:your |the |in )*(?:first )(?:30|60|90|100)[- "
            r"]days?.*|(?:30|60|90)[- ]days?|objective \d.*"
        ),
    ),
    (
        Part.GOALS,
        (
            r"(?:the |our |your )?(?:problem|challenge|goal|purpose|objective|aim)s?(?: (?:of (?:the |"
            r"this )?(?:role|job|position|post)|we(?:'re| are) solving|you(?:'ll| will) (?:solve|face|"
            r"tackle)|ahead|of the position))?|problems (?:you|we).*|why (?:this|the) (?:role|job|"
            r"position) (?:exists|matters).*|why we(?:'re| are) hiring.*"
        ),
    ),
    (
        Part.ASKED,
        (
            r"(?:this is |here(?:'s| is) )?what (?:you(?:'ll| will| should| must| would|'d)?|we(?:'ll|"
            r" will)?|it|do you|do we|will you|the (?:ideal )?(?:candidate|person))(?: also| "
            r"ideally)?(?:'re| are)? ?(?:need|bring|takes|have|possess|expect|ask(?: for)?|require|look(?:ing)? "
            r"for|want|are looking for|offer us|offer|hope|seek(?:ing)?|value|like|you need|you bring|"
            r"are you good at|you're good at|good at|be good at|already know|know)\b.*"
        ),
    ),
    (
        Part.ASKED,
        (
            r"(?:who|what|whom) (?:are )?(?:we|you)(?:'re| are|'ll be| will be)?(?: currently| "
            r"really)?(?: looking for| seeking| after| searching for| hiring)?|who (?:should|can|"
            r"would) apply.*|who this is for.*|who (?:will|would|you'll) .*|who(?:'s| is) (?:it|this) "
            r"for.*"
        ),
    ),
    (
        Part.ASKED,
        (
            r"(?:about|more about) you(?:rself)?|(?:is this|are you|could this be|is that|does this "
            r"sound like) (?:you|the right .*|a (?:good |great )?(?:fit|match).*|our next.*)|sounds? "
            r"like you.*|you(?:'re| are)? (?:the right|a (?:good|great|perfect|strong) (?:fit|match|"
            r"candidate)).*|.*\b(?:good|great|perfect|right|strong) (?:fit|match)\b.*"
        ),
    ),
    (
        Part.ASKED,
        (
            r"(?:to (?:be|succeed|thrive|excel|qualify|do|stand|apply|perform|join)\b.{0,90})(?:you|"
            r"need|have|must|should|require\w*|demonstrate|success\w*|following).*"
        ),
    ),
    (
        Part.ASKED,
        (
            r"(?:ideally |moreover,? |in addition,? |furthermore,? |additionally,? |also,? |as an? "
            r".{1,50} |for this .{1,40} |in this .{1,40} )?you(?:'ll| will| should|"
            r" must| would| might| may| can|'d)?(?: also| already| ideally| likely| probably| "
            r"definitely| currently)* ?(?:have|need|bring|be|possess|are|know|love|should|must|need "
            r"to have|need to be|have the following|are someone who|qualify if|excel at|speak)(?: the "
            r"following| got| to have| to be| .{0,40}(?:skills|qualifications|experience|"
            r"requirements))?|you|you(?:'re|'ve|'ve got| are| have got)"
        ),
    ),
    (
        Part.ASKED,
        (
            r"(?:the |our |your )?(?:ideal|successful|right|perfect|strong|best|great|qualified|"
            r"suitable) (?:candidate|applicant|person|hire|profile|fit)\b.*|(?:the )?(?:candidate|"
            r"applicant|person)s? (?:should|must|will (?:have|be|need|possess)|has|needs|we.*|"
            r"profile).*|applicants (?:should|must).*"
        ),
    ),
    (
        Part.ASKED,
        (
            r"(?:we|i|they)(?:'re| are|'d| would)? ?(?:also )?(?:expect|require|need|want|ask|look|"
            r"looking|seek|seeking|hope|after|searching|search)(?:ing)?\b.*|.*\bexpect from you.*|"
            r".*\b(?:requires|require) (?:a|the|you|an)\b.*|.*\byour (?:profile|background|experience|"
            r"skills?|qualifications?|toolbox|strengths|personality|know-how|knowledge|expertise|"
            r"superpowers|story|toolkit)\b.*"
        ),
    ),
    (
        Part.ASKED,
        (
            r"(?:you(?:'ll| will)? (?:might|may|should|could|would)?(?: be| thrive| fit| love| enjoy| "
            r"succeed| do well| excel)*.* if(?: you.*)?)|(?:must|should)[- ]haves?.*|(?:why we would "
            r"choose you|what makes you .*|what it takes.*|what(?:'s| is) (?:needed|required|"
            r"essential|important).*|the must[- ]haves?)|(?:please )?apply if\b.*|(?:join us|this "
            r"(?:role|job) is for you) if\b.*"
        ),
    ),
    (
        Part.ROLE,
        (
            r"(?:about |more about )?(?:the|this|your|our) (?:role|job|position|opportunity|vacancy|"
            r"post|work)(?: (?:itself|summary|overview|description|in a nutshell|at a glance|"
            r"you(?:'ll| will) play))?|about the .{1,40} (?:role|position|job)|(?:role|job|position|"
            r"general|post) (?:summary|purpose|overview|profile|brief|statement)|purpose of (?:the "
            r")?(?:job|role|post|position)|role|summary|overview|in a nutshell|the gig|(?:about|what "
            r"is) (?:the|this) (?:role|job|position)\b.*"
        ),
    ),
    (
        Part.COMPANY,
        (
            r"(?:about|more about|meet|introducing|who is|discover|get to know|welcome to) "
            r"(?!you\b).*|who we are.*|what we do|how we work.*|our (?:mission|vision|story|values|"
            r"culture|team|company|people|purpose|product|products|clients|history|principles|"
            r"business|office|commitment)\b.{0,40}|(?:the )?(?:company|team|organi[sz]ation|client|"
            r"business)(?: (?:description|overview|profile|background|you(?:'ll| will) join))?|"
            r"company|we are(?: .{0,40})?|we believe|where we are.*"
        ),
    ),
    (
        Part.LEGAL,
        (
            r"(?:equal|eeo|diversity|inclusion|our commitment to|accommodat|privacy|disclaimer|"
            r"reasonable|legal|data protection|covid|background check|pre-employment|important notice|"
            r"additional information|please note|note).*|(?:do i need to meet|don't meet|not sure).*"
        ),
    ),
    (
        Part.APPLY,
        (
            r"(?:how to|ready to|want to|to|please|next steps?|interested|apply|application|contact|"
            r"recruitment|hiring|interview|selection|the (?:process|hiring process|interview process)|"
            r"our (?:hiring|interview|recruitment) process|questions|any questions|point of contact|"
            r"still interested|excited|sounds? (?:good|interesting|great|exciting))\b.{0,60}|(?:then "
            r")?we(?:'d| would| should)? (?:should talk|want to hear|look forward|love to hear).*|"
            r"what happens next.*|what to expect next.*|do you know someone.*"
        ),
    ),
    (
        Part.STACK,
        (
            r"(?:our|the|your)?\s*(?:current )?(?:tech|technology|technical)[- ]?(?:stack|environment|"
            r"landscape)\b.*|(?:tools|technologies|key technologies)(?: (?:and|&) \w+)?(?: (?:we|"
            r"you).*)?|our stack.*|(?:tech )?stack|what we (?:use|work with)\b.*"
        ),
    ),
    (
        Part.NEUTRAL,
        (
            r"(?:full )?(?:job|role|position) (?:description|details|information|advert|advertisement|"
            r"posting)|description|job (?:type|title|id|location)|(?:posted|reports to|reporting to|"
            r"employment type|contract type|experience level|company size|company type|location "
            r"options|industry|role type|basic information|travel required|date posted|position type|"
            r"work schedule|supervisory status)\b.*|.*responsibilities (?:and|&|/) (?:requirements|"
            r"qualifications|skills).*"
        ),
    ),
)
"""Tried in this order, after `offer_phrases.OFFERED`."""
