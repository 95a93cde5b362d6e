"""Everything that keeps a campaign from being launched, all at once, each with what to do (SPEC 3.8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from roleferry.domain.model.errors import Conflict, FieldError
from roleferry.domain.model.ids import ContactId
from roleferry.domain.model.sending.address import InvalidAddress, parse_address
from roleferry.domain.model.sending.campaign import CampaignStatus
from roleferry.domain.model.sending.gate_facts import Verdict
from roleferry.domain.model.sending.suppression import Suppression
from roleferry.domain.model.sending.zones import UnknownTimeZone, zone_named


class BlockerCode(StrEnum):
    """Why a campaign cannot be launched."""

    NOT_A_DRAFT = "not_a_draft"
    NO_TARGETS = "no_targets"
    NO_STEPS = "no_steps"
    NO_MAILBOX = "no_mailbox"
    NO_POSTAL_ADDRESS = "no_postal_address"
    INVALID_ADDRESS = "invalid_address"
    ADDRESS_BAD = "address_bad"
    UNVERIFIED_CANDIDATE = "unverified_candidate"
    SUPPRESSED = "suppressed"
    UNKNOWN_TIME_ZONE = "unknown_time_zone"
    LIVE_ELSEWHERE = "live_elsewhere"
    DUPLICATE = "duplicate"
    MOCK_CONTACT = "mock_contact"
    NOT_INTERNAL = "not_internal"
    UNRESOLVED_VARIABLE = "unresolved_variable"
    LINT = "lint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """One obstacle: for whom (None: the whole campaign), in which step, what is wrong and what to do."""

    code: BlockerCode
    message: str
    what_to_do: str
    contact_id: ContactId | None = None
    target: str | None = None
    step: int | None = None


class LaunchBlocked(Conflict):
    """Something must be put right before this campaign can start."""

    code = "campaign.blocked"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedStep:
    """What became of one step for one target: the variables that stayed empty, the lint findings that block."""

    step: int
    unresolved: tuple[str, ...] = ()
    lint: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One person a campaign is for, with all that could speak against writing to them."""

    contact_id: ContactId
    name: str
    address: str | None
    time_zone: str | None
    verdict: Verdict | None = None
    is_candidate: bool = False
    is_mock: bool = False
    is_internal: bool = True
    suppression: Suppression | None = None
    live_in: str | None = None
    """Name of another campaign that is writing to this person."""
    steps: Sequence[RenderedStep] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """A campaign as it would start."""

    status: CampaignStatus
    targets: Sequence[Target]
    enabled_steps: int
    mailboxes_able: int
    mailboxes_without_postal_address: Sequence[str] = ()
    mail_is_real: bool = False
    internal_only: bool = False


def blockers(launch: Launch) -> tuple[Blocker, ...]:
    """Return every obstacle: those of the campaign first, then target by target."""
    found = list(_of_campaign(launch))
    seen: set[str] = set()
    for target in launch.targets:
        form = _form(target.address)
        found += _of_target(target, launch, form)
        if form is not None and form in seen:
            found.append(_about(target, BlockerCode.DUPLICATE, "is in this campaign twice", "Remove one of the two."))
        seen |= {form} if form is not None else set()
    return tuple(found)


def check_launch(found: Sequence[Blocker]) -> None:
    """
    Let a campaign start if nothing was found against it.

    Raises:
        LaunchBlocked: it cannot; lists every blocker.
    """
    if found:
        errors = tuple(FieldError(_path(one), f"{one.message} {one.what_to_do}") for one in found)
        raise LaunchBlocked(f"{len(found)} things must be put right first", errors=errors, blockers=tuple(found))


def _of_campaign(launch: Launch) -> Iterator[Blocker]:
    if launch.status is not CampaignStatus.DRAFT:
        yield _general(BlockerCode.NOT_A_DRAFT, f"The campaign is {launch.status}.", "Only a draft can be launched.")
    if not launch.targets:
        yield _general(BlockerCode.NO_TARGETS, "The campaign has no targets.", "Add at least one contact.")
    if launch.enabled_steps < 1:
        yield _general(BlockerCode.NO_STEPS, "Every step is switched off.", "Switch on at least one step.")
    if launch.mailboxes_able < 1:
        yield _general(BlockerCode.NO_MAILBOX, "No mailbox is able to send.", "Connect one, or resume a paused one.")
    for address in launch.mailboxes_without_postal_address:
        message = f"The mailbox {address} names no postal address."
        yield _general(BlockerCode.NO_POSTAL_ADDRESS, message, "Give one: every mail must name it.")


def _of_target(target: Target, launch: Launch, form: str | None) -> Iterator[Blocker]:
    yield from _of_address(target, form)
    if target.suppression is not None:
        why = f"must not be written to ({target.suppression.reason.replace('_', ' ')})"
        yield _about(target, BlockerCode.SUPPRESSED, why, "Remove this target.")
    if _zone_unknown(target.time_zone):
        yield _about(target, BlockerCode.UNKNOWN_TIME_ZONE, "has no known time zone", "Set one such as Europe/Berlin.")
    if target.live_in is not None:
        why = f"is being written to in {target.live_in!r}"
        yield _about(target, BlockerCode.LIVE_ELSEWHERE, why, "Wait until that has ended, or stop it there.")
    if target.is_mock and launch.mail_is_real:
        yield _about(target, BlockerCode.MOCK_CONTACT, "is a made-up contact", "Remove it, or send by the mock mailer.")
    if launch.internal_only and not target.is_internal:
        what = "Remove this target, or use an internal address."
        yield _about(target, BlockerCode.NOT_INTERNAL, "is not internal, and this phase mails nobody else", what)
    for step in target.steps:
        yield from _of_step(target, step)


def _of_address(target: Target, form: str | None) -> Iterator[Blocker]:
    if form is None:
        yield _about(target, BlockerCode.INVALID_ADDRESS, "has no valid mail address", "Correct the address.")
    elif target.verdict in {Verdict.INVALID, Verdict.DISPOSABLE}:
        why = f"has an address that is {target.verdict}"
        yield _about(target, BlockerCode.ADDRESS_BAD, why, "Find another address, or remove this target.")
    elif target.is_candidate and target.verdict is not Verdict.VALID:
        why = "has only a guessed address, not verified as valid"
        yield _about(target, BlockerCode.UNVERIFIED_CANDIDATE, why, "Verify it first.")


def _of_step(target: Target, step: RenderedStep) -> Iterator[Blocker]:
    for variable in step.unresolved:
        why = f"step {step.step}: the variable {variable} has no value"
        what = "Fill it in, or give it a default in the template."
        yield _about(target, BlockerCode.UNRESOLVED_VARIABLE, why, what, step=step.step)
    for finding in step.lint:
        why = f"step {step.step}: {finding}"
        yield _about(
            target,
            BlockerCode.LINT,
            why,
            "Change the offer or template it is written from, or edit the step.",
            step=step.step,
        )


def _general(code: BlockerCode, message: str, what_to_do: str) -> Blocker:
    return Blocker(code=code, message=message, what_to_do=what_to_do)


def _about(target: Target, code: BlockerCode, why: str, what_to_do: str, *, step: int | None = None) -> Blocker:
    return Blocker(
        code=code,
        message=f"{target.name} {why.rstrip('.')}.",
        what_to_do=what_to_do,
        contact_id=target.contact_id,
        target=target.name,
        step=step,
    )


def _form(address: str | None) -> str | None:
    try:
        return parse_address(address or "").suppression_form
    except InvalidAddress:
        return None


def _zone_unknown(name: str | None) -> bool:
    try:
        zone_named(name or "")
    except UnknownTimeZone:
        return True
    return False


def _path(blocker: Blocker) -> str:
    where = "campaign" if blocker.contact_id is None else f"targets.{blocker.contact_id}"
    return where if blocker.step is None else f"{where}.steps.{blocker.step}"


def codes(found: Iterable[Blocker]) -> frozenset[BlockerCode]:
    """Return which kinds of obstacle there are."""
    return frozenset(blocker.code for blocker in found)
