"""HAR files fit the format's schema, and hold what is known."""

import json
from pathlib import Path

import jsonschema
import pytest

from chatapp.domain.exchanges import Arrivals, Bodies, Exchange, ExchangeId, Moments
from chatapp.domain.har import har, own_format

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "data" / "har-1.2.schema.json").read_text(encoding="utf-8")
)
WHOLE = Exchange(
    ExchangeId("a"), started_at=1_700_000_000.25, method="POST", status=200, reason="OK",
    url="https://h.example/v1/chat/completions?tag=a&tag=b", server_address="192.0.2.1:443",
    request_headers=(("Content-Type", "application/json"), ("Authorization", "Bearer ••••")),
    request_size=2, response_headers=(("content-type", "text/event-stream"),), response_size=9,
    moments=Moments(10, 25, 30, 80, 90, 500),
)  # fmt: skip
FAILED = Exchange(ExchangeId("b"), method="GET", url="http://h/v1/models", error="Cannot reach h.")
CASES = [
    (WHOLE, Bodies(b"{}", b"data: 1\n\n")),
    (FAILED, Bodies()),
    (WHOLE, Bodies(b"{}", b"\xff\xfe")),
]


@pytest.mark.parametrize(("exchange", "bodies"), CASES)
def test_every_har_fits_the_schema(exchange: Exchange, bodies: Bodies) -> None:
    log = json.loads(json.dumps(har([(exchange, bodies)])))
    checker = jsonschema.Draft202012Validator(
        SCHEMA, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    assert [error.message for error in checker.iter_errors(log)] == []


def test_the_schema_refuses_what_is_no_har() -> None:
    log = json.loads(json.dumps(har(CASES[:1])))
    del log["log"]["entries"][0]["timings"]["wait"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, SCHEMA)


def test_times_add_up_and_tls_is_a_part_of_connecting() -> None:
    (entry,) = json.loads(json.dumps(har(CASES[:1])))["log"]["entries"]
    timings = entry["timings"]
    assert timings == {
        "blocked": -1.0, "dns": -1.0, "connect": 25, "ssl": 15, "send": 5, "wait": 60,
        "receive": 410,
    }  # fmt: skip
    assert entry["time"] == 500
    assert entry["startedDateTime"] == "2023-11-14T22:13:20.250+00:00"
    assert entry["serverIPAddress"] == "192.0.2.1"
    assert entry["request"]["queryString"] == [
        {"name": "tag", "value": "a"},
        {"name": "tag", "value": "b"},
    ]


def test_bytes_that_are_no_text_are_kept_in_base64() -> None:
    (entry,) = json.loads(json.dumps(har(CASES[2:])))["log"]["entries"]
    assert entry["response"]["content"]["encoding"] == "base64"


def test_our_own_file_keeps_the_times_of_every_read() -> None:
    arrivals = Arrivals()
    arrivals.add(0, 12.5, 0.0)
    arrivals.add(4, 20.0, 3.0)
    file = json.loads(json.dumps(own_format([(WHOLE, Bodies(b"{}", b"data: 1\n\n", arrivals))])))
    (exchange,) = file["exchanges"]
    assert exchange["reads"] == [[0, 12.5, 0.0], [4, 20.0, 3.0]]
    assert exchange["response"] == {"text": "data: 1\n\n"}
    assert exchange["moments"]["first_byte_ms"] == 90
