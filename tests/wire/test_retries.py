"""When a request is sent again by itself, and how long after."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from chatapp.domain.errors import (
    BrokenReply,
    ChatAppError,
    InvalidRequest,
    RequestRejected,
    ServerUnreachable,
)
from chatapp.domain.text import text
from chatapp.wire.rejections import rejected, reply_error, retry_after_s
from chatapp.wire.retries import MAX_RETRIES, retry_delay_s

WORDS = text("Failure", "no")


def refused(status: int, body: bytes = b"{}", **headers: str) -> RequestRejected:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return rejected(status, names, body, path="/v1")


def delay(
    error: ChatAppError, attempt: int = 1, *, seen: bool = False, random: float = 0.0
) -> float | None:
    return retry_delay_s(error, attempt, output_seen=seen, random=lambda: random)


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504, 529])
def test_passing_troubles_are_tried_twice_more(status: int) -> None:
    assert delay(refused(status), 1) == 0.5
    assert delay(refused(status), 2) == 1.0
    assert delay(refused(status), MAX_RETRIES + 1) is None


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 405, 413, 415, 422, 499, 501])
def test_lasting_troubles_are_not_tried_again(status: int) -> None:
    assert delay(refused(status)) is None


@pytest.mark.parametrize(("code", "again"), [(429, True), (503, True), (500, False), (504, False)])
def test_within_a_reply_only_a_busy_server_is_asked_again(code: int, again: bool) -> None:
    error = reply_error({"error": {"message": "no", "code": code}})
    assert error is not None
    assert (delay(error) is not None) is again


def test_the_wait_is_spread_by_a_quarter() -> None:
    assert delay(refused(500), random=1.0) == 0.375


def test_nothing_is_tried_again_after_text() -> None:
    assert delay(refused(500), seen=True) is None


def test_no_connection_is_tried_again_but_a_lost_answer_is_not() -> None:
    assert delay(ServerUnreachable(WORDS, retryable=True)) == 0.5
    assert delay(ServerUnreachable(WORDS)) is None
    assert delay(BrokenReply(WORDS, retryable=True)) is None
    assert delay(InvalidRequest(WORDS)) is None


@pytest.mark.parametrize(
    ("header", "value", "seconds"),
    [
        ("retry_after", "7", 7.0),
        ("retry_after", "0", 0.0),
        ("retry_after", "1.5", 1.5),
        ("retry_after", "60", 60.0),
        ("retry_after_ms", "250", 0.25),
    ],
)
def test_the_servers_own_wish_counts(header: str, value: str, seconds: float) -> None:
    assert delay(refused(429, b"{}", **{header: value})) == seconds


def test_milliseconds_count_before_seconds() -> None:
    assert retry_after_s({"retry-after-ms": "100", "retry-after": "9"}) == 0.1


def test_a_date_counts_from_now_and_one_in_the_past_means_at_once() -> None:
    now = datetime.now(UTC)
    soon = retry_after_s({"retry-after": format_datetime(now + timedelta(seconds=30))})
    assert soon is not None
    assert 25 < soon <= 30
    past = {"retry-after": format_datetime(now - timedelta(days=1))}
    assert retry_after_s(past) == 0.0


@pytest.mark.parametrize("value", ["", "soon", "-5", "nan", "inf", "99999999999999999999 GMT"])
def test_a_wish_that_makes_no_sense_is_passed_over(value: str) -> None:
    assert retry_after_s({"retry-after": value}) is None


def test_over_a_minute_is_left_to_the_person_who_is_told_the_time() -> None:
    error = refused(429, retry_after="61")
    assert delay(error) is None
    assert error.retry_after_s == 61
    assert "61" in str(error.hint)


@pytest.mark.parametrize(
    "body",
    [
        b'{"error":{"code":"insufficient_quota","message":"x"}}',
        b'{"error":{"type":"insufficient_quota","code":"429","message":"x"}}',
        b'{"error":{"type":"insufficient_quota","code":429,"message":"x"}}',
    ],
)
def test_a_used_up_quota_is_not_tried_again(body: bytes) -> None:
    error = refused(429, body, retry_after="1")
    assert delay(error) is None
    assert not error.retryable
    assert "quota" in str(error.hint)


def test_a_server_that_says_not_to_is_not_asked_again() -> None:
    assert delay(refused(500, x_should_retry="false")) is None
    assert delay(refused(500, x_should_retry="true")) == 0.5
