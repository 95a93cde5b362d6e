"""An address is looked up in an index, however many people somebody knows, under row-level security too."""

from roleferry.adapters.postgres.statements import STATEMENTS
from tests.app import App


async def test_an_address_is_found_without_reading_everybody(app: App) -> None:
    async with app.container.pool().acquire() as connection, connection.transaction():
        await connection.execute(f"SET LOCAL app.user_id = '{app.user_id}'; SET LOCAL enable_seqscan = off")
        await connection.execute("SET LOCAL enable_bitmapscan = off")
        await connection.execute(f"PREPARE by_address AS {STATEMENTS['lock_contacts_by_email']}")
        rows = await connection.fetch(f"EXPLAIN EXECUTE by_address ('{app.user_id}', '{{ada@sample.example}}')")
        await connection.execute("DEALLOCATE by_address")
    conditions = [row[0] for row in rows if "Index Cond" in row[0]]
    assert ["email_key" in one or "(id = ANY" in one for one in conditions] == [True, True]


async def test_an_address_is_one_however_it_is_written(app: App) -> None:
    await app.post("/contacts", {"full_name": "Mia Example", "email": "Mia@Firm.example"})
    twin = await app.call("POST", "/contacts", json={"full_name": "Mia E.", "email": "mia@firm.EXAMPLE"}, expect=409)
    assert twin.json()["code"] == "contact.exists"
