"""What makes a line something asked for."""

from __future__ import annotations

from roleferry.domain.model.jobs.reading.cue import Side, cues

_LEVEL = (
    r"(?:very |highly |extremely |truly |really |genuinely )?(?:strong|solid|excellent|good|"
    r"proven|great|deep|extensive|exceptional|outstanding|broad|sound|advanced|"
    r"demonstrated|demonstrable|thorough|superior|significant|effective|basic|working|"
    r"practical|prior|previous|relevant|substantial|in-depth|"
    r"proficient|fluent|hands-on|expert|comprehensive|considerable|minimum|robust|first-class|"
    r"superb|high|keen|general|intermediate|"
    r"detailed|impeccable|well-developed|clear|understanding|familiarity|knowledge|expertise|"
    r"proficiency|recent|some|a|an)"
)

ASKED = cues(
    Side.ASKED,
    (
        2.6,
        (
            r"\b[0-9]\d*(?:\.\d+)?\s?(?:\+|plus|or more)?\s?(?:-|to|–)?\s?\d*\s?\+?\s?(?:years?|yrs?|"
            r"months?)'?\b(?! (?:in a row|of (?:history|growth|success|stability)|ago|old\b|from now|"
            r"running|anniversary|contract|plan|roadmap|strategy))"
        ),
    ),
    (
        1.6,
        (
            r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|multiple|many|one|couple "
            r"of)(?: \(\d+\))?(?: or more|\+| plus)? (?:years?|months)\b"
        ),
    ),
    (
        2.4,
        (
            r"\b(?:experience|exposure|track record|background|expertise|experienced|grounding|"
            r"pedigree|history)(?: level)? (?:with|in|of|as|on|using|working|building|developing|"
            r"managing|leading|across|within|designing|delivering|running|writing|creating|from|at|"
            r"supporting|implementing|and|or|to|is|would|required|preferred|gained|handling|operating|"
            r"performing|providing|selling|teaching|dealing)\b"
        ),
    ),
    (1.5, r"\bexperience\b|\bexperienced\b"),
    (
        2.6,
        (
            r"\b(?:knowledge|understanding|familiarity|proficiency|command|grasp|mastery|awareness|"
            r"appreciation|fluency|comprehension|competence|competency|literacy|skilled|proficient|"
            r"fluent|fluently|conversant|familiar|adept|versed|competent|acquainted|confident)(?: "
            r"level| skills?)? (?:of|with|in|on|at|about|around|and|or|using|when|is|english|german|"
            r"french|spanish|dutch)\b|\bwell[- ]versed\b"
        ),
    ),
    (
        2.2,
        (
            r"\b(?:abilit(?:y|ies) to|able to|capab(?:le|ility) (?:of|to)|capacity (?:to|for)|"
            r"aptitude|willing(?:ness)?(?: and able)? to|willingness|desire to|eager(?:ness)? to|"
            r"readiness|flexibility|not afraid|comfortable|comfort|passion(?:ate)? (?:for|about)|"
            r"enthusias\w+ (?:for|about)|enthusiastic|interest(?:ed)? in|curiosity|curious|keen (?:to|"
            r"on|interest|eye)|love (?:of|for)|commitment to|committed to|drive to|motivated|"
            r"motivation|appetite|hunger|zeal)\b"
        ),
    ),
    (
        3.0,
        (
            r"\b(?:bachelor|master|phd|ph\.d|doctorate|doctoral|b\.?sc?\.?|m\.?sc?\.?|b\.?a\.?|mba|"
            r"b\.?tech|m\.?tech|beng|meng|diploma|a[- ]levels?|gcses?|associate'?s?|undergraduate|"
            r"graduate|postgraduate|university|college|high[- ]school|ged|hnd|nvq|apprenticeship|"
            r"vocational)(?:'?s)?\b(?:.{0,40})\b(?:degree|qualification|diploma|in|or|equivalent|"
            r"required|preferred|education|level)\b"
        ),
    ),
    (
        2.2,
        (
            r"\bdegree\b(?! of\b)|\b(?:certif(?:ication|icate|ied)s?|accredit(?:ed|ation)|chartered|"
            r"licen[sc]e[ds]?|licensure|qualified|registered)\b|\bor (?:equivalent|similar|"
            r"comparable)\b|\bdriver'?s?\b|\bdriving licen[cs]e"
        ),
    ),
    (
        2.2,
        (
            r"\b(?:skills?|mindset|attitude|work ethic|thinker|player|starter|communicator|"
            r"self-starter|learner|problem[- ]solver|judg(?:e)?ment|acumen|qualities|approach|"
            r"personality|manner|presence|listener|organi[sz]er|professional|attention to detail|eye "
            r"for detail|initiative|integrity|curiosity|empathy|resilience|adaptability|creativity|"
            r"discipline|reliability|professionalism|enthusiasm|expertise|knowledge|background|"
            r"experience|fluency|english|german|french|spanish)(?: (?:required|preferred|essential|"
            r"needed|desirable|a must|is a must|is a plus|is essential|is required))?[.,;!]?$"
        ),
    ),
    (
        1.7,
        (
            r"\b(?:(?:interpersonal|communication|organi[sz]ational|analytical|verbal|writing|"
            r"presentation|leadership|technical|people|soft|coding|programming|computer|language|"
            r"negotiation|time[- ]management|problem[- ]solving|listening|social|management|planning|"
            r"numeracy|research|team[- ]?working|customer service|written|it|english)(?:,? and| &| or|"
            r"/|,)? ?){1,5}(?:skills?|abilit(?:y|ies)|competenc\w+|proficiency)\b|\bskills? (?:in|at|"
            r"with)\b|\bskill[- ]?set\b"
        ),
    ),
    (
        2.0,
        (
            r"\byou(?:'ve| have| possess| hold| own| bring|(?: are|'re)(?! (?:responsible for|"
            r"involved|working|in charge|expected|engaged|part of|the|our))| know| understand| speak| "
            r"love| enjoy| like| can| think| thrive| care| want| value| feel| embrace| communicate| "
            r"believe| get excited| never| always| don't| appreciate| live| stay| take pride| pay)\b"
        ),
    ),
    (
        1.8,
        (
            r"\byou(?:'ll| will| should| must| would|'d| may| might| ideally| also| need to)+ "
            r"?(?:also |ideally |likely |already |probably )*(?:have|need|possess|bring|understand|"
            r"know|demonstrate|enjoy|hold|be (?:a|an|able|proficient|fluent|familiar|comfortable|"
            r"passionate|confident|experienced|skilled|someone|self|highly|well|good|great|"
            r"organi[sz]ed|curious|motivated|educated|degree|willing|prepared|fully|capable|"
            r"technically|detail|happy|qualified))\b"
        ),
    ),
    (
        2.0,
        (
            r"\b(?:must|should|need to|needs to|required to)(?: also)? (?:have|be|possess|hold|"
            r"demonstrate|know|understand|speak|live|reside|obtain|pass|meet)\b|\bmust\b|\b(?:is|are) "
            r"(?:a must|required|essential|mandatory|necessary|needed|expected|crucial|critical|"
            r"important)\b|\b(?:required|essential|mandatory)[.)]?$"
        ),
    ),
    (2.0, r"\b(?:at least|minimum(?: of)?|min\.?) (?:\d|one|two|three|four|five|six|seven|eight|ten|an? |of )"),
    (
        2.6,
        (
            r"^[a-z][^:.]{2,45}: (?:the )?(?:ability|expertise|experienced?|knowledge|skills?|proficien(?:cy|t)|"
            r"understanding|familiarity|demonstrated|proven|strong|excellent|capable|able)\b"
        ),
    ),
    (
        2.4,
        (
            rf"^{_LEVEL}(?:,? (?:and |or |& )?[a-z-]+){{0,6}} (?:skills?|knowledge|understanding|"
            rf"experience|background|ability|abilities|sense|command|track record|expertise|"
            rf"familiarity|proficiency|grasp|interest|foundation|fundamentals|competenc\w+|work ethic|"
            rf"communicator|exposure|judg(?:e)?ment|acumen|attention|english|eye|leader|team|developer|"
            rf"engineer|awareness|desire)\b"
        ),
    ),
    (1.2, rf"^{_LEVEL} "),
    (
        2.2,
        (
            r"^(?:highly |very |extremely |strongly |well[- ])?(?:self[- ](?:motivated|starter|driven|"
            r"directed|confident|sufficient|aware|disciplined|reliant)|team[- ]?(?:player|oriented|"
            r"spirit|work)|detail[- ](?:oriented|focused)|results?[- ](?:oriented|driven|focused)|"
            r"goal[- ]oriented|customer[- ](?:focused|centric|oriented)|customer (?:service|focus)|"
            r"organi[sz]ed|analytical|creative|proactive|pro-active|flexible|adaptable|reliable|"
            r"dependable|articulate|energetic|driven|ambitious|innovative|pragmatic|structured|"
            r"independent|entrepreneurial|collaborative|solution|service|positive|friendly|"
            r"professional|responsible (?!for)|punctual|numerate|computer literate|literate|resilient|"
            r"resourceful|confident|patient|honest|computer|it literate|tech[- ]savvy|open[- ]minded|"
            r"open[- ]minded|quick|fast learner|critical thinking|curious|motivated|fluent|native|"
            r"bilingual|multi-?task\w*|strategic thinker)\b"
        ),
    ),
    (
        2.0,
        (
            r"\b(?:authori[sz]ed to work|right to work|work (?:permit|visa|authori[sz]ation)|"
            r"citizen(?:ship)?|security clearance|clearance|background check|dbs|drug (?:test|"
            r"screen)\w*|18 years|legally|eligib(?:le|ility) to work|lift (?:up )?to|travel (?:up to|"
            r"as|when|required)|valid (?:driver|uk|passport)|full (?:uk )?driving)\b"
        ),
    ),
    (
        1.0,
        (
            r"\b(?:such as|similar|etc|e\.g\.?|i\.e\.?|or other|or related|related (?:field|"
            r"discipline|area|experience)|relevant|equivalent|preferably|ideally|or better)\b"
        ),
    ),
    (
        2.4,
        (
            r"\b(?:a plus|a bonus|big plus|is plus|preferred|preferable|preferably|nice to have|"
            r"desirable|desired|advantage(?:ous)?|an asset|beneficial|ideally|bonus points?|would be "
            r"(?:great|nice|good|ideal|helpful|useful|a|an)|helpful|highly regarded|welcome but)\b"
        ),
    ),
    (
        1.1,
        (
            r"\b(?:java|javascript|typescript|python|c\+\+|c#|sql|nosql|html5?|css3?|react|"
            r"angular|vue|node(?:\.?js)?|aws|azure|gcp|docker|kubernetes|linux|git|jira|excel|word|"
            r"powerpoint|sap|salesforce|php|ruby|golang|scala|kotlin|swift|terraform|jenkins|ci/cd|"
            r"kafka|spark|hadoop|mysql|postgres\w*|mongodb|oracle|rest|graphql|spring|django|rails|"
            r"photoshop|figma|autocad|tableau|power bi|microsoft office|ms office|office suite|google "
            r"suite|tdd|bdd|scrum|kanban|agile|oop|unix|bash|android|ios)\b|\b\.net\b"
        ),
    ),
    (
        1.6,
        (
            r"^(?:having|possess(?:es|ing)?|hold(?:s|ing)?|knowing|knows?|understand(?:s|ing)?|has|"
            r"have|is|demonstrat(?:e|ed|es|ing) (?:an? |the |strong |clear |good |excellent "
            r")?(?:ability|understanding|experience|knowledge|track|success|leadership)|previous|"
            r"prior|no |any |both |someone|a person|candidates?|applicants?|the ability|an ability|a "
            r"willingness|a passion|a background|hands-on|thrive|enjoy|love|comfortable|attention|"
            r"work(?:ing)? (?:knowledge|experience|under pressure|well|independently|effectively|"
            r"autonomously)|use of|willing|available|availability|fluent|proven|demonstrable|think|"
            r"can|excellent|must)\b"
        ),
    ),
    (
        2.4,
        (
            r"\b(?:candidates?|applicants?|person|individual|you)(?:'ll| will| should| must| would)? "
            r"(?:also |ideally |"
            r"currently |need to |be able to |be expected to )*(?:demonstrate|possess|be able|be used "
            r"to|be accustomed)\b|"
            r"\b(?:candidates?|applicants?|person|individual)(?: will| should| must| would) (?:also |"
            r"ideally |need to )*"
            r"(?:have|hold|be (?:an?|experienced|educated|qualified|used))\b"
        ),
    ),
    (
        1.3,
        (
            r"\b(?:under pressure|fast[- ]paced|ambiguity|independently|autonomously|own initiative|"
            r"multi-?task|priorit(?:ies|i[sz]e) (?:work|tasks|multiple|competing)|team environment|"
            r"self-|tight deadlines|both (?:written|verbal)|verbal and written|written and verbal|"
            r"written and spoken|spoken and written|verbally and in writing)\b"
        ),
    ),
)
