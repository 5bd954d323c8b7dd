"""What the child prints, understood or passed over."""

import pytest

from chatapp.engine.reports import Listening, Loading, Report, parse_report

STATE = "cmd_child_to_router:state:"


@pytest.mark.parametrize(
    ("line", "report"),
    [
        ('{"state": "ready", "address": "http://127.0.0.1:9"}', Listening("http://127.0.0.1:9")),
        (
            STATE + '{"state":"loading","payload":{"current":"text_model","value":0.5}}',
            Loading(0.5),
        ),
        ("noise " + STATE + '{"state":"loading","payload":{"value":7}}', Loading(1.0)),
        (STATE + '{"state":"ready","payload":{"id":"m"}}', None),
        (STATE + '{"state":"loading","payload":[]}', None),
        (STATE + '{"state":"load', None),
        ('{"state": "ready"}', None),
        ("[1]", None),
        ("a library says hello", None),
        ("", None),
    ],
)
def test_only_known_lines_are_reports(line: str, report: Report | None) -> None:
    assert parse_report(line) == report
