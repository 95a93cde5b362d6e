"""The nouns headings are made of, and which part each announces: "Key responsibilities", "Required skills"."""

from __future__ import annotations

from roleferry.domain.model.jobs.reading.parts import Part

CORES: dict[str, Part] = {
    **dict.fromkeys(
        "responsibility responsibilities responsabilities aufgaben aufgabengebiet tätigkeiten "
        "duty duties task tasks accountability "
        "accountabilities functions"
        " deliverables activities mission tasks: workload assignments".split(),
        Part.DUTIES,
    ),
    **dict.fromkeys(
        "goals objectives goal outcomes kpis okrs challenge challenges problem problems".split(), Part.GOALS
    ),
    **dict.fromkeys(
        "requirement requirements anforderungen profil qualifikation qualifikationen "
        "qualification qualifications skill skills skillset experience "
        "experiences experienced background"
        " profile competencies competences competency knowledge education educational must-have "
        "must-haves prerequisites"
        " pre-requisites criteria expectations abilities attributes capabilities credentials "
        "strengths certifications expertise"
        " qualities traits languages licences licenses eligibility".split(),
        Part.ASKED,
    ),
    **dict.fromkeys(
        "nice-to-have nice-to-haves preferred desirable desirables desired preferable bonus "
        "bonuses plus pluses advantageous"
        " advantages optional good-to-have extras beneficial asset assets preferences ideally".split(),
        Part.PREFERRED,
    ),
    **dict.fromkeys(
        (
            "benefit benefits perk perks compensation remuneration rewards reward package salary pay "
            "wellbeing wellness offer goodies"
        ).split(),
        Part.BENEFITS,
    ),
    **dict.fromkeys("company culture values story organisation organization employer".split(), Part.COMPANY),
    **dict.fromkeys(
        "disclaimer privacy diversity inclusion eeo eeoc accommodation accommodations accessibility statement"
        " belonging equality notice safeguarding disclosure".split(),
        Part.LEGAL,
    ),
    **dict.fromkeys(
        "apply application applications applying contact contacts interview interested interviews".split(), Part.APPLY
    ),
    **dict.fromkeys(
        "location locations department reports seniority level schedule hours contract start "
        "startdate deadline industry"
        " date posted id reference ref employment travel clearance sector workplace city country address".split(),
        Part.FACTS,
    ),
    **dict.fromkeys("technologies technology stack tools tech".split(), Part.STACK),
}
WORTH: tuple[Part, ...] = (
    Part.LEGAL,
    Part.BENEFITS,
    Part.PREFERRED,
    Part.APPLY,
    Part.DUTIES,
    Part.ASKED,
    Part.GOALS,
    Part.STACK,
    Part.COMPANY,
    Part.FACTS,
)
FILLER = frozenset(
    """
a an the and or of for to in on with ihre ihr deine dein unsere das die und
your our you us we & / , key main primary core essential essentials basic
minimum required general additional technical specific principal major typical role job position day daily work
working other specialised specialized personal professional selection person specification details detail
information summary overview description list is are will be as at this that include includes including
following some more also academic soft hard relevant ideal candidate candidates candidate's successful team
total what who how section equal opportunity employer employee employees health process next steps type needed
necessary mandatory key: it all here things competencies/skills duties/responsibilities mindset must should have
haves job-related top most important expected formal previous language functional areas area knowledge/skills
education/experience company primary/essential great very strong would can not but if i ii iii 1 2 3 4 new
full-time part-time working conditions physical environment opportunities statement policy commitment minimal
""".split()
)
