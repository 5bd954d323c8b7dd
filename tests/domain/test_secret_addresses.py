"""Secrets leave addresses and come back letter by letter."""

import pytest

from chatapp.domain.secret_addresses import (
    MARK,
    Addresses,
    is_part,
    marked,
    put_in,
    references,
    shown_part,
    taken_out,
)


@pytest.mark.parametrize(
    ("base_url", "proxy", "secrets", "kept"),
    [
        (
            "https://h/v1?api-version=1&api_key=s3c%2Fret+x&b=",
            "",
            {":field.api_key": "s3c%2Fret+x"},
            (f"https://h/v1?api-version=1&api_key={MARK}&b=", ""),
        ),
        (
            "https://h/v1?key=a&sig=b",
            "http://me:p%40ss@proxy:3128",
            {":field.key": "a", ":field.sig": "b", ":proxy": "p%40ss"},
            (f"https://h/v1?key={MARK}&sig={MARK}", f"http://me:{MARK}@proxy:3128"),
        ),
        (
            "https://h/v1?v=sk-canary0123456789",
            "",
            {":field.v": "sk-canary0123456789"},
            (f"https://h/v1?v={MARK}", ""),
        ),
        (
            "https://h/v1?key=a&key=b&KEY=c",
            "",
            {":field.key": "a", ":field.key 2": "b", ":field.KEY 3": "c"},
            (f"https://h/v1?key={MARK}&key={MARK}&KEY={MARK}", ""),
        ),
        ("https://h/v1?page=2", "http://p:80", {}, ("https://h/v1?page=2", "http://p:80")),
        ("https://h/v1?key=", "http://me@proxy", {}, ("https://h/v1?key=", "http://me@proxy")),
        (
            "https://h/v1?key=${OWN}",
            "http://me:${OWN_PASSWORD}@proxy",
            {},
            ("https://h/v1?key=${OWN}", "http://me:${OWN_PASSWORD}@proxy"),
        ),
        ("http://[half", "x", {}, ("http://[half", "x")),
        ("", "", {}, ("", "")),
    ],
)  # fmt: skip
def test_what_is_secret_is_taken_out_and_put_in_again_as_it_was(
    base_url: str, proxy: str, secrets: dict[str, str], kept: tuple[str, str]
) -> None:
    whole = Addresses(base_url, proxy)
    clean, found = taken_out(whole)
    assert (clean.base_url, clean.proxy) == kept
    assert found == secrets
    assert sorted(marked(clean)) == sorted(secrets)
    assert put_in(clean, found) == whole
    assert taken_out(clean) == (clean, {})
    assert all(is_part(name) for name in found)


def test_a_part_can_come_from_the_environment() -> None:
    addresses = Addresses("https://h/v1?key=${OWN}", "http://me:${OWN_PASSWORD}@proxy:1")
    named = references(addresses)
    assert named == {":field.key": "${OWN}", ":proxy": "${OWN_PASSWORD}"}
    filled = put_in(addresses, {":field.key": "a/b&c", ":proxy": "p@ss"})
    assert filled == Addresses("https://h/v1?key=a%2Fb%26c", "http://me:p%40ss@proxy:1")


def test_a_part_is_no_header_and_is_called_what_people_call_it() -> None:
    assert not is_part("X-Header")
    assert [shown_part(name) for name in (":field.api_key", ":proxy", "X-Header")] == [
        "api_key",
        "proxy",
        "X-Header",
    ]
