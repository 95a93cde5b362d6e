"""`/costs`: what the month has cost, and its caps (SPEC 5)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

import msgspec
from litestar import Controller, get, put
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from roleferry.domain.model.figures.spend import projected_month
from roleferry.domain.model.figures.spend_caps import CURRENCY, Money, Vendor, default_cap, shown
from roleferry.domain.model.ids import UserId
from roleferry.domain.use_cases.operations.set_spend_cap import SetSpendCap
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.operators import operators_only
from roleferry.entrypoints.settings import Settings
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Reads

_NAMES = ("spent", "reserved", "would_have_cost")


class Cost(msgspec.Struct, frozen=True, kw_only=True):
    """Money as decimal strings; `would_have_cost` is what simulated vendors would have asked for."""

    spent: str
    reserved: str
    would_have_cost: str
    projection: str


class VendorCost(Cost, frozen=True, kw_only=True):
    """One kind of vendor; `cap` holds for the whole service and month."""

    vendor: str
    cap: str


class FlowCost(Cost, frozen=True, kw_only=True):
    """One flow."""

    flow: str


class CostsView(msgspec.Struct, frozen=True, kw_only=True):
    """Your spend of the month; `projection` is where the month is heading."""

    currency: str
    since: datetime
    total: Cost
    vendors: list[VendorCost]
    flows: list[FlowCost]


class CapBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """US dollars a month."""

    cap: Annotated[str, Meta(pattern=r"^[0-9]{1,7}([.][0-9]{1,2})?$")]


class CapView(msgspec.Struct, frozen=True, kw_only=True):
    """What a vendor may cost a month."""

    vendor: str
    cap: str
    currency: str


_ZERO = {"spent": "0.00", "reserved": "0.00", "would_have_cost": "0.00", "projection": "0.00"}
_EXAMPLE: dict[str, Any] = {
    "currency": "USD",
    "since": "2026-11-01T00:00:00Z",
    "total": _ZERO,
    "vendors": [{**_ZERO, "vendor": "llm", "cap": "10.00"}],
    "flows": [],
}


class CostController(Controller):
    """What the month has cost."""

    path = "/costs"
    tags = ("Spend",)

    @get(operation_id="GetCosts", summary="What the month has cost you.", opt=example(answer=_EXAMPLE))
    async def get_costs(
        self,
        user_id: Injected[UserId],
        reads: Injected[Reads],
        clock: Injected[Clock],
        settings: Injected[Settings],
    ) -> CostsView:
        """Return what was spent, is reserved and is to be expected, by vendor and by flow."""
        now = clock.now()
        since = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        rows = await reads.many(user_id, "show_spend", user_id, since)
        caps = {row["vendor"]: Money(row["cap"]).dollars for row in await reads.many(user_id, "show_spend_caps")}
        defaults = {vendor.value: default_cap(vendor, phase=settings.phase) for vendor in Vendor}
        vendors = _by(rows, "vendor", now)
        return CostsView(
            currency=CURRENCY,
            since=since,
            total=Cost(**_money(rows, now)),
            vendors=[
                VendorCost(vendor=name, cap=shown(cap), **vendors.get(name, _ZERO))
                for name, cap in {**defaults, **caps}.items()
            ],
            flows=[FlowCost(flow=name, **amounts) for name, amounts in _by(rows, "flow", now).items()],
        )

    @put(
        "/caps/{vendor:str}",
        operation_id="PutSpendCap",
        summary="Cap what a vendor may cost a month (operators).",
        guards=[operators_only],
        opt=example(request={"cap": "25.00"}, answer={"vendor": "llm", "cap": "25.00", "currency": "USD"}),
    )
    async def put_cap(
        self,
        vendor: FromPath[Vendor],
        data: JSONBody[CapBody],
        user_id: Injected[UserId],
        set_spend_cap: Injected[SetSpendCap],
    ) -> CapView:
        """Set the cap for the whole service; calls that are already reserved are not taken back."""
        cap = Money.of(Decimal(data.cap))
        await set_spend_cap(user_id, vendor, cap)
        return CapView(vendor=vendor.value, cap=str(cap), currency=CURRENCY)


def _by(rows: Sequence[Mapping[str, Any]], column: str, now: datetime) -> dict[str, dict[str, str]]:
    groups: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return {name: _money(group, now) for name, group in groups.items()}


def _money(rows: Sequence[Mapping[str, Any]], now: datetime) -> dict[str, str]:
    sums = {name: Money(sum(row[name] for row in rows)) for name in _NAMES}
    return {
        **{name: str(amount) for name, amount in sums.items()},
        "projection": shown(projected_month(sums["spent"].dollars, now=now)),
    }
