"""Where we leave the GFM specification on purpose; each rule can be switched off."""

from __future__ import annotations

from chatapp.domain.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class GfmOptions:
    """The deviations from GFM, all on for messages and all off to compare with ``cmark-gfm``.

    ``cjk``: Chinese, Japanese and Korean text has no spaces, so its characters and punctuation
    do not stop emphasis, and a bare address ends at its punctuation.
    ``math``: ``$…$``, ``$$…$$``, ``\\(…\\)`` and ``\\[…\\]``; sums of money stay text.
    ``lenient_nesting``: a bullet two columns deeper than its numbered item belongs to the item.
    ``html_as_text``: HTML is shown as it was written, but for ``<br>`` and paired tags without
    attributes that only style words.
    ``untrusted``: only http, https, mailto and addresses without scheme and host become links;
    no image is ever named in a way that makes a viewer load it.
    """

    cjk: bool = True
    math: bool = True
    lenient_nesting: bool = True
    html_as_text: bool = True
    untrusted: bool = True


MESSAGES = GfmOptions()
"""How messages are read."""
SPECIFICATION = GfmOptions(
    cjk=False, math=False, lenient_nesting=False, html_as_text=False, untrusted=False
)
"""GFM to the letter."""
