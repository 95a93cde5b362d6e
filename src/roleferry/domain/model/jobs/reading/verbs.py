"""The verbs that open a line of duties: "Design services", "You will lead", "Managing the budget"."""

from __future__ import annotations

_BASE_FORMS = """
accelerate accept access accompany achieve acquire act activate adapt add address adhere adjust administer adopt
advance advise advocate aggregate aid align allocate amend analyse analyze answer anticipate apply appraise
approach approve architect archive arrange articulate ask assemble assess assign assist assume assure attend
attract audit augment author automate balance be become benchmark brief bring broaden brainstorm budget build
calculate calibrate campaign capture care carry cascade catalogue celebrate challenge champion change check
clarify clean close coach code collaborate collate collect combine communicate compare compile complete comply
compose conceive conceptualise conceptualize conduct configure confirm connect consider consolidate construct
consult contact contribute control convert convey cook coordinate co-ordinate correct counsel cover craft create
critique cultivate curate cut deal debug decide decommission deepen define delegate deliver demonstrate deploy
derive describe design detect determine develop devise diagnose digest direct discover discuss dispatch dispense
disseminate distribute document draft draw drive educate elaborate elevate elicit eliminate embed embrace
empower enable encourage enforce engage engineer enhance ensure enrich enter envision escalate establish
estimate evaluate evangelise evangelize evolve examine exchange execute exercise expand experiment explain
explore express extend extract facilitate file fill finalise finalize find fix focus follow forecast format
formulate forge foster fulfil fulfill gain gather generate get give go govern greet grow guarantee guide handle
harden help hire host hunt identify illustrate implement improve increase influence inform initiate innovate
inspect inspire install instruct instrument integrate interact interface interpret interview introduce invent
investigate invoice iterate join keep kick know launch lay lead learn leverage liaise listen load localise
localize locate look maintain make manage manufacture map market master maximise maximize measure meet mentor
merge migrate minimise minimize mitigate model moderate modernise modernize modify monitor motivate move
navigate negotiate network nurture observe obtain offer onboard open operate operationalise operationalize
optimise optimize orchestrate order organise organize orient originate outline oversee own pair participate
partner patch perform pick pilot pioneer pitch place plan play position post practise prepare prescribe present
preserve prevent price prioritise prioritize process procure produce program programme project promote propose
proofread prospect protect prototype prove provide provision publish purchase pursue push qualify raise react
read realise realize recommend reconcile record recruit redesign reduce refactor refer refine reflect register
regulate reinforce reinvent reject release relocate remain remove render renew reorganise repair replace reply
report represent research reset resolve respond restock restructure retain retrieve revamp review revise revisit
rotate roll run sample scale schedule scope scout screen script seek select sell send serve service set shape
share ship shepherd shoot show simplify size sketch socialise solicit solve source spearhead specify spot stack
staff standardise standardize start stay steer stimulate stock store strategise strategize streamline strengthen
strive structure study submit suggest summarise summarize supervise supply support surface survey sustain
synthesise synthesize tackle tailor take talk teach team tend test think tidy track train transfer transform
transition translate transmit transport travel treat triage troubleshoot trouble-shoot tune turn uncover
undertake unify unload unlock update upgrade upsell use utilise utilize validate verify visit visualise
visualize wash weigh welcome win wire work wrangle write uphold rehydrate administrate interrogate unblock
nominate own restore diversify devote interrelate reconcile replenish safeguard secure socialize spec underwrite
embody enroll invest issue lift log machine inventory invigorate liquidate litigate lobby mediate medicate mix
mobilise mobilize mold paint pack package photograph phone pull quantify quote rate rebuild redefine rehearse
remediate reimagine resupply retrofit retouch rework rig scan script sequence service shadow shift sort sponsor
staff stage stitch storyboard systematise tag target tweak validate vet weld
accomplish attain bid book call centralise centralize chair co-author co-lead compute containerise containerize
customise customize decrease digitise digitize double earn edit enlarge equip exceed expedite grade halve lecture
lower overcome overhaul persuade re-architect re-engineer rearchitect reengineer refurbish reform renegotiate
reorganize retire revitalise revitalize rewrite satisfy save segment shorten shrink slash speak stabilise stabilize
surpass swap trace trim triple wrap
""".split()

_IRREGULAR_GERUNDS = {"die": "dying", "lie": "lying", "tie": "tying", "be": "being"}
_DOUBLED = frozenset(
    "cut get hit let plan program run scan set shop ship spot stop strip submit swap tag "
    "transfer vet win wrap begin control"
    " embed bid spec dig drop flag log pin plug trim cap chat wrap"
    " commit debug format refer rig sit step map get put permit prefer step".split()
)
_KEPT = frozenset({"format", "market", "target", "model", "focus", "audit", "edit"})


def gerund(verb: str) -> str:
    """Return the -ing form: `manage` gives `managing`, `plan` gives `planning`."""
    if verb in _IRREGULAR_GERUNDS:
        return _IRREGULAR_GERUNDS[verb]
    if verb in _DOUBLED and verb not in _KEPT:
        return verb + verb[-1] + "ing"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + "ing"


def third_person(verb: str) -> str:
    """Return the form after he or she: `manage` gives `manages`, `identify` gives `identifies`."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


BASE = frozenset(_BASE_FORMS)
GERUND = frozenset(gerund(verb) for verb in _BASE_FORMS) | {"modelling", "labelling", "travelling", "counselling"}
THIRD_PERSON = frozenset(third_person(verb) for verb in _BASE_FORMS) - {"is", "bes"}
