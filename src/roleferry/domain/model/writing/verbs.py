"""The verbs résumés and adverts begin their lines with, so that a line can be told as a sentence."""

from __future__ import annotations

from collections.abc import Mapping

_REGULAR = """
accelerate accomplish achieve acquire adapt address administer advance advise advocate align allocate analyse
analyze answer architect arrange assemble assess assist attain audit author automate balance benchmark calculate
capture centralise centralize champion chair clarify clean close coach co-author co-found collaborate collect
combine communicate compile complete compose compute conceive conceptualise conceptualize configure consolidate
construct consult containerise containerize contribute convert coordinate co-ordinate craft create cultivate curate
customise customize debug decrease define delegate deliver demonstrate deploy design detect determine develop devise
diagnose digitise digitize direct discover document double draft earn edit educate eliminate enable engage engineer
enhance enlarge ensure establish estimate evaluate examine execute expand expedite explain explore extend facilitate
finalise finalize fix forecast form formulate foster found gain gather generate grade guide handle harden help hire
host identify implement improve increase influence inform initiate innovate inspect inspire install instruct
integrate interview introduce investigate join launch lecture leverage liaise localise localize lower maintain
manage maximise maximize measure mentor merge migrate minimise minimize model moderate modernise modernize modify
monitor motivate navigate negotiate nurture observe obtain onboard open operate optimise optimize orchestrate order
organise organize overhaul own participate partner perform persuade pilot pioneer pitch place plan prepare present
preserve prevent process procure produce programme project promote propose prototype prove provide publish purchase
qualify raise ramp re-architect rearchitect recommend reconcile record recruit redesign reduce re-engineer
reengineer refactor refine reform release renegotiate renew reorganise reorganize repair replace report represent
research resolve respond restore restructure retain retire revamp review revise revitalise revitalize roll save
scale schedule screen secure segment select serve service shape shorten simplify slash solve source spearhead
specify sponsor stabilise stabilize staff standardise standardize start steer streamline strengthen structure study
succeed supervise supply support surpass survey sustain tackle tailor target test track train transfer transform
transition translate treat trim triple troubleshoot tune turn uncover unify update upgrade use utilise utilize
validate verify visit volunteer win work
"""
_DOUBLED = "plan ship map cap spot step program refer equip control wrap swap scrap"
_IRREGULAR = """
be:was become:became begin:began bring:brought build:built buy:bought catch:caught choose:chose co-lead:co-led
cut:cut do:did draw:drew drive:drove find:found get:got give:gave go:went grow:grew halve:halved hold:held keep:kept
lead:led leave:left make:made meet:met oversee:oversaw overcome:overcame pay:paid put:put rebuild:rebuilt
rewrite:rewrote run:ran sell:sold send:sent set:set shrink:shrank speak:spoke spend:spent split:split take:took
teach:taught tell:told think:thought undertake:undertook win:won write:wrote see:saw troubleshoot:troubleshot
"""
NOUNS_TOO = frozenset(
    """address advance answer audit author balance benchmark champion chair close coach contract control design direct
    document draft estimate forecast form grade guide help host interview launch lead lecture model monitor order
    partner pilot pitch place plan present process produce program programme project prototype purchase raise record
    release report research review roll run scale schedule screen secure segment service set shape source sponsor staff
    start structure study supply support survey target test track train transfer transition update upgrade use
    volunteer work cut mentor process own open clean complete lower""".split()
)
"""Base forms that begin noun phrases as often as sentences ("Test plans", "Lead engineer")."""

ADJECTIVES_TOO = frozenset(
    """advanced applied based certified dedicated detailed distributed experienced focused integrated involved limited
    proven qualified related skilled used united automated""".split()
)
"""Past forms that begin noun phrases as often as sentences ("Advanced analytics", "Applied research")."""


def _regular_past(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return f"{base[:-1]}ied"
    return f"{base}ed"


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return f"{base}es"
    return f"{base[:-1]}ies" if base.endswith("y") and base[-2] not in "aeiou" else f"{base}s"


def _gerund(base: str) -> str:
    if base in {"cut", "get", "run", "set", "put", "split", "begin", "win", *_DOUBLED.split()}:
        return f"{base}{base[-1]}ing"
    return f"{base[:-1]}ing" if base.endswith("e") and not base.endswith("ee") else f"{base}ing"


PAST: Mapping[str, str] = (
    {base: _regular_past(base) for base in _REGULAR.split()}
    | {base: f"{base}{base[-1]}ed" for base in _DOUBLED.split()}
    | {base: past for base, _, past in (pair.partition(":") for pair in _IRREGULAR.split())}
)
"""Base form → past form."""

PASTS = frozenset(PAST.values()) | {"co-founded", "were", "learned", "learnt", "modelled", "travelled", "labelled"}
THIRDS: Mapping[str, str] = {_third(base): base for base in PAST}
"""Third person → base form."""

GERUNDS: Mapping[str, str] = {_gerund(base): base for base in PAST if base != "be"}
"""-ing form → base form."""
