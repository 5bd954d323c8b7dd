"""Two bodies side by side, and the settings that lead back to the first."""

from chatapp.domain.json_value import JsonObject
from chatapp.domain.parameter_layers import Setting, join_layers
from chatapp.domain.settings_comparison import Compared, Sent, compare, restored

THEN: JsonObject = {
    "model": "m",
    "messages": [{}],
    "temperature": 0,
    "stream": True,
    "stream_options": {"include_usage": True},
    "top_k": 0,
}
NOW: JsonObject = {"model": "m", "temperature": False, "stream": True, "seed": 1, "min_p": 0.1}


def differing(then: JsonObject, now: JsonObject) -> dict[str, Compared]:
    return {row.name: row for row in compare(then, now) if row.differs}


def test_what_differs_is_found_whatever_its_kind() -> None:
    rows = differing(THEN, NOW)
    assert set(rows) == {"temperature", "stream_options.include_usage", "seed", "top_k", "min_p"}
    assert rows["temperature"] == Compared("temperature", Sent(0), Sent(value=False))
    assert rows["seed"] == Compared("seed", None, Sent(1))
    assert rows["top_k"] == Compared("top_k", Sent(0), None, is_extra=True)


def test_messages_and_fields_that_neither_has_are_not_listed() -> None:
    assert [row.name for row in compare({"messages": []}, {})] == []
    assert next(row.name for row in compare(THEN, THEN)) == "model"
    assert differing(THEN, THEN) == {}


def test_a_nested_value_where_none_can_be_is_no_value() -> None:
    assert differing({"stream_options": 3}, {"stream_options": "x"}) == {}


def test_restored_settings_send_again_what_was_sent() -> None:
    rows = compare(THEN, NOW)
    own = {"seed": Setting(1), "extra_body": Setting({"min_p": 0.1}), **restored(rows)}
    body = join_layers({}, own).body()
    assert {"model": "m", "messages": [{}], **body} == THEN
    assert own["seed"] == Setting(1, send=False)


def test_an_extra_body_that_was_empty_is_switched_off() -> None:
    settings = restored(compare({}, {"top_k": 1}))
    assert settings == {"extra_body": Setting({}, send=False)}


def test_one_row_restores_one_field() -> None:
    (row,) = [r for r in compare(THEN, NOW) if r.name == "temperature"]
    assert restored((row,)) == {"temperature": Setting(0)}
