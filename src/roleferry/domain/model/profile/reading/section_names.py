"""The names people give the sections of a résumé, in several languages, and which kind of section each is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


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
    Kind.CONTACT: (
        "contact|contacts|contact info|contact information|contact details|contact me|personal details|"
        "personal info|personal information|personal data|details|kontakt|coordonnées|info|address|get in touch|"
        "find me online|links|social|social media|online profiles|profiles|bio data|basic information|my contact"
    ),
    Kind.SUMMARY: (
        "summary|professional summary|executive summary|career summary|summary of qualifications|"
        "qualifications summary|profile|professional profile|career profile|personal profile|profile summary|"
        "about|about me|objective|career objective|professional objective|job objective|career goal|"
        "personal statement|professional statement|overview|professional overview|career overview|introduction|"
        "bio|biography|highlights|career highlights|background|who i am|profil|resumen|perfil|resume summary|"
        "resume objective|career statement|value proposition|highlights of qualifications|"
        "qualification highlights|executive profile|professional background|summary statement|objectives|"
        "mission statement"
    ),
    Kind.EXPERIENCE: (
        "experience|work experience|professional experience|employment|employment history|employment experience|"
        "work history|career history|professional history|relevant experience|relevant work experience|"
        "related experience|industry experience|job experience|career experience|career|positions held|"
        "professional employment|history|experiences|work experiences|professional experiences|internships|internship|"
        "internship experience|internship experiences|work and internship experience|teaching experience|"
        "research experience|clinical experience|military experience|military service|leadership experience|"
        "management experience|technical experience|additional experience|other experience|other work experience|"
        "earlier experience|previous experience|prior experience|past experience|additional work experience|"
        "professional work experience|employment record|employment details|employement history|"
        "experience summary|experience details|work|jobs|job history|professional career|academic experience|"
        "teaching and research experience|consulting experience|freelance experience|business experience|"
        "engineering experience|legal experience|sales experience|work background|employment background|"
        "career progression|berufserfahrung|beruflicher werdegang|expérience professionnelle|"
        "expériences professionnelles|expérience|experiencia|experiencia laboral|experiencia profesional|"
        "esperienza lavorativa|experiência profissional|werkervaring|professional work history|"
        "selected experience|key experience|early career|industrial experience|organizational experience|"
        "organisational experience|work profile|academic appointments|appointments|academic positions|"
        "research and teaching experience|professional appointments|career background"
    ),
    Kind.EDUCATION: (
        "education|educational background|education background|academic background|academic qualifications|"
        "academic qualification|educational qualifications|educational qualification|education qualification|"
        "academics|academic history|education history|academic profile|education and training|education training|"
        "academic details|educational details|academic credentials|educational credentials|formal education|"
        "qualifications|qualification|academic record|education details|scholastic record|studies|academic|"
        "schooling|academia|education and qualifications|education and certifications|"
        "education and certification|education certifications|certifications and education|"
        "education and credentials|education and honors|education and awards|academic education|higher education|"
        "education and professional development|degrees|ausbildung|studium|formation|éducation|educación|"
        "formación|formación académica|istruzione|formazione|educação|formação|opleiding|college|university|"
        "education and professional training|academic chronicle|scholastics|education and licenses"
    ),
    Kind.SKILLS: (
        "skills|technical skills|key skills|core skills|professional skills|skills summary|skill set|skillset|"
        "skill sets|core competencies|competencies|key competencies|areas of expertise|area of expertise|"
        "expertise|core expertise|technical expertise|technical proficiencies|technical proficiency|"
        "proficiencies|technologies|technology|tools|tools and technologies|technologies and tools|"
        "technical competencies|technical summary|tech stack|skills and tools|skills and technologies|"
        "skills and abilities|skills and competencies|skills and expertise|relevant skills|computer skills|"
        "it skills|software skills|software|software proficiency|hard skills|soft skills|additional skills|"
        "other skills|specialties|specialities|specialization|specializations|strengths|key strengths|"
        "core strengths|abilities|capabilities|core capabilities|programming skills|programming languages|"
        "skills highlights|highlighted skills|skill highlights|key skills and competencies|"
        "qualifications and skills|summary of skills|technical knowledge|technical background|it proficiency|"
        "technical strengths|technical toolkit|professional competencies|leadership skills|management skills|"
        "personal skills|interpersonal skills|transferable skills|marketing skills|my skills|what i do|"
        "core qualifications|key qualifications|areas of strength|areas of knowledge|areas of specialization|"
        "skills profile|skills and interests|skills and languages|skills interests|languages and skills|"
        "skills and certifications|fähigkeiten|kenntnisse|compétences|habilidades|competencias|aptitudes|"
        "competenze|competências|vaardigheden|computer proficiency|computer knowledge|functional skills|"
        "industry knowledge|domain knowledge|languages and technologies|languages and tools|frameworks|platforms|"
        "databases|skills and qualifications|professional expertise|technical and professional skills|"
        "it knowledge|software knowledge|tools and platforms|tools and software"
    ),
    Kind.CERTIFICATIONS: (
        "certifications|certification|certificates|certificate|licenses|licences|license|licensure|"
        "licenses and certifications|certifications and licenses|licensure and certifications|"
        "certifications and training|training and certifications|training and certification|"
        "certifications and credentials|professional certifications|professional certification|"
        "technical certifications|credentials|professional credentials|certifications and trainings|"
        "trainings and certifications|trainings|training|professional training|professional development|courses|"
        "courses and certifications|certifications and courses|online courses|licenses and certificates|"
        "certificates and licenses|certifications licenses|it certifications|professional licenses|"
        "courses and training|training and development|training and courses|"
        "professional development and certifications|achievements and certifications|"
        "certifications and achievements|zertifikate|certifications and awards|awards and certifications|"
        "additional training|specialized training|relevant certifications|professional qualifications|"
        "licenses and credentials|online certifications"
    ),
    Kind.PROJECTS: (
        "projects|personal projects|key projects|selected projects|academic projects|relevant projects|"
        "project experience|side projects|project details|technical projects|projects undertaken|"
        "notable projects|project work|major projects|research projects|course projects|university projects|"
        "open source|open source projects|open source contributions|portfolio|selected works|"
        "professional projects|project|project highlights|projects and research|research and projects|projekte|"
        "projets|proyectos|capstone project|representative projects|independent projects|class projects|"
        "software projects"
    ),
    Kind.ACCOMPLISHMENTS: (
        "accomplishments|key accomplishments|selected accomplishments|career accomplishments|achievements|"
        "key achievements|professional achievements|professional accomplishments|major accomplishments|awards|"
        "awards and honors|honors and awards|honors|honours|honours and awards|awards and recognition|"
        "recognition|awards and achievements|achievements and awards|selected achievements|career achievements|"
        "major achievements|academic achievements|accomplishments and activities|accolades|"
        "honors and achievements|awards and accomplishments|awards and recognitions|scholarships|"
        "scholarships and awards|honors and scholarships|grants and awards|academic honors|"
        "honors and distinctions|notable achievements|awards and scholarships|fellowships and awards"
    ),
    Kind.CHALLENGES: ("challenges solved|business challenges solved|challenges|problems solved|key challenges solved"),
    Kind.METRICS: ("key metrics|metrics|key results|results|impact|key figures"),
    Kind.LANGUAGES: (
        "languages|language|language skills|languages known|foreign languages|linguistic skills|"
        "language proficiency|known languages|sprachen|langues|idiomas|lingue|language competencies"
    ),
    Kind.VOLUNTEERING: (
        "volunteering|volunteer|volunteer experience|volunteer work|volunteer activities|community service|"
        "community involvement|social work|volunteer service|community|community engagement|volunteerism|"
        "volunteer and community service|civic engagement"
    ),
    Kind.OTHER: (
        "references|reference|interests|hobbies|hobbies and interests|interests and hobbies|personal interests|"
        "publications|selected publications|papers|patents|conferences|presentations|coursework|"
        "relevant coursework|relevant courses|activities|extracurricular activities|extra curricular activities|"
        "extracurriculars|co curricular activities|leadership|leadership and activities|activities and interests|"
        "memberships|affiliations|professional affiliations|professional memberships|associations|"
        "additional information|other information|miscellaneous|other|date of birth|declaration|personal|"
        "nationality|military|research|research interests|teaching|talks|service|professional service|press|"
        "media|clients|other activities|hobby|passions|professional organizations|organizations|extracurricular|"
        "additional|competitions|availability|visa status|most proud of|life philosophy|my time|a day of my life|"
        "favorite books|referees|documents|grants|exhibitions|invited talks|professional associations|"
        "publications and presentations|leadership and involvement|campus involvement|student activities|"
        "leadership activities|workshops|seminars|events|sports|driving license|personal traits|"
        "personal qualities|personality|travel|work authorization|work status|security clearance|clearance|"
        "board memberships|boards|community and interests|intérêts|centres d'intérêt|loisirs|intereses|hobbys"
    ),
}
KIND_OF: Mapping[str, Kind] = {phrase: kind for kind, phrases in _PHRASES.items() for phrase in phrases.split("|")}
"""Section by the plain words of its heading: lower case, `and` for every sign that means it."""
SURE = frozenset(
    "skills|technical skills|key skills|core competencies|core skills|areas of expertise|professional skills|"
    "computer skills|"
    "technical expertise|technical proficiencies|certifications|licenses and certifications|professional summary".split(
        "|"
    )
)
"""Headings that are hardly anything else, though they look less than the great ones."""
INLINE = frozenset(
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
"""Headings that may have their text behind them on the same line."""
