"""The relation network: a bidirectional LSTM and a step over the tree, and a scorer for pairs that looks at the words.

After Zhou et al. 2016 ("Attention-based bidirectional long short-term memory networks for relation classification"),
with attention asked by the pair (Zhang et al. 2017, "Position-aware attention and supervised data improve slot
filling"); the step over the tree after Zhang et al. 2018 ("Graph convolution over pruned dependency trees").
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from kg.claims.learned.cues import CUES
from kg.claims.learned.rows import BITS
from kg.claims.learned.scheme import (
    CLASSES,
    DISTANCES,
    FORMS,
    INDUSTRIES,
    KINDS,
    LABELS,
    LEMMA_ROWS,
    OF_ONE,
    PIECE_ROWS,
    PLACES,
    POS,
    PROMINENCE,
    RELATIONS,
    ROLES,
    WORD_ROWS,
)
from training.relations.doubts import Doubts
from training.relations.labels import STATUSES
from training.relations.rivalry import Rivalry

#: before, in the subject, between, in the object, after
REGIONS = 6
DISTANCE_ROWS = 2 + 2 * (len(DISTANCES) + 1)


class RelationNetwork(nn.Module):
    """Scores pairs of slots; see ``kg.claims.learned.features`` for the arrays."""

    def __init__(
        self, words: int = 48, pieces: int = 64, small: int = 12, width: int = 96, dropout: float = 0.3
    ) -> None:
        super().__init__()
        self.words = nn.Embedding(WORD_ROWS, words, sparse=True)
        self.lemmas = nn.Embedding(LEMMA_ROWS, words, sparse=True)
        self.forms = nn.Linear(len(FORMS) + len(PLACES), 24, bias=False)
        self.pieces = nn.EmbeddingBag(PIECE_ROWS, pieces, mode="sum", padding_idx=0, sparse=True)
        self.pos = nn.Embedding(len(POS), small)
        self.relation = nn.Embedding(len(RELATIONS), small)
        self.cls = nn.Embedding(len(CLASSES), small)
        self.kind = nn.Embedding(len(KINDS), small)
        self.triggers = nn.Linear(len(LABELS), 32, bias=False)
        self.project = nn.Linear(2 * words + pieces + 4 * small + 24 + 32, 2 * width)
        self.lstm = nn.LSTM(2 * width, width, num_layers=2, bidirectional=True, batch_first=True, dropout=dropout)
        hidden = 2 * width
        self.above = nn.Linear(hidden + small, hidden)
        self.below = nn.Linear(hidden + small, hidden)
        self.implied = nn.Embedding(len(KINDS), hidden)
        self.slot = nn.Embedding(len(CLASSES), 24)
        self.slot_kind = nn.Embedding(len(KINDS), 24)
        self.distance = nn.Embedding(DISTANCE_ROWS, 24)
        self.region = nn.Embedding(REGIONS, 64)
        self.path = nn.Embedding(2, 64)
        self.key = nn.Linear(hidden, 64, bias=False)
        self.marks = nn.Linear(len(LABELS), 32, bias=False)
        self.marked = nn.Parameter(torch.full((len(LABELS),), 2.0))
        self.prominence = nn.Linear(2 * PROMINENCE, 32, bias=False)
        context = 2 * hidden + 4 * 24 + 24 + 32 + 32
        self.query = nn.Linear(context, 64)
        self.look = nn.Linear(64, 1, bias=False)
        self.brief = nn.Linear(hidden, 64)
        self.value = nn.Linear(64 + 64, hidden)
        self.mix = nn.Linear(context + 2 * hidden, 256)
        self.out = nn.Linear(256, len(LABELS))
        self.status = nn.Linear(256, len(STATUSES))
        self.cue = nn.Linear(CUES, 2 * width, bias=False)
        self.doubts = Doubts(hidden + CUES, context, 256, len(LABELS), 64, len(STATUSES))
        sizes = (len(LABELS), 3, 16, len(ROLES), len(ROLES), len(CLASSES), len(CLASSES), len(KINDS), len(KINDS), 16, 16)
        self.row_tables = nn.ModuleList(nn.Embedding(size, 8) for size in sizes)
        self.row_words = nn.Linear(hidden, 24)
        self.row_mix = nn.Sequential(
            nn.Linear(8 * len(sizes) + BITS + 24, 96),
            nn.ReLU(),
            nn.Dropout(0.2),
            nn.Linear(96, 48),
            nn.ReLU(),
            nn.Linear(48, 1),
        )
        self.untriggered = nn.Parameter(torch.zeros(len(LABELS)))
        self.industries = nn.Embedding(len(INDUSTRIES), 24, padding_idx=0)
        self.trade = nn.Linear(3 * 24, 256, bias=False)
        self.rivalry = Rivalry(256, len(LABELS))
        self.dropout = nn.Dropout(dropout)
        for table in (self.words, self.lemmas, self.pieces):
            nn.init.normal_(table.weight, std=0.1)
        with torch.no_grad():
            self.pieces.weight[0].zero_()
            self.out.bias.fill_(-4.0)
            self.cue.weight.zero_()
            self.trade.weight.zero_()

    def tokens(
        self,
        word: Tensor,
        pieces: Tensor,
        pos: Tensor,
        relation: Tensor,
        head: Tensor,
        cls: Tensor,
        kind: Tensor,
        triggers: Tensor,
        length: Tensor,
        lemma: Tensor,
        forms: Tensor,
        cues: Tensor,
    ) -> Tensor:
        """Return a vector for each token in its sentence, sentences × tokens × hidden."""
        n, t, k = pieces.shape
        counts = (pieces > 0).sum(-1, keepdim=True).clamp(min=1).sqrt()
        if torch.onnx.is_in_onnx_export():
            grams = torch.nn.functional.embedding(pieces, self.pieces.weight).sum(2)
        else:
            grams = self.pieces(pieces.view(-1, k)).view(n, t, -1)
        parts = [
            self.words(word),
            self.lemmas(lemma),
            self.forms(forms),
            grams / counts,
            self.pos(pos),
            self.relation(relation),
            self.cls(cls),
            self.kind(kind),
            self.triggers(triggers),
        ]
        x = torch.relu(self.project(self.dropout(torch.cat(parts, -1))) + self.cue(cues))
        # what is beyond a sentence's end counts for nothing, so that sentences may be read in any company
        packed = pack_padded_sequence(self.dropout(x), length.cpu(), batch_first=True, enforce_sorted=False)
        h, _ = pad_packed_sequence(self.lstm(packed)[0], batch_first=True, total_length=t)
        return self.dropout(h + self._neighbours(self.dropout(h), self.relation(relation), head))

    def _neighbours(self, h: Tensor, relation: Tensor, head: Tensor) -> Tensor:
        """Return what every token hears from its head and from its dependents in the tree."""
        position = torch.arange(h.shape[1], device=h.device)
        is_child = (head.unsqueeze(2) == position) & (head != position).unsqueeze(2)
        link = is_child.to(h.dtype)
        from_head = self.above(torch.cat([link @ h, relation], -1))
        dependents = link.transpose(1, 2)
        from_below = self.below(dependents @ torch.cat([h, relation], -1) / (1 + dependents.sum(-1, keepdim=True)))
        return torch.relu(from_head + from_below)

    def forward(
        self,
        word: Tensor,
        pieces: Tensor,
        pos: Tensor,
        relation: Tensor,
        head: Tensor,
        cls: Tensor,
        kind: Tensor,
        triggers: Tensor,
        length: Tensor,
        lemma: Tensor,
        forms: Tensor,
        cues: Tensor,
        sentence: Tensor,
        bounds: Tensor,
        classes: Tensor,
        distance: Tensor,
        path: Tensor,
        marks: Tensor,
        industries: Tensor,
        prominence: Tensor,
        rivals: Tensor,
        row_pair: Tensor,
        row_token: Tensor,
        row_integers: Tensor,
        row_bits: Tensor,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return logits pairs × labels, pairs × statuses, and pairs × tokens: where the scorer looked."""
        h = self.tokens(word, pieces, pos, relation, head, cls, kind, triggers, length, lemma, forms, cues)
        total = torch.cat([torch.zeros_like(h[:, :1]), h.cumsum(1)], 1)
        subject = self._slot(total, sentence, bounds[:, 0], bounds[:, 1], classes[:, 1])
        other = self._slot(total, sentence, bounds[:, 2], bounds[:, 3], classes[:, 3])
        known = torch.cat(
            [
                subject,
                other,
                self.slot(classes[:, 0]),
                self.slot_kind(classes[:, 1]),
                self.slot(classes[:, 2]),
                self.slot_kind(classes[:, 3]),
                self.distance(distance),
                self.marks(marks),
                self.prominence(prominence),
            ],
            -1,
        )
        # a table of all sums of a region and a side of the path: few enough to weigh them instead of tokens
        places = (self.region.weight.unsqueeze(1) + self.path.weight).flatten(0, 1)
        cell = 2 * self._regions(bounds, h.shape[1]) + path
        place = torch.nn.functional.embedding(cell, places)
        look = self.look(torch.tanh(self.key(h)[sentence] + self.query(known).unsqueeze(1) + place)).squeeze(-1)
        position = torch.arange(h.shape[1], device=h.device).unsqueeze(0)
        beyond = position >= length[sentence].unsqueeze(1)
        look = look.masked_fill(beyond, -1e4)
        weights = torch.softmax(look, -1)
        words = torch.bmm(weights.unsqueeze(1), self.brief(h)[sentence]).squeeze(1)
        shares = known.new_zeros(cell.shape[0], places.shape[0]).scatter_add(1, cell, weights)
        seen = torch.relu(self.value(torch.cat([words, shares @ places], -1)))
        mix = self.mix(torch.cat([known, seen, subject * other], -1)) + self._trade(industries)
        mixed = self.dropout(torch.relu(mix))
        rows = self._rows(h, sentence, row_pair, row_token, row_integers, row_bits, marks)
        labels = self.out(mixed) + self.marked * marks + rows
        labels = labels + self.rivalry(mixed, labels, rivals, self.dropout)
        doubts = self.doubts(
            torch.cat([h, cues], -1),
            sentence,
            known,
            mixed,
            torch.sigmoid(labels),
            (cell, places),
            beyond,
            self.dropout,
        )
        return labels, self.status(mixed) + doubts, weights

    def _trade(self, industries: Tensor) -> Tensor:
        """Return what the industries of the two parties, and both together, tell."""
        told = self.industries(industries)
        one, two = told[:, :OF_ONE].sum(1), told[:, OF_ONE:].sum(1)
        trade: Tensor = self.trade(torch.cat([one, two, one * two], -1))
        return trade

    def _rows(
        self,
        h: Tensor,
        sentence: Tensor,
        row_pair: Tensor,
        row_token: Tensor,
        integers: Tensor,
        bits: Tensor,
        like: Tensor,
    ) -> Tensor:
        """Return pairs × labels: the best score among the triggers of a label."""
        parts = [table(integers[:, i]) for i, table in enumerate(self.row_tables)]
        word = torch.relu(self.row_words(h))[sentence[row_pair], row_token]
        score = self.row_mix(torch.cat([*parts, bits, word], -1)).squeeze(-1)
        place = row_pair * like.shape[1] + integers[:, 0]
        flat = torch.full((like.numel(),), -1e4).scatter_reduce(0, place, score, "amax", include_self=True)
        best = flat.view(like.shape)
        return torch.where(best < -5e3, self.untriggered.expand_as(best), best)

    def _slot(self, total: Tensor, sentence: Tensor, first: Tensor, last: Tensor, kind: Tensor) -> Tensor:
        size = (last - first).clamp(min=1).unsqueeze(-1)
        mean = (total[sentence, last] - total[sentence, first]) / size
        absent = (last == first).unsqueeze(-1).to(mean.dtype)
        return mean * (1 - absent) + self.implied(kind) * absent

    def _regions(self, bounds: Tensor, width: int) -> Tensor:
        position = torch.arange(width, device=bounds.device).unsqueeze(0)
        a, b, c, d = (bounds[:, i : i + 1] for i in range(4))
        in_subject = (position >= a) & (position < b)
        in_object = (position >= c) & (position < d)
        low, high = torch.minimum(b, d), torch.maximum(a, c)
        between = (position >= low) & (position < high)
        after = position >= torch.maximum(b, d)
        region = torch.where(between, 2, torch.where(after, 4, 0))
        region = torch.where(in_object, 3, torch.where(in_subject, 1, region))
        return torch.where((a == c) & (b == d) & ~in_subject, 5, region)
