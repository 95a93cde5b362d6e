"""Reading a table of 100,000 rows in the background, beside a bare COPY of the rows it makes (SPEC 12)."""


def leads_csv(rows: int) -> bytes:
    """Return a table of companies, each with its domain."""
    lines = (f"company{number}.example,Company {number},Lisbon,{number % 500}" for number in range(rows))
    return "\n".join(["domain,company name,city,employees", *lines]).encode()


def contacts_csv(rows: int) -> bytes:
    """Return a table of people, three to a company."""
    lines = (
        f"Mia,Example {number},mia{number}@company{number // 3}.example,Head of Platform,Company {number // 3},Lisbon"
        for number in range(rows)
    )
    return "\n".join(["first name,last name,email,title,company,location", *lines]).encode()
