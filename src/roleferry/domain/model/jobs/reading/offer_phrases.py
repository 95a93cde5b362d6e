"""Headings that are sentences, about what is offered or wished for: "What's in it for you", "Bonus points if"."""

from __future__ import annotations

from roleferry.domain.model.jobs.reading.parts import Part

OFFERED: tuple[tuple[Part, str], ...] = (
    (
        Part.ASKED,
        (
            r"(?:what )?you offer(?: us)?|person specification|who you(?:'ll| will) be|what you(?:'re|"
            r" are) (?:great|good) at"
        ),
    ),
    (
        Part.DUTIES,
        (
            r"what are you going to do|(?:the )?scope of (?:the )?(?:work|role|job|position)|where "
            r"you(?:'ll)? come in|what (?:does|will) (?:the|this|your) (?:job|role|day|work|"
            r"week)\b.{0,40}look like"
        ),
    ),
    (Part.ROLE, r"(?:the |this |your )?opportunity"),
    (Part.LEGAL, r"(?:an )?equal opportunit(?:y|ies)(?: employer| statement)?"),
    (Part.FACTS, r"(?:the |our )?(?:work(?:ing)?|physical) (?:environment|conditions|demands|hours|arrangements?)"),
    (
        Part.BENEFITS,
        (
            r"what you(?:'ll| will) (?:learn|love)\b.{0,30}|what (?:you|to) (?:can )?expect(?: from "
            r"us)?|why (?!we would|this|the|you)[^ ]+(?: [^ ]+){0,2}|(?:growth|career) opportunities|"
            r"joining us"
        ),
    ),
    (
        Part.BENEFITS,
        (
            r"what (?:we|i|they)(?:'ll| will| can|'re|do| are)?(?: do)?(?: offer(?:ing)?| provide| "
            r"give| promise)\b.*"
        ),
    ),
    (Part.BENEFITS, r"(?:here(?:'s| is) )?what(?:'s| is) in (?:it|this) for you.*"),
    (
        Part.BENEFITS,
        (
            r"what(?:'s| is) on offer.*|what (?:do )?you(?:'ll| will| can)? (?:get|receive|earn|"
            r"enjoy)\b.*|you(?:'ll| will)? (?:get|receive)|what to expect from us.*"
        ),
    ),
    (
        Part.BENEFITS,
        (
            r"(?:alongside|in addition|in return|besides|as well as|on top)?\b.{0,40}\b(?:we|"
            r"you(?:'ll| will)) (?:offer|get|receive|can offer|are offered)(?: you)?(?: the "
            r"following)?"
        ),
    ),
    (
        Part.BENEFITS,
        (
            r"(?:our|the|we) (?:offer|offering|promise|package)(?: to you| you)?|(?:why|reasons to) "
            r"(?:join|work|choose|us|you(?:'ll| will| should)|we|apply)\b.*"
        ),
    ),
    (
        Part.BENEFITS,
        (
            r"life at .*|working at .*|you(?:'ll| will) (?:find with us|love working|enjoy)\b.*|what "
            r"makes us .*|(?:we(?:'ve| have) got|some of) .*(?:perks|benefits).*"
        ),
    ),
    (
        Part.PREFERRED,
        (
            r"(?:it(?:'s| is|'d be| would be)|that(?:'s| is)|these are|considered|what would be|would "
            r"be)? ?(?:a |an |also |really )*(?:nice|great|good|bonus|plus|pluses|advantage|asset|"
            r"awesome|cool)(?: to have(?:s)?| if.*| points.*| skills| you have.*)?"
        ),
    ),
    (
        Part.PREFERRED,
        (
            r"(?:bonus|extra|brownie) (?:points|credit|marks|skills|qualifications).*|.*\bincrease "
            r"your chances.*|.*\b(?:set you apart|make you stand out|help you stand out|stand out "
            r"if).*"
        ),
    ),
    (
        Part.PREFERRED,
        (
            r"(?:we(?:'d| would)|i(?:'d| would)) (?:also )?(?:love|like|be (?:happy|thrilled|"
            r"delighted|excited)|get really excited|be impressed|appreciate)\b.*|.*\b(?:nice|good|"
            r"great)[- ]to[- ]haves?\b.*"
        ),
    ),
    (
        Part.PREFERRED,
        (
            r"(?:even better|ideally|you(?:'ll| will)? get (?:bonus|extra)|you might also|you may "
            r"also|it helps|it would help|not required|optional)\b.*|(?:as )?(?:a )?(?:big |huge |"
            r"strong )?plus(?:es)?"
        ),
    ),
    (
        Part.PREFERRED,
        (
            r"(?:this|these|that|those|it|any|the following|what|what else|which|skills|experience|"
            r"following)\b.{0,40}\b(?:would be|is|are|considered|as) (?:a |an )?(?:big |strong |huge |"
            r"definite |distinct )?(?:plus|bonus|advantage|asset|beneficial|advantageous|desirable|"
            r"preferred)"
        ),
    ),
)
"""Tried in this order, before `role_phrases.TOLD`."""
