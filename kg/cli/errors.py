"""What a user did wrong becomes one sentence, never a traceback."""

from __future__ import annotations

import sqlite3
from typing import Any

import click

from kg.claims.lexicon import LexiconError
from kg.entities.evaluation import GoldError
from kg.graph.mapping import MappingError
from kg.graph.record import RecordError
from kg.graph.store import NoGraphError, ReadOnlyError, StoreLockedError
from kg.language.gazetteer import AuthorityError
from kg.language.pipeline import UnknownLanguage
from kg.query.errors import QueryError
from kg.query.tables import FormatError
from kg.views.plots.options import PlotError

#: faults of input or surroundings whose message is meant for the user
EXPECTED = (
    AuthorityError, FormatError, GoldError, LexiconError, MappingError, NoGraphError, PlotError, QueryError,
    ReadOnlyError, RecordError, StoreLockedError, UnknownLanguage, OSError, sqlite3.OperationalError,
)  # fmt: skip


class _Fault(click.ClickException):
    exit_code = 2


class Group(click.Group):
    """A group of commands that reports expected faults as messages."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an expected fault ends it with status 2."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise SystemExit(0) from None
        except EXPECTED as error:
            raise _Fault(_sentence(error)) from error


def _sentence(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror and type(error).__module__ == "builtins":
        return f"{error.filename or 'input'}: {error.strerror}"
    return str(error)
