"""Texts of a step are written between two transactions; the second one looks again (SPEC 3.8)."""

from __future__ import annotations

from typing import Any

from dependency_injector import providers

from tests.app import App
from tests.integration.sending.engine_world import rows
from tests.integration.sending.journey import launched, mails, set_out


class _Meanwhile:
    """Writes as the real one does, after something has happened that a lock would have kept from happening."""

    def __init__(self, real: Any, app: App) -> None:
        self._real = real
        self._app = app
        self.happens: list[str] = []

    async def inputs(self, *args: Any) -> Any:
        return await self._real.inputs(*args)

    async def __call__(self, inputs: Any) -> Any:
        for sql in self.happens:
            await rows(self._app, sql)
        return await self._real(inputs)


async def test_a_step_is_written_in_no_transaction_and_what_changed_meanwhile_is_not_overwritten(app: App) -> None:
    campaign = await launched(app, await set_out(app, people=1))
    step = (await app.get(f"/campaigns/{campaign}/sequence"))["steps"][0]
    meanwhile = _Meanwhile(app.container.write_mails(), app)
    app.container.write_mails.override(providers.Object(meanwhile))
    meanwhile.happens = ["UPDATE sequence_steps SET version = version + 1, body = 'Somebody else''s.'"]
    changes = {"body": "{{ offer.body }}\n\nP.S. I am in Porto."}
    refused = await app.call("PATCH", f"/sequence-steps/{step['id']}", json=changes, expect=409)
    assert refused.json()["code"] == "campaign.changing"
    assert not any(row["status"] == "held" for row in await mails(app, campaign))
    meanwhile.happens = ["UPDATE outreach SET plan_reason = 'seen' WHERE step = 1"]
    await app.patch(f"/sequence-steps/{step['id']}", changes)
    assert {row["status"] for row in await mails(app, campaign) if row["step"] == 1} == {"held"}
