"""One message as the view is told to show it."""

from chatapp.domain.messages import Message
from chatapp.domain.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """A message on the shown path, with what only its surroundings know.

    ``version`` counts from 0 among ``version_count`` siblings (edited or regenerated versions).
    ``is_last`` says that it ends the path: only there can an answer be continued. ``retry_text``
    is a countdown or other word on what happens next, already translated.
    """

    message: Message
    version: int = 0
    version_count: int = 1
    is_last: bool = False
    retry_text: str = ""
