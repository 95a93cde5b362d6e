from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.ids import UserId
from roleferry.domain.model.sending.address import InvalidAddress, ascii_domain, parse_address
from roleferry.domain.model.sending.suppression import (
    SuppressionKeys,
    SuppressionReason,
    SuppressionScope,
    SuppressionStays,
    find_suppression,
    read_unwanted,
    suppression_keys,
)
from tests.unit.sending.factories import a_suppression, uid

KEY = b"test key"
ME, OTHER = UserId(uid(2)), UserId(uid(77))


def keys(address: str) -> SuppressionKeys:
    return suppression_keys(address, key=KEY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada@Firm.example", "ada@firm.example"),
        ("ada+jobs@firm.example", "ada@firm.example"),
        ("a.d.a@gmail.com", "ada@googlemail.com"),
        ("ada@bücher.example", "ada@xn--bcher-kva.example"),
        (" ada@firm.example. ", "ada@firm.example"),
    ],
)
def test_two_spellings_of_one_person_are_one(one: str, other: str) -> None:
    assert keys(one).address == keys(other).address


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ada@firm.example", "bob@firm.example"),
        ("a.da@firm.example", "ada@firm.example"),
        ("ada@firm.example", "ada@firm2.example"),
    ],
)
def test_two_people_are_two(one: str, other: str) -> None:
    assert keys(one).address != keys(other).address


@pytest.mark.parametrize(
    "bad",
    [
        "", "ada", "@firm.example", "ada@", "ada@firm", "a b@firm.example", "ada@firm..example", "ada@-firm.example",
        "ada@firm.example\nBcc: x@y.example", "ada\r@firm.example", '"a b"@firm.example', "ada@[127.0.0.1]",
        "ada@127.0.0.1", ".ada@firm.example", "ada.@firm.example", "a..b@firm.example", f"{'a' * 65}@firm.example",
        "ada@firm.exam ple", "ada@fi\u2028rm.example", "<ada@firm.example>", "ada@firm.example,bob@firm.example",
        f"ada@{'a' * 64}.example", f"ada@{'a.' * 130}example", "ada\u200b@firm.example", "\ud800@firm.example",
    ],
)  # fmt: skip
def test_what_cannot_be_written_to_is_refused(bad: str) -> None:
    with pytest.raises(InvalidAddress):
        parse_address(bad)


@settings(max_examples=200)
@given(st.text(max_size=40))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    for candidate in (text, f"{text}@firm.example", f"ada@{text}"):
        try:
            address = parse_address(candidate)
        except InvalidAddress:
            continue
        assert str(address).count("@") == 1
        assert not any(character.isspace() for character in str(address))
        assert parse_address(str(address)) == address
        assert address.domain.isascii()


def test_international_addresses_are_taken() -> None:
    address = parse_address("josé@bücher.example")
    assert (str(address), address.needs_smtputf8) == ("josé@xn--bcher-kva.example", True)


def test_a_suppressed_address_domain_and_parent_domain_are_found() -> None:
    found = keys("ada@mail.firm.example")
    for domain in ("MAIL.firm.example", "@firm.example"):
        assert read_unwanted(domain, key=KEY).hashed in found.domains
    assert len(found.all) == 3
    for hashed in found.all:
        assert find_suppression(found, [a_suppression(hashed=hashed)], user_id=ME) is not None


def test_a_users_suppression_binds_that_user_and_a_global_one_everybody() -> None:
    found = keys("ada@firm.example")
    mine = a_suppression(hashed=found.address)
    everybodys = a_suppression(hashed=found.address, scope=SuppressionScope.GLOBAL, user_id=None)
    assert find_suppression(found, [mine], user_id=OTHER) is None
    assert find_suppression(found, [everybodys], user_id=OTHER) is everybodys


def test_of_several_the_most_serious_is_named() -> None:
    found = keys("ada@firm.example")
    entries = [a_suppression(hashed=found.address, reason=reason) for reason in reversed(SuppressionReason)]
    chosen = find_suppression(found, entries, user_id=ME)
    assert chosen is not None
    assert chosen.reason is SuppressionReason.COMPLAINT


def test_the_hash_needs_the_key_and_tells_kinds_apart() -> None:
    assert keys("ada@firm.example") != suppression_keys("ada@firm.example", key=b"another")
    assert "ada" not in "".join(keys("ada@firm.example").all)


@pytest.mark.parametrize("reason", list(SuppressionReason))
def test_only_what_the_user_added_can_be_taken_back(reason: SuppressionReason) -> None:
    entry = a_suppression(reason=reason)
    if reason is SuppressionReason.ADDED_BY_USER:
        entry.check_removable()
    else:
        with pytest.raises(SuppressionStays):
            entry.check_removable()


def test_a_domain_is_a_full_name() -> None:
    assert ascii_domain("Firm.EXAMPLE.") == "firm.example"
    for bad in ("", ".", "firm", "fi rm.example", "firm.123"):
        with pytest.raises(InvalidAddress):
            ascii_domain(bad)
