"""
Tell a literal résumé line as something I did, changing at most the case and tense of its first verb.

"Reduced p95 latency by 40 %." → "reduced p95 latency by 40 %" (to stand after "I"). A line that cannot be told that way
safely is not told; it can still be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from roleferry.domain.model.writing.verbs import ADJECTIVES_TOO, GERUNDS, NOUNS_TOO, PAST, PASTS, THIRDS

_EDGES = " \t\r\n•●◦▪■‣·*–—-.;:,|>"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DETERMINERS = frozenset(
    """a an the all and both new our your my multiple several various cross-functional with to up for over out this
    these their its""".split()
)
_HELD = re.compile(r"^(responsible|accountable) for\b|^in charge of\b|^(?:tasked|charged) with \w+ing\b", re.IGNORECASE)
_FIRST_PERSON = re.compile(r"^I (?=[a-z])")
_ALSO_BASE = re.compile(r"(?:,| and| or|/|&) ?([a-z-]+)")
_CHAIN = re.compile(r"(?:, [a-z-]+)*,? (?:and|&) [a-z-]+(?= )")
_JOINED = re.compile(r"(?P<mark>,? (?:and|&) )(?P<verb>[a-z-]+)(?P<next>(?: [\w'’$€£-]+)?)")
_PARTICIPLE = re.compile(r", (?:[a-z]+ly )?[a-z-]+ing\b|\b(?:by|for|while|when|through|before|after) [a-z-]+ing\b")
"""What goes on in -ing by itself: "…, quickly responding to threats and removing them", "by moving and testing"."""
_OBJECTLESS = frozenset("of and or & to for in on at by with".split())
_FORBIDDEN = re.compile(r"\{\{|\{%|\}\}|%\}|\bour (?:team|company)\b|[\x00-\x08\x0b-\x1f\x7f\ufffd]", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\[[^\]]*\]|\{[^}]*\}|<[a-z][^<>]*>|\bX{2,}\b|\blor\w+ ips\w+\b", re.IGNORECASE)
_BARE_TEAM = re.compile(r"^(?P<verb>[a-z]+) (?P<kind>(?:[a-z]+(?:-[a-z]+)* ){0,2}(?:team|crew|group) of )(?=\d)")
_FEWEST_WORDS = 3
_ITEMS = re.compile(r"[,|•·;/]")
_ITEMS_OF_A_LIST = 4
_NAMES_OF_A_LIST = 3
_WORDS_OF_A_NAME = 3
_MOSTLY = 0.75


def tidy(line: str) -> str:
    """Return the line without its bullet sign, its last full stop and its line breaks."""
    return " ".join(line.split()).strip(_EDGES + "\u2028\u2029").strip()


def usable(line: str) -> bool:
    """Tell whether a line may be repeated in a mail: no template marks, no placeholder, no shouting, long enough."""
    letters = [char for char in line if char.isalpha()]
    shouting = sum(char.isupper() for char in letters) * 2 > len(letters)
    return (
        bool(letters)
        and not shouting
        and not _FORBIDDEN.search(line)
        and not _PLACEHOLDER.search(line)
        and _wordy(line)
        and not _is_list(line)
    )


def _is_list(line: str) -> bool:
    """Tell whether a line only lists names: "Docker, Kubernetes (EKS), Terraform, Jenkins" tells of no work done."""
    items = [item for item in _ITEMS.split(tidy(line)) if item.strip()]
    first = _WORD.match(tidy(line))
    acts = first is not None and (first[0].lower() in PASTS or first[0].lower() in PAST or first[0].lower() in GERUNDS)
    short = sum(len(item.split()) <= _WORDS_OF_A_NAME for item in items)
    names = all(item.strip()[0].isupper() or item.strip()[0].isdigit() for item in items)
    if names and len(items) >= _NAMES_OF_A_LIST:
        return not acts and short * 2 > len(items)
    return not acts and len(items) >= _ITEMS_OF_A_LIST and short >= _MOSTLY * len(items)


def _wordy(line: str) -> bool:
    return len(line.split()) >= _FEWEST_WORDS


def as_done(line: str, *, still_held: bool = True) -> str | None:
    """
    Return the line so that it reads on after "I", or None when that cannot be done safely.

    `still_held` tells whether the job it belongs to goes on: what is done there today may stand in the present tense.
    """
    text = tidy(line)
    if not usable(text):
        return None
    if _FIRST_PERSON.match(text):
        return text[2:]
    if _HELD.match(text):
        return f"{'am' if still_held else 'was'} {text[0].lower()}{text[1:]}"
    told = _from_verb(text, still_held=still_held)
    return _BARE_TEAM.sub(_with_article, told) if told else None


def _with_article(match: re.Match[str]) -> str:
    """Give the article back that résumés leave out: "led cross-functional team of 8" → "led a cross-functional …"."""
    kind = match["kind"]
    if _next_word(kind) in _DETERMINERS - {"cross-functional"}:
        return match.group()
    return f"{match['verb']} {'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _from_verb(text: str, *, still_held: bool) -> str | None:
    first = _WORD.match(text)
    if first is None or not _looks_like_a_verb(first.group()):
        return None
    word, rest = first.group().lower(), text[first.end() :]
    if rest[:1] not in {" ", ","}:
        return None
    if word.endswith("ly"):
        then = _from_verb(rest.strip(), still_held=still_held)
        return f"{word} {then}" if then and then.split()[0] in PASTS else None
    if word in PASTS and not (word in PAST and word != PAST[word]):
        return (
            f"{word}{rest}" if word not in ADJECTIVES_TOO or _next_word(rest) in _DETERMINERS | {"on", "in"} else None
        )
    return _from_present(word, rest, still_held=still_held)


def _from_present(word: str, rest: str, *, still_held: bool) -> str | None:
    base = word if word in PAST else THIRDS.get(word) or GERUNDS.get(word)
    if base is None or (word == base and base in NOUNS_TOO and _next_word(rest) not in _DETERMINERS):
        return None
    if word in GERUNDS and _next_word(rest) == "of":
        return None
    forms = GERUNDS if word in GERUNDS else THIRDS if word in THIRDS else {verb: verb for verb in PAST}
    if forms is not GERUNDS and word == base and still_held:
        return f"{base}{rest}"
    told = _same_tense(rest, forms, still_held=still_held)
    return None if told is None else f"{base if still_held else PAST[base]}{told}"


def _same_tense(rest: str, forms: Mapping[str, str], *, still_held: bool) -> str | None:
    """
    Return the words after the first verb, with the verbs joined to it in its new tense; None where that is not sure.

    Verbs in a row with the first ("design, build and run") are changed; so is one after "and" with an object of its own
    ("managing a team and training the new"), unless it may as well be a noun. What follows a comma alone may stay:
    "performed checks, providing reports".
    """

    def changed(verb: str) -> str:
        return forms[verb] if still_held else PAST[forms[verb]]

    chain = _CHAIN.match(rest)
    head = chain[0] if chain and all(verb in forms for verb in _ALSO_BASE.findall(chain[0])) else ""
    told = re.sub(r"[a-z-]+", lambda verb: changed(verb[0]) if verb[0] in forms else verb[0], head)
    tail = rest[len(head) :]
    aside = _PARTICIPLE.search(tail) if forms is GERUNDS else None
    tail, kept = (tail[: aside.start()], tail[aside.start() :]) if aside else (tail, "")
    if any(_is_joined_verb(found, forms) is None for found in _JOINED.finditer(tail)):
        return None
    if forms is not GERUNDS and any(verb in forms for verb in re.findall(r", ([a-z-]+)", tail)):
        return None
    changed_tail = _JOINED.sub(
        lambda found: (
            f"{found['mark']}{changed(found['verb'])}{found['next']}" if _is_joined_verb(found, forms) else found[0]
        ),
        tail,
    )
    return f"{told}{changed_tail}{kept}"


def _is_joined_verb(found: re.Match[str], forms: Mapping[str, str]) -> bool | None:
    """Tell whether the word after "and" is a verb of the same form; None where it may be a verb or a noun."""
    verb, following = found["verb"], found["next"].strip().lower()
    if verb not in forms:
        return False
    if not following or following in _OBJECTLESS:
        return False if forms is GERUNDS else None
    if following in _DETERMINERS - _OBJECTLESS or forms[verb] not in NOUNS_TOO:
        return True
    return True if forms is GERUNDS else None


def as_task(line: str) -> str | None:
    """Return an advert's line so that it reads on after "someone to", "our" told as "your"; None when it cannot."""
    text = re.sub(
        r"^(?:you(?:'|’)?(?: wi)?ll|you will|be able to|ability to|will)\s+", "", tidy(line), flags=re.IGNORECASE
    )
    first = _WORD.match(text)
    if not usable(text) or first is None or text[first.end() : first.end() + 1] not in {" ", ","}:
        return None
    word, rest = first.group().lower(), text[first.end() :]
    base = word if word in PAST else GERUNDS.get(word)
    if base is None or (
        base in NOUNS_TOO and word == base and _next_word(rest) not in _DETERMINERS and "," not in rest[:1]
    ):
        return None
    if word in GERUNDS and _next_word(rest) == "of":
        return None
    if word != base and any(other in GERUNDS for other in _ALSO_BASE.findall(rest)):
        return None
    return _as_yours(f"{base}{rest}")


def _as_yours(text: str) -> str | None:
    if re.search(r"\b(?:you|your|yours|us|I|my|me)\b", text):
        return None
    return re.sub(r"\bwe're\b", "you are", re.sub(r"\bwe\b", "you", re.sub(r"\b[Oo]ur\b", "your", text)))


def _looks_like_a_verb(word: str) -> bool:
    return word[1:].islower() or (word[0].isupper() and "-" in word and word.rsplit("-", maxsplit=1)[-1][1:].islower())


def _next_word(rest: str) -> str:
    found = re.match(r"[\s,]*([\w-]+)", rest)
    return found.group(1).lower() if found else ""
