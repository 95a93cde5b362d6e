"""Made-up people, jobs and companies to write for; everything follows from a seed."""

from __future__ import annotations

from random import Random

from roleferry.domain.model.jobs.posting import Line, Need, Posting, SkillAsked
from roleferry.domain.model.people.fact import FactKind
from roleferry.domain.model.profile.resume import Extracted, Position, Resume, Skill
from roleferry.domain.model.text import Span
from roleferry.domain.model.writing.context import (
    Employer,
    Fact,
    Pair,
    Sender,
    WritingContext,
    WrittenTo,
)
from roleferry.domain.model.writing.level import RecipientLevel

SKILLS = "Kubernetes Redis Terraform PostgreSQL Kafka Go Snowflake dbt Airflow Figma Salesforce SAP Excel Spark".split()
EMPLOYERS = "Brightpay|Kessel Labs|Ostra|Hollin & Sons|Verdane Foods|Quillon|Tamarind Health|Nordlicht AG".split("|")
COMPANIES = "Norvane|Pellworm Systems|Aurelia Bank|Copperline|Mistral Freight|Zephyr Retail".split("|")
TITLES = "Site Reliability Engineer|Data Analyst|Product Manager|Head of Finance|Nurse Manager|Account Executive".split(
    "|"
)
NAMES = "Anna Keller|José Álvarez|Dr. Mina Park|LEE WONG|O'Brien, Patrick|Ж. Иванова|Li|Sofía".split("|")
_VERBS = "Reduced Migrated Built Led Automated Launched Cut Negotiated Trained Introduced Redesigned Wrote".split()
_THINGS = (
    "checkout latency|the monthly close|a claims workflow|onboarding for new nurses|the pricing model|supplier "
    "contracts|a fraud dashboard|the on-call rota|batch jobs|vendor invoices|the mobile release train"
).split("|")
_TAILS = (
    "|by moving reads to a cache|using weekly reviews with the floor staff|for the north region|, saving {n} hours a "
    "month|; complaints fell to {n} a week|across {n} sites|while the team shrank|, which paid for itself|in {n} months"
).split("|")
AWKWARD = (
    "Responsible for payroll of {n} people.|I reduced churn by {n} %|REDUCED COSTS BY {n}%|"
    "Lead a team of {n} engineers;|Réduit les coûts de {n} % à Lyon|Built {{{{ thing }}}} for {n} users|"
    "{n}% growth in ARR|Advanced analytics for retail|• Managing {n} vendors, contracts and renewals|"
    "Winner of the {n} sales award|We shipped {n} releases with our team|Led [team name] to {n} wins|"
    "Оптимизировал отчёты для {n} клиентов|Helped|Design, build and run services|"
    "Grew revenue from $1.{n}M to $4M, i.e. {n}% in a year. Hired {n} people.|Python, SQL, Excel|"
    "iOS app with {n} ratings"
    "|Increased " + "very " * 90 + "much"
).split("|")  # fmt: skip
_TASKS = (
    "Own the reliability of our {thing}, from planning to review|Drive the migration of {thing}|"
    "You will improve {thing}|Lead a team that looks after {thing}|{n}+ years of experience with {thing}|"
    "Building and running {thing}|Strong communication skills|Reduce the cost of {thing} in {n} countries|"
    "Responsible for {thing}"
).split("|")


def _line(random: Random) -> str:
    if random.random() < 0.2:
        return random.choice(AWKWARD).format(n=random.randint(2, 980))
    number = random.choice((" by {n} %", " by {n}%", " to {n} days", "", "", " worth ${n}k", " for {n} users"))
    tail = random.choice(_TAILS)
    text = (
        f"{random.choice(_VERBS)} {random.choice(_THINGS)}{number}{'' if tail[:1] in ',;' or not tail else ' '}{tail}"
    )
    return text.replace("{n}", str(random.randint(2, 980))) + random.choice((".", "", ";"))


def _task(random: Random) -> str:
    return random.choice(_TASKS).format(thing=random.choice(_THINGS), n=random.randint(2, 12))


def a_resume(random: Random, *, bullets: int) -> Resume:
    """Return a résumé whose spans point at what they name."""
    lines = [_line(random) for _ in range(bullets)]
    employers = random.sample(EMPLOYERS, 2)
    titles = random.sample(TITLES, 2)
    skills = random.sample(SKILLS, random.randint(0, 5))
    raw = "\n".join((*titles, *employers, *skills, *lines))
    half = (len(lines) + 1) // 2
    positions = tuple(
        Position(
            title=title,
            company=random.choice((employer, employer, None)),
            current=place == 0 and random.random() < 0.7,
            bullets=tuple(Extracted(value=line, span=_span(raw, line)) for line in part),
            span=_span(raw, title),
        )
        for place, (title, employer, part) in enumerate(
            zip(titles, employers, (lines[:half], lines[half:]), strict=True)
        )
    )
    return Resume(
        raw_text=raw,
        positions=positions if random.random() < 0.95 else (),
        accomplishments=tuple(Extracted(value=line, span=_span(raw, line)) for line in lines[:1]),
        skills=tuple(Skill(name=name, written=name, span=_span(raw, name)) for name in skills),
    )


def _span(raw: str, text: str) -> Span:
    start = raw.find(text)
    return Span(start, start + len(text))


def a_context(seed: int, *, bullets: int | None = None) -> WritingContext:
    """Return somebody who writes to somebody; thin, rich and awkward ones among them."""
    random = Random(seed)
    resume = a_resume(random, bullets=random.randint(0, 8) if bullets is None else bullets)
    tasks = [_task(random) for _ in range(random.randint(0, 5))]
    company = random.choice((*COMPANIES, None)) if bullets is None else random.choice(COMPANIES)
    title = random.choice((*TITLES, None)) if bullets is None else random.choice(TITLES)
    raw = "\n".join((title or "", company or "", *tasks))
    lines = tuple(Line(text=task, span=_span(raw, task)) for task in tasks)
    asked = random.sample(SKILLS, random.randint(0, 6))
    posting = Posting(
        raw_text=raw,
        title=title,
        company=company,
        responsibilities=lines,
        skills=tuple(SkillAsked(name=name, written=name, need=Need.MUST, span=Span(0, 0)) for name in asked),
    )
    answers = [bullet for position in resume.positions for bullet in position.bullets]
    random.shuffle(answers)
    pairs = tuple(
        Pair(challenge=line.text, solution=answer.value, challenge_span=line.span, solution_span=answer.span)
        for line, answer in zip(lines, answers, strict=False)
        if random.random() < 0.8
    )
    return WritingContext(
        resume=resume,
        job=posting,
        company=Employer(name=company, facts=_facts(random, company)),
        contact=WrittenTo(full_name=random.choice((*NAMES, None)), level=random.choice((*RecipientLevel, None))),
        pain_points=pairs,
        sender=Sender(name=random.choice(("Maria Lopez", "Ana María de la Cruz Ortega"))),
    )


def _facts(random: Random, company: str | None) -> tuple[Fact, ...]:
    if company is None or random.random() < 0.6:
        return ()
    texts = (
        f"{company} opened an office in Rotterdam.",
        f"{company} cut {random.randint(5, 400)} jobs in March",
        "New chief executive named",
    )
    kinds = (FactKind.NEWS, FactKind.LAYOFFS, FactKind.LEADERSHIP_CHANGE)
    place = random.randrange(3)
    return (Fact(text=texts[place], kind=kinds[place], source_url="https://news.example/1"),)


def a_full_context() -> WritingContext:
    """Return somebody of whom everything is known."""
    answers = (
        "Reduced p95 checkout latency by 40 % by moving session reads to Redis.",
        "Migrated 38 services to Kubernetes, cutting hosting cost by $210k a year",
        "Led a team of 5 engineers through the rebuild of the on-call rota",
        "Wrote the incident review process used by 6 teams",
        "Automated capacity planning for 3 PostgreSQL clusters",
        "Introduced weekly load tests; rollbacks fell to 2 a quarter",
    )
    tasks = ("Own the reliability of our checkout APIs", "Drive the migration of our legacy services")
    skills = ("Redis", "Kubernetes")
    raw = "\n".join(("Platform Engineer", "Brightpay", *skills, *answers))
    bullets = tuple(Extracted(value=answer, span=_span(raw, answer)) for answer in answers)
    held = Position(title="Platform Engineer", company="Brightpay", current=True, bullets=bullets, span=Span(0, 17))
    posting = Posting(
        raw_text="\n".join(("Staff Engineer", "Norvane", *tasks)),
        title="Staff Engineer",
        company="Norvane",
        responsibilities=tuple(Line(text=task, span=Span(0, 1)) for task in tasks),
        skills=tuple(SkillAsked(name=name, written=name, need=Need.MUST, span=Span(0, 0)) for name in skills),
    )
    return WritingContext(
        resume=Resume(
            raw_text=raw,
            positions=(held,),
            skills=tuple(Skill(name=name, written=name, span=_span(raw, name)) for name in skills),
        ),
        job=posting,
        company=Employer(name="Norvane", facts=(Fact(text="Norvane opened an office in Rotterdam."),)),
        contact=WrittenTo(full_name="Anna Keller", facts=(Fact(text="A talk on calm on-call rotas"),)),
        pain_points=tuple(Pair(challenge=task, solution=answer) for task, answer in zip(tasks, answers, strict=False)),
        sender=Sender(name="Maria Lopez"),
    )


def evidence_texts(context: WritingContext) -> tuple[str, ...]:
    """Return every text a claim may rest on."""
    facts = (*context.company.facts, *context.contact.facts)
    return (context.resume.raw_text, context.job.raw_text, *(fact.text for fact in facts))
