"""How certain what a pair says is: an attention of its own, which sees the cues of certainty."""

from __future__ import annotations

import torch
from torch import Tensor, nn

ASKED, HEARD = 48, 64


class Doubts(nn.Module):
    """Looks for what makes a pair's claim doubtful. At first it adds nothing."""

    def __init__(self, words: int, known: int, mixed: int, labels: int, places: int, statuses: int) -> None:
        super().__init__()
        self.key = nn.Linear(words, ASKED, bias=False)
        self.query = nn.Linear(known, ASKED)
        self.place = nn.Linear(places, ASKED, bias=False)
        self.look = nn.Linear(ASKED, 1, bias=False)
        self.words = nn.Linear(words, HEARD)
        self.mix = nn.Linear(HEARD + mixed + labels, 64)
        self.out = nn.Linear(64, statuses)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(
        self, read: Tensor, sentence: Tensor, known: Tensor, mixed: Tensor, said: Tensor, place: tuple[Tensor, Tensor],
        beyond: Tensor, dropout: nn.Dropout,
    ) -> Tensor:  # fmt: skip
        """Return pairs × statuses.

        ``read`` are sentences × tokens × words with their cues, ``said`` the probabilities of the labels, ``place``
        pairs × tokens as rows of a table and that table, ``beyond`` the tokens behind a sentence's end.
        """
        cell, table = place
        at = torch.nn.functional.embedding(cell, self.place(table))
        asked = torch.tanh(self.key(read)[sentence] + self.query(known).unsqueeze(1) + at)
        weights = torch.softmax(self.look(asked).squeeze(-1).masked_fill(beyond, -1e4), -1)
        heard = dropout(torch.bmm(weights.unsqueeze(1), self.words(read)[sentence]).squeeze(1))
        doubted: Tensor = self.out(torch.relu(self.mix(torch.cat([heard, mixed, said], -1))))
        return doubted
