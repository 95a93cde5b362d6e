"""The words by which busy people say yes, or ask to hear more."""

from __future__ import annotations

from roleferry.domain.model.inbound.intent_words.signal import DAY, TALK, Phrases, Signal

YES: Phrases = {
    Signal.MEETING: (
        (
            4,
            (
                rf"let us (?:\w+ )?(?:{TALK}|do it|do that|set|find|schedule|hop|jump|get (?:something|a|on|"
                rf"together)|plan|arrange|book|make it|go)|we should (?:{TALK})|(?:can|could|shall|may|should|"
                rf"do) (?:we|you|i) (?:\w+ ){{0,3}}(?:{TALK}|hop|jump|find time|schedule|set up|come (?:by|in)|"
                rf"do (?:a|{DAY}|\d)|make (?:it|{DAY})|stop by|swing by|drop by|give me a call|"
                rf"get on)\b(?! (?:to drop|the form))"
            ),
        ),
        (
            4,
            (
                rf"(?:happy|glad|love|like|open|free|keen|available|delighted|pleased|willing|welcome|up|game|down|"
                rf"excited|eager|interested) (?:to|for|in)(?: a| an| the)?(?: \w+){{0,2}} (?:{TALK})|(?:grab|have|"
                rf"do|set up|schedule|arrange|book|hold|plan|organi[sz]e|get|worth|for) (?:(?:a|an|some|up|in|\d+|"
                rf"a quick|a short|something)\b ?)+(?:\w+ ){{0,2}}(?:{TALK}|minutes?|mins?|time|something|slot)"
            ),
        ),
        (
            4,
            (
                r"calendly|\bcal\.|calendar (?:link|invite)|my calendar|book (?:a |some )?(?:time|slot|me|a call)|"
                r"grab (?:a )?(?:slot|time|coffee)|pick a (?:time|slot)|schedule (?:a|an|some|time|something|it|"
                r"for)|set (?:something|that|it|this|one) up|set up (?:a|an|some|time|\d|something)|"
                r"send (?:me )?(?:an? )?invite|find a time|times? (?:that )?work|(?:propose|suggest|offer|give me|"
                r"send me|pick|name) (?:me )?(?:a few |some |a |two |three )?(?:times?|dates?|slots?|days?)\b|"
                r"in the diary"
            ),
        ),
        (
            3.5,
            (
                rf"(?:welcome|enjoy|value|appreciate) (?:a|an|the) (?:\w+ )?{TALK}|(?:would|does|how about|"
                rf"maybe) (?:\w+ )?{DAY}|a few times|send(?:ing)? (?:you )?(?:an |the )?(?:invite|link|calendar)|"
                rf"(?:teams|zoom|meet) link|around (?:all|most|next|this)"
            ),
        ),
        (
            4,
            (
                rf"wants? (?:to|you to) (?:\w+ )?(?:meet|talk|speak|chat|see you|interview|connect|call|come)|"
                rf"(?:be in touch|reach out|contact you|email you|call you|get in touch|get back to you|"
                rf"write you)(?: \w+){{0,3}} (?:to|and) (?:schedule|set|arrange|find|book|coordinate)|"
                rf"{DAY},? (?:before|after|at|around|between|from|is (?:good|fine|ok|okay|great|better|open|free|"
                rf"wide|perfect)|would|works|morning|afternoon|evening|noon|lunch)\b|(?:have|got|spare) (?:a few|"
                rf"\d+|some|five|ten|fifteen|twenty) ?(?:min\w*|time)\b"
            ),
        ),
        (
            3.5,
            (
                rf"are you (?:free|available|around|open (?:on|to (?:meet|chat|talk)|next|this|tomorrow))|"
                rf"when (?:are you|can (?:you|we)|works|is (?:good|best)|would|could|suits|do you have)|"
                rf"what (?:time|day|is your availability|are your times|times)|your availability|(?:does|would|"
                rf"how about|how is|say|maybe|perhaps|what about) (?:\w+ ){{0,2}}{DAY}|works (?:for|on|with|well|"
                rf"best|great)|would work|wide open|free (?:on |this |next )?{DAY}|available (?:on |this |"
                rf"next )?{DAY}|i have time|my assistant"
            ),
        ),
        (
            3,
            (
                rf"(?:call|ring|text|phone|dial|ping|reach) me (?:at|on|any|{DAY}|when|this|next|back|\d)|"
                rf"give me a (?:call|ring|buzz|shout)|my (?:cell|number|phone|mobile|direct line)|\bzoom\b|"
                rf"google meet|teams call|phone call|hop on|jump on|come (?:by|in|to the office|and meet)|"
                rf"over coffee|\bmeet (?:you|up|in person|for|next|this)|interview (?:you|with|on|next|process)|"
                rf"for an interview|invite you"
            ),
        ),
        (
            2,
            (
                rf"\b{DAY}\b.{{0,15}}(?:\d{{1,2}}(?::\d\d)? ?(?:am|pm|h\b|et|pt|ct|gmt|cet)?|works|good|great|"
                rf"fine|\?)|(?:at |around |say |yes,? ?)\d{{1,2}}(?::\d\d)? ?(?:am|pm)|looking forward to (?:it|"
                rf"meeting|speaking|our|talking|chat)|wann passt|haben sie zeit|disponible|¿?cu[aá]ndo|"
                rf"quando (?:puoi|pode|sei)|wanneer"
            ),
        ),
    ),
    Signal.INTEREST: (
        (
            3.5,
            (
                r"(?:i am|we are|i would be|we would be|very|definitely|quite|really|potentially|also|am|are|"
                r"might be|could be|yes|certainly|always|be) (?:\w+ )?interested|^\W*(?:yes,? |yep,? |"
                r"yeah,? )?(?:\w+ )?interested\b|color me interested|intrigued|piqued|curious (?:to|about|how)|"
                r"me interesa|int[eé]ress[eé]e?s? (?:par|!|\.)|(?:sehr )?interessiert|interessa(?:to|ta|do|"
                r"da)?[.!]|interessant|avec plaisir|con (?:gusto|mucho gusto)|volentieri|com (?:muito )?prazer|"
                r"gerne\b|graag"
            ),
        ),
        (
            3.5,
            (
                r"tell (?:me|us) (?:more|the rest|about)|(?:learn|hear|see|read|find out|understand|to know|"
                r"can know) (?:a (?:bit|little) )?(?:more|how you|about (?:your|the|how))|more (?:details|info|"
                r"information|about|context|on (?:that|this|your))|^\W*(?:\w+[?.!]? )?details\?|"
                r"send (?:\w+ )?(?:details|info|information|more)|(?:want|like|love|keen|curious|happy|"
                r"glad) to (?:hear|see|learn|know|read|find|understand|review|take a look|look|help|explore|"
                r"consider|get to know)"
            ),
        ),
        (
            3.5,
            (
                r"send (?:it|them|that|one|me|us|over|along|your|the|a|through|his)(?: \w+){0,4}(?: (?:resume|cv|"
                r"portfolio|over|along|samples?|deck|one-pager|details|info|times|it|more|work|references|rates?|"
                r"profile|links?))|^\W*(?:ok|sure|yes|please|yep)?,? ?send (?:it|me|over|your|along)|"
                r"please send\b(?! (?:again|all|applications?|this again|it again))|(?:share|provide|attach|"
                r"forward|email|drop|pass|shoot|get) (?:me |us |along |over )?(?:your|some|more|an?|the|"
                r"any) (?:\w+ ){0,2}(?:resume|cv|portfolio|examples?|samples?|work|references|details|info|"
                r"linkedin|github|profile|rate|availability|case)|mand\w+ (?:tu|su|o seu|il tuo) cv|"
                r"envoye\w+ (?:votre|ton) cv|schick\w* (?:sie )?(?:mir |uns )?(?:ihren|deinen)? ?(?:lebenslauf|cv)"
            ),
        ),
        (
            3,
            (
                r"(?:your|updated|latest|current|a|the|copy of) (?:\w+ )?(?:resume|cv|portfolio|work samples?|"
                r"references|github|salary|rate|notice period|availability|expectations)\b.{0,30}\?|"
                r"salary (?:expectations?|range)|(?:what|whats|your) (?:is |are )?(?:your )?(?:notice period|rate|"
                r"salary|comp\b|compensation|day rate|start date)|authori[sz]ed to work|work (?:authori[sz]ation|"
                r"permit|visa)|relocat\w+|are you (?:still )?(?:looking|open to|available|interested|willing|"
                r"comfortable|familiar)|do you have (?:experience|any|a portfolio|worked|time|\d+)|"
                r"have you (?:worked|used|done|led|managed|built|ever)|would you (?:be (?:able|open|willing|"
                r"interested|up)|consider)|how (?:did|do|would) you (?:\w+ )?(?:get (?:that|churn|it|to)|do (?:it|"
                r"that|this)|cut|approach|handle|solve|reduce|manage|build|achieve|measure|scale|go about)|(?:what|"
                r"where) (?:is|was|would be) (?:the (?:next|team|stack|scope)|your)|who else have you|how (?:large|"
                r"big|many) (?:was|were|people)|what (?:kind|sort|type|stack|tools|tech)|where are you (?:based|"
                r"located)"
            ),
        ),
        (
            3,
            (
                r"we (?:are|have|might|may|do|could|will|just|need|were|want)(?! not)(?:(?! not|"
                r" no) \w+){0,3} (?:hiring|(?:an? |two |three |some |several |one )?(?:\w+ )?(?:opening|role|"
                r"position|spot|need|vacanc\w+|req)\b|looking for (?:exactly|someone like|this|that|people like|"
                r"just)|struggling|something (?:for you|coming|that)|need (?:exactly|someone like|this))|"
                r"about to (?:open|post|hire|start)|could use (?:someone|your|a)|exactly what we|just what we|"
                r"(?<!with )(?<!not )what we need|your experience would|(?:our|"
                r"the) last \w+ (?:\w+ )?(?:just )?left"
            ),
        ),
        (
            2.5,
            (
                r"^\W*(?:hi \w+\W+|hey \w*\W+)?(?:yes|yep|yeah|yup|sure|absolutely|definitely|of course|certainly|"
                r"gladly|ok|okay|sounds good|perfect|deal|why not|ja|s[ií]|oui|sim|(?:great|"
                r"fine)(?=[,.!]))\b(?! (?:but|thanks)|,? (?:thanks|noted|got it|will|i will (?:think|check))|\W*$)|"
                r"^\W*(?:yes|yep|yeah|yup|sure|absolutely|definitely|of course|certainly|gladly|sounds good|"
                r"perfect|why not|oui|ja|s[ií]|sim)\b|\byes (?:please|pls|i|we|let|that)|sure thing|would love|"
                r"works for me|(?:fine|good|okay|ok) (?:by|with) me|i am in\b|count me in|go ahead|"
                r"please do\b(?! not)|let us do|^\W*(?:please )?(?:go on|continue|keep (?:talking|going))\b|"
                r"i am listening|all ears|my attention|do tell|fire away"
            ),
        ),
        (
            2.5,
            (
                r"sounds (?:good|great|interesting|like|promising|perfect|fun|excellent|fantastic|right|intriguing|"
                r"relevant|exciting)|looks? (?:good|great|like a (?:\w+ )?(?:fit|match)|interesting|promising|"
                r"impressive|strong)|(?:good|great|strong|perfect|excellent|potential|possible|right|"
                r"natural) (?:fit|match|candidate)|caught my (?:eye|attention)|worth (?:a|an|exploring|discussing|"
                r"chatting|talking|pursuing)|resonat\w+|timely|(?:great|good|perfect|excellent|impeccable) timing|"
                r"timing is (?:great|good|perfect|excellent)"
            ),
        ),
    ),
    Signal.QUESTION: (
        (
            2,
            (
                r"\b(?:was|were|is) (?:that|it|this|there|the)\b[^.?!]{0,60}\b(?:with|using|your|for|done|built|"
                r"you)\b[^.?!]*\?"
            ),
        ),
        (
            2.5,
            (
                r"\b(?:are|do|did|can|could|would|will|have|were|had) you\b[^.!?]*\?|\bwhat(?: \w+)? (?:is|are|was|"
                r"were|do|did|would) (?:your|you)\b[^.!?]*\?|\bhow (?:much|many|long|do|did|would|soon|far|quickly|"
                r"big|old|is|are)\b[^.!?]*\b(?:you|your|it|that|they)\b[^.!?]*\?|\b(?:your|you)\b[^.!?]{0,60}\?"
            ),
        ),
        (
            2.5,
            (
                r"^\W*(?:\w+ )?(?:resume|cv|portfolio|rates?|references|samples|linkedin|github|salary|"
                r"availability)(?: please)?\W*$|\b(?:resume|cv|portfolio|references|availability)(?: please|\?)|"
                r"let me know (?:when|what|your|which|if you|how|a time|some times)|please (?:call|share|email|"
                r"reply|confirm|provide|advise|attach|come|let me know)"
            ),
        ),
    ),
    Signal.WARM: (
        (
            1,
            (
                r"\binteresting\b|impress\w+|\blove (?:this|it|your|the|how)|\blike (?:this|how|your|what|the)|"
                r"great (?:note|background|email|pitch|work|resume|question|to hear)|nice (?:note|work|to|email|"
                r"pitch|background)|well (?:written|done|said|put)|thoughtful|\bwow\b|awesome|fantastic|excellent|"
                r"this was good|good (?:stuff|note|email|one)"
            ),
        ),
        (
            1,
            (
                r"happy to (?:help|connect|chat|assist|answer)|glad (?:you|to|that)|"
                r"thanks? (?:you )?(?:so much )?for (?:reaching|the note|thinking|writing|your (?:note|message|"
                r"email|interest)|getting|sharing)|appreciate"
            ),
        ),
    ),
}
