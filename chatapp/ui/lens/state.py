"""What the lens is looking at: an answer, a place in it, and the settings it is seen under."""

import json
from dataclasses import field

from PySide6.QtCore import QObject, Signal

from chatapp.domain.messages import Message
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.sampling.answers import AnswerTokens
from chatapp.domain.sampling.samplers import Samplers
from chatapp.domain.sampling.shaping import LARGEST_VOCABULARY, Shaped
from chatapp.domain.sampling.text_map import TokenMap, map_tokens
from chatapp.domain.sampling.tokens import Step


@dataclass(frozen=True, slots=True)
class Conditions:
    """Under what an answer is seen.

    ``given_temperature`` is what the endpoint has already applied to what it reports (1 if it
    reports the model's own probabilities), ``vocabulary`` how many tokens the model knows at most.
    """

    samplers: Samplers = field(default_factory=Samplers)
    given_temperature: float = 1.0
    vocabulary: int = LARGEST_VOCABULARY


class LensState(QObject):
    """One answer and one token of it; cheap to ask, nothing is computed unasked.

    ``answer_changed`` says that there is another answer or more of it, ``token_changed`` that
    another token is chosen, ``conditions_changed`` that it is seen under other settings.
    """

    answer_changed = Signal()
    token_changed = Signal()
    conditions_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.row = -1
        """Where on the shown path the answer is."""
        self.message: Message | None = None
        self.answer = AnswerTokens({})
        self.conditions = Conditions()
        self._token = -1
        self._map: TokenMap | None = None
        self._mapped: tuple[str, int] | None = None
        self._shaped: Shaped | None = None

    @property
    def token(self) -> int:
        """The chosen token's number; -1 if there is none."""
        return self._token

    @property
    def step(self) -> Step | None:
        """The chosen place."""
        return self.answer.step(self._token) if self._token >= 0 else None

    @property
    def shaped(self) -> Shaped | None:
        """The chosen place under the present settings."""
        if self._shaped is None and self._token >= 0:
            self._shaped = self.shaped_with(self.conditions.samplers)
        return self._shaped

    def shaped_with(self, samplers: Samplers) -> Shaped | None:
        """Return the chosen place under other settings."""
        if self._token < 0:
            return None
        seen = self.conditions
        return self.answer.shaped(
            self._token,
            samplers,
            given_temperature=seen.given_temperature,
            vocabulary=seen.vocabulary,
        )

    def own_odds(self) -> Shaped | None:
        """Return the chosen place as the model itself sees it."""
        return self.shaped_with(Samplers())

    def show_answer(self, row: int, message: Message | None) -> None:
        """Look at an answer; the same one in another state keeps its chosen token."""
        logprobs = message.choice.logprobs if message is not None else {}
        moved = _identity(message) != _identity(self.message)
        self.row, self.message = row, message
        if moved or not self.answer.reads(logprobs):
            self.answer = AnswerTokens(logprobs)
            self._mapped = None
            self._shaped = None
        token = min(self._token, len(self.answer) - 1)
        if moved or token < 0:
            token = 0 if len(self.answer) else -1
        if token != self._token or moved:
            self._token, self._shaped = token, None
        self.answer_changed.emit()

    def choose(self, token: int) -> None:
        """Choose a token; numbers outside the answer choose its first or last one."""
        token = max(min(token, len(self.answer) - 1), 0 if len(self.answer) else -1)
        if token != self._token:
            self._token, self._shaped = token, None
            self.token_changed.emit()

    def see_under(self, conditions: Conditions) -> None:
        """Take other settings."""
        if conditions != self.conditions:
            self.conditions, self._shaped = conditions, None
            self.conditions_changed.emit()

    def text_map(self) -> TokenMap | None:
        """Return which characters of the shown text the tokens made; ``None`` if they did not."""
        text = self.message.text if self.message is not None else ""
        key = (text, len(self.answer))
        if self._mapped != key:
            self._mapped = key
            self._map = map_tokens(text, (self.answer.data(k) for k in range(len(self.answer))))
        return self._map

    def beginning_with(self, candidate: int) -> str:
        """Return the answer up to the chosen place with another token there; empty if that is no
        text, for the token ends the answer or is only a part of a sign."""
        step, where = self.step, self.text_map()
        if step is None or where is None or self.message is None:
            return ""
        token = step.candidates[candidate].data
        # Of a sign that came as one, only the last token is listed: the rest stands before it.
        rest = step.data.removesuffix(step.candidates[step.sampled].data)
        try:
            words = (rest + token).decode()
        except UnicodeDecodeError:
            return ""
        return self.message.text[: where.starts[self._token]] + words if words else ""

    def to_json(self) -> str:
        """Return what is shown, for programs (``automation.md``)."""
        step, shaped = self.step, self.shaped
        samplers = self.conditions.samplers
        found: dict[str, object] = {
            "message": self.row,
            "token": self._token,
            "temperature": samplers.temperature,
            "top_p": samplers.top_p,
            "entropy": shaped.entropy[0] if shaped else 0.0,
            "entropy_bounds": list(shaped.entropy) if shaped else [0.0, 0.0],
            "unseen": list(shaped.unseen) if shaped else [0.0, 0.0],
            "candidates": [],
        }
        if step is not None and shaped is not None:
            found["candidates"] = [
                {
                    "token": candidate.text,
                    "probability": candidate.probability,
                    "shaped": shaped.share(at),
                    "reachable": shaped.is_reachable(at),
                    "sampled": at == step.sampled,
                }
                for at, candidate in enumerate(step.candidates)
            ]
        return json.dumps(found, ensure_ascii=True)


def _identity(message: Message | None) -> tuple[str, int] | None:
    """Return which choice of which message this is."""
    return None if message is None else (message.id, message.chosen)
