"""Whether a reply asks never to be mailed again; it beats every other reading, and is never guessed (SPEC 3.9)."""

from __future__ import annotations

import re

_ME = r"(?:me|us|my|our|this|these|here|him|her)"
_OWN = r"(?:name|e?mail|address|contact|details|data|info|information|record|account|inbox|number|mailbox|company)"
_SEND = r"(?:email|mail|messag|contact|spam|bother|harass|pester|text|call|solicit|hassl|ping)"
_NOT = r"(?:do not|never|no need to|not to|please not|did not|would not|will not)"
_FURTHER = r"(?:again|any ?more|any further|any longer|ever|in (?:the )?future|further|from now)"

_WHOLE = re.compile(
    r"\W*(?:(?:hi|hello|hey|dear) ?\w{0,20}\W+)?(?:(?:please|no thanks|no thank you|no|not interested|"
    r"thanks|thank you|sorry|again|ok|just|seriously|for the last time|i said)\W+){0,3}"
    r"(?:(?:stop\W+){0,5}stop(?: it| now| this| already| please| all| that| right now)?|"
    r"unsub(?:scribe)?(?: please| me| now| immediately| all| thanks| asap)?|"
    r"opt(?:ing|ed|ed me)?[ -]?(?:me |us )?out(?: please| now| thanks)?|optout|remove(?: me| us| my email|"
    r" this email| please)?|end|quit|cease|cancel|desist|"
    r"take me off|off (?:the|your|this) list|(?:please )?no more|leave me alone|go away|get lost|"
    r"f\S{2,3} off|piss off|enough|remove from list|"
    r"delete me|block(?:ed)?|baja|abmelden|d[eé]sinscription|d[eé]sabonner)(?:\W+(?:please|thanks|"
    r"thank you|thankyou|cheers|now|immediately|asap|\w{2,12}))?\W*$"
)
_ASKS = re.compile(
    "|".join(
        (
            (
                r"(?:^|[.!?,;:(-] ?|and |please |also |or |then |to |you |just |must |"
                r"but )unsub(?:scribe)? (?:me|us|my|this|from (?:this|your|the|all|any)|immediately|now|"
                r"at once|asap)\b"
            ),
            (
                r"(?:^|[.!?,;:] ?)(?:please )?unsub(?:scribe)?(?: please| thanks)?(?: ?[.!,;]|$)|"
                r"please unsub(?:scribe)?\b|i (?:have |already )*unsubscribed"
            ),
            (
                r"(?:want|like|wish|need|asking|ask|asked|request|requested|trying|"
                r"tried) (?:you )?(?:to (?:be )?unsub|to unsub)"
            ),
            (
                rf"(?<!not )(?:remove|delete|erase|scrub|drop|strike|purge|exclude|unlist|"
                rf"wipe) (?:me\b(?! from (?:the |this )?(?:cc|meeting|invite|interview|panel|calendar|"
                rf"project))|us\b(?! from the)|(?:all )?(?:my|our|this) (?:\w+ ){{0,2}}{_OWN})"
            ),
            (
                r"(?:remove|removed|removal|taken|take|get|got|keep|strike|leave|drop)"
                r"(?! (?:you|him|her|them|it|the|two|some|all|that|a)\b)(?: \w+){0,4} (?:off|"
                r"from|out of)(?: of)? (?:of )?(?:your|this|the|any|all)(?: \w+){0,3} (?:lists?|mailings?|"
                r"database|emails|crm|sequence|distribution|spam|contacts|campaign|system|records)\b"
            ),
            (
                r"\bno longer (?:\w+ )?(?:wish|want|care|agree|consent|like|need)(?:ing)? (?:to (?:be|"
                r"receive|get|hear|have)|"
                r"your|these|any)\b(?! (?:hir|fill|recruit))|cancel (?:my|our|this|the) (?:subscription|"
                r"membership|emails?)|"
                r"not consent|(?:withdraw|revoke)\w* (?:\w+ )?consent|do not send (?:me |"
                r"us )?anything (?:else|more|further)|"
                r"(?:^|[.!?;] ?)(?:please )?(?:do not|never) (?:write|call|contact|email|message|"
                r"mail)(?: ?[.!]|$)"
            ),
            (
                r"(?<!not )\b(?:take|get) (?:me|us|my \w+|our \w+|this (?:email|"
                r"address)) off\b(?! (?:the )?(?:cc|meeting|call|guard|invite|mute|speaker|hold|hook|work))"
            ),
            (
                rf"(?<!not )(?:stop|quit|cease|discontinue|refrain from|desist from) {_SEND}\w*(?:$| ?[.!,;]|"
                rf" (?:me|us|this|these|here|people|everyone|at|my|our|immediately|now|please|and|with))"
            ),
            (
                r"(?<!not )(?:stop|quit|cease|discontinue|refrain from) (?:sending|writing|reaching|trying|"
                r"following)(?: out)?(?: up)?(?: to)?(?:$| ?[.!,;]| (?:me|us|these|this|them|your|emails?|"
                r"mails?|messages|anything|any|such|more|spam|unsolicited|junk|my|please|now|all|so many|here))"
            ),
            (
                r"stop (?:with )?(?:these|this|the|your|all|all these|all the|the damn) (?:\w+ )?(?:emails?|"
                r"mails?|messages|spam|spamming|outreach|follow-?ups|sequence|nonsense|crap)\b"
            ),
            r"(?:please|you|just|now|to|must|kindly) stop(?: it| this| now| that| already)? ?(?:$|[.!])(?! by)",
            (
                rf"\b{_NOT} (?:you )?(?:ever |please |dare )?(?:to )?(?:email|contact|write(?: to)?|message|"
                rf"text|mail|spam|bother|solicit|approach) (?:to )?(?:me|us|this (?:address|email|account|"
                rf"inbox)|here)\b(?! (?:before|until|till|on|at|by|the|a|your|between|about the|directly|via|"
                rf"through|during|with))(?!.{{0,40}}(?:instead|call me|phone me|text me|use my|linkedin))"
            ),
            (
                rf"\b{_NOT} (?:ever )?(?:to )?(?:call|email|contact|write|message|text|mail|reach out|send|"
                rf"follow up|reply|respond|get in touch)(?: (?:to|with|me|us|this|out|emails?|messages|"
                rf"anything|address|number|\w+)){{0,6}} {_FURTHER}\b"
            ),
            (
                rf"\b{_NOT} send (?:me |us )?(?:any |anymore |these |this |such |more |another |further |"
                rf"unsolicited ){{1,3}}(?:\w+ )?(?:emails?|mails?|messages|stuff|things|spam|crap|anything|"
                rf"requests?|of these|of this|like this|ones?)"
            ),
            (
                r"(?:do|did|does) not (?:want|wish|care|need|like|consent|"
                r"agree)(?: for you)? to (?:be )?(?:(?:contact|email|messag|mail|call|text|spamm)\w*(?: me|"
                r" us)?|receiv\w* (?:any |more |further |these |such |your |this |emails?)|"
                r"hear (?:anything )?(?:more )?from you|get (?:any |more |these |such |your |emails))"
            ),
            (
                r"(?:do|did) not want (?:any (?:more|further)|more of|any of|these|your|"
                r"you)(?: of)? ?(?:these |your |such |to )?(?:emails?|mails?|messages|contact|spam|outreach|"
                r"follow)\w*"
            ),
            (
                r"(?:rather|prefer(?:red)?)(?: that| if)? you (?:did|do|would) not (?:write|contact|email|"
                r"message|reach|send|mail|follow)|prefer not to (?:be contacted|receive|hear|get)"
            ),
            (
                r"(?:appreciate|prefer|like)(?: it)? if you (?:would|could|did)? ?(?:not (?:contact|email|"
                r"write|message)|stop|stopped|cease|refrain|remove|removed|take|took)\b"
            ),
            (
                r"\bno (?:more|further|additional|follow[- ]?up) (?:of (?:these|this|your) )?(?:emails?|mails?|"
                r"messages|contact|communications?|correspondence|outreach|follow[- ]?ups?|spam|"
                r"solicitations?)\b(?! needed| required)"
            ),
            (
                r"(?:cease|end|stop|discontinue|halt) (?:and desist|(?:all |any |further |your |future |"
                r"and )+(?:\w+ )?(?:contact|communication|correspondence|emails?|emailing|messages|outreach|"
                r"solicitation|contacting|messaging))"
            ),
            (
                r"(?:want|like|wish|request|need|asking|ask|asked|demand)\w*(?: you)? (?:to (?:be |get |opt |"
                r"come )?(?:off|out|removed|taken off|unsubscribed|left alone|excluded|deleted)|off|out of|"
                r"removal)\b(?! (?:more|about|the (?:office|team)))"
            ),
            (
                r"\bopt (?:me|us|my \w+) out\b|\bi (?:am |would like to |want to |wish to |hereby |choose to |"
                r"have |do )*opt(?:ing|ed)?[ -]?out\b|(?:^|"
                r"[.!?;,] ?)(?:please )?opt[ -]?out(?: please)?(?: ?[.!,;]|$)|please opt"
            ),
            (
                r"\blose my (?:email|number|address|contact|info|details)|forget (?:my|this) (?:email|address|"
                r"number)|leave (?:me|us) (?:alone|be\b|in peace|out of)"
            ),
            (
                r"(?:if|should) (?:you|i) (?:\w+ )?(?:contact|email|write|message|bother|hear|get|"
                r"receive)\w*(?: (?:me|us|to|from|another|one|more|you|this|any)){0,4} (?:again|any ?more|"
                r"email|message|mail)\b(?=.{0,60}(?:report|block|spam|legal|law|police|lawyer|complain|sue|"
                r"flag))"
            ),
            (
                r"(?:block(?:ing|ed)|reported|reporting) (?:you|your|this|the) (?:\w+ )?(?:sender|address|"
                r"email|domain|account|now|as spam|to)|(?:i am|i have|i will be) block(?:ing|ed) you"
            ),
            (
                r"make (?:sure|certain) (?:that )?(?:i|we) (?:do not|never|no longer|stop|am not|"
                r"are not) (?:\w+ )?(?:get|receiv|hear|contact|email)\w*|(?:^|"
                r"[.!?,;] ?)(?:please )?off (?:of )?(?:the|your|this) (?:\w+ )?list|\bquit it\b"
            ),
            (
                r"knock it off|enough (?:with the|of these|emails|already)|never (?:email|contact|write|"
                r"message|mail|call)(?: to)? (?:me|us|this|here)|how (?:do|can|to)(?: i)? (?:unsubscribe|"
                r"opt out|get off|stop (?:receiving|getting|these))"
            ),
            (
                r"(?:erase|delete|destroy)(?: all)?(?: of)? (?:my|our|any) (?:\w+ )?(?:data|information|"
                r"details|records)|right to (?:be forgotten|erasure)|withdraw (?:my )?consent"
            ),
            (
                r"\babmelden\b|\baustragen\b|keine? (?:weiteren? )?(?:e-?mails?|mails?|nachrichten|werbung|"
                r"kontakt)\b|nicht (?:mehr|wieder|weiter) (?:zu )?(?:kontaktier|anschreib|schreib|mail|melden)|"
                r"aus (?:ihrem|dem|der|ihrer|eurem) (?:verteiler|liste)|(?:entfernen|l[oö]schen|"
                r"streichen) sie (?:mich|meine|bitte)"
            ),
            (
                r"d[eé]sinscri|d[eé]sabonn|ne (?:me |m'|nous )?(?:plus )?(?:contact\w+|[eé]cri\w+|"
                r"envoy\w+) ?(?:plus)|(?:ne )?plus (?:me )?(?:contacter|recevoir|d'e-?mails?|de mails?)|"
                r"(?:retirez|supprimez|enlevez)[- ](?:moi|mes|mon)|arr[eê]tez de"
            ),
            (
                r"(?:dar|den|dé|dame|deme|darme)(?:me)? de baja|no (?:me|nos) (?:escrib|contact|env[ií]|mand|"
                r"molest|llam)\w*|no (?:quiero|deseo) (?:recibir|m[aá]s)|(?:elim[ií]n|b[oó]rr|qu[ií]t)\w*me\b|"
                r"dejen? de (?:escribir|enviar|mandar|contactar)|no m[aá]s (?:correos|emails|mensajes)"
            ),
            (
                r"disiscriv|cancella(?:mi|temi|te il)|non (?:mi )?(?:scriv|contatt|invi|"
                r"mand)\w*(?:mi)?(?: pi[uù])|rimuov\w+mi|basta (?:email|mail|messaggi)|n[aã]o (?:me )?(?:envi|"
                r"contact|escrev|mand)\w* mais|descadastr|remov\w+(?:-me| meu)|pare de (?:enviar|mandar|"
                r"escrever)"
            ),
            (
                r"uitschrijven|afmelden\b|geen (?:e-?mails?|mails?|berichten|contact) meer|niet (?:meer|"
                r"langer) (?:te )?(?:mailen|contacteren|benaderen|e-mailen)|verwijder (?:mij|me|mijn)|"
                r"avregistrera|avmelde?|afmeld mig|wypisz|usu[nń] m[oó]j|отпишите|отписать|не пишите|удалите м"
            ),
        )
    )
)
_ABOUT_OTHERS = re.compile(
    r"(?:we|they|i|team|company|users?|customers?|clients?|people|candidates?) (?:\w+ )?(?:had|have|has|"
    r"need|needed|want|wanted|decided|tried|can|could|may|might|used) (?:to )?(?:stop|unsubscribe|opt out|"
    r"cease|quit|remove|delete)"
)


def opt_out_words(plain: str) -> str:
    """Return the words that ask for no more mail, or an empty text; `plain` comes from `plain_words`."""
    if match := _WHOLE.match(plain):
        return match[0].strip(" .!,")
    for match in _ASKS.finditer(plain):
        before = plain[max(0, match.start() - 40) : match.end()]
        own = re.search(r"\b(?:me|us|my|emails?)\b", match[0])
        if own or not _ABOUT_OTHERS.search(before):
            return match[0].strip(" .!,;")
    return ""
