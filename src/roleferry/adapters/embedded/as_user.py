"""
Become a user, bind one's life to the parent's, and turn into a command.

Run as a script with an isolated interpreter (`python -I as_user.py USER SIGNAL COMMAND...`), never imported for its
effects: changing ids between fork and exec of a process with threads is not safe, in a fresh process it is.

PostgreSQL refuses to run as uid 0. When root starts it, it runs as an unprivileged account that keeps one capability,
CAP_DAC_OVERRIDE, so that it still reaches files below directories such as /root, and no directory's mode has to be
loosened for it.
"""

import ctypes
import os
import pwd
import signal
import sys

_PR_SET_PDEATHSIG, _PR_SET_SECUREBITS, _PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE = 1, 28, 47, 2  # linux/prctl.h
_SECBIT_NO_SETUID_FIXUP = 1 << 2  # linux/securebits.h; without it access(2), which initdb asks, ignores capabilities
_CAP_DAC_OVERRIDE, _CAPABILITY_VERSION_3 = 1, 0x20080522  # linux/capability.h
_ON_LINUX = sys.platform == "linux"


def become(user: str) -> None:
    """Give up root for the user; on Linux keep CAP_DAC_OVERRIDE where the system allows it."""
    account = pwd.getpwnam(user)
    libc = ctypes.CDLL(None)
    if _ON_LINUX:
        libc.prctl(_PR_SET_SECUREBITS, _SECBIT_NO_SETUID_FIXUP, 0, 0, 0)
    os.setgroups([])
    os.setgid(account.pw_gid)
    os.setuid(account.pw_uid)
    if _ON_LINUX:
        bit = 1 << _CAP_DAC_OVERRIDE
        header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
        sets = (ctypes.c_uint32 * 6)(bit, bit, bit, 0, 0, 0)  # effective, permitted, inheritable; low word, high word
        libc.capset(header, sets)
        libc.prctl(_PR_CAP_AMBIENT, _PR_CAP_AMBIENT_RAISE, _CAP_DAC_OVERRIDE, 0, 0)


def die_with_parent(number: int) -> None:
    """Ask the kernel for this signal when the parent ends, however it ends. Linux only; elsewhere nothing happens."""
    if _ON_LINUX:
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, number, 0, 0, 0)


def main(user: str, signal_name: str, *command: str) -> None:
    """Run the command as the user ("-": as we are); changing the user clears the death signal, so that comes last."""
    parent = os.getppid()
    if user != "-":
        become(user)
    die_with_parent(signal.Signals[signal_name])
    if os.getppid() != parent:
        sys.exit("the parent ended before the command could start")
    os.execv(command[0], command)  # noqa: S606 - to become a command, without a shell, is what this script is for


if __name__ == "__main__":
    main(*sys.argv[1:])
