"""The words by which busy people pass a note on, put it off, are away, or say nothing yet."""

from __future__ import annotations

from roleferry.domain.model.inbound.intent_words.signal import LATER, PERSON, Phrases, Signal

ELSEWHERE: Phrases = {
    Signal.HANDOVER: (
        (
            4,
            (
                r"(?:loop\w*|add\w*|copy\w*|bring\w*|cc\W{0,2}(?:ing|ed|d)?|includ\w+|connect\w+|"
                r"introduc\w+) (?:in )?(?:you (?:to|with) )?(?:my|our|in\b|to\b|the (?:recruit|hiring|team)|"
                r"[a-z]+ (?:from|who|in|here|on|,|to|for|\())|\bcc'?(?:d|ing|ed)\b|\bmeet [a-z]+ ?[,.]|"
                r"let me introduce|in cc\b|[a-z]+ \(?(?:cc'?d|copied)"
            ),
        ),
        (
            4,
            (
                r"(?:forward\w*|pass\w*|sent|sending|shar\w+|shared|flag\w*|hand\w*|giv\w+|gave|route\w*|"
                r"routing)(?: \w+){0,4} (?:to|with|over to|along to|on to) (?:our|my|the)? ?(?:\w+ )?(?:hiring|"
                r"recruit\w+|talent|manager|team|vp|cto|ceo|head|director|boss|lead|colleague|engineering|founder|"
                r"partner|people)"
            ),
        ),
        (
            4,
            (
                r"put you (?:in for|forward|through|up for)|(?:gave|give|giving|passed|mentioned|recommended|told|"
                r"sent) (?:\w+ ){0,3}(?:your name|about you|you to)|put in a (?:good )?word"
            ),
        ),
        (
            3,
            (
                r"get you in front|put you in touch|connect you (?:with|to)|set you up with|(?:he|she|"
                r"they)(?: will| would|'ll)? (?:\w+ )?(?:want to see|like to (?:talk|speak|meet|chat)|love to|"
                r"reach out|be in touch|contact you|get in touch)|mention my name|i will (?:flag|refer|vouch|"
                r"put in)|happy to (?:refer|introduce|pass|forward|connect|make)"
            ),
        ),
    ),
    Signal.REDIRECT: (
        (
            4,
            (
                r"(?:forward|pass|rout|redirect|sen[dt])\w*(?: \w+){0,4} to (?:our |the |my )?"
                r"(?:hr\b|human resources|appropriate|relevant|right|correct|proper|responsible)"
            ),
        ),
        (
            3,
            (
                rf"(?:try|contact|speak (?:to|with)|reach out to|talk to|e?mail|check with|write to|reach|ask|ping|"
                rf"message|best to (?:contact|reach)|connect with|get in touch with|should be|point you to|suggest|"
                rf"direct (?:this|your \w+) to|send (?:this|it|your \w+) to|address (?:this|it) to|"
                rf"refer you to) (?:our |the |my |to )*(?:\w+ )?{PERSON}"
            ),
        ),
        (
            3,
            (
                r"(?:not|isn't|is not|probably not) (?:the )?(?:right|correct|best|appropriate|"
                r"one you)\b ?(?:person|contact|one|place|department|address|want|need)?|(?:he|she|they) decides? |"
                r"wrong (?:person|address|department|guy|team|contact|email|\w+ park)|(?:do|does) not (?:handle|"
                r"manage|deal with|do|own|run|oversee|make) (?:\w+ )?(?:hiring|recruit\w*|this|that|these|hr|"
                r"staffing|those)|not my (?:area|department|team|call|decision|remit)"
            ),
        ),
        (
            3,
            (
                r"(?:no longer|do not|not) (?:\w+ )?(?:work|working|employed|with (?:the|that|this)|"
                r"at (?:the company|that)|part of the)\b|not (?:\w+ )?(?:involved|responsible|in charge)|(?:you|"
                r"i) (?:would|will|should|might) (?:\w+ )?(?:want|need|have) to (?:speak|talk|contact|reach|ask|"
                r"write|go)|(?:ask|try|see) the \w+ (?:lead|manager|team|head)|hiring is handled|question for|"
                r"\bno say in|ask (?:personnel|hr|recruit\w*|reception|them|him|her)\b|(?:send|direct|address|"
                r"forward) (?:all |your |any )?(?:applications?|enquiries|inquiries|resumes?) to|(?:hr|"
                r"someone else|they|she|he) (?:would|will|might|may|should) know|i am only (?:the|an?)|"
                r"took over my|i changed (?:roles|departments|jobs)|(?:moved on|left|departed|"
                r"retired) (?:from )?(?:the company|acme|there|my|last|in)|have (?:left|moved on|retired)|"
                r"better suited|would be (?:the )?(?:better|best|right) (?:person|contact)|meant (?:to (?:write|"
                r"send|email|reach)|for)|other (?:john|jane|person|\w+ by that name)"
            ),
        ),
        (
            3,
            (
                r"apply (?:through|via|on|at|online|using|here|directly|for it)|careers? (?:page|site|portal|"
                r"website)|job (?:board|portal|page|site)|applications? (?:go|are|should|must|need|portal|form|"
                r"process)|application (?:system|page)|https?://(?:jobs|careers)\."
            ),
        ),
        (
            1.5,
            (
                r"who leads that|leads that|handles (?:that|this|hiring|all)|just an? (?:intern|engineer|"
                r"contractor|assistant)|falls under"
            ),
        ),
    ),
    Signal.LATER: (
        (
            1.5,
            (
                r"\b(?:next|later this|early next|late this) (?:quarter|month|year|season|spring|summer|fall|"
                r"autumn|winter)\b"
            ),
        ),
        (
            2,
            (
                r"(?:follow up|check|write|ask|try|ping|apply)(?: \w+){0,2} then\b|(?:follow up|write|try|"
                r"ask)(?: \w+){0,2} in (?:two|a few|three|\d+)"
            ),
        ),
        (
            3,
            (
                rf"(?:check|circle|come|get|swing|loop|reach|touch|ping|try|follow|contact|email|write|ask|connect|"
                rf"talk|revisit|reconnect|call|hit|drop|remind|pick|look|chat|speak|nudge)(?: \w+){{0,5}} (?:in|"
                rf"around|after|next|back in|early|late|mid|sometime|closer to|again in|again|then|come|until|"
                rf"towards?|once) ?(?:\w+ ){{0,2}}{LATER}"
            ),
        ),
        (
            3,
            (
                r"(?:check|circle) back|reach (?:back )?out (?:again|then|later)|try (?:me |us )?(?:again|later|"
                r"then)|ping me (?:again|then|later|in)|ask (?:me )?again|touch base (?:again|later|in|after|next)|"
                r"follow up (?:again|later|in|after|next|with me (?:in|next|after))|get back to (?:me|us) (?:in|"
                r"after|next|then)|revisit (?:this|it|in)|reconnect (?:in|later|after|next)"
            ),
        ),
        (
            2,
            (
                rf"not (?:right )?now,? (?:but|maybe|perhaps)|maybe (?:later|next|in|down)|later (?:this|in the|on|"
                rf"down)|(?:bad|wrong|not (?:a |the )?(?:great|good|right|best)) tim(?:e|ing)|tim\w+ (?:is|was|"
                rf"are)? ?(?:a bit |just |really )?(?:off|bad|not|wrong|tough|poor|tricky)|"
                rf"until (?:after )?{LATER}|(?:too early|come back|again) (?:in|to|once|after|when)"
            ),
        ),
        (1.5, rf"(?:in|after|by|before) (?:our |the )?(?:\w+ )?{LATER}\b|once we"),
        (
            2,
            (
                r"swamped|slammed|(?:crazy|super|really|very|too|extremely|a bit) busy|\bbusy\b|mid[- ](?:reorg|"
                r"launch|migration)|heads[- ]down|underwater|buried|tied up|in flux|hiring freeze|"
                r"know more (?:next|in|after|by|soon)|keep in touch|stay in touch|down the (?:road|line)|"
                r"in the (?:near )?future|at a later|sp[aä]ter|plus tard|m[aá]s adelante|pi[uù] avanti|mais tarde"
            ),
        ),
    ),
    Signal.ABSENT: (
        (
            5,
            (
                r"out of (?:the )?office|\booo\b|(?:on|from) (?:\w+ )?(?:parental|maternity|paternity|annual|sick|"
                r"medical|family|sabbatical)? ?(?:leave|vacation|holiday|sabbatical|pto)\b"
            ),
        ),
        (4, r"(?:for|if|with) (?:\w+ ){0,2}urgent|away (?:until|till|from|this|for|through)"),
        (
            5,
            (
                r"limited access to (?:my )?e?mail|not (?:actively )?monitored|(?:respond|reply|get back|"
                r"answer)(?: to you)? within|(?:on|nicht im|auf) (?:sabbatical|messe|dienstreise)|"
                r"automatic (?:reply|response)|auto-?reply|do not reply to this (?:e?mail|message|address|mailbox)|"
                r"this is an automated|this mailbox is not|no longer monitored"
            ),
        ),
        (
            4,
            (
                r"(?:ticket|case|request|application|message|email|inquiry|enquiry) (?:#?\S* )?(?:has been|was|"
                r"is) (?:received|created|logged|submitted|opened)|we have received your"
            ),
        ),
        (
            5,
            (
                r"nicht im b[uü]ro|im urlaub|abwesend|absent\w* (?:du|jusqu)|en cong[eé]|fuera de la oficina|"
                r"de vacaciones|fuori (?:ufficio|sede)|fora do escrit"
            ),
        ),
        (2, r"i am (?:currently )?(?:away|travell?ing)|(?:will )?(?:be )?back (?:in the office )?on"),
    ),
    Signal.UNDECIDED: (
        (
            4,
            (
                r"why (?:are you|you are|did you|would you) (?:\w+ )?(?:reach|contact|writ|email|"
                r"messag)\w*|"
                r"who (?:gave|referred|told|sent|pointed|put) you|my (?:contact|personal) (?:info|details)|"
                r"where are you writing"
            ),
        ),
        (
            3,
            (
                r"who (?:is|are) (?:this|you|dis)|(?:sorry|hi|hey|hello)?,? ?who\?|do i know you|have we met|"
                r"how did you (?:get|find|come)|where did you (?:get|find)|what is (?:this|role)|"
                r"is this (?:automated|a bot|spam|real|a real|legit|ai|auto|from)|are you (?:a )?(?:bot|human|real|"
                r"recruiter|an? ai|a recruiter|with an agency|a robot)|mean to (?:send|email|write)|(?:which|"
                r"what) (?:role|position|job|company|opening)|clarify|remind me|what are you (?:ask|sell|talk|"
                r"offer|propos|refer|on about|try|after here|want)\w*|what exactly|(?:where|"
                r"how)\b[^.?!]{0,20}(?:got|get|found|find|come across)[^.?!]{0,10} my|(?:some|more|any) context\?|"
                r"have we (?:spoken|met|talked)|what (?:do )?you mean|(?:have|has) not (?:yet |really |"
                r"been )?(?:decided|determined|made up)|(?:still |yet )?(?:no|any) (?:decision|news|update)s?\b|"
                r"undecided|(?:do not|does not) (?:yet )?(?:know|ring a bell)\b|have not (?:\w+ )?(?:had a chance|"
                r"read|looked|seen|got(?:ten)? (?:to|around))|what do you want|not sure (?:what|why|who|which)|"
                r"confused|do not (?:understand|follow|recall|remember)|what company"
            ),
        ),
        (
            2.5,
            (
                r"let me (?:think|check|discuss|see|look|get back|ask|review|consider|talk|run|mull|sleep|find out|"
                r"read|confirm|know if)|(?:will|would) (?:\w+ )?(?:get back|let you know|review|look (?:at|into|"
                r"it)|reply (?:properly|later)|consider|think|discuss|take a look|be in touch|come back to you|"
                r"read|respond|see what|keep (?:this|it|you|your))|get back to you|under review|(?:need|want|"
                r"give me|take) (?:\w+ ){0,3}(?:time|moment|days?) to (?:think|consider|decide|look|review|"
                r"reflect)|(?:can ?not|hard to|too early to|difficult to) (?:say|tell|judge|commit)|waiting (?:for|"
                r"on|to hear)|i have saved|think (?:about|it) (?:it|over)|not sure\b|discuss (?:it )?internally|"
                r"\bhmm+\b|depends? (?:on|upon)|could be\b|^\W*(?:maybe|perhaps|possibly)\b|bear with me|"
                r"sorry for the delay|(?:can|could) not open|link (?:is|does|did)|resend|did not open|"
                r"could not open|attachment"
            ),
        ),
        (
            2,
            (
                r"^\W*(?:ok|okay|k|kk|thanks|thank you|thanks you|received|got it|noted|acknowledged|cheers|cool|"
                r"understood|copy|roger|great|fine|good to know|will do|thanks for (?:the|your|letting|sharing|"
                r"this) ?\w*(?: \w+)?)(?:[,.! ]+(?:thanks|thank you|received|got it|noted|cheers|\w{2,10}))?\W*$|"
                r"thanks for (?:the info|letting|sharing|the update|the heads)|(?:pass|passing|passed) (?:it|this|"
                r"that) (?:along|on)|for (?:their|our|the|my|your) records|keep (?:this|you|your \w+|"
                r"it) (?:in mind|on file)|on file"
            ),
        ),
    ),
}
