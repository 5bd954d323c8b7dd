"""When a request may be sent again by itself (``reliability.md`` section 4).

Only before anything of the answer was seen: a chat request is not idempotent, it costs money.
"""

from collections.abc import Callable

from chatapp.domain.errors import ChatAppError, RequestRejected, ServerUnreachable

MAX_RETRIES = 2
MAX_WAIT_S = 60.0
_FIRST_WAIT_S = 0.5
_LONGEST_BACKOFF_S = 8.0
_STATUSES = frozenset({408, 409, 429, 500, 502, 503, 504, 529})
_BUSY_STATUSES = frozenset({429, 502, 503, 529})
"""Said within a reply, these still mean that no model has worked on it."""


def retry_delay_s(
    error: ChatAppError, attempt: int, *, output_seen: bool, random: Callable[[], float]
) -> float | None:
    """Return how long to wait before trying again, or ``None`` not to.

    ``attempt`` counts from 1; ``random`` gives 0 to 1, for a spread of 25 %. A server's own
    wish counts first; one of over a minute is left to the person.
    """
    if output_seen or attempt > MAX_RETRIES or not _may_retry(error):
        return None
    wish = error.retry_after_s if isinstance(error, RequestRejected) else None
    if wish is not None:
        return wish if wish <= MAX_WAIT_S else None
    backoff = min(_FIRST_WAIT_S * 2.0 ** (attempt - 1), _LONGEST_BACKOFF_S)
    return backoff * (1 - 0.25 * random())


def _may_retry(error: ChatAppError) -> bool:
    if isinstance(error, ServerUnreachable):
        return error.retryable
    if isinstance(error, RequestRejected):
        # A failure in the middle of the work would cost that work again.
        at_work = error.within_reply and error.status not in _BUSY_STATUSES
        return error.status in _STATUSES and error.retryable and not at_work
    return False
