"""Résumés of invented people as real PDFs, in the layouts that word processors and web sites make."""

from __future__ import annotations

from collections.abc import Iterable

from tests.integration.documents.files import Text


def column(x: float, y: float, lines: Iterable[str], *, step: float = 5.2, size: float = 9.5) -> list[Text]:
    """Write lines below each other: `# ` is a section, `## ` the head of an entry, an empty line a gap."""
    texts: list[Text] = []
    for line in lines:
        if line.startswith("# "):
            y += 3
            texts.append(Text(x, y, line[2:], size + 3, "B"))
            y += step + 1
        elif line.startswith("## "):
            texts.append(Text(x, y, line[3:], size + 0.5, "B"))
            y += step
        elif line:
            texts.append(Text(x, y, line, size))
            y += step
        else:
            y += step * 0.6
    return texts


LINKEDIN = [
    [
        *column(
            12,
            18,
            [
                "# Contact",
                "+1 (720) 555-0144 (Mobile)",
                "nadia.haddad@example.com",
                "",
                "www.linkedin.com/in/nadia-",
                "haddad-0a1b2c (LinkedIn)",
                "",
                "# Top Skills",
                "Supply Chain",
                "Lean Manufacturing",
                "SAP",
                "",
                "# Languages",
                "Arabic (Native)",
                "English (Full",
                "Professional)",
                "",
                "# Certifications",
                "Six Sigma Black Belt",
            ],
        ),
        Text(78, 22, "Nadia Haddad", 24),
        Text(78, 30, "Supply Chain Director at Larimer Foods", 11),
        Text(78, 36, "Denver, Colorado, United States", 10),
        *column(
            78,
            46,
            [
                "# Summary",
                "I make sure that what was promised arrives, and that it costs",
                "what was said it would.",
                "",
                "# Experience",
                "",
                "Larimer Foods",
                "5 years 3 months",
                "Supply Chain Director",
                "January 2021 - Present (2 years 5 months)",
                "Denver, Colorado",
                "Cut freight cost by 18% across four plants.",
                "",
                "Supply Chain Manager",
                "March 2018 - December 2020 (2 years 10 months)",
                "Denver, Colorado",
                "",
                "Pikes Peak Dairy",
                "Logistics Analyst",
                "June 2014 - February 2018 (3 years 9 months)",
                "Colorado Springs, Colorado",
                "Planned the milk runs of 60 trucks.",
                "",
                "# Education",
                "Colorado State University",
                "Bachelor of Science - BS, Industrial Engineering · (2010 - 2014)",
            ],
        ),
    ]
]

RIGHT_SIDEBAR = [
    [
        Text(18, 24, "Bram de Vries", 26, "B"),
        Text(18, 31, "Front-end developer", 11),
        *column(150, 22, ["Keizersgracht 100", "1015 Amsterdam", "+31 6 1234 5678", "bram@example.nl"], size=9),
        *column(
            18,
            48,
            [
                "# EXPERIENCE",
                "## Tulp Media, Amsterdam - Front-end Developer",
                "JULY 2019 - PRESENT",
                "Rebuilt the news site in React; pages load in half the time.",
                "Mentor two junior colleagues and review their work.",
                "",
                "## Windmolen BV, Utrecht - Web Developer",
                "SEPTEMBER 2016 - JUNE 2019",
                "Made web shops for forty small companies.",
                "Wrote the deployment scripts everybody still uses.",
                "",
                "# EDUCATION",
                "## Universiteit Utrecht - BSc Information Science",
                "SEPTEMBER 2012 - JULY 2016",
            ],
        ),
        *column(
            150,
            50,
            [
                "# SKILLS",
                "React",
                "TypeScript",
                "CSS",
                "Node.js",
                "Jest",
                "",
                "# AWARDS",
                "Dutch Web Prize 2021",
                "",
                "# LANGUAGES",
                "Dutch, English, German",
            ],
            step=5.7,
        ),
    ]
]

DATES_IN_THE_LEFT_COLUMN = [
    [
        Text(70, 20, "Aino Korhonen", 22),
        Text(70, 28, "aino.korhonen@example.fi | +358 50 555 0123 | Helsinki, Finland", 9),
        Text(15, 42, "Experience", 12, "B"),
        *[
            text
            for n, (when, head, tale) in enumerate(
                [
                    ("2020-present", "Senior Geologist, Pohjola Mining", "Map the northern deposits with drones."),
                    ("2016-2020", "Geologist, Karhu Minerals", "Logged 40 km of core."),
                    ("2014-2016", "Field Assistant, Saimaa Survey", "Carried everything."),
                ]
            )
            for text in (
                Text(15, 50 + 14 * n, when),
                Text(55, 50 + 14 * n, head, 10, "B"),
                Text(55, 56 + 14 * n, tale),
            )
        ],
        Text(15, 98, "Education", 12, "B"),
        Text(15, 106, "2009-2014"),
        Text(55, 106, "MSc Geology, University of Oulu", 10, "B"),
        Text(15, 118, "Skills", 12, "B"),
        Text(15, 126, "Software"),
        Text(55, 126, "QGIS, ArcGIS, Leapfrog"),
        Text(15, 132, "Languages"),
        Text(55, 132, "Finnish, Swedish, English"),
    ]
]

TWO_EQUAL_COLUMNS = [
    [
        Text(60, 20, "MATEO RIVAS", 24, "B"),
        Text(70, 28, "Hotel Manager", 12),
        *column(
            15,
            40,
            [
                "# PROFILE",
                "Hotel manager of twelve years, most of",
                "them by the sea.",
                "",
                "# CONTACT",
                "mateo.rivas@example.es",
                "+34 612 345 678",
                "Valencia, Spain",
                "",
                "# EDUCATION",
                "## Degree in Tourism",
                "Universidad de Alicante",
                "2006 - 2010",
                "",
                "# LANGUAGES",
                "Spanish, English, German",
            ],
        ),
        *column(
            108,
            41.7,
            [
                "# EXPERIENCE",
                "## Hotel Manager",
                "Hotel Mirador, Valencia",
                "2017 - Present",
                "Raised occupancy from 61% to 83%.",
                "Lead a team of 45.",
                "",
                "## Front Desk Manager",
                "Costa Suites, Alicante",
                "2012 - 2017",
                "Trained the night staff.",
                "",
                "# SKILLS",
                "Opera PMS, Revenue Management",
                "Budgeting, Team Leadership",
            ],
        ),
    ]
]

LEFT_SIDEBAR_OVER_TWO_PAGES = [
    [
        *column(
            12,
            20,
            [
                "## YUSUF DEMIR",
                "Mechanical Engineer",
                "",
                "# CONTACT",
                "yusuf.demir@example.com.tr",
                "+90 532 555 0199",
                "Izmir, Turkey",
                "",
                "# SKILLS",
                "SolidWorks",
                "ANSYS",
                "MATLAB",
                "GD&T",
                "",
                "# LANGUAGES",
                "Turkish",
                "English",
            ],
        ),
        *column(
            76,
            20,
            [
                "# WORK EXPERIENCE",
                "## Mechanical Engineer",
                "Ege Makina A.S. | 2018 - Present",
                "Designed a press that halves the scrap of the old one, and saw it",
                "through to the shop floor.",
                "Lead the tooling group.",
                "",
                "## Design Engineer",
                "Anka Otomotiv | 2014 - 2018",
                "Drew brackets, then seats, then whole cabins.",
            ],
        ),
    ],
    [
        *column(12, 20, ["# INTERESTS", "Sailing", "Backgammon", "Clocks", "Old radios"]),
        *column(
            76,
            23,
            [
                "Took part in the safety board.",
                "Wrote the fatigue tests.",
                "",
                "## Intern",
                "Karya Enerji | 2013 - 2014",
                "Measured wind.",
                "",
                "# EDUCATION",
                "## B.Sc. Mechanical Engineering",
                "Ege University | 2009 - 2013",
            ],
        ),
    ],
]

DATES_STACKED_ON_PLACES = [
    [
        Text(15, 20, "OMAR FAROUK", 22, "B"),
        Text(15, 27, "omar.farouk@example.ae | +971 50 555 0123 | Dubai, UAE", 9),
        Text(15, 40, "EXPERIENCE", 12, "B"),
        Text(15, 48, "2018 - Present"),
        Text(15, 53, "Gulf Air Services"),
        Text(15, 58, "Dubai"),
        Text(60, 48, "Maintenance Planner", 10, "B"),
        Text(60, 53, "- Planned checks for 30 aircraft."),
        Text(60, 58, "- Cut ground time by 12%."),
        Text(15, 68, "2013 - 2018"),
        Text(15, 73, "Nile Aviation"),
        Text(15, 78, "Cairo"),
        Text(60, 68, "Aircraft Technician", 10, "B"),
        Text(60, 73, "- Inspected engines."),
        Text(60, 78, "- Trained three apprentices."),
        Text(15, 90, "EDUCATION", 12, "B"),
        Text(15, 98, "2008 - 2013"),
        Text(15, 103, "Cairo University"),
        Text(60, 98, "B.Sc. Aerospace Engineering", 10, "B"),
        Text(15, 115, "SKILLS", 12, "B"),
        Text(15, 122, "AMOS, SAP, Six Sigma, Line Maintenance"),
    ]
]

NAME_AT_THE_RIGHT = [
    [
        *column(140, 20, ["## CARLA MENDES", "Data Scientist"], size=13),
        *column(
            15,
            20,
            [
                "# CONTACT",
                "carla@example.pt",
                "+351 910 000 111",
                "linkedin.com/in/carla",
                "",
                "# SKILLS",
                "Python, R, SQL",
                "Machine Learning",
                "Tableau",
                "",
                "# EDUCATION",
                "MSc Statistics",
                "Universidade de Lisboa",
                "2014 - 2016",
                "",
                "BSc Mathematics",
                "Universidade do Porto",
                "2011 - 2014",
            ],
        ),
        *column(
            80,
            46,
            [
                "# PROFILE",
                "I find the one number that matters and say how sure I am of it, in plain words",
                "for people who must decide.",
                "",
                "# EXPERIENCE",
                "Data Scientist | Tejo Insurance | 2019 - Present",
                "- Built a fraud model that saves EUR 1.2 million a year.",
                "- Taught forty colleagues to read a forecast.",
                "Data Analyst | Atlantico Retail | 2016 - 2019",
                "- Made the stock report that shops read every morning.",
            ],
        ),
    ]
]
