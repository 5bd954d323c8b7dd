"""Servers: what identifies them, what may be seen of them, and what is written down."""

from dataclasses import fields, replace
from typing import Any

import pytest

from chatapp.domain.tool_servers import (
    ToolServer,
    filled,
    filled_arguments,
    secret_values,
    without_values,
)

WHOLE = ToolServer(
    "files",
    "npx",
    ("-y", "server", "--key=${TOKEN}"),
    {"TOKEN": "s3cret-value", "LEVEL": "1"},
    "/srv",
    "https://tools.example/mcp",
    {"X-Tenant-Key": "t3nant-value"},
    salt="salt",
    client_id="app-1",
    client={"secret": "cl1ent-value"},
)
OTHERS: dict[str, Any] = {
    "name": "file",
    "command": "npm",
    "arguments": ("-y", "server"),
    "environment": {"TOKEN": "s3cret-valuE", "LEVEL": "1"},
    "folder": "/srv/",
    "url": "https://tools.example/mcp/",
    "headers": {"X-Tenant-key": "t3nant-value"},
    "salt": "Salt",
    "client_id": "app-2",
    "client": {"secret": "cl1ent-valuE"},
}
NOT_RUN = {
    "can_write", "starts_with_app", "approved", "approved_form", "for_run", "deleted", "borrowed",
    "redirect_port", "signed_in",
}  # fmt: skip
"""What says how a server is treated, and changes nothing about what is run."""


@pytest.mark.parametrize("name", OTHERS)
def test_whatever_is_run_is_in_the_fingerprint(name: str) -> None:
    approved = replace(WHOLE, approved=WHOLE.fingerprint)
    assert approved.is_approved
    assert not replace(approved, **{name: OTHERS[name]}).is_approved


def test_every_field_is_either_in_the_fingerprint_or_known_not_to_be_run() -> None:
    assert {f.name for f in fields(ToolServer)} == OTHERS.keys() | NOT_RUN


def test_a_server_without_an_approval_is_not_approved() -> None:
    assert not WHOLE.is_approved


def test_values_are_seen_nowhere() -> None:
    seen = f"{WHOLE!r} {WHOLE.form} {without_values(WHOLE)} {WHOLE.fingerprint}"
    assert "s3cret" not in seen
    assert "t3nant" not in seen
    assert "cl1ent" not in seen
    assert "X-Tenant-Key" in str(WHOLE.form)


def test_a_changed_value_shows_as_another_mark_that_says_nothing_of_it() -> None:
    changed = replace(WHOLE, environment={**WHOLE.environment, "TOKEN": "other"})
    before, after = WHOLE.form["environment"], changed.form["environment"]
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    assert before["TOKEN"] != after["TOKEN"]
    assert before["LEVEL"] == after["LEVEL"]
    elsewhere = replace(WHOLE, salt="another").form["environment"]
    assert isinstance(elsewhere, dict)
    assert elsewhere["TOKEN"] != before["TOKEN"]


def test_what_is_taken_out_for_the_disk_can_be_put_back() -> None:
    bare = without_values(WHOLE)
    assert {*bare.environment.values(), *bare.headers.values(), *bare.client.values()} == {""}
    assert filled(bare, secret_values(WHOLE)) == WHOLE


def test_a_variable_stands_in_for_a_key_among_the_arguments() -> None:
    assert filled_arguments(WHOLE)[-1] == "--key=s3cret-value"
    unknown = replace(WHOLE, arguments=("${NOBODY}", "$TOKEN", "${TOKEN}${LEVEL}"))
    assert filled_arguments(unknown) == ("${NOBODY}", "$TOKEN", "s3cret-value1")


def test_what_was_approved_before_apps_could_be_registered_stays_approved() -> None:
    plain = replace(WHOLE, client_id="", client={})
    assert plain.fingerprint == ("817e5383bbdbc2b3ce8114456440b32cfae19f033013005ca13c5eb8f1c926d3")
    assert "client" not in plain.form


def test_only_a_key_of_ones_own_takes_the_place_of_signing_in() -> None:
    assert not WHOLE.has_own_key
    assert replace(WHOLE, headers={"authorization": ""}).has_own_key
