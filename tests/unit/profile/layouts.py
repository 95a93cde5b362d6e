"""Résumés of invented people, each laid out as real people lay theirs out, with what a careful reader finds in them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A text and what is in it; `jobs` are (title, company, start year, end year or None for now)."""

    text: str
    name: str
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    jobs: tuple[tuple[str, str, int | None, int | None], ...] = ()
    schools: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    years: tuple[int | None, ...] = ()


ONE_LINE_WITH_DASHES = Layout(
    text="""\
Marta Lindqvist
Senior Backend Engineer
marta.lindqvist@example.com | +46 70 123 45 67 | Stockholm, Sweden | linkedin.com/in/martalindqvist

PROFESSIONAL SUMMARY
Backend engineer with a taste for small, dull, reliable systems.

PROFESSIONAL EXPERIENCE
Nordpay AB — Senior Backend Engineer — 03/2019 – Present
• Cut settlement time by 42% by moving batch jobs to streaming.
• Led 5 engineers.
Fjord Systems — Backend Engineer — 08/2015 – 02/2019
• Built the billing API in Go and PostgreSQL.

EDUCATION
M.Sc. in Computer Science, KTH Royal Institute of Technology, 2015

SKILLS
Go, PostgreSQL, Kafka, Kubernetes
""",
    name="Marta Lindqvist",
    emails=("marta.lindqvist@example.com",),
    phones=("+46 70 123 45 67",),
    jobs=(("Senior Backend Engineer", "Nordpay AB", 2019, None), ("Backend Engineer", "Fjord Systems", 2015, 2019)),
    schools=("KTH Royal Institute of Technology",),
    degrees=("M.Sc. in Computer Science",),
    years=(2015,),
)

BLANK_LINES_EVERYWHERE = Layout(
    text="""\
Devika Raman

Application Support Analyst - Quillon Software

Chennai, Tamil Nadu - devika.raman@example.in

To work for a company that values people who finish things.

WORK EXPERIENCE

Application Support Analyst

Quillon Software -  Chennai, Tamil Nadu

November 2017 to Present

Role: Currently working on the ticket portal.

• Resolved 300+ incidents.

Junior Developer

Banyan Infotech Pvt Ltd -  Pune, Maharashtra

June 2015 to October 2017

Worked on the claims module. Wrote reports for the
finance team.

EDUCATION

B.E in Information Technology

Anna University -  Chennai, Tamil Nadu

August 2011 to May 2015

SKILLS

SQL (Less than 1 year), Java (2 years), Unix (Less than 1 year)

ADDITIONAL INFORMATION

Likes cricket.
""",
    name="Devika Raman",
    emails=("devika.raman@example.in",),
    jobs=(
        ("Application Support Analyst", "Quillon Software", 2017, None),
        ("Junior Developer", "Banyan Infotech Pvt Ltd", 2015, 2017),
    ),
    schools=("Anna University",),
    degrees=("B.E in Information Technology",),
    years=(2015,),
)

DATES_AT_THE_RIGHT = Layout(
    text="""\
                                THOMAS A. OKAFOR, PMP
               1420 Birch Lane, Columbus, OH 43215 | 614.555.0142 | tokafor@example.org

EXPERIENCE
Harbor Freight Lines, Inc.\tColumbus, OH
Director of Operations\tJan '18 – Present
- Reduced fuel spend from $4.2M to $3.1M.
Operations Manager\tMay 2014 – Dec '17
- Ran three depots with 120 staff.
Buckeye Distribution LLC\tDayton, OH
Logistics Coordinator\tSummer 2012 – April 2014
- Planned 40 routes a day.

EDUCATION
The Ohio State University\tColumbus, OH
Bachelor of Science in Business Administration\tMay 2012

CERTIFICATIONS
Project Management Professional (PMP), 2016
""",
    name="THOMAS A. OKAFOR",
    emails=("tokafor@example.org",),
    phones=("614.555.0142",),
    jobs=(
        ("Director of Operations", "Harbor Freight Lines, Inc.", 2018, None),
        ("Operations Manager", "Harbor Freight Lines, Inc.", 2014, 2017),
        ("Logistics Coordinator", "Buckeye Distribution LLC", 2012, 2014),
    ),
    schools=("The Ohio State University",),
    degrees=("Bachelor of Science in Business Administration",),
    years=(2012,),
)

TITLE_AT_COMPANY = Layout(
    text="""\
Name: Jean-Luc Moreau
Email: jl.moreau@example.fr
Mobile: +33 6 12 34 56 78
Address: Lyon, France

Profile
Data analyst who would rather delete a dashboard than add one.

Work History
Data Analyst at Soleil Assurances (2018 - now)
* Built churn model, saving 1.2 million euros.
Research Assistant at Université Lyon 2 (2016–17)
* Cleaned survey data in R.

Education
Université Lyon 2, Master in Statistics (2014 - 2016)

Languages
French, English
""",
    name="Jean-Luc Moreau",
    emails=("jl.moreau@example.fr",),
    phones=("+33 6 12 34 56 78",),
    jobs=(
        ("Data Analyst", "Soleil Assurances", 2018, None),
        ("Research Assistant", "Université Lyon 2", 2016, 2017),
    ),
    schools=("Université Lyon 2",),
    degrees=("Master in Statistics",),
    years=(2016,),
)

COMPANY_THEN_TITLE_WITH_PIPES = Layout(
    text="""\
PRIYA NAIR
Marketing Manager
Austin, TX | (512) 555-0177 | priya.nair@example.com

SUMMARY
Marketer of B2B software.

WORK EXPERIENCE
Cobalt Cloud | Marketing Manager | Austin, TX | Jun 2020 – Present
• Grew pipeline 34%.
Tallgrass Media | Marketing Specialist | Omaha, NE | Aug 2016 – May 2020
• Wrote 60 case studies.

EDUCATION
University of Nebraska | BA, Journalism | 2016
""",
    name="PRIYA NAIR",
    emails=("priya.nair@example.com",),
    phones=("(512) 555-0177",),
    jobs=(
        ("Marketing Manager", "Cobalt Cloud", 2020, None),
        ("Marketing Specialist", "Tallgrass Media", 2016, 2020),
    ),
    schools=("University of Nebraska",),
    degrees=("BA, Journalism",),
    years=(2016,),
)

DATES_FIRST = Layout(
    text="""\
Curriculum Vitae

Lena Baumgartner
Lindenstraße 12, 10969 Berlin
Tel.: +49 30 1234567
lena.baumgartner@example.de

Berufserfahrung
04/2017 – heute\tProjektleiter, Brandt Maschinenbau GmbH, Berlin
\tLeitung von sechs Projekten.
09/2012 – 03/2017\tKonstrukteur, Voss Technik AG, Hamburg
\tEntwurf von Getrieben.

Ausbildung
10/2007 – 08/2012\tDiplom Maschinenbau, Technische Universität Berlin
""",
    name="Lena Baumgartner",
    emails=("lena.baumgartner@example.de",),
    phones=("+49 30 1234567",),
    jobs=(
        ("Projektleiter", "Brandt Maschinenbau GmbH", 2017, None),
        ("Konstrukteur", "Voss Technik AG", 2012, 2017),
    ),
    schools=("Technische Universität Berlin",),
    degrees=("Diplom Maschinenbau",),
    years=(2012,),
)

SPREAD_AND_BROKEN = Layout(
    text="""\
R O S A   D E L G A D O
rosa.delgado @ example.com  •  555-867-5309  •  Tucson, AZ

E X P E R I E N C E

Registered Nurse, Saguaro Medical Center, Tucson, AZ
2015-Present
Care for post-surgical patients on a 32-bed unit.
Train new nurses.

Nursing Assistant, Desert View Hospital, Tucson, AZ
2012-2015
Took vitals.

E D U C A T I O N
Bachelor of Science in Nursing (BSN), University of Arizona, 2015
""",
    name="ROSA DELGADO",
    emails=("rosa.delgado@example.com",),
    phones=("555-867-5309",),
    jobs=(
        ("Registered Nurse", "Saguaro Medical Center", 2015, None),
        ("Nursing Assistant", "Desert View Hospital", 2012, 2015),
    ),
    schools=("University of Arizona",),
    degrees=("Bachelor of Science in Nursing (BSN)",),
    years=(2015,),
)

MARKDOWN_STYLE = Layout(
    text="""\
Kofi Mensah
Accra, Ghana · kofi@example.dev · github.com/kofimensah

Experience

Frontend Developer, Baobab Labs
Accra, Ghana | Feb 2021 - Present
- Rebuilt the checkout in TypeScript and React; conversion up 18%.

Web Developer (Contract), Volta Interactive
Remote | Mar 2019 - Jan 2021
- Shipped 14 client sites.

Education

Ashesi University
BSc Computer Science
2015 - 2019

Skills
Languages: JavaScript, TypeScript, Python
Tools: Git, Docker, Figma
""",
    name="Kofi Mensah",
    emails=("kofi@example.dev",),
    jobs=(
        ("Frontend Developer", "Baobab Labs", 2021, None),
        ("Web Developer (Contract)", "Volta Interactive", 2019, 2021),
    ),
    schools=("Ashesi University",),
    degrees=("BSc Computer Science",),
    years=(2019,),
)

LABELLED = Layout(
    text="""\
RESUME

NAME: Anil Kumar Sharma
Contact No: 98765 43210
E-mail: anil.sharma@example.co.in

CAREER OBJECTIVE
Seeking a challenging position.

EMPLOYMENT DETAILS
Company: Trident Infosystems
Designation: Senior System Administrator
Duration: April 2016 to till date
Responsibilities:
Managing 200 servers.

Company: Lotus Networks
Designation: System Administrator
Duration: Jan 2013 to March 2016
Responsibilities:
Backups and patching.

ACADEMIC QUALIFICATIONS
MCA from Osmania University in 2012
B.Sc (Computers) from Kakatiya University in 2009

PERSONAL DETAILS
Father's Name: R. Sharma
Date of Birth: 12/03/1988
""",
    name="Anil Kumar Sharma",
    emails=("anil.sharma@example.co.in",),
    phones=("98765 43210",),
    jobs=(
        ("Senior System Administrator", "Trident Infosystems", 2016, None),
        ("System Administrator", "Lotus Networks", 2013, 2016),
    ),
    schools=("Osmania University", "Kakatiya University"),
    degrees=("MCA", "B.Sc (Computers)"),
    years=(2012, 2009),
)

ACADEMIC = Layout(
    text="""\
Dr. Hanna Virtanen, PhD
University of Oulu, Finland
h.virtanen@example.fi, +358 40 555 0199

Academic Positions
2019–present  Associate Professor, University of Oulu
2014–2019  Postdoctoral Researcher, Aalto University

Education
2014  PhD, Environmental Science, University of Helsinki
2009  MSc, Biology, University of Turku

Publications
Virtanen, H. (2020). Lake ice and light. Journal of Cold Waters, 12(3), 45-60.
""",
    name="Hanna Virtanen",
    emails=("h.virtanen@example.fi",),
    phones=("+358 40 555 0199",),
    jobs=(
        ("Associate Professor", "University of Oulu", 2019, None),
        ("Postdoctoral Researcher", "Aalto University", 2014, 2019),
    ),
    schools=("University of Helsinki", "University of Turku"),
    degrees=("PhD, Environmental Science", "MSc, Biology"),
    years=(2014, 2009),
)

HEADS_WITHOUT_SUFFIXES = Layout(
    text="""\
Owen Price
Bristol, UK  |  07700 900123  |  owen.price@example.co.uk

Employment

Finch & Wren, Bristol
Sous Chef
September 2018 - present
Run the pass for 90 covers. Cut waste by a third.

The Copper Kettle, Bath
Commis Chef
June 2015 - August 2018
Prepped everything.

Qualifications

City of Bristol College
NVQ Level 3 Professional Cookery, 2015
""",
    name="Owen Price",
    emails=("owen.price@example.co.uk",),
    phones=("07700 900123",),
    jobs=(("Sous Chef", "Finch & Wren", 2018, None), ("Commis Chef", "The Copper Kettle", 2015, 2018)),
    schools=("City of Bristol College",),
    degrees=("NVQ Level 3 Professional Cookery",),
    years=(2015,),
)

PROMOTIONS_UNDER_ONE_COMPANY = Layout(
    text="""\
Grace Hall
grace.hall@example.com
+1 (303) 555-0111

EXPERIENCE

Summit Credit Union, Denver, CO                                  2013 - Present
Branch Manager                                                   2019 - Present
• Manage a team of 14.
Assistant Branch Manager                                         2016 - 2019
• Opened two branches.
Teller                                                           2013 - 2016
• Balanced to the cent.

EDUCATION
Associate of Arts, Business                                      2013
Front Range Community College
""",
    name="Grace Hall",
    emails=("grace.hall@example.com",),
    phones=("+1 (303) 555-0111",),
    jobs=(
        ("Branch Manager", "Summit Credit Union", 2019, None),
        ("Assistant Branch Manager", "Summit Credit Union", 2016, 2019),
        ("Teller", "Summit Credit Union", 2013, 2016),
    ),
    schools=("Front Range Community College",),
    degrees=("Associate of Arts, Business",),
    years=(2013,),
)

LIST_OF_JOBS = Layout(
    text="""\
Sofia Petrova
Sofia, Bulgaria
sofia.petrova@example.bg

Summary
QA engineer.

Work Experience
QA Lead, Danube Games, 2021 – present
QA Engineer, Rila Soft, 2018 – 2021
Junior Tester, Rila Soft, 2016 – 2018

Education
BSc Mathematics, Sofia University, 2016
""",
    name="Sofia Petrova",
    emails=("sofia.petrova@example.bg",),
    jobs=(
        ("QA Lead", "Danube Games", 2021, None),
        ("QA Engineer", "Rila Soft", 2018, 2021),
        ("Junior Tester", "Rila Soft", 2016, 2018),
    ),
    schools=("Sofia University",),
    degrees=("BSc Mathematics",),
    years=(2016,),
)

TITLE_BELOW_DATES = Layout(
    text="""\
CHEN WEI
Senior Accountant
Phone: 416-555-0188   Email: chen.wei@example.ca

PROFILE
Accountant, twelve years.

EXPERIENCE
2016 - Present
Senior Accountant
Maple Leaf Holdings, Toronto, ON
Prepared monthly statements and closed the books in 4 days instead of 9.

2011 - 2016
Staff Accountant
Lakeshore Partners LLP, Toronto, ON
Did audits of small firms.

EDUCATION
2007 - 2011
Bachelor of Commerce
York University, Toronto
""",
    name="CHEN WEI",
    emails=("chen.wei@example.ca",),
    phones=("416-555-0188",),
    jobs=(
        ("Senior Accountant", "Maple Leaf Holdings", 2016, None),
        ("Staff Accountant", "Lakeshore Partners LLP", 2011, 2016),
    ),
    schools=("York University",),
    degrees=("Bachelor of Commerce",),
    years=(2011,),
)

SENTENCES = Layout(
    text="""\
CURRICULUM VITAE

Meera Krishnan                                   Mobile: +91-9845012345
                                                 Email: meera.k@example.in

Career Objective:
To be useful.

Professional Experience:
Worked as a Software Engineer in Palmleaf Technologies Pvt Ltd from June 2014 to May 2018.
Working as Senior Software Engineer with Coral Systems from June 2018 to till date.

Educational Qualification:
B.Tech (ECE) from Cochin University of Science and Technology in 2014 with 78%
12th from Kendriya Vidyalaya, Kochi in 2010

Declaration
I hereby declare that the above is true.
""",
    name="Meera Krishnan",
    emails=("meera.k@example.in",),
    phones=("+91-9845012345",),
    jobs=(
        ("Senior Software Engineer", "Coral Systems", 2018, None),
        ("Software Engineer", "Palmleaf Technologies Pvt Ltd", 2014, 2018),
    ),
    schools=("Cochin University of Science and Technology", "Kendriya Vidyalaya"),
    degrees=("B.Tech (ECE)", "12th"),
    years=(2014, 2010),
)

DATE_BETWEEN_COMPANY_AND_TITLE = Layout(
    text="""\
Walter Nyberg | Product Designer
walter@example.design | 206.555.0133

EXPERIENCE

TIDEWATER LABS
Jan 2020 – Present
Lead Product Designer
- Own the design system.

OXBOW STUDIO
Mar 2016 – Dec 2019
Product Designer
- Shipped the mobile app.

EDUCATION

Rhode Island School of Design
2012 – 2016
BFA, Graphic Design
""",
    name="Walter Nyberg",
    emails=("walter@example.design",),
    phones=("206.555.0133",),
    jobs=(("Lead Product Designer", "TIDEWATER LABS", 2020, None), ("Product Designer", "OXBOW STUDIO", 2016, 2019)),
    schools=("Rhode Island School of Design",),
    degrees=("BFA, Graphic Design",),
    years=(2016,),
)

TABLE_WITH_HEADS = Layout(
    text="""\
Farid Hosseini, MBA, CPA
farid.hosseini@example.com
(415) 555-0101

WORK EXPERIENCE
Company\tDesignation\tDuration
Granite Bank\tFinance Manager\t2017 - Present
Larkspur Capital\tFinancial Analyst\t2012 - 2017

EDUCATION
Degree\tInstitution\tYear
MBA\tGolden Gate University\t2012
BS Accounting\tSan Jose State University\t2008
""",
    name="Farid Hosseini",
    emails=("farid.hosseini@example.com",),
    phones=("(415) 555-0101",),
    jobs=(("Finance Manager", "Granite Bank", 2017, None), ("Financial Analyst", "Larkspur Capital", 2012, 2017)),
    schools=("Golden Gate University", "San Jose State University"),
    degrees=("MBA", "BS Accounting"),
    years=(2012, 2008),
)

DATES_IN_BRACKETS = Layout(
    text="""\
Imani Okoro
Registered Dietitian | Atlanta, Georgia
imani.okoro@example.net • 404-555-0122

Professional Summary
Dietitian with nine years in hospitals.

Experience
Clinical Dietitian (Jan 2019 - Present)
Peachtree Regional Hospital, Atlanta, GA
Counsel 20 patients a week.
Dietitian (Aug 2016 - Dec 2018)
Riverbend Nursing Home, Macon, GA
Planned menus.

Education
Georgia State University, Atlanta, GA
Master of Science in Nutrition, May 2016
Spelman College, Atlanta, GA
Bachelor of Science in Biology, May 2014
""",
    name="Imani Okoro",
    emails=("imani.okoro@example.net",),
    phones=("404-555-0122",),
    jobs=(
        ("Clinical Dietitian", "Peachtree Regional Hospital", 2019, None),
        ("Dietitian", "Riverbend Nursing Home", 2016, 2018),
    ),
    schools=("Georgia State University", "Spelman College"),
    degrees=("Master of Science in Nutrition", "Bachelor of Science in Biology"),
    years=(2016, 2014),
)

UNKNOWN_SCHOOLS = Layout(
    text="""\
Pavel Dvorak
pavel.dvorak@example.cz

WORK EXPERIENCE

Java Developer

Vltava Data -  Prague

January 2018 to Present

Java Intern

Vltava Data

June 2017 to December 2017

EDUCATION

Bachelor's in Informatics

CVUT -  Prague

2014 to 2017

12th

Gymnazium Brno

2014
""",
    name="Pavel Dvorak",
    emails=("pavel.dvorak@example.cz",),
    jobs=(("Java Developer", "Vltava Data", 2018, None), ("Java Intern", "Vltava Data", 2017, 2017)),
    schools=("CVUT", "Gymnazium Brno"),
    degrees=("Bachelor's in Informatics", "12th"),
    years=(2017, 2014),
)

COMPANY_WITH_DATES_THEN_TITLE = Layout(
    text="""\
LUCIA FERRARI
Milan, Italy  +39 02 5550 1234  lucia.ferrari@example.it

PROFILE
Brand manager for food and drink.

PROFESSIONAL EXPERIENCE

Rovere Foods S.p.A., Milan                                        Sept 2018 - Present
Senior Brand Manager
• Launched two lines of pasta, adding €4M in sales.
• Manage a team of six.

Bianchi & Figli, Turin                                            Feb 2014 - Aug 2018
Junior Brand Manager
• Ran the loyalty programme.

EDUCATION

Bocconi University, Milan                                         2011 - 2013
MSc Marketing Management

LANGUAGES
Italian, English, French
""",
    name="LUCIA FERRARI",
    emails=("lucia.ferrari@example.it",),
    phones=("+39 02 5550 1234",),
    jobs=(
        ("Senior Brand Manager", "Rovere Foods S.p.A.", 2018, None),
        ("Junior Brand Manager", "Bianchi & Figli", 2014, 2018),
    ),
    schools=("Bocconi University",),
    degrees=("MSc Marketing Management",),
    years=(2013,),
)

UNDATED = Layout(
    text="""\
Tomasz Zielinski
tomasz.z@example.pl

EXPERIENCE
Warehouse Supervisor
Odra Logistics
- Supervised 30 pickers.

Forklift Driver
Baltic Freight
- Moved pallets.

EDUCATION
High School Diploma
Liceum nr 4
""",
    name="Tomasz Zielinski",
    emails=("tomasz.z@example.pl",),
    jobs=(("Warehouse Supervisor", "Odra Logistics", None, None), ("Forklift Driver", "Baltic Freight", None, None)),
    schools=("Liceum nr 4",),
    degrees=("High School Diploma",),
    years=(None,),
)

GROUP_WITH_A_LINE_ABOUT_IT = Layout(
    text="""\
AMANDA LOPEZ
Phoenix, AZ 85001 | 602-555-0199 | amanda.lopez@example.com

CORE COMPETENCIES
Budgeting • Forecasting • GAAP • QuickBooks • Team Leadership

PROFESSIONAL EXPERIENCE

DESERT SUN HOLDINGS, Phoenix, AZ                            2015 to Present
$40M property group with 300 employees.
Controller (2018 to Present)
Promoted to lead a finance team of nine.
• Closed books in five days.
Assistant Controller (2015 to 2018)
• Wrote the AP policy.

COPPER STATE BANK, Mesa, AZ                                 2010 to 2015
Senior Accountant
• Reconciled 45 accounts.

EARLIER CAREER: Staff Accountant, Saguaro CPA Group, Tempe, AZ

EDUCATION & CREDENTIALS
B.S. in Accounting – Arizona State University – Tempe, AZ
Certified Public Accountant (CPA), State of Arizona
""",
    name="AMANDA LOPEZ",
    emails=("amanda.lopez@example.com",),
    phones=("602-555-0199",),
    jobs=(
        ("Controller", "DESERT SUN HOLDINGS", 2018, None),
        ("Assistant Controller", "DESERT SUN HOLDINGS", 2015, 2018),
        ("Senior Accountant", "COPPER STATE BANK", 2010, 2015),
    ),
    schools=("Arizona State University",),
    degrees=("B.S. in Accounting",),
    years=(None,),
)

CLIENTS_AND_ROLES = Layout(
    text="""\
Ravi Patel
ravi.patel@example.com | +1 214 555 0134

SUMMARY
10+ years of experience as DevOps Engineer.

TECHNICAL SKILLS
Cloud: AWS, Azure
CI/CD: Jenkins, GitLab
Scripting: Python, Bash

PROFESSIONAL EXPERIENCE

Client: Lonestar Health, Dallas, TX                                          Aug 2019 – Till Date
Role: Sr. DevOps Engineer
Responsibilities:
• Built pipelines.
Environment: AWS, Docker

Client: Alamo Retail, San Antonio, TX                                        Jan 2016 – Jul 2019
Role: DevOps Engineer
Responsibilities:
• Automated builds.

EDUCATION
Bachelor of Technology in Computer Science, JNTU, Hyderabad, India, 2012
""",
    name="Ravi Patel",
    emails=("ravi.patel@example.com",),
    phones=("+1 214 555 0134",),
    jobs=(("Sr. DevOps Engineer", "Lonestar Health", 2019, None), ("DevOps Engineer", "Alamo Retail", 2016, 2019)),
    schools=("JNTU",),
    degrees=("Bachelor of Technology in Computer Science",),
    years=(2012,),
)

ACHIEVEMENTS_WITHIN_JOBS = Layout(
    text="""\
Oliver Grant
Sales Executive
London, United Kingdom
oliver.grant@example.co.uk
+44 (0)20 7946 0123

Key Skills
- Negotiation
- CRM (Salesforce)
- Key account management

Career History

Mar 2018 - Present
Thames Packaging Ltd, London
Sales Executive
Key Achievements
- Won a £2m account.

Jan 2015 - Feb 2018
Severn Paper plc, Bristol
Sales Assistant
- Looked after 60 accounts.

Education & Qualifications
2012-2015 University of Exeter – BA (Hons) History 2:1
2010-2012 Truro College – A-Levels: History (A), English (B)
""",
    name="Oliver Grant",
    emails=("oliver.grant@example.co.uk",),
    phones=("+44 (0)20 7946 0123",),
    jobs=(("Sales Executive", "Thames Packaging Ltd", 2018, None), ("Sales Assistant", "Severn Paper plc", 2015, 2018)),
    schools=("University of Exeter", "Truro College"),
    degrees=("BA (Hons) History 2:1", "A-Levels: History (A), English (B)"),
    years=(2015, 2012),
)

FIELDS_BEHIND_TITLES = Layout(
    text="""\
Li Na
li.na@example.cn

PROFESSIONAL EXPERIENCE
Morgan Creek Capital                                                      New York, NY
Vice President, Investment Banking                                   07/2017 – Present
• Closed $3.2B of deals.
Associate, Investment Banking                                         07/2014 – 07/2017
• Built models.
Ernst Foster & Co.                                                        Chicago, IL
Analyst                                                               06/2012 – 06/2014
• Audited.

EDUCATION
University of Chicago Booth School of Business                            Chicago, IL
Master of Business Administration, Finance                                   June 2014
Peking University                                                     Beijing, China
Bachelor of Economics; GPA 3.8                                               June 2012
""",
    name="Li Na",
    emails=("li.na@example.cn",),
    jobs=(
        ("Vice President, Investment Banking", "Morgan Creek Capital", 2017, None),
        ("Associate, Investment Banking", "Morgan Creek Capital", 2014, 2017),
        ("Analyst", "Ernst Foster & Co.", 2012, 2014),
    ),
    schools=("University of Chicago Booth School of Business", "Peking University"),
    degrees=("Master of Business Administration, Finance", "Bachelor of Economics"),
    years=(2014, 2012),
)

ALL = (
    ONE_LINE_WITH_DASHES,
    BLANK_LINES_EVERYWHERE,
    DATES_AT_THE_RIGHT,
    TITLE_AT_COMPANY,
    COMPANY_THEN_TITLE_WITH_PIPES,
    DATES_FIRST,
    SPREAD_AND_BROKEN,
    MARKDOWN_STYLE,
    LABELLED,
    ACADEMIC,
    HEADS_WITHOUT_SUFFIXES,
    PROMOTIONS_UNDER_ONE_COMPANY,
    LIST_OF_JOBS,
    TITLE_BELOW_DATES,
    SENTENCES,
    DATE_BETWEEN_COMPANY_AND_TITLE,
    TABLE_WITH_HEADS,
    DATES_IN_BRACKETS,
    UNKNOWN_SCHOOLS,
    COMPANY_WITH_DATES_THEN_TITLE,
    UNDATED,
    GROUP_WITH_A_LINE_ABOUT_IT,
    CLIENTS_AND_ROLES,
    ACHIEVEMENTS_WITHIN_JOBS,
    FIELDS_BEHIND_TITLES,
)
