"""Places, as far as their form tells: `Austin, TX`, `Berlin, Germany`, `Remote`."""

from __future__ import annotations

import re

_STATES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "RI SC SD TN TX UT VT VA WA WV WI WY DC PR ON QC BC AB MB SK NS NB NL PE NSW VIC QLD UK "
    "USA US UAE U.S. U.S.A. U.K. KSA"
)
_NAMES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|"
    "Illinois|Indiana|"
    "Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|"
    "Montana|Nebraska|"
    "Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|"
    "Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|"
    "Wisconsin|Wyoming|"
    "Calif|Fla|Mass|Ill|Penn|Tex|Ontario|Quebec|Québec|British Columbia|Alberta|Manitoba|Nova Scotia|"
    "Victoria|Queensland|"
    "England|Scotland|Wales|Ireland|Northern Ireland|United Kingdom|Great Britain|United States|"
    "United States of America|Canada|"
    "Mexico|México|Brazil|Brasil|Argentina|Chile|Colombia|Peru|Ecuador|Venezuela|Uruguay|Costa Rica|Panama|"
    "Guatemala|Cuba|"
    "Dominican Republic|Puerto Rico|Jamaica|Trinidad|Germany|Deutschland|France|Spain|España|Portugal|Italy|"
    "Italia|Switzerland|"
    "Schweiz|Austria|Österreich|Belgium|Netherlands|The Netherlands|Luxembourg|Denmark|Sweden|Norway|Finland|"
    "Iceland|Poland|"
    "Polska|Czech Republic|Czechia|Slovakia|Hungary|Romania|Bulgaria|Serbia|Croatia|Slovenia|Greece|Turkey|"
    "Türkiye|Cyprus|Malta|"
    "Ukraine|Russia|Belarus|Estonia|Latvia|Lithuania|Moldova|Armenia|Azerbaijan|Kazakhstan|Uzbekistan|Israel|"
    "Palestine|Lebanon|"
    "Jordan|Egypt|Morocco|Tunisia|Algeria|Libya|Sudan|Ethiopia|Kenya|Uganda|Tanzania|Rwanda|Nigeria|Ghana|"
    "Senegal|Cameroon|"
    "South Africa|Zimbabwe|Zambia|Botswana|Namibia|Mauritius|Saudi Arabia|United Arab Emirates|Qatar|Kuwait|"
    "Bahrain|Oman|Iraq|"
    "Iran|Pakistan|India|Bangladesh|Sri Lanka|Nepal|China|Hong Kong|Taiwan|Japan|South Korea|Korea|Vietnam|"
    "Thailand|Malaysia|"
    "Singapore|Indonesia|Philippines|Cambodia|Myanmar|Mongolia|Australia|New Zealand|Karnataka|Maharashtra|"
    "Tamil Nadu|Telangana|"
    "Andhra Pradesh|Kerala|Gujarat|Rajasthan|Uttar Pradesh|West Bengal|Haryana|Punjab|Madhya Pradesh|Bihar|"
    "Odisha|Bavaria|"
    "Catalonia|Dubai|Abu Dhabi"
)
_CITIES = (
    "New York City|New York|NYC|San Francisco|Los Angeles|Chicago|Houston|Boston|Seattle|Austin|Dallas|"
    "Atlanta|Denver|Miami|"
    "Philadelphia|Phoenix|San Diego|San Jose|Portland|Washington DC|Washington D.C.|London|Paris|Berlin|"
    "Munich|Hamburg|Madrid|"
    "Barcelona|Amsterdam|Brussels|Zurich|Zürich|Vienna|Dublin|Manchester|Birmingham|Edinburgh|Glasgow|"
    "Toronto|Montreal|Vancouver|"
    "Ottawa|Sydney|Melbourne|Brisbane|Auckland|Tokyo|Beijing|Shanghai|Shenzhen|Seoul|Mumbai|Delhi|New Delhi|"
    "Bangalore|Bengaluru|"
    "Hyderabad|Chennai|Pune|Kolkata|Noida|Gurgaon|Gurugram|Ahmedabad|Karachi|Lahore|Islamabad|Dhaka|Colombo|"
    "Lagos|Nairobi|Cairo|"
    "Johannesburg|Cape Town|Tel Aviv|Istanbul|Moscow|Kyiv|Kiev|Warsaw|Prague|Budapest|Bucharest|Athens|"
    "Lisbon|Porto|Rome|Milan|"
    "Stockholm|Oslo|Copenhagen|Helsinki|Manila|Jakarta|Bangkok|Kuala Lumpur|Mexico City|São Paulo|Sao Paulo|"
    "Rio de Janeiro|"
    "Buenos Aires|Bogota|Bogotá|Santiago|Lima|Bristol|Bath|Leeds|Sheffield|Liverpool|Nottingham|Leicester|"
    "Newcastle|Cardiff|Belfast|"
    "Oxford|Cambridge|Reading|Brighton|Aberdeen|Cork|Galway|Cologne|Köln|Frankfurt|Stuttgart|Düsseldorf|"
    "Leipzig|Dresden|Hannover|"
    "Nuremberg|Nürnberg|Bremen|Basel|Bern|Geneva|Lausanne|Lyon|Marseille|Toulouse|Lille|Nantes|Bordeaux|Nice|"
    "Strasbourg|Rotterdam|"
    "The Hague|Utrecht|Eindhoven|Antwerp|Ghent|Valencia|Seville|Bilbao|Malaga|Turin|Naples|Bologna|Florence|"
    "Gothenburg|Malmö|Bergen|"
    "Aarhus|Tampere|Kraków|Krakow|Wroclaw|Gdansk|Brno|Bratislava|Ljubljana|Zagreb|Belgrade|Sofia|Vilnius|"
    "Riga|Tallinn|Minsk|"
    "Calgary|Edmonton|Winnipeg|Mississauga|Waterloo|Halifax|Perth|Adelaide|Canberra|Wellington|Osaka|Kyoto|"
    "Busan|Guangzhou|Hangzhou|"
    "Taipei|Hanoi|Ho Chi Minh City|Cebu|Makati|Quezon City|Surabaya|Penang|Jaipur|Lucknow|Indore|Nagpur|"
    "Coimbatore|Kochi|Trivandrum|"
    "Thiruvananthapuram|Visakhapatnam|Bhopal|Chandigarh|Mohali|Vadodara|Surat|Mysore|Nashik|Ghaziabad|"
    "Faridabad|Kanpur|Patna|"
    "Bhubaneswar|Rawalpindi|Kathmandu|Riyadh|Jeddah|Doha|Manama|Muscat|Amman|Beirut|Haifa|Jerusalem|Ankara|"
    "Izmir|Casablanca|Tunis|"
    "Accra|Kumasi|Abuja|Ibadan|Kampala|Kigali|Addis Ababa|Dar es Salaam|Durban|Pretoria|Harare|Lusaka|"
    "Medellín|Quito|Guadalajara|"
    "Monterrey|Brasília|Curitiba|Porto Alegre|Montevideo|Menlo Park|Mountain View|Palo Alto|Sunnyvale|"
    "Santa Clara|Cupertino|"
    "Redmond|Bellevue|Oakland|Sacramento|Las Vegas|Salt Lake City|Minneapolis|St. Louis|Saint Louis|"
    "Kansas City|Nashville|Charlotte|"
    "Raleigh|Durham|Tampa|Orlando|Jacksonville|Pittsburgh|Cleveland|Cincinnati|Columbus|Detroit|Indianapolis|"
    "Milwaukee|Baltimore|"
    "Brooklyn|Manhattan|Queens|Bronx|Jersey City|Newark|Hartford|Providence|Buffalo|Rochester|San Antonio|"
    "Fort Worth|El Paso|Tucson|"
    "Albuquerque|Oklahoma City|Tulsa|Omaha|New Orleans|Memphis|Louisville|Richmond|Arlington|Honolulu|Boise|"
    "Long Beach|Irvine|Anaheim"
)
_REMOTE = r"(?:100% |Fully )?Remote(?:ly)?(?: \([^)]*\))?|Hybrid|On-?site|Work from Home|WFH|Worldwide|Telecommute"
_CODE = r"(?:" + "|".join(map(re.escape, sorted(_STATES.split(), key=lambda code: (-len(code), code)))) + r")"
_COUNTRY = r"(?:U\.?S\.?A?\.?|UK|U\.K\.|India|Canada|Germany|Australia|UAE|United States|United Kingdom)"
_STATE = (
    r"(?:A[KRZL]|C[AT]|DC|FL|GA|HI|I[ADL]|K[SY]|M[ADINOST]|N[CDEHJMVY]|O[HK]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|"
    r"UK|USA|ON|BC|NSW|VIC)"
)
"""Codes that are hardly anything else: AB and CO end the names of companies."""
_LAST = rf"(?:{_CODE}|(?i:{_NAMES}))"
_REGION = re.compile(rf"^(?:{_CODE}|(?i:{_NAMES})|(?i:{_REMOTE})|(?i:{_CITIES}))\.?(?:\s+[A-Z]?\d[\w -]{{2,8}})?$")
_LONGEST = 60
_CITY = re.compile(rf"^(?i:{_CITIES})$")
_TOWN = r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,3}"
_PLACE = re.compile(
    rf"^(?:{_TOWN},? ?(?:\([\w ]+\) ?)?,? )?{_LAST}\.?(?:,? (?:{_COUNTRY}))?(?: \d{{5}}(?:-\d{{4}})?)?$"
)
_IN_STATE = re.compile(rf" {_STATE}$")
_TOWN_IN_STATE = re.compile(rf"^{_TOWN} {_STATE}$")
_LETTERS = re.compile(r"[A-Za-z]+(?![^\W\d_])")
_OPENINGS = frozenset(
    found[0].lower()
    for name in (*_STATES.split(), *_NAMES.split("|"), *_CITIES.split("|"))
    if (found := _LETTERS.match(name))
) | frozenset("fully remote remotely hybrid on onsite work wfh worldwide telecommute".split())
"""First words of all these names: most of what is asked about begins with none of them."""
IN_TEXT = re.compile(
    rf"(?<![\w@.])([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,2}}, ?(?:{_CODE}|(?:{_NAMES}))\b(?:,? ?{_COUNTRY}\b)?"
    r"(?: \d{5}(?:-\d{4})?\b)?)"
)


def is_region(text: str) -> bool:
    """Whether a text is a state, a country, a big city or a word such as `Remote`."""
    stripped = text.strip(" .,()")
    first = _LETTERS.match(stripped)
    return (first is None or first[0].lower() in _OPENINGS) and _REGION.match(stripped) is not None


def is_city(text: str) -> bool:
    """Whether a text is a big city, which needs no region beside it."""
    return bool(_CITY.match(text.strip(" .,()")))


def is_place(text: str) -> bool:
    """Whether a short text is a place: a region, or a town with its region."""
    stripped = text.strip(" .,()[]")
    if len(stripped) > _LONGEST:
        return False
    return is_region(stripped) or bool(("," in stripped or _IN_STATE.search(stripped)) and _PLACE.match(stripped))


def ends_in_place(piece: str) -> bool:
    """Whether a text such as `Houston TX` is a town with its state's letters."""
    return bool(_TOWN_IN_STATE.match(piece.strip()))
