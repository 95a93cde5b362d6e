"""Places, as far as their form tells: `Austin, TX`, `Berlin, Germany`, `Remote`."""

from __future__ import annotations

import re

_STATES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC "
    "SD TN TX UT VT VA WA WV WI WY DC PR ON QC BC AB MB SK NS NB NL PE NSW VIC QLD UK USA US UAE U.S. U.S.A. U.K. KSA"
)
_NAMES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|"
    "Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|"
    "Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|"
    "Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|"
    "Calif|Fla|Mass|Ill|Penn|Tex|Ontario|Quebec|Québec|British Columbia|Alberta|Manitoba|Nova Scotia|Victoria|Queensland|"
    "England|Scotland|Wales|Ireland|Northern Ireland|United Kingdom|Great Britain|United States|United States of America|Canada|"
    "Mexico|México|Brazil|Brasil|Argentina|Chile|Colombia|Peru|Ecuador|Venezuela|Uruguay|Costa Rica|Panama|Guatemala|Cuba|"
    "Dominican Republic|Puerto Rico|Jamaica|Trinidad|Germany|Deutschland|France|Spain|España|Portugal|Italy|Italia|Switzerland|"
    "Schweiz|Austria|Österreich|Belgium|Netherlands|The Netherlands|Luxembourg|Denmark|Sweden|Norway|Finland|Iceland|Poland|"
    "Polska|Czech Republic|Czechia|Slovakia|Hungary|Romania|Bulgaria|Serbia|Croatia|Slovenia|Greece|Turkey|Türkiye|Cyprus|Malta|"
    "Ukraine|Russia|Belarus|Estonia|Latvia|Lithuania|Moldova|Armenia|Azerbaijan|Kazakhstan|Uzbekistan|Israel|Palestine|Lebanon|"
    "Jordan|Egypt|Morocco|Tunisia|Algeria|Libya|Sudan|Ethiopia|Kenya|Uganda|Tanzania|Rwanda|Nigeria|Ghana|Senegal|Cameroon|"
    "South Africa|Zimbabwe|Zambia|Botswana|Namibia|Mauritius|Saudi Arabia|United Arab Emirates|Qatar|Kuwait|Bahrain|Oman|Iraq|"
    "Iran|Pakistan|India|Bangladesh|Sri Lanka|Nepal|China|Hong Kong|Taiwan|Japan|South Korea|Korea|Vietnam|Thailand|Malaysia|"
    "Singapore|Indonesia|Philippines|Cambodia|Myanmar|Mongolia|Australia|New Zealand|Karnataka|Maharashtra|Tamil Nadu|Telangana|"
    "Andhra Pradesh|Kerala|Gujarat|Rajasthan|Uttar Pradesh|West Bengal|Haryana|Punjab|Madhya Pradesh|Bihar|Odisha|Bavaria|"
    "Catalonia|Dubai|Abu Dhabi"
)
_CITIES = (
    "New York City|New York|NYC|San Francisco|Los Angeles|Chicago|Houston|Boston|Seattle|Austin|Dallas|Atlanta|Denver|Miami|"
    "Philadelphia|Phoenix|San Diego|San Jose|Portland|Washington DC|Washington D.C.|London|Paris|Berlin|Munich|Hamburg|Madrid|"
    "Barcelona|Amsterdam|Brussels|Zurich|Zürich|Vienna|Dublin|Manchester|Birmingham|Edinburgh|Glasgow|Toronto|Montreal|Vancouver|"
    "Ottawa|Sydney|Melbourne|Brisbane|Auckland|Tokyo|Beijing|Shanghai|Shenzhen|Seoul|Mumbai|Delhi|New Delhi|Bangalore|Bengaluru|"
    "Hyderabad|Chennai|Pune|Kolkata|Noida|Gurgaon|Gurugram|Ahmedabad|Karachi|Lahore|Islamabad|Dhaka|Colombo|Lagos|Nairobi|Cairo|"
    "Johannesburg|Cape Town|Tel Aviv|Istanbul|Moscow|Kyiv|Kiev|Warsaw|Prague|Budapest|Bucharest|Athens|Lisbon|Porto|Rome|Milan|"
    "Stockholm|Oslo|Copenhagen|Helsinki|Manila|Jakarta|Bangkok|Kuala Lumpur|Mexico City|São Paulo|Sao Paulo|Rio de Janeiro|"
    "Buenos Aires|Bogota|Bogotá|Santiago|Lima"
)
_REMOTE = r"(?:100% |Fully )?Remote(?:ly)?(?: \([^)]*\))?|Hybrid|On-?site|Work from Home|WFH|Worldwide|Telecommute"
_CODE = r"(?:" + "|".join(map(re.escape, sorted(_STATES.split(), key=lambda code: (-len(code), code)))) + r")"
_LAST = rf"(?:{_CODE}|(?i:{_NAMES}))"
_REGION = re.compile(rf"^(?:{_CODE}|(?i:{_NAMES})|(?i:{_REMOTE})|(?i:{_CITIES}))\.?(?:\s+[A-Z]?\d[\w -]{{2,8}})?$")
_TOWN = r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}"
_PLACE = re.compile(
    rf"^(?:{_TOWN},? ?(?:\([\w ]+\) ?)?,? )?{_LAST}\.?(?:,? (?:{_CODE}|USA?|India))?(?: \d{{5}}(?:-\d{{4}})?)?$"
)
IN_TEXT = re.compile(
    rf"(?<![\w@.])([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,2}}, ?(?:{_CODE}|(?:{_NAMES}))\b(?:,? ?(?:{_CODE}\b|USA?\b|India\b))?"
    r"(?: \d{5}(?:-\d{4})?\b)?)"
)


def is_region(text: str) -> bool:
    """Whether a text is a state, a country, a big city or a word such as `Remote`."""
    return bool(_REGION.match(text.strip(" .,()")))


def is_place(text: str) -> bool:
    """Whether a short text is a place: a region, or a town with its region."""
    stripped = text.strip(" .,()[]")
    if len(stripped) > 60:
        return False
    return is_region(stripped) or bool(
        _PLACE.match(stripped) and ("," in stripped or re.search(rf" {_CODE}$", stripped))
    )


def ends_in_place(piece: str) -> bool:
    """Whether a text such as `Houston TX` is a town with its state's letters."""
    return bool(re.match(rf"^{_TOWN} {_CODE}$", piece.strip()))
