"""Errors that servers state, in every shape of ``endpoint.md`` B5."""

import json

import pytest

from chatapp.domain.errors import RequestRejected, WayOut
from chatapp.domain.json_value import JsonValue
from chatapp.wire.rejections import MAX_DETAIL, SHORT, read_error, rejected, reply_error


def refused(status: int, body: bytes, **headers: str) -> RequestRejected:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return rejected(status, names, body, path="/v1/chat/completions")


@pytest.mark.parametrize(
    "body",
    [
        {"error": {"message": "said"}},
        {"error": "said"},
        {"error": {"error": "said"}},
        {"message": "said"},
        {"msg": "said"},
        {"err": "said"},
        {"error_msg": "said"},
        {"detail": "said"},
        {"detail": {"message": "said"}},
        {"detail": {"error": {"message": "said"}}},
        {"detail": ["said"]},
        {"errors": ["said"]},
        {"errors": [{"message": "said"}]},
        {"header": {"message": "said"}},
        {"response": {"error": {"message": "said"}}},
        {"title": "said"},
        {"title": "One or more errors", "errors": [{"message": "said"}]},
        {"title": "Bad Request", "detail": "said"},
        [{"error": {"message": "said"}}],
        {"error": None, "message": "said"},
        {"error": {}, "message": "said"},
    ],
    ids=json.dumps,
)
def test_every_shape_of_body_is_read(body: JsonValue) -> None:
    found = read_error(body)
    assert found is not None
    assert found.message == "said"
    error = refused(500, json.dumps(body).encode())
    assert "said" in str(error)
    assert error.server_message == "said"


def test_the_fields_that_fastapi_names_are_joined() -> None:
    body: JsonValue = {
        "detail": [
            {"loc": ["body", "messages", 0], "msg": "too short"},
            {"loc": [], "msg": "no"},
        ]
    }
    found = read_error(body)
    assert found is not None
    assert found.message == "body.messages.0: too short; no"


@pytest.mark.parametrize("code", ["429", 429])
def test_codes_are_text_or_numbers(code: JsonValue) -> None:
    for body in ({"error": {"message": "m", "code": code}}, {"message": "m", "code": code}):
        found = read_error(body)
        assert found is not None
        assert found.code == "429"


@pytest.mark.parametrize(
    "raw",
    ["upstream words", '{"error":{"message":"upstream words"}}', {"message": "upstream words"}],
)
def test_what_the_provider_behind_a_gateway_said_is_shown(raw: JsonValue) -> None:
    metadata: JsonValue = {"raw": raw, "provider_name": "Acme"}
    found = read_error({"error": {"message": "Provider returned error", "metadata": metadata}})
    assert found is not None
    assert found.message == "Provider returned error (Acme: upstream words)"


@pytest.mark.parametrize(
    "body",
    [b"", b"{}", b"[]", b"null", b'""', b"[object Object]", b'{"error":null}', b"<html></html>"],
)
def test_an_empty_shell_is_said_as_no_reason(body: bytes) -> None:
    error = refused(500, body)
    assert "no reason given" in str(error) or "error" in str(error)
    assert "{}" not in str(error)
    assert "[object Object]" not in str(error)
    assert "[]" not in str(error)


def test_a_web_page_is_shown_as_its_words_and_not_whole() -> None:
    page = b"<html><head><style>b{}</style></head><body><h1>502 Bad Gateway</h1>" + b"x " * 9000
    error = refused(502, page)
    assert "502 Bad Gateway" in str(error)
    assert "<" not in str(error)
    assert "style" not in str(error)
    assert len(str(error)) < SHORT + 100


def test_the_detail_holds_what_was_said_up_to_its_bound() -> None:
    error = refused(400, b'{"error":{"message":"' + b"a" * 200_000 + b'"}}')
    assert len(error.detail) <= MAX_DETAIL
    assert len(error.server_message) <= SHORT


@pytest.mark.parametrize("name", ["x-request-id", "request-id", "cf-ray", "x-oneapi-request-id"])
def test_the_request_id_is_kept_for_the_providers_support(name: str) -> None:
    error = refused(500, b"{}", **{name: "req-1"})
    assert error.request_id == "req-1"
    assert "req-1" in error.detail


def test_a_bad_field_is_named() -> None:
    error = refused(400, b'{"error":{"message":"no","param":"top_p","code":"unsupported_value"}}')
    assert error.param == "top_p"
    assert "top_p" in str(error.hint)


@pytest.mark.parametrize(
    "body",
    [
        b'{"error":{"message":"x","code":"context_length_exceeded"}}',
        b'{"error":{"message":"x","type":"exceed_context_size_error","n_ctx":512}}',
        b'{"error":{"message":"the request exceeds the available context size"}}',
    ],
)
def test_a_conversation_that_is_too_long_is_said_so(body: bytes) -> None:
    assert "longer than the model can read" in str(refused(400, body).hint)


@pytest.mark.parametrize(
    ("status", "body", "way_out"),
    [
        (401, b"{}", WayOut.OPEN_SETTINGS),
        (403, b"{}", WayOut.OPEN_SETTINGS),
        (404, b"{}", WayOut.OPEN_SETTINGS),
        (404, b'{"error":{"code":"model_not_found","message":"x"}}', WayOut.CHOOSE_MODEL),
        (404, b'{"error":"model \\"x\\" not found"}', WayOut.CHOOSE_MODEL),
        (429, b"{}", WayOut.RETRY),
        (503, b'{"error":{"message":"Loading model"}}', WayOut.RETRY),
    ],
)
def test_each_status_has_a_way_out(status: int, body: bytes, way_out: WayOut) -> None:
    assert way_out in refused(status, body).ways_out


@pytest.mark.parametrize("status", [*range(400, 432), 451, 499, *range(500, 530)])
def test_every_status_is_a_sentence(status: int) -> None:
    error = refused(status, b"{}")
    assert len(str(error)) > 20
    assert str(status) in str(error) or status == 400


@pytest.mark.parametrize(
    ("chunk", "event"),
    [
        ({"error": {"message": "said"}}, ""),
        ({"error": "said"}, ""),
        ({"object": "error", "message": "said"}, ""),
        ({"type": "error", "error": {"message": "said"}}, ""),
        ({"message": "said"}, "error"),
        ({"choices": [{"error": {"message": "said"}}]}, ""),
        ({"base_resp": {"status_code": 1004, "status_msg": "said"}}, ""),
    ],
)
def test_errors_within_a_reply_are_found(chunk: dict[str, JsonValue], event: str) -> None:
    error = reply_error(chunk, event=event)
    assert error is not None
    assert "said" in str(error)


@pytest.mark.parametrize("falsy", [None, "", {}, False])
def test_an_error_that_is_nothing_is_none(falsy: JsonValue) -> None:
    assert reply_error({"error": falsy, "choices": []}) is None
    assert reply_error({"base_resp": {"status_code": 0}}) is None


def test_a_code_within_a_stream_counts_as_the_status() -> None:
    error = reply_error({"error": {"message": "busy", "code": 503}})
    assert error is not None
    assert error.status == 503


def test_broken_bytes_and_deep_nesting_are_shown_as_they_can_be() -> None:
    assert "\ufffd" in str(refused(500, b"bad \xff byte"))
    assert str(refused(500, b"[" * 100_000))
