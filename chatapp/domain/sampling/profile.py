"""How surprising an answer was along its length, gathered into a few columns as it grows."""

from array import array

from chatapp.domain.sampling.answers import AnswerTokens


class Profile:
    """The greatest surprisal and entropy of equal runs of tokens; at most ``most`` runs.

    A token costs the same however long the answer is: when there are too many runs, each two
    neighbours become one.
    """

    def __init__(self, answer: AnswerTokens, most: int) -> None:
        self.answer = answer
        self.most = max(2, most)
        self.span = 1
        """How many tokens a run has; the last run may have fewer."""
        self.surprisals = array("d")
        """Nats."""
        self.entropies = array("d")
        """Nats."""
        self._taken = 0

    def follow(self) -> None:
        """Take in what has been measured since."""
        measured = self.answer.surprisals
        for at in range(self._taken, len(measured)):
            run = at // self.span
            if run == self.most:
                self._halve()
                run = at // self.span
            _raise_to(self.surprisals, run, measured[at])
            _raise_to(self.entropies, run, self.answer.entropies[at])
        self._taken = len(measured)

    def _halve(self) -> None:
        self.span *= 2
        self.surprisals = _halved(self.surprisals)
        self.entropies = _halved(self.entropies)


def _raise_to(values: "array[float]", at: int, value: float) -> None:
    """Let a run be at least ``value``; it is there or the next one."""
    if at == len(values):
        values.append(value)
    elif value > values[at]:
        values[at] = value


def _halved(values: "array[float]") -> "array[float]":
    return array("d", (max(values[at : at + 2]) for at in range(0, len(values), 2)))
