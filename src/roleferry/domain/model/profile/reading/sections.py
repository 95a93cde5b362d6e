"""Which part of a résumé each row belongs to: headings by their words, then by their looks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from roleferry.domain.model.profile.reading.rows import Row
from roleferry.domain.model.text import Span


class Kind(StrEnum):
    """What a section is for."""

    HEADER = "header"
    CONTACT = "contact"
    SUMMARY = "summary"
    EXPERIENCE = "experience"
    EDUCATION = "education"
    SKILLS = "skills"
    CERTIFICATIONS = "certifications"
    PROJECTS = "projects"
    ACCOMPLISHMENTS = "accomplishments"
    CHALLENGES = "challenges_solved"
    METRICS = "key_metrics"
    LANGUAGES = "languages"
    VOLUNTEERING = "volunteering"
    OTHER = "other"


_PHRASES: Mapping[Kind, str] = {
    Kind.CONTACT: "contact|contacts|contact info|contact information|contact details|contact me|personal details|personal info|"
    "personal information|personal data|details|kontakt|coordonnées|info|address|get in touch|find me online|links|social|"
    "social media|online profiles|profiles|bio data|basic information|my contact",
    Kind.SUMMARY: "summary|professional summary|executive summary|career summary|summary of qualifications|qualifications summary|"
    "profile|professional profile|career profile|personal profile|profile summary|about|about me|objective|career objective|"
    "professional objective|job objective|career goal|personal statement|professional statement|overview|professional overview|"
    "career overview|introduction|bio|biography|highlights|career highlights|background|who i am|profil|resumen|perfil|"
    "resume summary|resume objective|career statement|value proposition|highlights of qualifications|"
    "qualification highlights|executive profile|professional background|summary statement|objectives|mission statement",
    Kind.EXPERIENCE: "experience|work experience|professional experience|employment|employment history|employment experience|"
    "work history|career history|professional history|relevant experience|relevant work experience|related experience|"
    "industry experience|job experience|career experience|career|positions held|professional employment|experiences|"
    "work experiences|professional experiences|internships|internship|internship experience|internship experiences|"
    "work and internship experience|teaching experience|research experience|clinical experience|military experience|"
    "military service|leadership experience|management experience|technical experience|additional experience|"
    "other experience|other work experience|earlier experience|previous experience|prior experience|past experience|"
    "additional work experience|professional work experience|employment record|employment details|employement history|"
    "experience summary|experience details|work|jobs|job history|professional career|academic experience|"
    "teaching and research experience|consulting experience|freelance experience|business experience|"
    "engineering experience|legal experience|sales experience|work background|employment background|career progression|"
    "berufserfahrung|beruflicher werdegang|expérience professionnelle|expériences professionnelles|expérience|"
    "experiencia|experiencia laboral|experiencia profesional|esperienza lavorativa|experiência profissional|werkervaring|"
    "professional work history|selected experience|key experience|early career|industrial experience|"
    "organizational experience|organisational experience|work profile|academic appointments|appointments|"
    "academic positions|research and teaching experience|professional appointments|career background",
    Kind.EDUCATION: "education|educational background|education background|academic background|academic qualifications|"
    "academic qualification|educational qualifications|educational qualification|education qualification|academics|"
    "academic history|education history|academic profile|education and training|education training|academic details|"
    "educational details|academic credentials|educational credentials|formal education|qualifications|qualification|"
    "academic record|education details|scholastic record|studies|academic|schooling|academia|education and qualifications|"
    "education and certifications|education and certification|education certifications|certifications and education|"
    "education and credentials|education and honors|education and awards|academic education|higher education|"
    "education and professional development|degrees|ausbildung|studium|formation|éducation|educación|formación|"
    "formación académica|istruzione|formazione|educação|formação|opleiding|college|university|"
    "education and professional training|academic chronicle|scholastics|education and licenses",
    Kind.SKILLS: "skills|technical skills|key skills|core skills|professional skills|skills summary|skill set|skillset|"
    "skill sets|core competencies|competencies|key competencies|areas of expertise|area of expertise|expertise|"
    "core expertise|technical expertise|technical proficiencies|technical proficiency|proficiencies|technologies|"
    "technology|tools|tools and technologies|technologies and tools|technical competencies|technical summary|tech stack|"
    "skills and tools|skills and technologies|skills and abilities|skills and competencies|skills and expertise|"
    "relevant skills|computer skills|it skills|software skills|software|software proficiency|hard skills|soft skills|"
    "additional skills|other skills|specialties|specialities|specialization|specializations|strengths|key strengths|"
    "core strengths|abilities|capabilities|core capabilities|programming skills|programming languages|"
    "skills highlights|highlighted skills|skill highlights|key skills and competencies|qualifications and skills|"
    "summary of skills|technical knowledge|technical background|it proficiency|technical strengths|technical toolkit|"
    "professional competencies|leadership skills|management skills|personal skills|interpersonal skills|"
    "transferable skills|marketing skills|my skills|what i do|core qualifications|key qualifications|areas of strength|"
    "areas of knowledge|areas of specialization|skills profile|skills and interests|skills and languages|"
    "skills interests|languages and skills|skills and certifications|fähigkeiten|kenntnisse|compétences|habilidades|"
    "competencias|aptitudes|competenze|competências|vaardigheden|computer proficiency|computer knowledge|"
    "functional skills|industry knowledge|domain knowledge|languages and technologies|languages and tools|"
    "frameworks|platforms|databases|skills and qualifications|professional expertise|"
    "technical and professional skills|it knowledge|software knowledge|tools and platforms|tools and software",
    Kind.CERTIFICATIONS: "certifications|certification|certificates|certificate|licenses|licences|license|licensure|"
    "licenses and certifications|certifications and licenses|licensure and certifications|certifications and training|"
    "training and certifications|training and certification|certifications and credentials|professional certifications|"
    "professional certification|technical certifications|credentials|professional credentials|"
    "certifications and trainings|trainings and certifications|trainings|training|professional training|"
    "professional development|courses|courses and certifications|certifications and courses|online courses|"
    "licenses and certificates|certificates and licenses|certifications licenses|it certifications|"
    "professional licenses|courses and training|training and development|training and courses|"
    "professional development and certifications|achievements and certifications|certifications and achievements|"
    "zertifikate|certifications and awards|awards and certifications|additional training|specialized training|"
    "relevant certifications|professional qualifications|licenses and credentials|online certifications",
    Kind.PROJECTS: "projects|personal projects|key projects|selected projects|academic projects|relevant projects|"
    "project experience|side projects|project details|technical projects|projects undertaken|notable projects|"
    "project work|major projects|research projects|course projects|university projects|open source|"
    "open source projects|open source contributions|portfolio|selected works|professional projects|project|"
    "project highlights|projects and research|research and projects|projekte|projets|proyectos|capstone project|"
    "representative projects|independent projects|class projects|software projects",
    Kind.ACCOMPLISHMENTS: "accomplishments|key accomplishments|selected accomplishments|career accomplishments|"
    "achievements|key achievements|professional achievements|professional accomplishments|major accomplishments|awards|"
    "awards and honors|honors and awards|honors|honours|honours and awards|awards and recognition|recognition|"
    "awards and achievements|achievements and awards|selected achievements|career achievements|major achievements|"
    "academic achievements|accomplishments and activities|accolades|honors and achievements|awards and accomplishments|"
    "awards and recognitions|scholarships|scholarships and awards|honors and scholarships|grants and awards|"
    "academic honors|honors and distinctions|notable achievements|awards and scholarships|fellowships and awards",
    Kind.CHALLENGES: "challenges solved|business challenges solved|challenges|problems solved|key challenges solved",
    Kind.METRICS: "key metrics|metrics|key results|results|impact|key figures",
    Kind.LANGUAGES: "languages|language|language skills|languages known|foreign languages|linguistic skills|language proficiency|"
    "known languages|sprachen|langues|idiomas|lingue|language competencies",
    Kind.VOLUNTEERING: "volunteering|volunteer|volunteer experience|volunteer work|volunteer activities|community service|"
    "community involvement|social work|volunteer service|community|community engagement|volunteerism|"
    "volunteer and community service|civic engagement",
    Kind.OTHER: "references|reference|interests|hobbies|hobbies and interests|interests and hobbies|personal interests|"
    "publications|selected publications|papers|patents|conferences|presentations|coursework|relevant coursework|"
    "relevant courses|activities|extracurricular activities|extra curricular activities|extracurriculars|"
    "co curricular activities|leadership|leadership and activities|activities and interests|memberships|affiliations|"
    "professional affiliations|professional memberships|associations|additional information|other information|"
    "miscellaneous|other|date of birth|declaration|personal|nationality|military|research|research interests|"
    "teaching|talks|service|professional service|press|media|clients|other activities|hobby|passions|"
    "professional organizations|organizations|extracurricular|additional|competitions|availability|visa status|"
    "most proud of|life philosophy|my time|a day of my life|favorite books|referees|documents|grants|exhibitions|"
    "invited talks|professional associations|publications and presentations|leadership and involvement|"
    "campus involvement|student activities|leadership activities|workshops|seminars|events|sports|driving license|"
    "personal traits|personal qualities|personality|travel|work authorization|work status|security clearance|"
    "clearance|board memberships|boards|community and interests|intérêts|centres d'intérêt|loisirs|intereses|hobbys",
}
_KIND = {phrase: kind for kind, phrases in _PHRASES.items() for phrase in phrases.split("|")}
_STRONG = frozenset({Kind.EXPERIENCE, Kind.EDUCATION})
_INLINE = frozenset(
    [
        "skills",
        "technical skills",
        "key skills",
        "core competencies",
        "languages",
        "certifications",
        "education",
        "summary",
        "objective",
        "interests",
        "hobbies",
        "profile",
        "references",
        "experience",
        "contact",
        "computer skills",
        "core skills",
        "certificates",
    ]
)
_SURE = frozenset(
    "skills|technical skills|key skills|core competencies|core skills|areas of expertise|professional skills|computer skills|"
    "technical expertise|technical proficiencies|certifications|licenses and certifications|professional summary".split(
        "|"
    )
)
"""Headings that are hardly anything else, though they look less than the great ones."""
_SPREAD = re.compile(r"^(?:\w ){3,}\w$|^(?:\w ){2,}\w {2,}.*$")
_CONTINUED = re.compile(r"\s*\(?(?:continued|cont['’]?d?\.?|contd\.?)\)?\s*$", re.IGNORECASE)
_LONGEST = 50
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it; the top of a résumé has none."""

    kind: Kind
    heading: Row | None
    rows: tuple[Row, ...]

    @property
    def span(self) -> Span:
        """From the first word below the heading to the last; of a section with rows."""
        return Span(min(row.span.start for row in self.rows), max(row.span.end for row in self.rows))


def kind_of_heading(text: str) -> Kind | None:
    """Return the kind a heading's words name, or None; decoration, numbers, spread letters and case do not matter."""
    words = _plain(text)
    if words in _KIND:
        return _KIND[words]
    for drop in ("my ", "top ", "selected ", "relevant ", "key ", "professional ", "additional ", "other "):
        if words.startswith(drop) and words.removeprefix(drop) in _KIND:
            return _KIND[words.removeprefix(drop)]
    first, _, second = words.partition(" and ")
    return _KIND[first] if second and first in _KIND and second in _KIND else None


def _plain(text: str) -> str:
    text = _CONTINUED.sub("", text.strip())
    if len(text) > _LONGEST:
        return ""
    if _SPREAD.match(text):
        text = " ".join(part.replace(" ", "") for part in re.split(r" {2,}", text))
    text = re.sub(r"[&+/,|]", " and ", text.lower())
    text = re.sub(r"[^\w' ]+|_", " ", text)
    return re.sub(r"^(?:\d+|[ivx]+)\s+|\s+and$", "", " ".join(re.sub(r"\band and\b", "and", text).split()))


def sections_of(rows: Sequence[Row]) -> tuple[Section, ...]:
    """Divide a résumé at its headings; every row but the headings is in one section."""
    headings = _headings(rows)
    sections: list[Section] = []
    kind, heading, inside = Kind.HEADER, None, list[Row]()
    for number, row in enumerate(rows):
        found = headings.get(number)
        if found is None:
            if inside and _new_column(inside[-1], row):
                sections.append(Section(kind=kind, heading=heading, rows=tuple(inside)))
                kind, heading, inside = Kind.HEADER, None, []
            inside.append(row)
            continue
        sections.append(Section(kind=kind, heading=heading, rows=tuple(inside)))
        kind, heading = found
        rest = _after_inline(row) if heading is None else None
        heading, inside = row, [rest] if rest else []
    sections.append(Section(kind=kind, heading=heading, rows=tuple(inside)))
    return tuple(section for section in sections if section.heading or section.rows)


def _new_column(last: Row, row: Row) -> bool:
    """Whether a column begins at the top of the first page, where the name and a few words on the person stand."""
    return row.line.block != last.line.block and row.line.page == 1 and row.line.y0 < last.line.y0


def _headings(rows: Sequence[Row]) -> dict[int, tuple[Kind, Row | None]]:
    """Return the rows that open a section: number to kind, and the row itself unless its content follows on the line."""
    named = {number: kind for number, row in enumerate(rows) if _may_head(row) and (kind := kind_of_heading(row.text))}
    styles = Counter(rows[number].style for number, kind in named.items() if kind in _STRONG)
    main = {style for style, _ in styles.most_common(2)}
    found: dict[int, tuple[Kind, Row | None]] = {}
    for number, kind in named.items():
        if _is_section(rows, number, kind, main):
            found[number] = (kind, rows[number])
    seen = {kind for kind, _ in found.values()}
    for number, row in enumerate(rows):
        if number in found:
            continue
        if (kind := _inline_kind(row)) and kind not in seen:
            found[number] = (kind, None)
            seen.add(kind)
        elif _looks_like_heading(rows, number, main):
            found[number] = (Kind.OTHER, row)
    return dict(sorted(found.items()))


def _may_head(row: Row) -> bool:
    return not row.bullet and len(row.text) <= _LONGEST and "\t" not in row.text and not row.text.endswith(",")


def _is_section(rows: Sequence[Row], number: int, kind: Kind, main: set[tuple[int, bool, bool]]) -> bool:
    row = rows[number]
    if kind in _STRONG or not main or row.style in main:
        return kind in _STRONG or row.style in main or _stands_out(rows, number)
    if (
        _plain(row.text) in _SURE
        and not row.text.endswith(":")
        and (row.line.bold or row.text.isupper() or row.after_gap)
    ):
        return True
    upper = any(style[2] for style in main)
    size = max(style[0] for style in main)
    return row.style[0] >= size and row.style[2] >= upper and row.style[1] >= all(style[1] for style in main)


def _stands_out(rows: Sequence[Row], number: int) -> bool:
    row = rows[number]
    return (
        row.after_gap
        or number == 0
        or row.line.bold
        or bool(row.line.heading)
        or row.text.isupper()
        or row.text.endswith(":")
    )


def _looks_like_heading(rows: Sequence[Row], number: int, main: set[tuple[int, bool, bool]]) -> bool:
    """Whether an unknown heading has the very looks of the known ones, which must set them apart from the text."""
    row = rows[number]
    if row.style not in main or not _may_head(row) or _YEAR.search(row.text) or number == 0:
        return False
    level = {other.line.heading for other in rows if other.style == row.style and kind_of_heading(other.text)}
    same = sum(other.style == row.style for other in rows)
    rare = same <= max(12, len(rows) // 8)
    size, bold, upper = row.style
    return (
        rare
        and row.line.heading in level
        and (bool(row.line.heading) or (upper and bold) or (bold and size > _body(rows) + 2))
    )


def _body(rows: Sequence[Row]) -> int:
    """Return the most common size, weighed by length, in half points."""
    sizes: Counter[int] = Counter()
    for row in rows:
        sizes[row.style[0]] += len(row.text)
    return sizes.most_common(1)[0][0]


def _inline_kind(row: Row) -> Kind | None:
    """Read `SKILLS: Python, Java` and `Languages<tab>English`."""
    match = re.match(r"^([A-Za-z ]{4,24})(?::|\t| [-–—] )\s*\S", row.text)
    if not match or row.bullet:
        return None
    label = _plain(match[1])
    prominent = match[1].isupper() or row.after_gap or row.line.bold or "\t" in match[0]
    return _KIND[label] if label in _INLINE and prominent else None


def _after_inline(row: Row) -> Row | None:
    match = re.match(r"^[A-Za-z ]{4,24}(?::|\t| [-–—] )\s*", row.text)
    if not match:
        return None
    start = row.span.start + match.end()
    return replace(row, text=row.text[match.end() :], span=Span(start, row.span.end))
