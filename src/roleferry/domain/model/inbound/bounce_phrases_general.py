"""The words of refusing servers that are said for many things; asked after the specific ones, in this order."""

from __future__ import annotations

import re

from roleferry.domain.model.inbound.bounce_kinds import Reason
from roleferry.domain.model.inbound.bounce_phrases import any_of

RECIPIENT_AND_REST: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (
        Reason.HOST_UNKNOWN,
        any_of(
            (
                r"(?:unknown|no such|invalid|non-?existent|bad|illegal) (?:destination |recipient |"
                r"mail )?(?:host|domain)"
            ),
            (
                r"(?:host|domain)(?: name)?(?: or domain name)? (?:\S+ )?(?:was |is )?"
                r"(?:not found|unknown|not known|does ?n[o']t exist|invalid|not exist)"
            ),
            (
                r"nxdomain|name or service not known|host/domain|no (?:mx|a|dns) records?|"
                r"unrouteable (?:mail )?(?:domain|address)"
            ),
            r"couldn't find any host|domain .{0,80}(?:does not exist|not found|couldn't be found|could not be found)",
            r"recipient'?s? (?:address )?domain .{0,40}(?:invalid|not|unknown)|name server .{0,30}host not found",
            r"all relevant mx records point to non-existent|dns .{0,40}(?:non-?existent|no such)",
            r"cannot (?:find|resolve) (?:\w+ ){0,3}(?:domain|host)|server for .{0,60}(?:could not be|not) found",
            (
                r"responded with code nxdomain|domain must exist|does not resolve|bad destination system|"
                r"domain is not reachable"
            ),
        ),
    ),
    (
        Reason.USER_UNKNOWN,
        any_of(
            (
                r"(?:unknown|no such|non-?existent|nonexistent|undeliverable|unrecogni[sz]ed|bad|illegal) "
                r"(?:local |virtual |e-?mail |recipient |destination |mail )?(?:user|recipient|mail ?box|"
                r"address|account|alias"
                r"|local|person|name|id|member|customer|subscriber)"
            ),
            (
                r"invalid (?:local |virtual |e-?mail |final |destination )?(?:user|recipient|mail ?box|address|"
                r"account|delivery)"
            ),
            (
                r"(?:user|recipient|address|mail ?box|account|alias|local[- ]?part|person|addressee|username|"
                r"mail drop)"
                r"\W{0,3}(?:name )?(?:\S{0,80} )?(?:was |is |are |has )?"
                r"(?:unknown|not found|not exist|not known|invalid|not valid|not listed|not recogni[sz]ed|"
                r"not defined|"
                r"no longer|not local|not our|unavailable|nonexist|non-exist|undeliverable|not present|removed|"
                r"deleted)"
            ),
            r"(?:does ?n[o']t|do not|did not|don't|didn't) (?:\w+ ){0,2}(?:exist|have an? |match|list)|not exist",
            (
                r"(?:no|not a|isn't a|is not a) (?:valid |known |local |such )?(?:mail ?box|user|recipient|"
                r"account|address)\b"
            ),
            r"no mailbox (?:here|found|by)|not listed in|no(?:t a)? valid (?:recipient|address)|not our customer",
            (
                r"(?:user|recipient|address|mailbox)(?:s)? (?:could |can )?(?:not|n't) (?:be )?(?:found|"
                r"verified|recogni)"
            ),
            (
                r"cannot find (?:\w+ )?(?:user|recipient|mailbox)|can't (?:find|verify) (?:\w+ )?(?:user|"
                r"recipient|mailbox)"
            ),
            r"recipnotfound|recipientnotfound|unknownuser|user_unknown|nosuchuser|unknown_user|unknown recipient",
            r"verification failed|address(?:es)? (?:had|were) unknown|check the (?:e-?mail|recipient'?s?) address",
            (
                r"unknown or illegal|no one by that name|not (?:a )?known (?:here|at)|no user|mailbox not|"
                r"delivery to .{0,80}not possible"
            ),
            (
                r"utilisateur inconnu|adresse inconnue|unbekannt|"
                r"existiert nicht|no existe|非存在|存在しません|見つかりません|"
                r"не существует|нет такого"
            ),
            r"incorrect(?:ly)? (?:address|recipient)|mailbox name not allowed|user .{0,60}not (?:found|known|exist)",
            r"not (?:a )?registered|recipient address rejected: access denied|bad destination mailbox",
            r"recipient .{0,30}(?:no longer (?:with|at|works)|not at this)|5\.1\.10\b.{0,40}recipient",
        ),
    ),
    (
        Reason.FILTERED,
        any_of(
            (
                r"(?:is )?not accepting (?:any |mail|message|e-?mail)|not being accepted|"
                r"refus\w+ by (?:the )?(?:user|recipient)"
            ),
            (
                r"(?:user|recipient|destination)(?: \S+)? (?:has |have )?(?:refused|reject\b|filter|denied|"
                r"is restricted)"
            ),
            (
                r"rejected by (?:the )?(?:user|recipient)\b(?! domain)|not (?:authorized|"
                r"permitted) to send (?:to|messages to)|"
                r"(?:sender|you) .{0,40}(?:denied|blocked) by (?:the )?recipient|user filter|"
                r"restricted (?:recipient|user)"
            ),
            r"resolver\.rst|not accepted by the recipient|recipient .{0,40}(?:restrict|only accept)|protected by",
        ),
    ),
    (
        Reason.NETWORK,
        any_of(
            (
                r"lost connection|connection (?:timed out|reset|died|lost)|hop ?count|too many hops|"
                r"routing loop|mail ?loop|"
                r"socket error|requests to connect|no route to|mail system congestion|duplicated message-id"
            ),
        ),
    ),
    (
        Reason.SYSTEM,
        any_of(
            r"mailer error|mailing list expansion problem|mail system full|could not load|couldn't create|"
            r"local error|(?:write|read|queue file) error"
        ),
    ),
    (
        Reason.BLOCKED,
        any_of(
            (
                r"\bofr_?\d|\baup#|\bcx[a-z]{2,6}\b|\bcdrbl\b|\[(?:ts|tss|gl|bl|ph|pl)\d\d\]|\(bl\)|"
                r"service refus|poor dns"
            ),
            (
                r"block(?:ed|ing)?\b|denied|access (?:is )?(?:denied|refused)|not (?:allowed|permitted|"
                r"authori[sz]ed|welcome)"
            ),
            (
                r"(?:connection|client|host|server|ip|session)(?: \S+)? (?:was |is |has been )?(?:rejected|"
                r"refused by policy|dropped)"
            ),
            r"grey ?list|gray ?list|local policy|policy|administrative(?:ly)? prohibit|security|helo|ehlo|hostname",
            (
                r"forbidden|violat|prohibit|sender (?:\S+ )?(?:rejected|address|verify|domain|denied)|"
                r"bad sender|mail from"
            ),
            r"smtp error from .{0,40}initial|we (?:do not|don't) (?:accept|like|want)|not acceptable|unacceptable",
        ),
    ),
    (
        Reason.EXPIRED,
        any_of(
            (
                r"retry (?:time|timeout)|(?:delivery|message|time) (?:time )?(?:has )?expired|expired|(?:too|"
                r"so) long|"
                r"(?:not|n't) (?:be |been )?(?:delivered|sent) (?:for|within|after|in) |in (?:the )?queue too"
            ),
            (
                r"delayed|will (?:be )?(?:retr|keep trying|continue)|still being retried|maximum (?:retry|"
                r"queue)|"
                r"for (?:more than |the (?:last|past) )?\d+ (?:hours?|days?|minutes?)|giving up|"
                r"could not (?:be )?complete"
            ),
        ),
    ),
    (
        Reason.NETWORK,
        any_of(
            r"hop ?count|too many hops|mail ?loop|loops? back|loop(?:ing)? (?:detected|alert)|routing loop|looping",
            (
                r"timed? ?out|connection (?:refused|reset|lost|closed|failed|dropped|died)|no route|"
                r"unreachable|not responding"
            ),
            (
                r"network|(?:host ?name|name|dns|mx|domain)(?: service| server)? (?:look ?up|"
                r"resolution)? ?(?:fail|error|problem)"
            ),
            (
                r"(?:can ?not|could ?n[o']t|unable to|failed to) (?:establish|connect|open|contact|reach)|"
                r"lost connection"
            ),
            (
                r"could not connect|temporary (?:dns|lookup)|name server|no (?:answer|response)|"
                r"host not reachable|"
                r"unable to (?:look ?up|resolve)|wasn't able to establish|"
                r"delivery temporarily suspended: (?:connect|lost|host)"
            ),
            r"\b(?:start)?tls\b|handshake|\bssl\b",
        ),
    ),
    (
        Reason.SYSTEM,
        any_of(
            (
                r"(?:system|local|internal|server|configuration|mailer|software|disk|i/?o|input/output|"
                r"protocol|command) "
                r"(?:\w+ )?(?:error|fail|problem|config)|config(?:uration)? error|misconfigur|error (?:in|"
                r"on) (?:the )?(?:system|server)"
            ),
            (
                r"insufficient (?:system |disk )?(?:storage|space|resources|memory)|out of memory|no space|"
                r"disk full|resources"
            ),
            (
                r"command (?:died|fail|time|output)|exit (?:status|code)|exited with|child (?:status|process)|"
                r"pipe|procmail|"
                r"cannot (?:open|create|write|append|lock|exec|update)|can't (?:open|create|write)|"
                r"unable to (?:open|create|write)|"
                r"temporar|try (?:again|later)|maintenance|busy|permission denied"
            ),
            r"unexpected|crash|database|ldap|died|broken|terminated|deferred",
        ),
    ),
)

WEAK: tuple[tuple[Reason, re.Pattern[str]], ...] = (
    (
        Reason.USER_UNKNOWN,
        any_of(r"(?:recipient|address|rcpt)\S* (?:address )?(?:was |is )?(?:reject|refus)\w*"),
    ),
    (
        Reason.REFUSED,
        any_of(r"reject|refus|groups\.google|not accept|discard|disallow"),
    ),
    (
        Reason.SYSTEM,
        any_of(r"service (?:not |un|is )?(?:currently )?(?:unavailable|available)|a problem occurred"),
    ),
)
