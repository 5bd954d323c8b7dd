"""The lens in words: what the settings do here, for somebody who has never met top_p."""

from PySide6.QtCore import QCoreApplication, QLocale

from chatapp.domain.sampling.answers import WhatIf, nats_to_choices
from chatapp.domain.sampling.samplers import Samplers
from chatapp.domain.sampling.shaping import Range, Shaped
from chatapp.domain.sampling.tokens import Candidate, Step, visible_text
from chatapp.ui.widgets.shares import number, percent

LONGEST_TOKEN = 24
_FEW = 99


def token_words(candidate: Candidate) -> str:
    """Return a token as it is shown, shortened if it is long."""
    words = visible_text(candidate.data) or visible_text(candidate.text.encode())
    if not words:
        return QCoreApplication.translate("Lens", "(end)")
    return words if len(words) <= LONGEST_TOKEN else words[: LONGEST_TOKEN - 1] + "…"


def plain(value: float) -> str:
    """Return a setting's number without needless digits."""
    return QLocale().toString(round(value, 4), "g", 6)


def span(values: Range, digits: int) -> str:
    """Return a value, or the bounds of one that is not exactly known."""
    low, high = (number(value, digits) for value in values)
    return low if low == high else f"{low} – {high}"


def percent_span(values: Range) -> str:
    """Return a share, or the bounds of one."""
    low, high = (percent(value) for value in values)
    return low if low == high else f"{low} – {high}"


def count_span(values: Range) -> str:
    """Return how many tokens, or the bounds of that."""
    low, high = max(1, round(values[0])), max(1, round(values[1]))
    first, last = QLocale().toString(low), QLocale().toString(high)
    if low == high:
        return first
    return f"{first} – {last}" if high <= _FEW else f"{first}+"


def choices_span(entropy: Range) -> str:
    """Return an entropy as people read it: as uncertain as between so many equal choices."""
    return span((nats_to_choices(entropy[0]), nats_to_choices(entropy[1])), 1)


def entropy_words(entropy: Range) -> str:
    """Return an entropy as those who compute with it read it."""
    return QCoreApplication.translate("Lens", "Entropy: {value} nats").format(
        value=span(entropy, 2)
    )


def temperature_words(step: Step, own: Shaped, shaped: Shaped, samplers: Samplers) -> str:
    """Say what the temperature does at this place, with the likeliest token as the example."""
    say = QCoreApplication.translate
    first = step.candidates[0]
    if samplers.temperature <= 0:
        return say(
            "Lens", "Temperature 0 always takes the likeliest token: here that is “{token}”."
        ).format(token=token_words(first))
    if samplers.temperature == 1:
        words = say("Lens", "Temperature 1 leaves the odds as the model has them.")
    elif samplers.temperature < 1:
        words = say("Lens", "Temperature {value} makes likely tokens likelier still.")
    else:
        words = say("Lens", "Temperature {value} gives unlikely tokens a better chance.")
    words = words.format(value=plain(samplers.temperature))
    before, after = percent(own.share(0)), percent(shaped.share(0))
    if before != after:
        words += " " + say("Lens", "With all settings “{token}” goes from {before} to {after}.")
    return words.format(token=token_words(first), before=before, after=after)


def cut_words(shaped: Shaped, samplers: Samplers) -> str:
    """Say which tokens are cut off, and by what."""
    say = QCoreApplication.translate
    if samplers.temperature <= 0:
        return say("Lens", "Nothing else can come.")
    rules = []
    if samplers.top_p < 1:
        rules.append(
            say(
                "Lens",
                "Top P {value} keeps the likeliest tokens that together reach {share}, and cuts "
                "off the rest.",
            ).format(value=plain(samplers.top_p), share=f"{plain(samplers.top_p * 100)}\u00a0%")
        )
    if samplers.min_p > 0:
        rules.append(
            say(
                "Lens", "Min P {value} cuts off those less likely than {share} of the likeliest."
            ).format(value=plain(samplers.min_p), share=f"{plain(samplers.min_p * 100)}\u00a0%")
        )
    if 0 < samplers.top_k < len(shaped.shares):
        rules.append(say("Lens", "Top K keeps the {count} likeliest.").format(count=samplers.top_k))
    if not rules:
        return say("Lens", "Top P 1 cuts nothing off: every token can come, however unlikely.")
    count = count_span(shaped.reachable_count)
    if count == "1":
        rules.append(say("Lens", "Here only one token is left: it is certain to come."))
    else:
        rules.append(say("Lens", "Here {count} tokens are left.").format(count=count))
    return " ".join(rules)


def what_if_words(found: WhatIf, whole: int) -> str:
    """Say how far the answer would have gone under these settings."""
    say = QCoreApplication.translate
    return say(
        "Lens",
        "Asked again with these settings, the model would write the same for about {count} of "
        "{all} tokens.",
    ).format(count=span(found.followed, 1), all=whole)


def what_if_counts(found: WhatIf) -> tuple[str, str]:
    """Say how many tokens would have been impossible, and how many certain."""
    say = QCoreApplication.translate
    if found.impossible:
        impossible = say("Lens", "{count} could not have come, first token {first}").format(
            count=found.impossible, first=(found.first_impossible or 0) + 1
        )
    else:
        impossible = say("Lens", "all could have come")
    return impossible, say("Lens", "{count} were certain").format(count=found.certain)


def row_words(step: Step, own: Shaped, shaped: Shaped, at: int) -> str:
    """Return a candidate's bar in words, for those who do not see it."""
    say = QCoreApplication.translate
    words = say("Lens", "{token}: {before}, with your settings {after}").format(
        token=token_words(step.candidates[at]),
        before=percent(own.share(at)),
        after=percent_span(shaped.shares[at]),
    )
    if not shaped.is_reachable(at):
        words += ", " + say("Lens", "cannot come")
    if at == step.sampled:
        words += ", " + say("Lens", "this one came")
    return words
