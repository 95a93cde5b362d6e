"""The words of refusing servers that mean one thing only; asked first, in this order."""

from __future__ import annotations

import re

from roleferry.domain.model.inbound.bounce_kinds import Reason


def any_of(*phrases: str) -> re.Pattern[str]:
    """Match any of the phrases."""
    return re.compile("|".join(phrases))


SPECIFIC: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (
        Reason.MAILBOX_FULL,
        any_of(
            (
                r"(?:mail ?box|mail ?folder|inbox|mail ?dir|mailspool|account|user|recipient)\W{1,3}(?:is |"
                r"has |are |was )?"
                r"(?:currently |too |almost |already )?(?:full\b|over ?(?:its |the |his )?(?:quota|limit))"
            ),
            r"over ?quota|overdrawn|quota (?:is |has been |was )?(?:exceed|full|reached|violation)",
            r"exceed\w{0,3} (?:\w+ ){0,4}(?:quota|storage|mailbox size|disk)",
            r"(?:quota|storage|mailbox(?: size)?)(?: limit)? (?:\w+ ){0,3}exceeded",
            r"(?:not|n't) (?:have )?enough (?:\w+ ){0,2}(?:space|storage|quota)",
            r"out of (?:storage|quota|mailbox space)|insufficient (?:user |mailbox )?quota",
            r"mailbox (?:size )?limit|no (?:more )?space left (?:in|for) (?:the )?(?:mailbox|user)",
            (
                r"mailboxfull|mailbox full|mailbox is full|boite (?:du destinataire )?pleine|postfach voll|"
                r"buz[oó]n lleno"
            ),
            r"delivery of message would exceed|too much mail|暂无可用空间|容量",
        ),
    ),
    (
        Reason.TOO_BIG,
        any_of(
            (
                r"(?:message|mail|e-?mail|file|data|body)(?: file)?(?: size| length)?(?: is| was|"
                r":)? ?too (?:big|large|long)"
            ),
            r"(?:message|mail)(?: size)? (?:\w+ ){0,3}exceed\w{0,3} (?:\w+ ){0,6}(?:size|limit|maximum|length)",
            r"exceed\w{0,3} (?:\w+ ){0,4}(?:maximum|max|fixed|file)? ?(?:message )?size",
            r"(?:message|mail)?(?:size| size) (?:\w+ ){0,4}(?:exceeds|exceeded|limit)|maximum message size",
            r"larger than (?:the )?(?:\w+ )?(?:limit|allowed)|too large to|length limit",
        ),
    ),
    (
        Reason.SUSPENDED,
        any_of(
            (
                r"(?:account|mail ?box|user|recipient|address|domain)(?:'s account)? \S{0,60} ?(?:is|has|was|"
                r"been| )*"
                r"(?:temporar(?:il)?y |currently |administratively )?"
                r"(?:disabled|suspended|inactive|deactivated|locked|discontinued|frozen|expired|blocked|"
                r"terminated)"
            ),
            (
                r"(?:disabled|suspended|inactive|deactivated|locked|frozen|expired|dormant|closed|blocked) "
                r"(?:e-?mail )?(?:account|user|mail ?box|recipient)"
            ),
            (
                r"(?:account|mailbox|user|recipient) (?:is |has )?(?:not |in)active|not an active (?:user|"
                r"account|address)"
            ),
            r"extended inactivity|temporarily inactive|mailbox unavailable because.{0,40}inactive|suspended due to",
            r"account (?:is )?(?:temporarily )?(?:unavailable|closed|on hold)|vacation account",
        ),
    ),
    (
        Reason.MOVED,
        any_of(
            (
                r"(?:user|recipient|address|account|mailbox|he|she) (?:has |have )?(?:been )?(?:moved|changed|"
                r"replaced)\b"
            ),
            r"has moved to|new (?:e-?mail )?address(?: is|:)|moved permanently|address (?:was |has )?changed",
        ),
    ),
    (
        Reason.ACCEPTS_NO_MAIL,
        any_of(
            (
                r"null mx|\(nullmx\)|(?:does not|doesn't|do not|never) accepts? (?:any )?(?:e-?mail|mail|"
                r"messages)(?! from)"
            ),
            r"accepts no (?:e-?)?mail|no mail is accepted|host does not receive mail",
            r"not accepting network messages",
            r"not (?:a )?mail ?(?:server|exchanger)|mx (?:record )?points to 0\.0\.0\.0",
        ),
    ),
    (
        Reason.NO_REVERSE_DNS,
        any_of(
            r"reverse ?(?:dns|lookup|mapping|resolution|hostname|name)|\bptr\b|\brdns\b|reverse-?dns",
            r"(?:client|ip|host)(?: ip)?(?: address)?(?: \S+)? (?:has no|without|lacks?) (?:a )?(?:host)?name",
            r"cannot find your (?:reverse )?hostname|cannot resolve your address|fix your (?:dns|reverse)",
            r"unresolvable (?:relay )?(?:host ?name|address)|your (?:ip|host) .{0,30}does not (?:resolve|have)",
        ),
    ),
    (
        Reason.AUTHENTICATION,
        any_of(
            (
                r"\bspf\b|\bdkim\b|\bdmarc\b|sender policy framework|domainkeys|unauthenticated|"
                r"authentication[- ]?results"
            ),
            r"not pass(?:ed)? (?:\w+ )?authentication|authentication (?:checks?|fail|required|information)",
            r"(?:fail\w*|require\w*|missing|must) (?:\w+ ){0,2}authenticat|sender (?:is )?not authenticated",
            r"not (?:authori[sz]ed|permitted|allowed) to send (?:mail |e-?mail |messages )?(?:from|for|on behalf)",
            r"sender id .{0,20}fail|permissions? to send (?:as|on behalf)",
        ),
    ),
    (
        Reason.RELAYING,
        any_of(
            r"relay(?:ing)?(?: access)? (?:is )?(?:denied|not (?:permitted|allowed)|prohibited|disallowed|rejected)",
            (
                r"(?:unable|not permitted|not allowed|cannot|don't|won't|refuse[sd]?) to? ?relay|no relaying|"
                r"not a gateway"
            ),
            r"relay not|insecure mail relay|authenticat\w+ .{0,30}relay|we do not relay|open relay",
        ),
    ),
    (
        Reason.SPAM,
        any_of(
            r"spam|unsolicited|\bjunk\b|\bubes?\b|\buce\b|bulk (?:e-?)?mail|phish",
            (
                r"blacklist|block ?list|black list|dnsbl|\brbl\b|spamhaus|spamcop|barracuda|sorbs|"
                r"(?<!not )listed (?:in|"
                r"at|on|by) "
            ),
            r"reputation|bad sender|poor sender|sender score",
        ),
    ),
    (
        Reason.CONTENT,
        any_of(
            r"virus|infected|malware|trojan|banned|prohibited (?:content|file)",
            (
                r"attachment (?:type|not|is|contain|block|reject|forbid|size|name)|(?:illegal|dangerous|"
                r"forbidden|blocked) attachment"
            ),
            r"multiple (?:addresses|mailboxes) in|media not supported|conversion (?:required|failed)",
            r"message content|content (?:reject|filter|restrict|block|is not|not)|suspicious content|5\.6\.[0-9]\b",
            r"(?:not|non)[- ]?(?:rfc|compliant|5322|2822)|invalid header|header (?:error|syntax)|improper|malformed",
            r"(?:missing|multiple|invalid|duplicate|no valid) (?:\S+ )?(?:headers?|from|message-id)\b",
            r"executable|macro|header field",
        ),
    ),
    (
        Reason.RATE,
        any_of(
            r"too many (?:\w+ )?(?:connections?|sessions?|concurrent|messages|recipients|mails|emails|errors|emails)",
            (
                r"(?:rate|sending|connection|message|hourly|daily|volume)s?[- ]limit|rate (?:of|control)|"
                r"throttl|rate.limited"
            ),
            r"too (?:fast|quickly|much traffic)|excessive|sending quota|limit on .{0,20}(?:connections|recipients)",
            (
                r"receiving mail (?:at a rate|too)|prevents additional messages|unusual rate|unexpected volume|"
                r"connection limit|maximum (?:number of )?connections|slow down|try fewer"
            ),
        ),
    ),
    (
        Reason.REFUSED,
        any_of(
            (
                r"(?:sender|\bfrom)\b\W{0,3}(?:address |domain |verify )?\W{0,3}(?:\w+ ){0,2}(?:invalid|reject|"
                r"fail|unknown|"
                r"does not exist|not found|not valid|must exist|could not be verified|unresolvable)"
            ),
        ),
    ),
)
