"""Whether a few words name a place: so that a city is never taken for a company or a title."""

from __future__ import annotations

import re
from functools import lru_cache

_COUNTRIES = """united states|usa|u\\.s\\.a\\.|us|u\\.s\\.|america|canada|mexico|united kingdom|uk|u\\.k\\.|
great britain|england|scotland|wales|northern ireland|ireland|germany|deutschland|france|spain|portugal|
italy|netherlands|the netherlands|belgium|luxembourg|switzerland|austria|sweden|norway|denmark|finland|
iceland|poland|czech republic|czechia|slovakia|hungary|romania|bulgaria|greece|croatia|serbia|slovenia|
estonia|latvia|lithuania|ukraine|turkey|israel|egypt|south africa|nigeria|kenya|ghana|morocco|tunisia|
uae|united arab emirates|saudi arabia|qatar|kuwait|bahrain|jordan|lebanon|pakistan|india|bangladesh|
sri lanka|nepal|china|hong kong|taiwan|japan|south korea|korea|singapore|malaysia|indonesia|philippines|
thailand|vietnam|australia|new zealand|brazil|argentina|chile|colombia|peru|uruguay|costa rica|
puerto rico|cyprus|malta|armenia|georgia|kazakhstan|europe|emea|apac|latam|north america|worldwide|eu|
european union|asia|africa|latin america|dach|nordics|benelux"""
_REGIONS = """alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|
indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|
missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|
north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|
utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|district of columbia|ontario|quebec|
british columbia|alberta|manitoba|saskatchewan|nova scotia|new brunswick|new south wales|nsw|victoria|
queensland|bavaria|bayern|hesse|saxony|berkshire|surrey|kent|essex|hampshire|yorkshire|west yorkshire|
south yorkshire|north yorkshire|lancashire|cheshire|west midlands|east midlands|greater manchester|
greater london|hertfordshire|oxfordshire|cambridgeshire|norfolk|suffolk|devon|cornwall|somerset|dorset|
kerala|karnataka|maharashtra|tamil nadu|telangana|haryana|uttar pradesh|west bengal|gujarat|punjab|
catalonia|lombardy|bay area|san francisco bay area|silicon valley"""
_STATES = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|"
    "NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC"
    "|ON|QC|BC|AB|MB|SK|NS|NB|NL|PE|NSW|VIC|QLD|ACT|TAS"
)
_CITIES = """london|manchester|birmingham|leeds|liverpool|bristol|edinburgh|glasgow|cardiff|belfast|sheffield|
nottingham|leicester|newcastle|newcastle upon tyne|southampton|portsmouth|brighton|reading|oxford|
cambridge|milton keynes|york|bath|exeter|aberdeen|dundee|coventry|derby|norwich|plymouth|swansea|slough|
guildford|watford|croydon|luton|northampton|peterborough|warrington|bradford|hull|stoke-on-trent|
wolverhampton|dublin|cork|galway|limerick|berlin|munich|münchen|hamburg|frankfurt|frankfurt am main|
cologne|köln|stuttgart|düsseldorf|dusseldorf|leipzig|dresden|hannover|nuremberg|bonn|karlsruhe|mannheim|
bochum|essen|dortmund|bremen|paris|lyon|marseille|toulouse|nice|nantes|bordeaux|lille|strasbourg|
grenoble|madrid|barcelona|valencia|seville|malaga|bilbao|lisbon|porto|rome|milan|turin|bologna|florence|
naples|amsterdam|rotterdam|the hague|den haag|utrecht|eindhoven|delft|brussels|antwerp|ghent|leuven|
zurich|zürich|geneva|basel|bern|lausanne|zug|vienna|graz|linz|stockholm|gothenburg|malmö|malmo|lund|
oslo|bergen|trondheim|copenhagen|aarhus|odense|helsinki|espoo|tampere|reykjavik|warsaw|krakow|kraków|
wroclaw|wrocław|gdansk|gdańsk|poznan|poznań|lodz|łódź|katowice|prague|brno|bratislava|budapest|
bucharest|cluj|cluj-napoca|iasi|timisoara|sofia|athens|thessaloniki|zagreb|belgrade|ljubljana|tallinn|
riga|vilnius|kyiv|kiev|lviv|istanbul|ankara|tel aviv|jerusalem|haifa|cairo|alexandria|johannesburg|
cape town|durban|pretoria|lagos|abuja|nairobi|accra|casablanca|dubai|abu dhabi|riyadh|jeddah|doha|
karachi|lahore|islamabad|bangalore|bengaluru|mumbai|delhi|new delhi|hyderabad|pune|chennai|kolkata|
gurgaon|gurugram|noida|ahmedabad|kochi|jaipur|dhaka|colombo|beijing|shanghai|shenzhen|guangzhou|taipei|
tokyo|osaka|seoul|kuala lumpur|jakarta|manila|bangkok|ho chi minh city|hanoi|sydney|melbourne|brisbane|
perth|adelaide|canberra|auckland|wellington|christchurch|são paulo|sao paulo|rio de janeiro|
buenos aires|santiago|bogotá|bogota|medellín|medellin|lima|montevideo|mexico city|guadalajara|monterrey|
new york city|nyc|brooklyn|manhattan|boston|philadelphia|pittsburgh|baltimore|washington dc|
washington d\\.c\\.|arlington|richmond|raleigh|durham|charlotte|atlanta|miami|orlando|tampa|
jacksonville|nashville|memphis|new orleans|houston|dallas|austin|san antonio|fort worth|plano|denver|
boulder|salt lake city|phoenix|scottsdale|tucson|las vegas|los angeles|san diego|san francisco|san jose|
palo alto|mountain view|menlo park|sunnyvale|santa clara|oakland|berkeley|cupertino|redwood city|
san mateo|santa monica|irvine|sacramento|portland|seattle|bellevue|redmond|minneapolis|st\\. paul|
milwaukee|chicago|detroit|ann arbor|cleveland|columbus|cincinnati|indianapolis|st\\. louis|kansas city|
omaha|oklahoma city|albuquerque|boise|honolulu|toronto|vancouver|montreal|montréal|ottawa|calgary|
edmonton|winnipeg|waterloo|kitchener|quebec city|halifax|mississauga|bay area"""


def _words(table: str) -> frozenset[str]:
    return frozenset(name.strip().replace("\\.", ".") for name in table.replace("\n", "").split("|"))


_NAMES = _words(_COUNTRIES) | _words(_REGIONS) | _words(_CITIES)
_CITY_STATE = re.compile(
    rf"^[A-Z][\w.' -]{{1,30}},\s?(?:{_STATES})(?:\s\d{{5}}(?:-\d{{4}})?)?(?:,?\s(?:USA?|United "
    rf"States|Canada|Australia))?$"
)
_STATE_CODES = frozenset(_STATES.split("|"))
_STATE_BEHIND = re.compile(rf"^(?P<city>.{{2,30}}) (?:{_STATES})$")
_WAY_OF_WORKING = re.compile(
    r"\s*[(\[][^()\[\]]{0,60}\b(?:remote|hybrid|on[- ]?site|office|home|wfh)\b[^()\[\]]{0,60}[)\]]", re.IGNORECASE
)
"""How much of the work is done there: "Austin, TX (hybrid, 3 days in the office)"."""
_MODE = re.compile(
    (
        r"\s*[(\[]?\b(?:fully |100% )?(?:remote|hybrid|on-?site|in[- ]office)\b(?: (?:work|"
        r"working|role|position|in|within|from))?[)\]]?\s*"
    ),
    re.IGNORECASE,
)
_AREA = re.compile(
    (
        r"^(?:greater|metropolitan|metro|downtown|central|north|south|east|west|inner|city of)\s+|"
        r"\s+(?:metropolitan area|metro area|area|region|city|city centre|office|offices|hq|"
        r"headquarters)$"
    ),
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|\d{4,6})\b")
_SPLIT = re.compile(r"\s*(?:,|/|\||;|·|•|\bor\b|\band\b|\boder\b|\bund\b|&| - | – )\s*")
_LONGEST = 90
_LONGEST_WRITTEN = 2 * _LONGEST
"""With postcodes, brackets and full stops; a sentence is passed over without looking for them."""
_NAMES_KEPT = 512
"""Each name of an advert's top is asked for by several rules."""


@lru_cache(maxsize=_NAMES_KEPT)
def is_place(text: str) -> bool:
    """Tell whether the text names a place and nothing else: "Austin, TX", "Berlin or remote", "Greater London"."""
    if len(text) > _LONGEST_WRITTEN:
        return False
    if any(mark in text for mark in "|·•"):
        return all(map(is_place, filter(None, map(str.strip, re.split(r"[|·•]", text)))))
    bare = _POSTCODE.sub("", _WAY_OF_WORKING.sub("", text)).strip(" .,()")
    if not bare or len(bare) > _LONGEST:
        return False
    if "," in bare and _CITY_STATE.match(bare):
        return True
    parts = [part for part in (_MODE.sub(" ", part).strip(" ()") for part in _SPLIT.split(bare)) if part]
    return all(map(_is_name, parts[-2:])) if parts else _MODE.fullmatch(text) is not None


def _is_name(part: str) -> bool:
    behind = _STATE_BEHIND.match(part)
    if behind and behind["city"].lower() in _NAMES:
        return True
    return _AREA.sub("", part).lower() in _NAMES or part.lower() in _NAMES or part in _STATE_CODES


def named_place(text: str) -> str | None:
    """Return the text as a location if it is one, mode words kept away, else None."""
    bare = text.strip(" .,;·•|-–—")
    return bare if bare and is_place(bare) else None
