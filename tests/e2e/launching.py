"""`python -m tests.e2e.launching USER CAMPAIGN DIGEST`: a process that launches one campaign, made to be killed."""

import asyncio
import os
import sys
from uuid import UUID

from roleferry.domain.model.ids import CampaignId, UserId
from roleferry.entrypoints.container import opened
from roleferry.entrypoints.settings import load


async def launch(user: str, campaign: str, digest: str) -> None:
    """Launch it, with the service's own settings."""
    async with opened(load(os.environ)) as container:
        await container.launch_campaign()(UserId(UUID(user)), CampaignId(UUID(campaign)), digest=digest)


if __name__ == "__main__":
    asyncio.run(launch(*sys.argv[1:]))
