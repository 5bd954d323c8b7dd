"""The lens in the whole window, over a real socket."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject

from chatapp.app import App
from chatapp.domain.messages import MessageStatus, Role
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.sampling.reported import Reported
from chatapp.wire.adaptations import Adaptation
from tests.conftest import RunInQt
from tests.support.open_app import open_app
from tests.support.raw_server import raw_server, reply
from tests.support.waiting import until
from tests.ui.lens.lens_data import TEXT, entry, streamed

PROBE = {"choices": [{"message": {"content": "x"}, "logprobs": {"content": None}}]}


def state(app: App) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(app.window.lens.property("state"))
    return found


async def answered(app: App, count: int = 1) -> None:
    """Send, and wait for the answer's end."""
    shown = app.conversation.shown
    assert shown is not None
    app.window.composer.set_draft("Go")
    app.window.composer.request_send()
    conversations = app.services.conversations
    await until(
        lambda: (
            [m.status.is_running for m in conversations.path(shown) if m.role is Role.ASSISTANT]
            == [False] * count
        )
    )


def one_place(shares: dict[str, float]) -> bytes:
    """Return a whole reply of one token with its candidates."""
    (token, share), *others = shares.items()
    choice = {
        "message": {"content": token},
        "logprobs": {"content": [entry(token, share, dict(others))]},
        "finish_reason": "stop",
    }
    return reply(json.dumps({"choices": [choice]}).encode())


def test_the_switch_asks_for_probabilities_and_the_hidden_lens_tells_them(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            lenses = app.window.findChildren(QObject, "samplingLens")
            assert lenses == [app.window.lens]
            assert state(app)["message"] == -1
            app.window.action("toggleLens").trigger()
            page = app.window.lens.page
            assert page is not None
            page.switch.click()
            app.window.action("toggleLens").trigger()
            await answered(app)
            body = server.body(0)
            assert (body["logprobs"], body["top_logprobs"]) == (True, 20)
            app.window.lens.setProperty("token", 1)
            assert app.window.lens.property("token") == 1
            assert (state(app)["message"], state(app)["temperature"]) == (1, 1.0)
            app.window.panel.fields.build_all()
            editor = app.window.panel.findChild(QObject, "parameter.temperature")
            assert editor is not None
            editor.setProperty("value", 0.25)
            assert state(app)["temperature"] == 0.25
            app.window.action("toggleLens").trigger()
            page.switch.click()
            assert not page.switch.isChecked()
            page.sliders._editors["top_p"].setProperty("value", 0.5)
            assert state(app)["top_p"] == 0.5
            assert [c["reachable"] for c in state(app)["candidates"]] == [True, False, False]

    with raw_server([streamed()]) as server:
        run_in_qt(work())


def test_a_server_that_lists_fewer_candidates_is_asked_for_fewer_from_then_on(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown = app.conversation.shown
            assert shown is not None
            app.parts.lens._on_switch(on=True)
            await answered(app)
            assert [server.body(i)["top_logprobs"] for i in (0, 1)] == [20, 5]
            app.parts.lens._on_switch(on=True)
            settings = app.services.conversations.get(shown).settings
            assert settings["top_logprobs"] == Setting(5)

    problem = b'{"error":{"message":"top_logprobs must be between 0 and 5","param":"top_logprobs"}}'
    with raw_server([reply(problem, "400 Bad Request")], [streamed()]) as server:
        run_in_qt(work())


def test_the_probe_tells_odds_before_sampling_from_those_after_it(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def probed(app: App) -> str:
        app.window.action("toggleLens").setChecked(True)
        page = app.window.lens.page
        assert page is not None
        page.probe.click()
        await until(lambda: not app.parts.lens._probing and page.probe.isVisible())
        return page.reading.text()

    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            lens = app.parts.lens
            endpoint = lens._endpoint()
            assert endpoint is not None
            assert "Not known" in lens._reading(lens._kind(endpoint), None)
            assert "before sampling" in await probed(app)
            assert [server.body(i)["temperature"] for i in (0, 1)] == [0.5, 1.5]
            assert "after its temperature" in await probed(app)
            endpoint = app.services.endpoints.default()
            assert endpoint is not None
            learned = app.services.endpoints.learned(endpoint.id, "m")
            assert learned.reported is Reported.AFTER
            assert "did not tell" in await probed(app)

    same = {"a": 0.7, "b": 0.2, "c": 0.1}
    cool, warm = [
        {k: v ** (1 / t) / sum(w ** (1 / t) for w in same.values()) for k, v in same.items()}
        for t in (0.5, 1.5)
    ]
    with raw_server(
        [one_place(same)], [one_place(same)], [one_place(cool)], [one_place(warm)],
        [reply(json.dumps(PROBE).encode())], [reply(json.dumps(PROBE).encode())],
    ) as server:  # fmt: skip
        run_in_qt(work())


def test_branching_where_an_endpoint_cannot_continue_asks_for_the_beginning_in_words(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown = app.conversation.shown
            assert shown is not None
            await answered(app)
            app.window.lens.setProperty("token", 1)
            app.parts.lens._on_branch(0)
            path = app.services.conversations.path
            await until(lambda: path(shown)[-1].text == "The dog ran.")
            messages = server.body(1)["messages"]
            assert [m["role"] for m in messages] == ["user"]
            assert messages[0]["content"].endswith("\nThe dog")
            tree = app.services.conversations.tree(shown)
            first, second = tree.siblings(path(shown)[-1].id)
            assert tree.get(first).text == TEXT
            assert second == path(shown)[-1].id

    other = reply(b'{"choices":[{"message":{"content":"The dog ran."},"finish_reason":"stop"}]}')
    with raw_server([streamed()], [other]) as server:
        run_in_qt(work())


def test_a_server_that_reports_odds_after_its_temperature_is_taken_back(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown = app.conversation.shown
            endpoint = app.services.endpoints.default()
            assert shown is not None
            assert endpoint is not None
            app.services.endpoints.learn(endpoint.id, "m", Adaptation(reported=Reported.AFTER))
            app.services.conversations.set_parameter(shown, "temperature", Setting(2.0))
            await answered(app)
            app.parts.lens._show()
            shaped = [c["shaped"] for c in state(app)["candidates"]]
            given = [c["probability"] for c in state(app)["candidates"]]
            for one, other in zip(shaped, given, strict=True):
                assert abs(one - other) < 1e-9

    with raw_server([streamed([entry("a", 0.6, {"b": 0.4})])]) as server:
        run_in_qt(work())


def test_the_answer_that_is_looked_at_is_tinted_and_no_other(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown = app.conversation.shown
            assert shown is not None
            await answered(app)
            view, path = app.window.messages, app.services.conversations.path
            first = path(shown)[1].id
            view.tokens_requested.emit(first, 2)
            page = app.window.lens.page
            assert page is not None
            assert app.window.lens.isVisible()
            assert state(app)["token"] == 2
            page.tint.setCurrentIndex(page.tint.findData("entropy"))
            tint = view.stage.transcript.memory.tint_of
            await until(lambda: tint(first) and len(app.window.lens.look_at.answer.ranks) == 4)
            app.window.lens.setProperty("token", 1)
            shown_tint = tint(first)
            assert shown_tint is not None
            assert shown_tint.chosen == 1
            await answered(app, 2)
            second = path(shown)[3].id
            await until(lambda: tint(second) is not None)
            assert tint(first) is None
            view.tokens_requested.emit(first, -1)
            assert (tint(first) is not None, tint(second)) == (True, None)
            page.tint.setCurrentIndex(0)
            assert tint(first) is None

    with raw_server([streamed()], [streamed()]) as server:
        run_in_qt(work())


def test_a_strip_is_under_the_answer_that_is_looked_at_while_lens_or_tint_is_seen(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, base_url=server.url, model="m") as app:
            shown = app.conversation.shown
            assert shown is not None
            await answered(app)
            view, lens = app.window.messages, app.window.action("toggleLens")
            first = app.services.conversations.path(shown)[1].id
            strip = view.stage.transcript.memory.strip_of
            assert strip(first) is None
            lens.trigger()
            page = app.window.lens.page
            assert page is not None
            found = strip(first)
            assert found is not None
            assert found.answer is app.window.lens.look_at.answer
            app.window.lens.setProperty("token", 2)
            chosen = strip(first)
            assert chosen is not None
            assert chosen.chosen == 2
            lens.trigger()
            assert strip(first) is None
            lens.trigger()
            await until(lambda: len(app.window.lens.look_at.answer.ranks) == 4)
            page.tint.setCurrentIndex(page.tint.findData("rank"))
            lens.trigger()
            assert strip(first) is not None
            await answered(app, 2)
            second = app.services.conversations.path(shown)[3].id
            await until(lambda: strip(second) is not None)
            assert strip(first) is None

    with raw_server([streamed()], [streamed()]) as server:
        run_in_qt(work())


@pytest.mark.model
def test_on_the_real_model_a_branch_goes_on_from_the_token_that_was_chosen(
    run_in_qt: RunInQt, tmp_path: Path
) -> None:
    async def work() -> None:
        async with open_app(tmp_path, offline=True) as app:
            shown = app.conversation.shown
            assert shown is not None
            app.window.action("toggleLens").trigger()
            page = app.window.lens.page
            assert page is not None
            page.switch.click()
            fields = {"seed": 1, "max_tokens": 24, "temperature": 0.8}
            app.services.conversations.set_parameters(
                shown, {name: Setting(value) for name, value in fields.items()}
            )
            await answered(app)
            path = app.services.conversations.path
            first = path(shown)[-1]
            assert len(app.window.lens.look_at.answer) >= 24
            assert app.window.lens.look_at.text_map() is not None
            token = 4
            app.window.lens.setProperty("token", token)
            seen = state(app)
            assert [c["sampled"] for c in seen["candidates"]].count(True) == 1
            other = next(
                at
                for at, c in enumerate(seen["candidates"])
                if not c["sampled"] and app.window.lens.look_at.beginning_with(at)
            )
            beginning = app.window.lens.look_at.beginning_with(other)
            page.bars.branch_requested.emit(other)
            await until(lambda: path(shown)[-1].id != first.id, within_s=30)
            await until(lambda: not path(shown)[-1].status.is_running, within_s=60)
            second = path(shown)[-1]
            assert second.status is MessageStatus.COMPLETE
            assert second.text.startswith(beginning)
            assert len(second.text) > len(beginning)
            assert app.window.lens.look_at.text_map() is not None
            tree = app.services.conversations.tree(shown)
            assert tree.get(first.id).text == first.text
            assert tree.siblings(second.id) == [first.id, second.id]
            app.parts.lens._probing = True
            await app.parts.lens._probe(app.parts.lens._endpoint(), app.parts.lens._model())  # type: ignore[arg-type]
            assert "before sampling" in page.reading.text()

    run_in_qt(work())
