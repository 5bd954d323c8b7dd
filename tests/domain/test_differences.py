"""What differs between two requests."""

import json

from chatapp.domain.differences import changes_of_request, differences, readable


def test_what_the_app_added_left_out_and_changed_is_named() -> None:
    first = {"role": "user", "content": "Hi"}
    before = {"model": "m", "messages": [first, {"role": "user", "content": "b"}], "top_p": 1}
    after = {"model": "n", "messages": [first, {"role": "assistant", "content": "c"}], "seed": 3}
    changes = changes_of_request(json.dumps(before).encode(), json.dumps(after).encode())
    assert changes == [
        '- messages: user "b"',
        '+ messages: assistant "c"',
        '~ model "m" → "n"',
        "- top_p",
        "+ seed 3",
    ]


def test_equal_requests_have_no_difference_and_broken_ones_no_fields() -> None:
    body = b'{"model":"m","messages":[]}'
    assert changes_of_request(body, body) == []
    assert differences(readable(body), readable(body)) == ""
    assert changes_of_request(b"<html>", b"[]") == []


def test_lines_are_compared_in_a_readable_layout() -> None:
    lines = differences(readable(b'{"a":1,"b":2}'), readable(b'{"a":1,"b":3}'))
    assert '-  "b": 2' in lines
    assert '+  "b": 3' in lines
    assert readable(b"plain\xff") == "plain\ufffd"
