"""The words by which busy people say no, outright or kindly."""

from __future__ import annotations

from roleferry.domain.model.inbound.intent_words.signal import Phrases, Signal

REFUSAL: Phrases = {
    Signal.FINAL: (
        (
            4,
            (
                r"\bnot (?:at all |really |particularly |currently |actually |remotely |the least bit |"
                r"presently )*interested|\bno interest|uninterested|disinterested"
            ),
        ),
        (
            4,
            (
                r"\bno,? (?:but )?thank(?:s| you)|thanks?(?: you)?,? but no(?:t|pe)?\b(?! (?:right )?now)|"
                r"\bno thanks|\bnah\b|\bnope\b|\bno way\b|\bhard (?:pass|no)\b"
            ),
        ),
        (
            4,
            (
                r"^\W*no\W*$|^\W*no[.!,] |[.!?] no ?[.!]|\.\.\. ?no\b|(?:it is|that is|answer is|still|a firm|be a|"
                r"is a) (?:still )?(?:a )?(?:hard |firm |definite )?no\b(?! (?:brainer|problem|worries|doubt|"
                r"decision|news|update|word))|\bno from (?:me|us|my)"
            ),
        ),
        (
            3,
            (
                r"\b(?:will|to|have to|would|must|i|we|think i|rather|going to|gonna|gotta|"
                r"respectfully) pass\b(?! (?:it|this|that|your|along|the|you|on (?:your|the (?:note|info|resume)|"
                r"to)|him|her|them))|\bpass(?:ing)? on this|i am passing|^\W*pass\W*$"
            ),
        ),
        (
            3,
            (
                r"(?:position|role|req|job|opening|vacancy|spot|seat|it|posting|we)(?: \w+){0,2} (?:has |have |"
                r"had |was |is |already |been |just |now |since )+(?:been )?(?:already )?(?:filled|closed|"
                r"cancel\w+|eliminated|taken|pulled|withdrawn|removed)"
            ),
        ),
        (
            3,
            (
                r"filled (?:the|that|this|it|our|all)|already filled|(?:found|hired|chosen|selected|picked|"
                r"gone with|went with|going with|have|got|offered it to) (?:someone|somebody|another|a different|"
                r"our (?:candidate|person)|other|internal|an internal)"
            ),
        ),
        (
            3,
            (
                r"(?:mov\w+|go\w*|proceed\w*|progress\w*|continu\w*) (?:forward |ahead |on )?with (?:other|another|"
                r"someone|a different|different|candidates|applicants|an internal)|other (?:candidates|applicants)"
            ),
        ),
        (
            3,
            (
                r"(?:not|never) (?:\w+ )?(?:be )?(?:mov\w+ (?:you )?(?:forward|ahead)|proceed\w*|progress\w*|"
                r"select\w*|shortlist\w*|success\w*|pursu\w*|consider\w* (?:you|your|this|further)|advanc\w*|"
                r"continu\w*)"
            ),
        ),
        (
            3,
            (
                r"\bregret\b|\bdecline\b|declining|\breject\w*|thank you for your interest,? (?:but|however)|"
                r"after careful (?:consideration|review)|at this time we (?:have|are|will)"
            ),
        ),
        (
            3,
            (
                r"(?:do|does|will|would|is|are|can|could|did) not (?:\w+ )?(?:a |an |the )?(?:\w+ )?(?:right |"
                r"good |great |strong |natural |obvious )?(?:fit|match)\b|not (?:quite |really |exactly |a |the |"
                r"an )*(?:right |good |great |best |strong )?(?:fit|match|what we|for (?:us|me)\b)|\bno (?:fit|"
                r"match)\b|(?:poor|bad|wrong) fit|(?:do|would) not think so|(?:a|the) pass (?:from|for)|(?:is|are|"
                r"was|'s) (?:a|the) pass\b|(?:position|role|job|spot|seat|req|opening)'s (?:filled|gone|closed|"
                r"taken)|(?:have|had) to say no|said no\b|say no to|rather not|not for (?:us|me)\b"
            ),
        ),
        (
            3,
            (
                r"not (?:relevant|applicable|appropriate|appreciated|going to (?:work|happen)|welcome)|"
                r"\birrelevant|will not (?:work|happen|be able to (?:help|offer|hire|move))|would not work|"
                r"never going to happen"
            ),
        ),
        (
            3,
            (
                r"\bspam|waste (?:of|my)|unsolicited|cold (?:calls?|emails?|pitch)(?=.{0,20}(?:not|never|no\b))|"
                r"not (?:take|accept|respond to|answer|read|entertain|reply to) (?:cold|unsolicited|these|direct)|"
                r"how dare|shame on|annoying|ridiculous|pathetic|get a life"
            ),
        ),
        (
            3.5,
            (
                r"(?:,|\bbut|\blol|haha|hm+|\ber|\bum|\bum+|;|:|-|is|be|^\W*\w+[,.]) ?(?:a |it is |that is |still |"
                r"again )?no\b(?:\W*$|[.!,;])|^\W*(?:um |er |uh )?no\b(?=[,.!;]| (?:sorry|but|i|"
                r"we)\b)(?!.{0,3}(?:problem|worries|need))"
            ),
        ),
        (
            3,
            (
                r"(?:another|different|other|new) (?:direction|way|route|path|approach)|decided (?:not|against|"
                r"to (?:pass|cancel|pause|stop|stay))|(?:chosen|chose|opted|elected|choose) (?:not|out|against|"
                r"another|someone|to (?:go|pass|stay))|(?:made|extended|accepted|signed) an? offer|"
                r"offer (?:has been |was |is )?(?:accepted|extended|made|signed)|(?:have|already|"
                r"just) (?:\w+ )?got (?:a |an |someone|our |one)|went to (?:someone|somebody|another)|"
                r"not (?:biting|buying)|stands\W*$|no longer (?:\w+ )?(?:open|needed|required|exists?|hiring|"
                r"relevant|looking)"
            ),
        ),
        (
            3,
            (
                r"(?:search|process|hiring|role|position|window|deadline|round|job|opening|req|it|spot|"
                r"opportunity)(?: \w+)? (?:is|was|has|are|has been|have) (?:now |already |just |long |"
                r"been )*(?:over|closed|done|gone|finished|complete\w*|ended|passed|behind|removed|scrapped|dead|"
                r"off the table)|removed (?:that|the|this) (?:role|position|job)|answer (?:has not|is (?:the same|"
                r"unchanged)|remains|stays)|(?:sort|kind|type) of (?:email|message|thing) i (?:delete|ignore|hate)|"
                r"i delete (?:this|these)|wrong way"
            ),
        ),
        (
            3,
            (
                r"(?:your|the) (?:\w+ )?(?:profile|experience|background|skills?|qualifications?|resume|"
                r"application)(?: \w+){0,2} (?:does|do|is|are|was|were|will|did) (?:unfortunately |really )?not\b|"
                r"(?:we|i) prefer (?:to |not |someone|local|candidates|people|working|hiring)|did you even"
            ),
        ),
        (
            3,
            (
                r"kein(?:en)? (?:interesse|bedarf)|nicht interessiert|nein,? danke|^\W*nein\b|^\W*nee\b|"
                r"^\W*non\b[,.!]|pas (?:du tout )?int[eé]ress|non merci|pas de (?:poste|besoin)|no (?:me|"
                r"nos) interesa|no estoy interesad|no,? gracias|non (?:mi|ci) interessa|non (?:sono|"
                r"siamo) interessat|no grazie|geen interesse|nee,? (?:bedankt|dank)|niet ge[iï]nteresseerd|"
                r"n[aã]o (?:tenho|temos|estou|estamos|me) interess|n[aã]o,? obrigad|inte intresserad|nej tack|"
                r"ikke interesseret|nie(?:zainteresowan| jeste\w+ zainteresowan)|не интерес"
            ),
        ),
        (
            2,
            (
                r"we (?:only|exclusively) (?:work|hire|recruit|deal)|(?:do|does) not (?:sponsor|hire|accept|use|"
                r"work with|engage|consider|offer|support|do) |only (?:hire|work with|through) (?:agenc|intern|"
                r"refer)"
            ),
        ),
        (
            3,
            (
                r"(?:need|looking for|want|require|prefer|seeking|after) (?:someone|somebody|people|candidates?|"
                r"a person|a candidate) (?:\w+ )?(?:more|with (?:more|deeper|actual)|local|else|onsite|who (?:is|"
                r"has|can|already)|less|in (?:the|our)|closer|based)"
            ),
        ),
        (
            3,
            (
                r"over-?qualified|under-?qualified|too (?:junior|senior|expensive)\b|not (?:enough|qualified|"
                r"senior enough|what i)|lack\w* (?:the|of) |just fired|we fired|turn (?:this|it|you|that|"
                r"your \w+) down|too late\b|shut (?:down|up shop)|clos(?:ed|ing) (?:the|our) (?:office|doors)|"
                r"(?:the|our|a) shortlist|accept our decision|tak\w+ (?:this|it|your \w+) (?:any )?further|"
                r"made the cut|make the cut|laid off|layoffs?"
            ),
        ),
    ),
    Signal.DECLINE: (
        (
            3,
            (
                r"(?:do|does|did|will|would|can|could) not (?:\w+ )?(?:need|want|interest|require|plan|intend|"
                r"align|suit|meet|match|fulfil|qualify|apply to|appeal|fill|pursue|justify|afford|support)\b"
            ),
        ),
        (
            3,
            (
                r"\b(?:no|zero|little|not much|without|not any|not enough) (?:\w+ )?(?:interest|use|need|appetite|"
                r"desire|reason|point|place|spot|role|chance|demand)\b|\bno (?:can do|dice|go|luck|chance|way)\b|"
                r"not (?:at all )?(?:something|anything|the (?:kind|sort|type|profile|person)|a priority|"
                r"in a position|able to|in our|on our|part of|aligned|compatible|suited|suitable|qualified|enough|"
                r"worth|possible|feasible|viable|keen|convinced|open to|going to|planning|happening|anything we|"
                r"what i|needed|necessary|required|happy)\b"
            ),
        ),
        (
            2.5,
            (
                r"stick\w* with|stay\w* with|covered (?:internally|in-?house|by)|handled? (?:internally|"
                r"in[- ]?house)|in[- ]?house\b|from within\b|(?:manage|do|survive|live|cope) without|"
                r"people actually|is this a joke|\bseriously\?|\breally\?|who (?:writes|sends|does) this|got (?:it|"
                r"this|that) covered|have (?:it|this|that) (?:covered|handled)|happy with (?:our|the|what|who)"
            ),
        ),
        (
            2.5,
            (
                r"tut mir leid|keine? (?:vakanz|stelle|position|offene|zeit)\w*|anderen? (?:kandidat|bewerber)\w*|"
                r"n'avons pas|pas de (?:poste|budget|place)|no (?:tenemos|hay|buscamos|contratamos|encaja)|"
                r"non (?:abbiamo|cerchiamo|assumiamo)|geen (?:vacatures?|plek|behoefte|ruimte)|n[aã]o (?:temos|"
                r"h[aá]|estamos|precisamos)"
            ),
        ),
        (
            3,
            (
                r"not (?:\w+ )?(?:currently |actively |presently |really |even )?(?:hir\w+|recruit\w+|looking|"
                r"seek\w+|in the market|accept\w+|add\w+|expand\w+|tak\w+ on|grow\w+|interview\w+)\b(?! (?:forward|"
                r"at|into))"
            ),
        ),
        (
            3,
            (
                r"\bno (?:\w+ ){0,3}(?:openings?|positions?|vacanc\w+|roles?|opportunit\w+|headcount|budget|need|"
                r"plans|jobs?|slots?|capacity|appetite|room)\b|(?:openings?|positions?|roles?|headcount) (?:are |"
                r"is )?(?:not available|unavailable|frozen)"
            ),
        ),
        (
            3,
            (
                r"(?:do|does|did) not (?:\w+ )?(?:have|see|need|foresee|anticipate|envision|"
                r"think) (?:\w+ ){0,4}(?:opening|position|role|need|budget|headcount|anything|something|vacanc|"
                r"opportunit|room|capacity|match|fit|help|match\w*|space|spot|place|req)\w*|have nothing|"
                r"nothing (?:\w+ )?(?:open|available|for you|suitable|right now|that (?:fits|matches)|at (?:this|"
                r"the)|to offer)|no longer (?:hiring|looking|available|interested|open|need)"
            ),
        ),
        (
            3,
            (
                r"all set\b|we are (?:good|fine|set|covered|ok|okay|full|happy with|well covered|at capacity|"
                r"sorted)\b(?! (?:to|with (?:that|thursday)))|fully (?:staffed|booked|covered|resourced)|"
                r"already have (?:someone|a |an |our|enough|all|people|this|that)|i am (?:good|all set|"
                r"fine)\b(?! (?:to|with|for (?:mon|tue|wed|thu|fri)))"
            ),
        ),
        (
            2,
            (
                r"unfortunately|\bsadly\b|(?:i am |we are )?(?:afraid|sorry)(?: to say)?,? (?:but |that )?(?:we|i|"
                r"this|that|it|can|there|no)\b|leider|malheureusement|lamentablemente|desafortunadamente|purtroppo|"
                r"helaas|infelizmente|tyv[aä]rr|niestety|к сожалению"
            ),
        ),
        (
            2.5,
            (
                r"can ?not (?:help|offer|hire|assist|accommodate|take|do this|be of|consider|commit|bring)|"
                r"unable to (?:help|offer|assist|hire|take|accommodate|move)|stopped hiring|killed the|(?:wish|"
                r"if only|would) (?:i|we) could help"
            ),
        ),
        (
            2,
            (
                r"not (?:right now|now|today|at (?:this|the|present) ?(?:time|moment|stage|point)?|for now|"
                r"this (?:time|year|quarter|round)|yet)|at (?:present|this time|the moment)"
            ),
        ),
        (
            1.5,
            (
                r"(?:best|good) (?:of )?luck\b|(?:wish|wishing) you (?:well|all the|the|every|much|luck|success|"
                r"nothing)|all the best (?:in|with|for) (?:your|the)|luck (?:with|in) (?:your|the)|elsewhere"
            ),
        ),
        (
            2,
            (
                r"no idea why|why (?:would|are|did) you (?:think|email|contact|send|write)|did not (?:even )?read|"
                r"do not pitch|never signed|please respect|not how (?:we|this)|if i had a (?:dollar|nickel)|"
                r"stop (?:pitching|selling)|not (?:a )?(?:buyer|buying)|\bcute\b|try harder|nice try"
            ),
        ),
        (
            1.5,
            (
                r"\bfreeze\b|frozen|on hold|paused|reorg|cutting (?:back|costs)|downsizing|budget (?:cuts?|"
                r"constraints?)|tight budget"
            ),
        ),
    ),
    Signal.NEGATION: (
        (
            1,
            (
                r"(?:^|[.,;] ?)not\b|\b(?:i|we|it|this|that|they|he|she|there|is|are|was|am|has|have|will|would|"
                r"can|could|does|did|you)\b[^.!?]{0,25}\bnot\b|\b(?:no|never|nothing|none|nobody|neither|nor|zero|"
                r"hardly|nicht|kein\w*|pas|n[aã]o|niet|geen|ikke|inte|нет|не)\b"
            ),
        ),
    ),
}
