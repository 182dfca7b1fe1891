"""What a user did wrong becomes one sentence, never a traceback."""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
from typing import Any

import click


class _Fault(click.ClickException):
    exit_code = 2


class Group(click.Group):
    """A group of commands that reports expected faults as messages."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an expected fault ends it with status 2."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()  # what is still to be written may fail too
            return result
        except BrokenPipeError:
            _let_output_go()
            raise SystemExit(0) from None
        except Exception as error:
            if not is_expected(error):
                raise
            _let_output_go()
            raise _Fault(_sentence(error)) from error


def _let_output_go() -> None:
    """Write what waits for standard output, or drop it where that fails: Python would fail over it again at its end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def is_expected(error: Exception) -> bool:
    """Tell whether an error's message is meant for the user: faults of surroundings, and all of the program's own."""
    own = type(error).__module__.split(".")[0] == "kg"
    return own or isinstance(error, (OSError, sqlite3.OperationalError))


#: signs of a full disk in the words of the system, of the store and of SQLite
_FULL = (os.strerror(errno.ENOSPC), "disk is full", os.strerror(errno.EDQUOT))
#: signs of a disk that fails, in the words of the system and of the store, and of SQLite, which calls a full disk so
#: too where it makes a file longer
_FAILING = (os.strerror(errno.EIO), "disk I/O error")


def _sentence(error: Exception) -> str:
    if any(sign in str(error) for sign in _FULL):
        return f"{_place(error)}no space is left on the disk; free some and run the command again: what is done is kept"
    if any(sign in str(error) for sign in _FAILING):
        return f"{_place(error)}the disk fails or is full; check it, and run the command again: what is done is kept"
    if os.strerror(errno.EROFS) in str(error):
        return f"{_place(error)}the disk takes no writing; give another folder"
    if isinstance(error, OSError) and error.strerror and type(error).__module__ == "builtins":
        return f"{error.filename or 'input'}: {error.strerror}"
    return str(error)


def _place(error: Exception) -> str:
    return f"{error.filename}: " if isinstance(error, OSError) and error.filename else ""
