"""What a piece of text looks like: a title, a company, a school."""

from __future__ import annotations

import re

from roleferry.domain.model.text import Span
from roleferry.domain.model.vocabulary import Vocabulary

_COMPANY = re.compile(
    r"\b(?:inc|llc|llp|ltd|limited|corp|corporation|co|company|gmbh|ag|plc|pvt|s\.?a|b\.?v|technologies|"
    r"technology|tech|solutions|"
    r"systems|services|group|holdings|partners|associates|consulting|consultants|consultancy|bank|university|"
    r"college|school|schools|"
    r"hospital|clinic|institute|foundation|agency|ministry|department|laboratory|laboratories|labs?|studios?|"
    r"media|software|"
    r"industries|international|global|enterprises?|ventures|capital|insurance|airlines|airways|hotels?|"
    r"restaurant|cafe|centers?|suites|resort|inn|casino|"
    r"centre|church|council|association|society|networks?|firm|stores?|health|healthcare|medical|pharma|"
    r"pharmaceuticals|energy|"
    r"electric|motors|foods|logistics|construction|realty|properties|district|county|city of|university of|"
    r"army|navy|air force|"
    r"government|office of|bureau|authority|academy|library|museum|trust|union|club|digital|robotics|"
    r"analytics|interactive|"
    r"communications|telecom|entertainment|productions|publishing|financial|finance|securities|investments|legal|law|"
    r"manufacturing|engineering|staffing|security|gym|fitness|\.com|\.io|\.ai|& (?:sons|co))\b\.?",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"\b(?:inc|llc|llp|ltd|limited|corp|corporation|gmbh|plc|pvt|company|technologies|group|bank|hospital|"
    r"university)\b\.?,?(?:$| )",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:engineer|developer|manager|director|analyst|consultant|architect|administrator|admin|specialist|"
    r"coordinator|assistant|"
    r"associate|officer|president|vp|svp|evp|avp|ceo|cto|cfo|coo|cio|cmo|chief|head|lead|leader|supervisor|"
    r"intern|internship|"
    r"trainee|apprentice|technician|scientist|researcher|designer|teacher|professor|instructor|lecturer|tutor|"
    r"nurse|physician|"
    r"doctor|pharmacist|therapist|accountant|auditor|bookkeeper|cashier|clerk|representative|rep|agent|"
    r"advisor|adviser|counsel|"
    r"counselor|attorney|lawyer|paralegal|secretary|receptionist|writer|copywriter|editor|journalist|reporter|producer|"
    r"photographer|videographer|artist|illustrator|animator|planner|buyer|merchandiser|salesperson|salesman|"
    r"executive|strategist|"
    r"marketer|recruiter|partner|principal|founder|co-founder|cofounder|owner|freelancer|contractor|"
    r"programmer|tester|electrician|"
    r"mechanic|machinist|operator|driver|foreman|welder|plumber|carpenter|chef|cook|baker|waiter|waitress|"
    r"server|bartender|barista|"
    r"host|hostess|guard|fellow|postdoc|ambassador|volunteer|captain|coach|trainer|mentor|facilitator|"
    r"organizer|controller|"
    r"treasurer|broker|underwriter|adjuster|estimator|inspector|investigator|librarian|curator|superintendent|"
    r"steward|sergeant|"
    r"lieutenant|commander|dispatcher|handler|packer|picker|loader|worker|laborer|labourer|helper|aide|"
    r"caregiver|nanny|janitor|"
    r"custodian|housekeeper|cleaner|attendant|concierge|stylist|hygienist|dentist|surgeon|veterinarian|"
    r"biologist|chemist|"
    r"statistician|economist|psychologist|translator|interpreter|surveyor|drafter|assembler|fabricator|"
    r"installer|practitioner|"
    r"evangelist|advocate|liaison|generalist|expert|staff|crew member|team member|associate|banker|teller|"
    r"trader|owner|master|"
    r"dba|sdet|qa|scrum master|ta|ra|member of technical staff|entrepreneur|seller|merchant|promoter|"
    r"paramedic|emt|firefighter|"
    r"directeur|ingénieur|développeur|responsable|chef de projet|stagiaire|ingeniero|desarrollador|gerente|"
    r"director[ae]?|"
    r"\w*entwickler|\w*ingenieur|\w*leiter|\w*berater|\w*konstrukteur|werkstudent|praktikant)(?:s|in)?\b",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"\b(?:university|universit[äéàa]t?|université|universidad|universidade|università|universiteit|college|"
    r"school|institute|"
    r"institut|instituto|berufskolleg|berufsschule|realschule|volkshochschule|colegio|liceo|academy|polytechnic|politecnico|polytechnique|école|ecole|escuela|hochschule|"
    r"fachhochschule|gymnasium|lycée|"
    r"conservatory|seminary|faculty|academia|vidyalaya|vidya|iit|nit|iim|iiit|bits|mit|ucla|usc|nyu|cuny|suny|"
    r"ucsd|ucsb|uc|unc|"
    r"caltech|eth|epfl|lse|ucl|wgu|asu|tu|rwth|kth|insead|vit|utep|uta|utsa|utd|lsu|lmu|byu|bootcamp|"
    r"boot camp|campus|univ|"
    r"georgia tech|virginia tech|texas tech|general assembly|coursera|udacity|sdsu|sjsu|csu|fsu|usf|fiu|unlv|"
    r"vcu|osu|psu|msu|jntu|vtu|gtu|rgpv|ignou|aktu|uptu|sppu|nmims|kiit|insa|lpu|srm|bhu|iisc|isb|xlri|cvut|agh)\b\.?",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"^(?:[A-Z][a-z]+ed|[A-Z][a-z]{2,}ing|led|built|drove|ran|grew|won|wrote|made|oversaw|taught|held|kept|"
    r"met|set|cut|sold|spoke|"
    r"design|develop|create|manage|provide|work|maintain|assist|support|perform|ensure|conduct|implement|"
    r"coordinate|prepare|"
    r"collaborate|analyze|write|build|test|review|handle|monitor|participate|responsible|serve as|help|act as|"
    r"key|used|using)\b(?! ?(?:engineer|"
    r"manager|analyst|assistant|associate|specialist|coordinator|technician|director|lead|officer|consultant|"
    r"agent|executive|"
    r"representative|intern|services|group|solutions|company|nurse|teacher|professor|scientist|clerk|"
    r"supervisor|partner))",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"\b(?:b\.?\s?tech|m\.?\s?tech|b\.?\s?sc|m\.?\s?sc|b\.?\s?com|m\.?\s?com|b\.\s?e|master(?=\s+in\b|\s*[,:(])|"
    r"(?:pg |post[- ]?graduate |graduate |advanced |higher |national )?diplom(?:a|e)?|postgraduate|"
    r"undergraduate degree|"
    r"certificate (?=in|of)|10th|12th|xth|xiith|sslc|intermediate|higher secondary|senior secondary|"
    r"secondary school|laurea|"
    r"licenciatura|licenciado|grado en|maestría|ingeniería|staatsexamen|magister|licence|baccalauréat|"
    r"specialist degree|"
    r"apprenticeship)\b\.?(?:\s*\(hons?\.?\))?",
    re.IGNORECASE,
)
WORKED = re.compile(
    r"^(?:(?:i am |i have |i )?(?:currently |presently |previously )?(?:work(?:ed|ing)|serv(?:ed|ing)|employed) "
    r"(?:as|with|at|in|for)|designated as)\s+(?:an?\s+|the\s+)?(?=[A-Z])",
    re.IGNORECASE,
)
"""How a job is told in a sentence: `Worked as a Baker in Crumb Ltd from 2014 to 2018.`"""
_FEW_WORDS = 6
_LONGEST_SCHOOL = 120
_LONG_TITLE = 10


_SEVERAL = re.compile(r"(?:ants|ers|ors|ists|ents|ates|ects)$", re.IGNORECASE)
"""Endings of several people: a firm of accountants, not a title."""


def title_score(text: str, vocabulary: Vocabulary) -> int:
    """Return 0–4: how much a text looks like the title of a job."""
    words = text.split()
    if not words or len(words) > _LONG_TITLE or text[-1:] in ".!?" or _starts_as_sentence(text, vocabulary):
        return 0
    if len(words) > 1 and _SEVERAL.search(words[-1]):
        return 0
    score = 2 if vocabulary.is_title(text) else 0
    found = list(_TITLE.finditer(text))
    if found:
        score += 1
        head = re.split(r"\s*[,(/|&–-]|\s+(?:of|for|in|to)\s", text)[0]
        score += bool(_TITLE.search(head)) and any(match.end() >= len(head.rstrip()) - 4 for match in found)
    return score - (2 if _LEGAL.search(text) else 0)


def company_score(text: str) -> int:
    """Return 0–3: how much a text looks like the name of a company."""
    if not text or len(text.split()) > _LONG_TITLE or text[-1:] in "!?":
        return 0
    return (
        3 * bool(_LEGAL.search(text))
        or 2 * bool(_COMPANY.search(text))
        or int(text[:1].isupper() and len(text.split()) <= _FEW_WORDS)
    )


def find_degrees(text: str, vocabulary: Vocabulary) -> tuple[Span, ...]:
    """Return where degrees stand in a text of the education section, where looser spellings can be trusted."""
    known = [span for _, span in vocabulary.find_degrees(text)]
    loose = [Span(*match.span()) for match in _DEGREE.finditer(text)]
    return tuple(
        sorted(known + [span for span in loose if not any(o.start < span.end and span.start < o.end for o in known)])
    )


def is_school(text: str) -> bool:
    """Whether a text names a place of learning."""
    return bool(_SCHOOL.search(text)) and len(text) < _LONGEST_SCHOOL


def begins_with_verb(text: str) -> bool:
    """Whether a line tells what was done, rather than naming a title or company."""
    return (bool(_VERB.match(text)) and not WORKED.match(text)) or text[:1].islower()


def _starts_as_sentence(text: str, vocabulary: Vocabulary) -> bool:
    return begins_with_verb(text) and not vocabulary.is_title(text)
