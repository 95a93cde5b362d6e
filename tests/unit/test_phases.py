"""Which adapter serves each port, and why."""

import msgspec
import pytest

from roleferry.entrypoints.phases import PORTS, Port, choose, chosen
from roleferry.entrypoints.settings import Phase, Settings, SettingsError, variable


def test_out_of_the_box_everything_is_free_and_asked_for() -> None:
    choices = choose(Settings())
    assert {choice.cost for choice in choices} == {"nothing"}
    assert {choice.why for choice in choices} == {"phase"}
    assert not any(choice.warning for choice in choices)


def test_a_phase_that_asks_for_more_than_there_is_says_so_visibly() -> None:
    choice = chosen(choose(Settings(phase="week10", email="mock")), "llm")
    assert (choice.adapter, choice.wanted, choice.why) == ("rules", "openai", "fallback")
    assert choice.warning
    assert choice.missing == ("ROLEFERRY_OPENAI_API_KEY",)


@pytest.mark.parametrize("phase", ["week10", "week11", "week12"])
def test_from_week10_on_people_send_by_their_own_servers(phase: Phase) -> None:
    choice = chosen(choose(Settings(phase=phase)), "email")
    assert (choice.adapter, choice.why, choice.warning) == ("smtp", "phase", None)


@pytest.mark.parametrize(
    ("adapter", "named"),
    [
        ("ses", "ROLEFERRY_SES_ACCESS_KEY and ROLEFERRY_SES_SECRET_KEY and ROLEFERRY_SES_REGION"),
        ("sendgrid", "ROLEFERRY_SENDGRID_API_KEY"),
        ("mailgun", "ROLEFERRY_MAILGUN_API_KEY"),
        ("postmark", "ROLEFERRY_POSTMARK_TOKEN"),
    ],
)
def test_mail_never_falls_back_silently(adapter: str, named: str) -> None:
    with pytest.raises(SettingsError, match=f"ROLEFERRY_EMAIL: {adapter} needs {named}"):
        choose(Settings(phase="week12", email=adapter))
    keys = {name.removeprefix("ROLEFERRY_").lower(): "a key" for name in named.split(" and ")}
    choice = chosen(choose(msgspec.structs.replace(Settings(phase="week12", email=adapter), **keys)), "email")
    assert (choice.adapter, choice.why) == (adapter, "override")
    assert "$5 a month" in choice.cost


def test_mock_mode_forces_mail_and_everything_paid_back() -> None:
    choices = choose(Settings(phase="week12", email="mock", mock_mode=True))
    assert {choice.cost for choice in choices} == {"nothing"}
    assert chosen(choices, "llm").why == "mock mode"


@pytest.mark.parametrize("port", PORTS, ids=lambda port: port.name)
def test_what_a_person_chose_and_is_not_there_is_an_error_that_names_the_variable(port: Port) -> None:
    for adapter in {"teleport", *port.adapters} - port.built:
        chosen_by_hand = msgspec.structs.replace(Settings(), **{port.setting: adapter})
        with pytest.raises(SettingsError, match=f"{variable(port.setting)}={adapter}"):
            choose(chosen_by_hand)


def test_the_table_is_sound() -> None:
    for port in PORTS:
        assert set(port.by_phase) == {"week9", "week10", "week11", "week12"}
        assert set(port.by_phase.values()) | port.built | {port.free} <= set(port.adapters)
        assert port.free in port.built
        assert port.adapters[port.free].cost == "nothing"
        assert port.setting in Settings.__struct_fields__
