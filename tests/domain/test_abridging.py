"""What is shown of a long request: its shape, its ends, and how much is left out."""

from hypothesis import given
from hypothesis import strategies as st

from chatapp.domain.abridging import WHOLE, abridged
from chatapp.domain.json_value import JsonObject, JsonValue, as_list, as_object, pretty


def request(count: int, characters: int) -> JsonObject:
    messages: list[JsonValue] = [
        {"role": "user", "content": f"{number} " + "x" * characters} for number in range(count)
    ]
    return {"model": "m", "messages": messages, "temperature": 0.0}


def test_a_usual_request_is_shown_exactly() -> None:
    body = request(60, 1_000)
    assert abridged(body) == (body, False)


def test_a_long_text_shows_both_ends_and_how_much_is_left_out() -> None:
    body, is_cut = abridged(request(1, 5_000_000))
    assert is_cut
    words = str(as_object(as_list(body["messages"])[0])["content"])
    assert words.startswith("0 xxx")
    assert words.endswith("xxx")
    assert "… 4998002 …" in words


def test_of_many_messages_the_first_and_the_last_are_shown_and_the_rest_counted() -> None:
    body, is_cut = abridged(request(10_000, 1_500))
    assert is_cut
    messages = as_list(body["messages"])
    assert "… 9972 …" in messages
    assert str(as_object(messages[0])["content"]).startswith("0 ")
    assert str(as_object(messages[-1])["content"]).startswith("9999 ")
    assert body["temperature"] == 0.0


def test_what_lies_behind_the_messages_is_never_pushed_out() -> None:
    body, _ = abridged({**request(3_000, 400), "stop": ["a"], "extra": {"deep": [1, None, True]}})
    assert body["stop"] == ["a"]
    assert body["extra"] == {"deep": [1, None, True]}


@given(st.integers(0, 400), st.integers(0, 20_000))
def test_however_long_a_request_is_what_is_shown_is_short(count: int, characters: int) -> None:
    body, is_cut = abridged(request(count, characters))
    longest = max(map(len, pretty(body).splitlines()))
    assert len(pretty(body)) < 2 * WHOLE
    assert longest < 2_700 if is_cut else longest <= WHOLE
