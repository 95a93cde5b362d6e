"""The words by which busy people say yes, no, later, ask somebody else, or nothing at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum


class Signal(StrEnum):
    """What a phrase speaks for."""

    MEETING = "meeting"
    INTEREST = "interest"
    HANDOVER = "handover"
    REDIRECT = "redirect"
    LATER = "later"
    DECLINE = "decline"
    FINAL = "final"
    ABSENT = "absent"
    UNDECIDED = "undecided"
    WARM = "warm"


_DAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|tomorrow|today|tonight|next week|this week|(?:this |tomorrow )?(?:morning|afternoon|evening))"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
_LATER = rf"(?:q[1-4]|{_MONTH}|spring|summer|fall|autumn|winter|next (?:quarter|month|year|fall|spring|summer)|(?:the )?new year|(?:a |an |\d+ |two |three |six |couple |few |several |a couple of |a few )+(?:weeks?|months?|quarters?|years?)|h[12]\b|later|then|(?:the )?(?:holidays|summer|reorg|launch|funding|budget)|year end|the (?:end|start|beginning) of|20\d\d)"
_TALK = r"(?:chat|talk|speak|connect|meet|discuss|call|conversation|catch up|zoom|coffee|lunch|intro|interview|sync|convo)"
_PERSON = r"(?:hr\b|recruit\w+|talent|people (?:team|ops)|human resources|hiring (?:manager|team)|careers|\w+@|my (?:colleague|boss|manager|counterpart|cofounder|co-founder|partner)|(?!me\b|us\b|again\b|you\b|later\b|in\b|for\b|back\b|out\b|after\b|it\b|next\b)[a-z]+ (?:[a-z]+ )?(?:in|from|at|who|instead|on our|about|is|would|might|she|he|\())"

_SOURCES: Mapping[Signal, tuple[tuple[float, str], ...]] = {
    Signal.ABSENT: (
        (5, r"out of (?:the )?office|\booo\b|(?:on|from) (?:\w+ )?(?:parental|maternity|paternity|annual|sick|medical|family|sabbatical)? ?(?:leave|vacation|holiday|sabbatical|pto)\b"),
        (5, r"limited access to (?:my )?e?mail|automatic (?:reply|response)|auto-?reply|do not reply to this|this is an automated|this mailbox is not|no longer monitored"),
        (4, r"(?:ticket|case|request|application|message|email|inquiry|enquiry) (?:#?\S* )?(?:has been|was|is) (?:received|created|logged|submitted|opened)|we have received your"),
        (5, r"nicht im b[uü]ro|im urlaub|abwesend|absent\w* (?:du|jusqu)|en cong[eé]|fuera de la oficina|de vacaciones|fuori (?:ufficio|sede)|fora do escrit"),
        (2, r"i am (?:currently )?(?:away|travell?ing)|(?:will )?(?:be )?back (?:in the office )?on"),
    ),
    Signal.FINAL: (
        (4, r"\bnot (?:at all |really |particularly |currently |actually |remotely |the least bit |presently )*interested|\bno interest|uninterested|disinterested"),
        (4, r"\bno,? (?:but )?thank(?:s| you)|thanks?(?: you)?,? but no(?:t|pe)?\b(?! (?:right )?now)|\bno thanks|\bnah\b|\bnope\b|\bno way\b|\bhard (?:pass|no)\b"),
        (4, r"^\W*no\W*$|^\W*no[.!,] |[.!?] no ?[.!]|\.\.\. ?no\b|(?:it is|that is|answer is|still|a firm|be a|is a) (?:still )?(?:a )?(?:hard |firm |definite )?no\b(?! (?:brainer|problem|worries|doubt))|\bno from (?:me|us|my)"),
        (3, r"\b(?:will|to|have to|would|must|i|we|think i|rather|going to|gonna|gotta|respectfully) pass\b(?! (?:it|this|that|your|along|the|you|on (?:your|the (?:note|info|resume)|to)|him|her|them))|\bpass(?:ing)? on this|i am passing|^\W*pass\W*$"),
        (3, r"(?:position|role|req|job|opening|vacancy|spot|seat|it|posting|we)(?: \w+){0,2} (?:has |have |had |was |is |already |been |just |now |since )+(?:been )?(?:already )?(?:filled|closed|cancel\w+|eliminated|taken|pulled|withdrawn|removed)"),
        (3, r"filled (?:the|that|this|it|our|all)|already filled|(?:found|hired|chosen|selected|picked|gone with|went with|going with|have|got|offered it to) (?:someone|somebody|another|a different|our (?:candidate|person)|other|internal|an internal)"),
        (3, r"(?:mov\w+|go\w*|proceed\w*|progress\w*|continu\w*) (?:forward |ahead |on )?with (?:other|another|someone|a different|different|candidates|applicants|an internal)|other (?:candidates|applicants)"),
        (3, r"(?:not|never) (?:\w+ )?(?:be )?(?:mov\w+ (?:you )?(?:forward|ahead)|proceed\w*|progress\w*|select\w*|shortlist\w*|success\w*|pursu\w*|consider\w* (?:you|your|this|further)|advanc\w*|continu\w*)"),
        (3, r"\bregret\b|\bdecline\b|declining|\breject\w*|thank you for your interest,? (?:but|however)|after careful (?:consideration|review)|at this time we (?:have|are|will)"),
        (3, r"(?:do|does|will|would|is|are|can|could|did) not (?:\w+ )?(?:a |an |the )?(?:\w+ )?(?:right |good |great |strong |natural |obvious )?(?:fit|match)\b|not (?:quite |really |exactly |a |the |an )*(?:right |good |great |best |strong )?(?:fit|match|what we|for (?:us|me)\b)|\bno (?:fit|match)\b|poor fit|not for (?:us|me)\b"),
        (3, r"not (?:relevant|applicable|appropriate|appreciated|going to (?:work|happen)|welcome)|\birrelevant|will not (?:work|happen|be able to (?:help|offer|hire|move))|would not work|never going to happen"),
        (3, r"\bspam|waste (?:of|my)|unsolicited|cold (?:calls?|emails?|pitch)(?=.{0,20}(?:not|never|no\b))|not (?:take|accept|respond to|answer|read|entertain|reply to) (?:cold|unsolicited|these|direct)|how dare|shame on|annoying|ridiculous|pathetic|get a life"),
        (3, r"kein(?:en)? (?:interesse|bedarf)|nicht interessiert|nein danke|pas (?:du tout )?int[eé]ress|non merci|pas de (?:poste|besoin)|no (?:me|nos) interesa|no estoy interesad|no,? gracias|non (?:mi|ci) interessa|non (?:sono|siamo) interessat|no grazie|geen interesse|nee,? (?:bedankt|dank)|niet ge[iï]nteresseerd|n[aã]o (?:tenho|temos|estou|estamos|me) interess|n[aã]o,? obrigad|inte intresserad|nej tack|ikke interesseret|nie(?:zainteresowan| jeste\w+ zainteresowan)|не интерес"),
        (2, r"we (?:only|exclusively) (?:work|hire|recruit|deal)|(?:do|does) not (?:sponsor|hire|accept|use|work with|engage|consider|offer|support|do) |only (?:hire|work with|through) (?:agenc|intern|refer)"),
        (3, r"(?:need|looking for|want|require|prefer|seeking|after) (?:someone|somebody|people|candidates?|a person|a candidate) (?:\w+ )?(?:more|with (?:more|deeper|actual)|local|else|onsite|who (?:is|has|can|already)|less|in (?:the|our)|closer|based)"),
        (3, r"over-?qualified|under-?qualified|too (?:junior|senior|expensive|early|late)\b|not (?:enough|qualified|senior enough|what i)|lack\w* (?:the|of) |laid off|layoffs?"),
    ),
    Signal.DECLINE: (
        (3, r"not (?:\w+ )?(?:currently |actively |presently |really |even )?(?:hir\w+|recruit\w+|looking|seek\w+|in the market|accept\w+|add\w+|expand\w+|tak\w+ on|grow\w+|interview\w+)\b(?! (?:forward|at|into))"),
        (3, r"\bno (?:\w+ ){0,3}(?:openings?|positions?|vacanc\w+|roles?|opportunit\w+|headcount|budget|need|plans|jobs?|slots?|capacity|appetite|room)\b|(?:openings?|positions?|roles?|headcount) (?:are |is )?(?:not available|unavailable|frozen)"),
        (3, r"(?:do|does|did) not (?:\w+ )?(?:have|see|need|foresee|anticipate|envision|think) (?:\w+ ){0,4}(?:opening|position|role|need|budget|headcount|anything|something|vacanc|opportunit|room|capacity|match|fit|help|match\w*|space|spot|place|req)\w*|have nothing|nothing (?:\w+ )?(?:open|available|for you|suitable|right now|that (?:fits|matches)|at (?:this|the)|to offer)|no longer (?:hiring|looking|available|interested|open|need)"),
        (3, r"all set\b|we are (?:good|fine|set|covered|ok|okay|full|happy with|well covered|at capacity|sorted)\b(?! (?:to|with (?:that|thursday)))|fully (?:staffed|booked|covered|resourced)|already have (?:someone|a |an |our|enough|all|people|this|that)|i am (?:good|all set|fine)\b(?! (?:to|with|for (?:mon|tue|wed|thu|fri)))"),
        (2, r"unfortunately|\bsadly\b|(?:i am |we are )?(?:afraid|sorry)(?: to say)?,? (?:but |that )?(?:we|i|this|that|it|can|there|no)\b|leider|malheureusement|lamentablemente|desafortunadamente|purtroppo|helaas|infelizmente|tyv[aä]rr|niestety|к сожалению"),
        (2.5, r"can ?not (?:help|offer|hire|assist|accommodate|take|do this|be of|consider|commit|bring)|unable to (?:help|offer|assist|hire|take|accommodate|move)|stopped hiring|killed the|(?:wish|if only|would) (?:i|we) could help"),
        (2, r"not (?:right now|now|today|at (?:this|the|present) ?(?:time|moment|stage|point)?|for now|this (?:time|year|quarter|round)|yet)|at (?:present|this time|the moment)"),
        (1.5, r"(?:best|good) (?:of )?luck\b|(?:wish|wishing) you (?:well|all the|the|every|much|luck|success|nothing)|all the best (?:in|with|for) (?:your|the)|luck (?:with|in) (?:your|the)|elsewhere"),
        (2, r"no idea why|why (?:would|are|did) you (?:think|email|contact|send|write)|did not (?:even )?read|do not pitch|never signed|please respect|not how (?:we|this)|if i had a (?:dollar|nickel)|stop (?:pitching|selling)|not (?:a )?(?:buyer|buying)|\bcute\b|try harder|nice try"),
        (1.5, r"\bfreeze\b|frozen|on hold|paused|reorg|cutting (?:back|costs)|downsizing|budget (?:cuts?|constraints?)|tight budget"),
    ),
    Signal.LATER: (
        (3, rf"(?:check|circle|come|get|swing|loop|reach|touch|ping|try|follow|contact|email|write|ask|connect|talk|revisit|reconnect|call|hit|drop|remind|pick|look|chat|speak|nudge)(?: \w+){{0,5}} (?:in|around|after|next|back in|early|late|mid|sometime|closer to|again in|again|then|come|until|towards?|once) ?(?:\w+ ){{0,2}}{_LATER}"),
        (3, r"(?:check|circle) back|reach (?:back )?out (?:again|then|later)|try (?:me |us )?(?:again|later|then)|ping me (?:again|then|later|in)|ask (?:me )?again|touch base (?:again|later|in|after|next)|follow up (?:again|later|in|after|next|with me (?:in|next|after))|get back to (?:me|us) (?:in|after|next|then)|revisit (?:this|it|in)|reconnect (?:in|later|after|next)"),
        (2, rf"not (?:right )?now,? (?:but|maybe|perhaps)|maybe (?:later|next|in|down)|later (?:this|in the|on|down)|(?:bad|wrong|not (?:a |the )?(?:great|good|right|best)) tim(?:e|ing)|tim\w+ (?:is|was|are)? ?(?:a bit |just |really )?(?:off|bad|not|wrong|tough|poor|tricky)|until (?:after )?{_LATER}|(?:in|after|by) {_LATER}\b"),
        (2, r"swamped|slammed|(?:crazy|super|really|very|too|extremely|a bit) busy|\bbusy\b|mid[- ](?:reorg|launch|migration)|heads[- ]down|underwater|buried|tied up|in flux|hiring freeze|know more (?:next|in|after|by|soon)|keep in touch|stay in touch|down the (?:road|line)|in the (?:near )?future|at a later|sp[aä]ter|plus tard|m[aá]s adelante|pi[uù] avanti|mais tarde"),
    ),
    Signal.REDIRECT: (
        (3, rf"(?:try|contact|speak (?:to|with)|reach out to|talk to|e?mail|check with|write to|reach|ask|ping|message|best to (?:contact|reach)|connect with|get in touch with|should be|point you to|suggest|direct (?:this|your \w+) to|send (?:this|it|your \w+) to|address (?:this|it) to|refer you to) (?:our |the |my |to )*(?:\w+ )?{_PERSON}"),
        (3, r"(?:not|isn't|is not|probably not) (?:the )?(?:right|correct|best|appropriate) (?:person|contact|one|place|department|address)|wrong (?:person|address|department|guy|team|contact|email|\w+ park)|(?:do|does) not (?:handle|manage|deal with|do|own|run|oversee|make) (?:\w+ )?(?:hiring|recruit\w*|this|that|these|hr|staffing|those)|not my (?:area|department|team|call|decision|remit)"),
        (3, r"(?:no longer|do not|did not|not) (?:work|employed|with|at|there|part of)\b(?: \w+){0,2} ?(?:there|here|at|for|with|anymore|the company|acme)?|(?:moved on|left|departed|retired) (?:from )?(?:the company|acme|there|my|last|in)|have (?:left|moved on|retired)|better suited|would be (?:the )?(?:better|best|right) (?:person|contact)|meant (?:to (?:write|send|email|reach)|for)|other (?:john|jane|person|\w+ by that name)"),
        (3, r"apply (?:through|via|on|at|online|using|here|directly|for it)|careers? (?:page|site|portal|website)|job (?:board|portal|page|site)|applications? (?:go|are|should|must|need|portal|form|process)|application (?:system|page)|https?://(?:jobs|careers)\."),
        (1.5, r"who leads that|leads that|handles (?:that|this|hiring|all)|just an? (?:intern|engineer|contractor|assistant)|falls under"),
    ),
    Signal.HANDOVER: (
        (4, r"(?:loop\w*|add\w*|copy\w*|bring\w*|cc\W{0,2}(?:ing|ed|d)?|includ\w+|connect\w+|introduc\w+) (?:in )?(?:you (?:to|with) )?(?:my|our|in\b|to\b|the (?:recruit|hiring|team)|[a-z]+ (?:from|who|in|here|on|,|to|for|\())|\bcc'?(?:d|ing|ed)\b|\bmeet [a-z]+ ?[,.]|let me introduce|in cc\b|[a-z]+ \(?(?:cc'?d|copied)"),
        (4, r"(?:forward\w*|pass\w*|sent|sending|shar\w+|shared|flag\w*|hand\w*|giv\w+|gave|route\w*|routing)(?: \w+){0,4} (?:to|with|over to|along to|on to) (?:our|my|the)? ?(?:\w+ )?(?:hiring|recruit\w+|talent|manager|team|vp|cto|ceo|head|director|boss|lead|colleague|engineering|founder|partner|people)"),
        (3, r"get you in front|put you in touch|connect you (?:with|to)|set you up with|(?:he|she|they)(?: will| would|'ll)? (?:\w+ )?(?:want to see|like to (?:talk|speak|meet|chat)|love to|reach out|be in touch|contact you|get in touch)|mention my name|i will (?:flag|refer|vouch|put in)|happy to (?:refer|introduce|pass|forward|connect|make)"),
    ),
    Signal.MEETING: (
        (4, rf"let us (?:\w+ )?(?:{_TALK}|do it|do that|set|find|schedule|hop|jump|get (?:something|a|on|together)|plan|arrange|book|make it|go)|we should (?:{_TALK})|(?:can|could|shall|may|should|do) (?:we|you|i) (?:\w+ ){{0,3}}(?:{_TALK}|hop|jump|find time|schedule|set up|come (?:by|in)|do (?:a|{_DAY}|\d)|make (?:it|{_DAY})|stop by|swing by|drop by|give me a call|get on)\b(?! (?:to drop|the form))"),
        (4, rf"(?:happy|glad|love|like|open|free|keen|available|delighted|pleased|willing|welcome|up|game|down|excited|eager|interested) (?:to|for|in)(?: a| an| the)?(?: \w+){{0,2}} (?:{_TALK})|(?:grab|have|do|set up|schedule|arrange|book|hold|plan|organi[sz]e|get|worth|for) (?:a|an|some|up|in|time|\d+|a quick|a short|something)+ ?(?:\w+ ){{0,2}}(?:{_TALK}|minutes?|mins?|time|something|slot)"),
        (4, r"calendly|\bcal\.|calendar (?:link|invite)|my calendar|book (?:a |some )?(?:time|slot|me|a call)|grab (?:a )?(?:slot|time|coffee)|pick a (?:time|slot)|schedule (?:a|an|some|time|something|it|for)|set (?:something|that|it|this|one) up|set up (?:a|an|some|time|\d|something)|send (?:me )?(?:an? )?invite|find a time|times? (?:that )?work"),
        (3.5, rf"are you (?:free|available|around|open (?:on|to (?:meet|chat|talk)|next|this|tomorrow))|when (?:are you|can (?:you|we)|works|is (?:good|best)|would|could|suits|do you have)|what (?:time|day|is your availability|are your times|times)|your availability|(?:does|would|will|how about|how is|say|maybe|perhaps|what about) (?:\w+ ){{0,2}}{_DAY}|works (?:for|on|with|well|best|great)|would work|wide open|free (?:on |this |next )?{_DAY}|available (?:on |this |next )?{_DAY}|i have time|my assistant"),
        (3, rf"(?:call|ring|text|phone|dial|ping|reach) me (?:at|on|any|{_DAY}|when|this|next|back|\d)|give me a (?:call|ring|buzz|shout)|my (?:cell|number|phone|mobile|direct line)|\bzoom\b|google meet|teams call|phone call|hop on|jump on|come (?:by|in|to the office|and meet)|over coffee|\bmeet (?:you|up|in person|for|next|this)|interview (?:you|with|on|next|process)|for an interview|invite you"),
        (2, rf"\b{_DAY}\b.{{0,15}}(?:\d{{1,2}}(?::\d\d)? ?(?:am|pm|h\b|et|pt|ct|gmt|cet)?|works|good|great|fine|\?)|(?:at |around |say |yes,? ?)\d{{1,2}}(?::\d\d)? ?(?:am|pm)|looking forward to (?:it|meeting|speaking|our|talking|chat)|wann passt|haben sie zeit|disponible|¿?cu[aá]ndo|quando (?:puoi|pode|sei)|wanneer"),
    ),
    Signal.INTEREST: (
        (3.5, r"(?:i am|we are|i would be|we would be|very|definitely|quite|really|potentially|also|am|are|might be|could be|yes|certainly|always|be) (?:\w+ )?interested|^\W*(?:yes,? |yep,? |yeah,? )?(?:\w+ )?interested\b|color me interested|intrigued|piqued|curious (?:to|about|how)|me interesa|int[eé]ress[eé]e?s? (?:par|!|\.)|(?:sehr )?interessiert|interessa(?:to|ta|do|da)?[.!]|interessant|avec plaisir|con (?:gusto|mucho gusto)|volentieri|com (?:muito )?prazer|gerne\b|graag"),
        (3.5, r"tell (?:me|us) (?:more|the rest|about)|(?:learn|hear|know|see|read|find out|understand) (?:a (?:bit|little) )?(?:more|how you|about (?:your|the|how))|more (?:details|info|information|about|context|on (?:that|this|your))|details\?|(?:want|like|love|keen|curious|happy|glad) to (?:hear|see|learn|know|read|find|understand|review|take a look|look|help|explore|consider|get to know)"),
        (3.5, r"send (?:it|them|that|one|me|us|over|along|your|the|a|through|his)(?: \w+){0,4}(?: (?:resume|cv|portfolio|over|along|samples?|deck|one-pager|details|info|times|it|more|work|references|rates?|profile|links?))|^\W*(?:ok|sure|yes|please|yep)?,? ?send (?:it|me|over|your|along)|please send|(?:share|provide|attach|forward|email|drop|pass|shoot|get) (?:me |us |along |over )?(?:your|some|more|an?|the|any) (?:\w+ ){0,2}(?:resume|cv|portfolio|examples?|samples?|work|references|details|info|linkedin|github|profile|rate|availability|case)|mand\w+ (?:tu|su|o seu|il tuo) cv|envoye\w+ (?:votre|ton) cv|schick\w* (?:sie )?(?:mir |uns )?(?:ihren|deinen)? ?(?:lebenslauf|cv)"),
        (3, r"(?:your|updated|latest|current|a|the|copy of) (?:\w+ )?(?:resume|cv|portfolio|work samples?|references|github|salary|rate|notice period|availability|expectations)\b.{0,30}\?|salary (?:expectations?|range)|(?:what|whats|your) (?:is |are )?(?:your )?(?:notice period|rate|salary|comp|compensation|day rate|start date)|authori[sz]ed to work|work (?:authori[sz]ation|permit|visa)|relocat\w+|are you (?:still )?(?:looking|open to|available|interested|willing|comfortable|familiar)|do you have (?:experience|any|a portfolio|worked|time|\d+)|have you (?:worked|used|done|led|managed|built|ever)|would you (?:be (?:able|open|willing|interested|up)|consider)|how (?:did|do|would) you (?:\w+ )?(?:get (?:that|churn|it|to)|do (?:it|that|this)|cut|approach|handle|solve|reduce|manage|build|achieve|measure|scale|go about)|what was (?:the|your)|who else have you|how (?:large|big|many) (?:was|were|people)|what (?:kind|sort|type|stack|tools|tech)|where are you (?:based|located)"),
        (3, r"we (?:are|have|might|may|do|could|will|just|need|were|want)(?: \w+){0,3} (?:hiring|(?:an? |two |three |some |several |one )?(?:\w+ )?(?:opening|role|position|spot|need|vacanc\w+|req)\b|looking for (?:exactly|someone like|this|that|people like|just)|struggling|something (?:for you|coming|that)|need (?:exactly|someone like|this))|about to (?:open|post|hire|start)|could use (?:someone|your|a)|exactly what we|just what we|what we need|your experience would|(?:our|the) last \w+ (?:\w+ )?(?:just )?left"),
        (2.5, r"^\W*(?:hi \w+\W+|hey \w*\W+)?(?:yes|yep|yeah|yup|sure|absolutely|definitely|of course|certainly|gladly|ok|okay|sounds good|perfect|great|fine|deal|why not|ja|s[ií]|oui|sim)\b(?! (?:but|thanks)|,? (?:thanks|noted|got it|will|i will (?:think|check))|\W*$)|^\W*(?:yes|yep|yeah|yup|sure|absolutely|definitely|of course|certainly|gladly|sounds good|perfect|why not|oui|ja|s[ií]|sim)\b|\byes (?:please|pls|i|we|let|that)|sure thing|would love|works for me|i am in\b|count me in|go ahead|please do|let us do"),
        (2.5, r"sounds (?:good|great|interesting|like|promising|perfect|fun|excellent|fantastic|right|intriguing|relevant|exciting)|looks? (?:good|great|like a (?:\w+ )?(?:fit|match)|interesting|promising|impressive|strong)|(?:good|great|strong|perfect|excellent|potential|possible|right|natural) (?:fit|match|candidate)|caught my (?:eye|attention)|worth (?:a|an|exploring|discussing|chatting|talking|pursuing)|resonat\w+|timely|(?:great|good|perfect|excellent|impeccable) timing|timing is (?:great|good|perfect|excellent)"),
    ),
    Signal.WARM: (
        (1, r"\binteresting\b|impress\w+|\blove (?:this|it|your|the|how)|\blike (?:this|how|your|what|the)|great (?:note|background|email|pitch|work|resume|question|to hear)|nice (?:note|work|to|email|pitch|background)|well (?:written|done|said|put)|thoughtful|\bwow\b|awesome|fantastic|excellent|this was good|good (?:stuff|note|email|one)"),
        (1, r"happy to (?:help|connect|chat|assist|answer)|glad (?:you|to|that)|thanks? (?:you )?(?:so much )?for (?:reaching|the note|thinking|writing|your (?:note|message|email|interest)|getting|sharing)|appreciate"),
    ),
    Signal.UNDECIDED: (
        (3, r"who (?:is|are) (?:this|you|dis)|(?:sorry|hi|hey|hello)?,? ?who\?|do i know you|have we met|how did you (?:get|find|come)|where did you (?:get|find)|what is (?:this|role)|is this (?:automated|a bot|spam|real|a real|legit|ai|auto|from)|are you (?:a )?(?:bot|human|real|recruiter|an? ai|a recruiter|with an agency|a robot)|mean to (?:send|email|write)|(?:which|what) (?:role|position|job|company|opening)|clarify|remind me|what (?:are you|do you want|do you need|exactly)|not sure (?:what|why|i|who|which|if)|confused|do not (?:understand|follow|recall|remember)|what company"),
        (2.5, r"let me (?:think|check|discuss|see|look|get back|ask|review|consider|talk|run|mull|sleep|find out|read|confirm|know if)|(?:will|would) (?:\w+ )?(?:get back|let you know|review|look (?:at|into|it)|reply (?:properly|later)|consider|think|discuss|take a look|be in touch|come back to you|read|respond|see what|keep (?:this|it|you|your))|get back to you|think (?:about|it) (?:it|over)|not sure\b|discuss (?:it )?internally|\bhmm+\b|resend|did not open|could not open|attachment"),
        (2, r"^\W*(?:ok|okay|k|kk|thanks|thank you|thanks you|received|got it|noted|acknowledged|cheers|cool|understood|copy|roger|great|fine|good to know|will do|thanks for (?:the|your|letting|sharing|this) ?\w*(?: \w+)?)(?:[,.! ]+(?:thanks|thank you|received|got it|noted|cheers|\w{2,10}))?\W*$|thanks for (?:the info|letting|sharing|the update|the heads)|(?:pass|passing|passed) (?:it|this|that) (?:along|on)|for (?:their|our|the|my|your) records|keep (?:this|you|your \w+|it) (?:in mind|on file)|on file"),
    ),
}
SIGNALS: tuple[tuple[Signal, float, re.Pattern[str]], ...] = tuple(
    (signal, weight, re.compile(pattern)) for signal, rows in _SOURCES.items() for weight, pattern in rows
)
