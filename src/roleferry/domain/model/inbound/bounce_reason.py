"""Why a mail came back, read from the words and codes of the machine that refused it (RFC 3463 and what is really said).

Words come before codes: many servers send 5.0.0, 5.1.1 or 5.7.1 for everything, few write a wrong sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """What has to change before a mail can arrive."""

    RECIPIENT = "recipient"
    MAILBOX_FULL = "mailbox_full"
    POLICY = "policy"
    TRANSIENT = "transient"


class Reason(StrEnum):
    """What the refusing server meant."""

    USER_UNKNOWN = "user_unknown"
    HOST_UNKNOWN = "host_unknown"
    MOVED = "moved"
    ACCEPTS_NO_MAIL = "accepts_no_mail"
    SUSPENDED = "suspended"
    FILTERED = "filtered"
    MAILBOX_FULL = "mailbox_full"
    TOO_BIG = "too_big"
    RATE = "rate"
    RELAYING = "relaying"
    AUTHENTICATION = "authentication"
    NO_REVERSE_DNS = "no_reverse_dns"
    CONTENT = "content"
    SPAM = "spam"
    BLOCKED = "blocked"
    REFUSED = "refused"
    EXPIRED = "expired"
    NETWORK = "network"
    SYSTEM = "system"


_FAMILY = {
    Reason.USER_UNKNOWN: Family.RECIPIENT,
    Reason.HOST_UNKNOWN: Family.RECIPIENT,
    Reason.MOVED: Family.RECIPIENT,
    Reason.ACCEPTS_NO_MAIL: Family.RECIPIENT,
    Reason.SUSPENDED: Family.RECIPIENT,
    Reason.FILTERED: Family.RECIPIENT,
    Reason.MAILBOX_FULL: Family.MAILBOX_FULL,
    Reason.TOO_BIG: Family.MAILBOX_FULL,
    Reason.EXPIRED: Family.TRANSIENT,
    Reason.NETWORK: Family.TRANSIENT,
    Reason.SYSTEM: Family.TRANSIENT,
}
_HARD = frozenset({Reason.USER_UNKNOWN, Reason.HOST_UNKNOWN, Reason.MOVED, Reason.ACCEPTS_NO_MAIL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A reason with the words or the code that gave it away."""

    reason: Reason
    words: str

    @property
    def family(self) -> Family:
        """Return what kind of thing has to change."""
        return _FAMILY.get(self.reason, Family.POLICY)

    @property
    def hard(self) -> bool:
        """Whether the address itself will never work."""
        return self.reason in _HARD


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases))


_WORDS: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (
        Reason.MAILBOX_FULL,
        _any(
            r"(?:mail ?box|mail ?folder|inbox|mail ?dir|mailspool|account|user|recipient)\W{1,3}(?:is |has |are |was )?"
            r"(?:currently |too |almost |already )?(?:full\b|over ?(?:its |the |his )?(?:quota|limit))",
            r"over ?quota|overdrawn|quota (?:is |has been |was )?(?:exceed|full|reached|violation)",
            r"exceed\w{0,3} (?:\w+ ){0,4}(?:quota|storage|mailbox size|disk)",
            r"(?:quota|storage|mailbox(?: size)?)(?: limit)? (?:\w+ ){0,3}exceeded",
            r"(?:not|n't) (?:have )?enough (?:\w+ ){0,2}(?:space|storage|quota)",
            r"out of (?:storage|quota|mailbox space)|insufficient (?:user |mailbox )?quota",
            r"mailbox (?:size )?limit|no (?:more )?space left (?:in|for) (?:the )?(?:mailbox|user)",
            r"mailboxfull|mailbox full|mailbox is full|boite (?:du destinataire )?pleine|postfach voll|buz[oó]n lleno",
            r"delivery of message would exceed|too much mail|暂无可用空间|容量",
        ),
    ),
    (
        Reason.TOO_BIG,
        _any(
            r"(?:message|mail|e-?mail|file|data|body)(?: file)?(?: size| length)?(?: is| was|:)? ?too (?:big|large|long)",
            r"(?:message|mail)(?: size)? (?:\w+ ){0,3}exceed\w{0,3} (?:\w+ ){0,6}(?:size|limit|maximum|length)",
            r"exceed\w{0,3} (?:\w+ ){0,4}(?:maximum|max|fixed|file)? ?(?:message )?size",
            r"(?:message|mail)?(?:size| size) (?:\w+ ){0,4}(?:exceeds|exceeded|limit)|maximum message size",
            r"larger than (?:the )?(?:\w+ )?(?:limit|allowed)|too large to|length limit",
        ),
    ),
    (
        Reason.SUSPENDED,
        _any(
            r"(?:account|mail ?box|user|recipient|address|domain)(?:'s account)? \S{0,60} ?(?:is|has|was|been| )*"
            r"(?:temporar(?:il)?y |currently |administratively )?"
            r"(?:disabled|suspended|inactive|deactivated|locked|discontinued|frozen|expired|blocked|terminated)",
            r"(?:disabled|suspended|inactive|deactivated|locked|frozen|expired|dormant|closed|blocked) "
            r"(?:e-?mail )?(?:account|user|mail ?box|recipient)",
            r"(?:account|mailbox|user|recipient) (?:is |has )?(?:not |in)active|not an active (?:user|account|address)",
            r"extended inactivity|temporarily inactive|mailbox unavailable because.{0,40}inactive|suspended due to",
            r"account (?:is )?(?:temporarily )?(?:unavailable|closed|on hold)|vacation account",
        ),
    ),
    (
        Reason.MOVED,
        _any(
            r"(?:user|recipient|address|account|mailbox|he|she) (?:has |have )?(?:been )?(?:moved|changed|replaced)\b",
            r"has moved to|new (?:e-?mail )?address(?: is|:)|moved permanently|address (?:was |has )?changed",
        ),
    ),
    (
        Reason.ACCEPTS_NO_MAIL,
        _any(
            r"null mx|\(nullmx\)|(?:does not|doesn't|do not|never) accepts? (?:any )?(?:e-?mail|mail|messages)(?! from)",
            r"accepts no (?:e-?)?mail|no mail is accepted|host does not receive mail",
            r"not accepting network messages",
            r"not (?:a )?mail ?(?:server|exchanger)|mx (?:record )?points to 0\.0\.0\.0",
        ),
    ),
    (
        Reason.NO_REVERSE_DNS,
        _any(
            r"reverse ?(?:dns|lookup|mapping|resolution|hostname|name)|\bptr\b|\brdns\b|reverse-?dns",
            r"(?:client|ip|host)(?: ip)?(?: address)?(?: \S+)? (?:has no|without|lacks?) (?:a )?(?:host)?name",
            r"cannot find your (?:reverse )?hostname|cannot resolve your address|fix your (?:dns|reverse)",
            r"unresolvable (?:relay )?(?:host ?name|address)|your (?:ip|host) .{0,30}does not (?:resolve|have)",
        ),
    ),
    (
        Reason.AUTHENTICATION,
        _any(
            r"\bspf\b|\bdkim\b|\bdmarc\b|sender policy framework|domainkeys|unauthenticated|authentication[- ]?results",
            r"not pass(?:ed)? (?:\w+ )?authentication|authentication (?:checks?|fail|required|information)",
            r"(?:fail\w*|require\w*|missing|must) (?:\w+ ){0,2}authenticat|sender (?:is )?not authenticated",
            r"not (?:authori[sz]ed|permitted|allowed) to send (?:mail |e-?mail |messages )?(?:from|for|on behalf)",
            r"sender id .{0,20}fail|dkim",
        ),
    ),
    (
        Reason.RELAYING,
        _any(
            r"relay(?:ing)?(?: access)? (?:is )?(?:denied|not (?:permitted|allowed)|prohibited|disallowed|rejected)",
            r"(?:unable|not permitted|not allowed|cannot|don't|won't|refuse[sd]?) to? ?relay|no relaying|not a gateway",
            r"relay not|insecure mail relay|authenticat\w+ .{0,30}relay|we do not relay|open relay",
        ),
    ),
    (
        Reason.SPAM,
        _any(
            r"spam|unsolicited|\bjunk\b|\bubes?\b|\buce\b|bulk (?:e-?)?mail|phish",
            r"blacklist|block ?list|black list|dnsbl|\brbl\b|spamhaus|spamcop|barracuda|sorbs|listed (?:in|at|on|by) ",
            r"reputation|bad sender|poor sender|sender score",
        ),
    ),
    (
        Reason.CONTENT,
        _any(
            r"virus|infected|malware|trojan|banned|prohibited (?:content|file)",
            r"attachment (?:type|not|is|contain|block|reject|forbid|size|name)|(?:illegal|dangerous|forbidden|blocked) attachment",
            r"multiple (?:addresses|mailboxes) in|media not supported|conversion (?:required|failed)",
            r"message content|content (?:reject|filter|restrict|block|is not|not)|suspicious content|5\.6\.[0-9]\b",
            r"(?:not|non)[- ]?(?:rfc|compliant|5322|2822)|invalid header|header (?:error|syntax)|improper|malformed",
            r"(?:missing|multiple|invalid|duplicate|no valid) (?:\S+ )?(?:headers?|from|message-id)\b",
            r"executable|macro|header field",
        ),
    ),
    (
        Reason.RATE,
        _any(
            r"too many (?:\w+ )?(?:connections?|sessions?|concurrent|messages|recipients|mails|emails|errors|emails)",
            r"(?:rate|sending|connection|message|hourly|daily|volume)s?[- ]limit|rate (?:of|control)|throttl|rate.limited",
            r"too (?:fast|quickly|much traffic)|excessive|sending quota|limit on .{0,20}(?:connections|recipients)",
            r"receiving mail (?:at a rate|too)|prevents additional messages|unusual rate|unexpected volume|connection limit|maximum (?:number of )?connections|slow down|try fewer",
        ),
    ),
    (
        Reason.REFUSED,
        _any(
            r"(?:sender|\bfrom)\b\W{0,3}(?:address |domain |verify )?\W{0,3}(?:\w+ ){0,2}(?:invalid|reject|fail|unknown|"
            r"does not exist|not found|not valid|must exist|could not be verified|unresolvable)",
        ),
    ),
    (
        Reason.HOST_UNKNOWN,
        _any(
            r"(?:unknown|no such|invalid|non-?existent|bad|illegal) (?:destination |recipient |mail )?(?:host|domain)",
            r"(?:host|domain)(?: name)?(?: or domain name)? (?:\S+ )?(?:was |is )?"
            r"(?:not found|unknown|not known|does ?n[o']t exist|invalid|not exist)",
            r"nxdomain|name or service not known|host/domain|no (?:mx|a|dns) records?|unrouteable (?:mail )?(?:domain|address)",
            r"couldn't find any host|domain .{0,80}(?:does not exist|not found|couldn't be found|could not be found)",
            r"recipient'?s? (?:address )?domain .{0,40}(?:invalid|not|unknown)|name server .{0,30}host not found",
            r"all relevant mx records point to non-existent|dns .{0,40}(?:non-?existent|no such)",
            r"cannot (?:find|resolve) (?:\w+ ){0,3}(?:domain|host)|server for .{0,60}(?:could not be|not) found",
            r"responded with code nxdomain|domain must exist|does not resolve|bad destination system|domain is not reachable",
        ),
    ),
    (
        Reason.USER_UNKNOWN,
        _any(
            r"(?:unknown|no such|non-?existent|nonexistent|undeliverable|unrecogni[sz]ed|bad|illegal) "
            r"(?:local |virtual |e-?mail |recipient |destination |mail )?(?:user|recipient|mail ?box|address|account|alias"
            r"|local|person|name|id|member|customer|subscriber)",
            r"invalid (?:local |virtual |e-?mail |final |destination )?(?:user|recipient|mail ?box|address|account|delivery)",
            r"(?:user|recipient|address|mail ?box|account|alias|local[- ]?part|person|addressee|username|mail drop)"
            r"\W{0,3}(?:name )?(?:\S{0,80} )?(?:was |is |are |has )?"
            r"(?:unknown|not found|not exist|not known|invalid|not valid|not listed|not recogni[sz]ed|not defined|"
            r"no longer|not local|not our|unavailable|nonexist|non-exist|undeliverable|not present|removed|deleted)",
            r"(?:does ?n[o']t|do not|did not|don't|didn't) (?:\w+ ){0,2}(?:exist|have an? |match|list)|not exist",
            r"(?:no|not a|isn't a|is not a) (?:valid |known |local |such )?(?:mail ?box|user|recipient|account|address)\b",
            r"no mailbox (?:here|found|by)|not listed in|no(?:t a)? valid (?:recipient|address)|not our customer",
            r"(?:user|recipient|address|mailbox)(?:s)? (?:could |can )?(?:not|n't) (?:be )?(?:found|verified|recogni)",
            r"cannot find (?:\w+ )?(?:user|recipient|mailbox)|can't (?:find|verify) (?:\w+ )?(?:user|recipient|mailbox)",
            r"recipnotfound|recipientnotfound|unknownuser|user_unknown|nosuchuser|unknown_user|unknown recipient",
            r"verification failed|address(?:es)? (?:had|were) unknown|check the (?:e-?mail|recipient'?s?) address",
            r"unknown or illegal|no one by that name|not (?:a )?known (?:here|at)|no user|mailbox not|delivery to .{0,80}not possible",
            r"utilisateur inconnu|adresse inconnue|unbekannt|existiert nicht|no existe|非存在|存在しません|見つかりません|не существует|нет такого",
            r"incorrect(?:ly)? (?:address|recipient)|mailbox name not allowed|user .{0,60}not (?:found|known|exist)",
            r"not (?:a )?registered|recipient address rejected: access denied|bad destination mailbox",
            r"recipient .{0,30}(?:no longer (?:with|at|works)|not at this)|5\.1\.10\b.{0,40}recipient",
        ),
    ),
    (
        Reason.FILTERED,
        _any(
            r"(?:is )?not accepting (?:any |mail|message|e-?mail)|not being accepted|refus\w+ by (?:the )?(?:user|recipient)",
            r"(?:user|recipient|destination)(?: \S+)? (?:has |have )?(?:refused|reject\b|filter|denied|is restricted)",
            r"rejected by (?:the )?(?:user|recipient)\b(?! domain)|not (?:authorized|permitted) to send (?:to|messages to)|"
            r"(?:sender|you) .{0,40}(?:denied|blocked) by (?:the )?recipient|user filter|restricted (?:recipient|user)",
            r"resolver\.rst|not accepted by the recipient|recipient .{0,40}(?:restrict|only accept)|protected by",
        ),
    ),
    (
        Reason.NETWORK,
        _any(
            r"lost connection|connection (?:timed out|reset|died|lost)|hop ?count|too many hops|routing loop|mail ?loop|"
            r"socket error|requests to connect|no route to|mail system congestion|duplicated message-id",
        ),
    ),
    (
        Reason.SYSTEM,
        _any(r"mailer error|mailing list expansion problem|mail system full|could not load|couldn't create|local error|(?:write|read|queue file) error"),
    ),
    (
        Reason.BLOCKED,
        _any(
            r"\bofr_?\d|\baup#|\bcx[a-z]{2,6}\b|\bcdrbl\b|\[(?:ts|tss|gl|bl|ph|pl)\d\d\]|\(bl\)|service refus|poor dns",
            r"block(?:ed|ing)?\b|denied|access (?:is )?(?:denied|refused)|not (?:allowed|permitted|authori[sz]ed|welcome)",
            r"(?:connection|client|host|server|ip|session)(?: \S+)? (?:was |is |has been )?(?:rejected|refused by policy|dropped)",
            r"grey ?list|gray ?list|local policy|policy|administrative(?:ly)? prohibit|security|helo|ehlo|hostname",
            r"forbidden|violat|prohibit|sender (?:\S+ )?(?:rejected|address|verify|domain|denied)|bad sender|mail from",
            r"smtp error from .{0,40}initial|we (?:do not|don't) (?:accept|like|want)|not acceptable|unacceptable",
        ),
    ),
    (
        Reason.EXPIRED,
        _any(
            r"retry (?:time|timeout)|(?:delivery|message|time) (?:time )?(?:has )?expired|expired|(?:too|so) long|"
            r"(?:not|n't) (?:be |been )?(?:delivered|sent) (?:for|within|after|in) |in (?:the )?queue too",
            r"delayed|will (?:be )?(?:retr|keep trying|continue)|still being retried|maximum (?:retry|queue)|"
            r"for (?:more than |the (?:last|past) )?\d+ (?:hours?|days?|minutes?)|giving up|could not (?:be )?complete",
        ),
    ),
    (
        Reason.NETWORK,
        _any(
            r"hop ?count|too many hops|mail ?loop|loops? back|loop(?:ing)? (?:detected|alert)|routing loop|looping",
            r"timed? ?out|connection (?:refused|reset|lost|closed|failed|dropped|died)|no route|unreachable|not responding",
            r"network|(?:host ?name|name|dns|mx|domain)(?: service| server)? (?:look ?up|resolution)? ?(?:fail|error|problem)",
            r"(?:can ?not|could ?n[o']t|unable to|failed to) (?:establish|connect|open|contact|reach)|lost connection",
            r"could not connect|temporary (?:dns|lookup)|name server|no (?:answer|response)|host not reachable|"
            r"unable to (?:look ?up|resolve)|wasn't able to establish|delivery temporarily suspended: (?:connect|lost|host)",
            r"\b(?:start)?tls\b|handshake|\bssl\b",
        ),
    ),
    (
        Reason.SYSTEM,
        _any(
            r"(?:system|local|internal|server|configuration|mailer|software|disk|i/?o|input/output|protocol|command) "
            r"(?:\w+ )?(?:error|fail|problem|config)|config(?:uration)? error|misconfigur|error (?:in|on) (?:the )?(?:system|server)",
            r"insufficient (?:system |disk )?(?:storage|space|resources|memory)|out of memory|no space|disk full|resources",
            r"command (?:died|fail|time|output)|exit (?:status|code)|exited with|child (?:status|process)|pipe|procmail|"
            r"cannot (?:open|create|write|append|lock|exec|update)|can't (?:open|create|write)|unable to (?:open|create|write)|"
            r"temporar|try (?:again|later)|maintenance|busy|permission",
            r"unexpected|crash|database|ldap|died|broken|terminated|deferred",
        ),
    ),
)
_WEAK_WORDS: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (
        Reason.USER_UNKNOWN,
        _any(r"(?:recipient|address|rcpt)\S* (?:address )?(?:was |is )?(?:reject|refus)\w*"),
    ),
    (
        Reason.REFUSED,
        _any(r"reject|refus|groups\.google|not accept|discard|disallow"),
    ),
    (
        Reason.SYSTEM,
        _any(r"service (?:not |un|is )?(?:currently )?(?:unavailable|available)|a problem occurred"),
    ),
)

_CODES: tuple[tuple[Reason, str], ...] = (
    (Reason.ACCEPTS_NO_MAIL, "5.1.10 5.3.2"),
    (Reason.USER_UNKNOWN, "5.1.0 5.1.1 5.1.3 5.1.4 5.1.5 4.1.1 4.1.0"),
    (Reason.HOST_UNKNOWN, "5.1.2 4.1.2 5.4.4"),
    (Reason.MOVED, "5.1.6 4.1.6"),
    (Reason.FILTERED, "5.2.1 5.2.0 4.2.1"),
    (Reason.MAILBOX_FULL, "5.2.2 4.2.2"),
    (Reason.TOO_BIG, "5.2.3 5.3.4 4.2.3 4.3.4"),
    (Reason.REFUSED, "5.1.7 5.1.8 5.1.9 4.1.7 4.1.8 4.1.9"),
    (Reason.RATE, "4.7.28 5.7.28 4.4.5 5.4.5 4.5.3 5.5.3"),
    (Reason.NO_REVERSE_DNS, "5.7.25 4.7.25"),
    (Reason.AUTHENTICATION, "5.7.9 5.7.20 5.7.21 5.7.22 5.7.23 5.7.24 5.7.26 5.7.27 5.7.515 4.7.26"),
    (Reason.EXPIRED, "4.4.7 5.4.7"),
)
_BY_CODE = {code: reason for reason, codes in _CODES for code in codes.split()}
_BY_CLASS = {"3": Reason.SYSTEM, "4": Reason.NETWORK, "6": Reason.CONTENT, "7": Reason.BLOCKED, "2": Reason.FILTERED}
_MAX_WORDS = 4_000
_ADDRESS = re.compile(r"[^\s<>,;:()]{1,64}@[^\s<>,;:()]{1,255}")
_LINK = re.compile(r"\bhttps?://(?!groups\.google)\S{1,500}")
_HOST = re.compile(r"(?<![\w.-])(?!resolver\.|groups\.google)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,8}\.?[a-z]\b(?![.@])")
_RELAYED = re.compile(r"\d\.\d\.\d{1,3} - [^'\n]{3,60} (?:\(?\d{3}\)?-?)?'(.{3,})'")
"""One gateway's wrapping: its own summary first, then what the other server really said, in quotes."""


def cause_of(texts: Iterable[str], status: str) -> Cause | None:
    """Find the reason in the most telling text that says one, else in the status code."""
    plain = [_bare(text) for text in texts]
    for table in (_WORDS, _WEAK_WORDS):
        for text in plain:
            if cause := _by_words(text, table):
                return _doubted(cause, status)
    return _by_status(status)


def _doubted(cause: Cause, status: str) -> Cause:
    """Doubt an unknown user where the code says that the mailbox exists or that a rule refused (RFC 3463)."""
    if cause.reason is Reason.USER_UNKNOWN and (status[1:3] == ".7" or status[1:] == ".2.0"):
        return Cause(reason=Reason.FILTERED, words=cause.words)
    return cause


def _by_words(plain: str, table: Iterable[tuple[Reason, re.Pattern[str]]]) -> Cause | None:
    for reason, pattern in table:
        if match := pattern.search(plain):
            return Cause(reason=reason, words=match[0])
    return None


def _bare(text: str) -> str:
    """Lower the words and drop addresses, links and host names, whose letters say nothing about the reason."""
    plain = " ".join(text[:_MAX_WORDS].lower().split())
    if wrapped := _RELAYED.search(plain):
        plain = wrapped[1]
    return _HOST.sub("~", _ADDRESS.sub("~", _LINK.sub("", plain)))


def _by_status(status: str) -> Cause | None:
    reason = _BY_CODE.get(status) or _BY_CLASS.get(status[2:3])
    return Cause(reason=reason, words=status) if reason else None
