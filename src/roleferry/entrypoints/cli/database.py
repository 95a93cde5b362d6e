"""`roleferry migrate` and `roleferry seed`."""

from roleferry.entrypoints.container import DEMO_USER, migrate, opened
from roleferry.entrypoints.settings import Settings


async def migrate_database(settings: Settings) -> int:
    """Apply what is missing and say so."""
    applied = await migrate(settings.database_url)
    print("\n".join(f"applied {name}" for name in applied) or "the schema is up to date")
    return 0


async def seed_demo_user(settings: Settings) -> int:
    """Make the user that stub sign-in takes everybody for; nothing else is made up."""
    async with opened(settings) as container:
        await container.ensure_user()(DEMO_USER, email="demo@roleferry.test", name=None)
    print("the demo user is there")
    return 0
