"""Lines as employers write them, with what each is for; written for these tests."""

RESPONSIBILITY = """
Design and ship features across our billing platform
Own the roadmap for the mobile checkout and see it through to launch
Manage a team of six account executives
Prepare monthly management accounts and VAT returns
Greet guests and make sure that every table is served promptly
You will work closely with product managers to define what we build next
You'll be responsible for the day-to-day running of the warehouse
Responsible for the maintenance of all electrical equipment on site
Reporting to the CFO, you will lead the annual budgeting process
Develop lesson plans and teach mathematics to years 7 to 11
Administer medication and monitor patients' vital signs
Conduct user interviews and turn what you learn into prototypes
Build and maintain data pipelines that feed our reporting
Monitoring stock levels and placing orders with suppliers
Supporting customers by phone, chat and e-mail
Liaise with architects, contractors and local authorities
Ensure compliance with health and safety legislation
Write clear documentation for internal and external developers
Drive adoption of our analytics product among enterprise customers
Negotiate contracts with vendors and track savings
Assist the head chef in preparing daily menus
Troubleshoot network issues and escalate where needed
Participate in the on-call rotation
Coordinate travel and calendars for two directors
Act as the first point of contact for visitors
Collaborate with design, engineering and marketing to launch campaigns
Perform other duties as assigned
Execution of the test plan and reporting of defects
Development of new machine learning models for fraud detection
As a site manager you will oversee three concurrent projects
The successful candidate will manage relationships with key suppliers
This role will lead the migration of our data centre to the cloud
Your tasks include the planning and control of production
Mentors junior engineers and reviews their code
Leads the weekly planning meeting and keeps the backlog tidy
Plan, organise and deliver events for up to 500 guests
Take ownership of incidents from first alert to post-mortem
Partner with finance to forecast revenue
Identify risks early and propose ways around them
Help us scale from 10 to 100 enterprise customers
Carry out routine inspections and minor repairs
Analyse campaign performance and recommend improvements
Deliver training to new starters
Maintaining accurate patient records
Championing accessibility across every product we build
You lead the development of our pricing models
You are responsible for recruiting and onboarding drivers
Being the voice of the customer inside the product team
Process payroll for 300 employees every month
Set up and run A/B tests on our landing pages
Work with stakeholders to gather requirements
Support the team in closing the books at month end
Test new releases before they go to production
Research competitors and present findings to the board
""".strip().splitlines()

REQUIREMENT = """
5+ years of experience building web applications
At least three years' experience in a similar role
Bachelor's degree in Computer Science or a related field
Proficiency in Python and SQL
Strong communication skills, both written and verbal
Proven track record of closing six-figure deals
Excellent knowledge of Microsoft Excel
Ability to work under pressure and meet tight deadlines
Fluent English; German at B2 level
Full, clean driving licence
You have a good eye for detail and enjoy solving puzzles
You are comfortable with ambiguity
Must be eligible to work in the UK
Registered nurse with a current NMC pin
Solid understanding of distributed systems
Experience managing remote teams
Familiarity with agile methods
Qualified accountant (ACA, ACCA or CIMA)
Self-motivated and well organised
A passion for great food and hospitality
Hands-on experience with AWS, Terraform and Kubernetes
Working knowledge of GDPR
High school diploma or equivalent
Able to lift 25 kg
Willingness to travel up to 30% of the time
Background in consulting or investment banking
You've shipped software that people depend on
You know how to explain complex things simply
Good working knowledge of AutoCAD
Java, Spring Boot, PostgreSQL
Team player with a can-do attitude
Previous experience in retail is essential
Demonstrated ability to manage several projects at once
Strong analytical and problem-solving skills
Attention to detail
Degree in a quantitative subject
Understanding of double-entry bookkeeping
Certified Scrum Master
Comfortable working in a fast-paced environment
Native-level Spanish
An eye for typography and layout
Expertise in statistical modelling with R
You bring at least two years of experience with React
Knowledge of local building regulations
Confident user of Salesforce or a comparable CRM
Security clearance (SC) is required
Minimum of 2 years in a customer-facing role
Excellent organisational skills
Curious, kind and eager to learn
Completed apprenticeship as a mechatronics technician
Able to think strategically and act pragmatically
Enthusiasm for renewable energy
A portfolio that shows your approach to interaction design
""".strip().splitlines()

PREFERRED = """
Experience with Kafka is a plus
Nice to have: knowledge of Rust
Ideally you have worked in a regulated industry
A Master's degree is preferred
Knowledge of French would be an advantage
Bonus points if you have contributed to open source
Familiarity with Figma desirable but not essential
Exposure to machine learning would be great
Previous start-up experience is an asset
Preferably with experience in B2B sales
We'd love it if you have worked with GraphQL before
PhD preferred
Prior experience in healthcare is beneficial
Certification in project management (PMP, Prince2) a bonus
It would be nice if you speak Dutch
""".strip().splitlines()

OTHER = """
We offer a competitive salary and a generous pension
25 days of holiday plus bank holidays
Private health insurance from day one
Free lunch every Friday and a well-stocked kitchen
We are an equal opportunity employer and value diversity
All qualified applicants will receive consideration without regard to race, religion or sex
Founded in 2009, we are a leading provider of payroll software
Our mission is to make clean energy affordable for everyone
To apply, send your CV and a short cover letter to jobs@example.com
Location: Leeds
Salary: £35,000 - £42,000
Full-time, permanent
Job type: Contract
Flexible working hours and the option to work from home
Stock options for every employee
We have offices in twelve countries and 800 employees
Our team is small, friendly and diverse
Please note that we do not accept applications from agencies
Join a fast-growing company backed by leading investors
Annual bonus and 401(k) with match
Are you looking for your next challenge?
About us
The interview process has three stages
We believe that good software is made by happy people
Closing date: 31 May
A personal training budget of 1,000 euros a year
Gym membership and cycle to work scheme
Opportunities for career growth and internal mobility
Dog-friendly office in the heart of the city
Acme is the world's largest maker of left-handed scissors
Reasonable adjustments are available throughout the process
More than two million people use our app every day
Regular team events and an annual retreat
Posted 3 days ago
A modern office with free parking
Relocation support and visa sponsorship
Click the button below to apply
We look forward to hearing from you
""".strip().splitlines()

ALL = [
    *((line, "responsibility") for line in RESPONSIBILITY),
    *((line, "requirement") for line in REQUIREMENT),
    *((line, "preferred") for line in PREFERRED),
    *((line, "other") for line in OTHER),
]
