"""The step of the relation network in which the pairs of a sentence hear what their rivals say."""

from __future__ import annotations

import torch
from torch import Tensor, nn

TOLD = 48


class Rivalry(nn.Module):
    """Weighs what pairs say against those that share a party, mean the same, or turn the pair round.

    ``rivals`` is what ``kg.claims.learned.rivals`` gives. At first it adds nothing, so that it can join a network
    that has learned without it.
    """

    def __init__(self, mixed: int, labels: int) -> None:
        super().__init__()
        self.tell = nn.Linear(mixed, TOLD)
        self.weigh = nn.Linear(3 * TOLD + 4 * labels, 96)
        self.settle = nn.Linear(96, labels)
        nn.init.zeros_(self.settle.weight)
        nn.init.zeros_(self.settle.bias)

    def forward(self, mixed: Tensor, labels: Tensor, rivals: Tensor, dropout: nn.Dropout) -> Tensor:
        """Return pairs × labels: what is added to the labels of each pair."""
        subject, other, same, back = rivals.unbind(1)
        size = 2 * labels.shape[0]
        share = 1 / _summed(torch.ones_like(labels[:, :1]), same, size)[same]  # of each pair in what they mean
        best = labels.new_full((size, labels.shape[1]), -30.0)
        best = best.scatter_reduce(0, same.unsqueeze(1).expand_as(labels), labels, "amax", include_self=True)
        said = torch.sigmoid(best)
        mine, turned = said[same], said[back.clamp(min=0)] * (back >= 0).unsqueeze(1)
        told = torch.relu(self.tell(mixed))
        whole = share * torch.cat([mine, told * mine.max(1, keepdim=True).values], 1)
        own = _summed(whole, same, size)[same]
        beside = [_summed(whole, party, size)[party] - own for party in (subject, other)]
        seen = torch.cat([told, mine, turned, *beside], 1)
        added: Tensor = self.settle(dropout(torch.relu(self.weigh(seen))))
        return added


def _summed(lines: Tensor, number: Tensor, size: int) -> Tensor:
    """Return the sums of the lines that have the same number."""
    return lines.new_zeros(size, lines.shape[1]).scatter_add(0, number.unsqueeze(1).expand_as(lines), lines)
