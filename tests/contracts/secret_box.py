"""What every secret box promises."""

import pytest

from roleferry.ports.secret_box import CannotOpen, SecretBox


class SecretBoxContract:
    """Subclasses give a `box`."""

    def test_what_was_sealed_is_opened_for_its_purpose_only(self, box: SecretBox) -> None:
        sealed = box.seal("pässword 🙂", purpose="mailbox 1")
        assert box.open(sealed, purpose="mailbox 1") == "pässword 🙂"
        with pytest.raises(CannotOpen):
            box.open(sealed, purpose="mailbox 2")

    def test_nobody_can_tell_that_two_secrets_are_the_same(self, box: SecretBox) -> None:
        assert box.seal("same", purpose="a") != box.seal("same", purpose="a")

    def test_a_changed_byte_anywhere_is_noticed(self, box: SecretBox) -> None:
        sealed = box.seal("secret", purpose="a")
        for place in range(len(sealed)):
            changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
            with pytest.raises(CannotOpen):
                box.open(changed, purpose="a")
        for short in (b"", sealed[:5], sealed[:-1]):
            with pytest.raises(CannotOpen):
                box.open(short, purpose="a")

    def test_what_it_seals_is_current(self, box: SecretBox) -> None:
        assert box.is_current(box.seal("secret", purpose="a"))
        assert not box.is_current(b"")
