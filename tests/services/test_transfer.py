"""Import and export with a real profile on disk."""

import asyncio
import json
import zipfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chatapp.domain.changes import Aspect, Change, ConversationsListed, PathChanged
from chatapp.domain.conversation import MessageTree
from chatapp.domain.endpoints import Endpoint
from chatapp.domain.errors import ChatAppError
from chatapp.domain.identifiers import new_message_id
from chatapp.domain.messages import ConversationId, EndpointId, Message, Role
from chatapp.services.conversations import ConversationService
from chatapp.services.publishing import Publisher
from chatapp.services.saving import Saver
from chatapp.services.tasks import TaskScope
from chatapp.services.transfer import ImportReport, Progress, TransferService
from chatapp.store.conversations import ConversationStore
from chatapp.store.database import Database
from chatapp.store.search import MessageSearch
from tests.support.everything import all_conversations
from tests.transfer import exports

ENDPOINTS = [Endpoint(EndpointId("e"), "Home", "http://127.0.0.1:1")]


class Desk:
    """The services of one profile, and what they said."""

    def __init__(self, database: Database, tasks: TaskScope) -> None:
        self.said: list[Change] = []
        publisher = Publisher()
        publisher.subscribe(self.said.append)
        self.saver = Saver(publisher, tasks)
        self.search = MessageSearch(database)
        self.conversations = ConversationService(ConversationStore(database), self.saver, publisher)
        self.transfer = TransferService(self.conversations, lambda: ENDPOINTS)
        self.told: list[Progress] = []

    async def bring(self, *paths: Path) -> ImportReport:
        return await self.transfer.import_files(paths, self.told.append)


@asynccontextmanager
async def desk_of(profile: Path) -> AsyncIterator[Desk]:
    unseen: list[BaseException] = []
    database = await Database.open(profile)
    tasks = TaskScope("test", unseen.append)
    desk = Desk(database, tasks)
    try:
        yield desk
        await desk.saver.flush()
    finally:
        await tasks.close()
        await database.close()
    assert not unseen


def with_desk(tmp_path: Path, work: Callable[[Desk], Awaitable[None]], name: str = "db") -> None:
    async def run() -> None:
        async with desk_of(tmp_path / name) as desk:
            await work(desk)

    asyncio.run(run())


def file_of(tmp_path: Path, data: Any, name: str = "export.json") -> Path:
    path = tmp_path / name
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return path


def all_files(tmp_path: Path) -> list[Path]:
    return [file_of(tmp_path, d, f"{n}.json") for n, d in exports.all_exports().items()]


def many(count: int) -> list[dict[str, Any]]:
    return [{**exports.claude()[0], "uuid": f"c{i}", "name": f"T{i}"} for i in range(count)]


def test_every_format_arrives_and_a_second_time_adds_nothing(tmp_path: Path) -> None:
    async def work(desk: Desk) -> None:
        files = all_files(tmp_path)
        first = await desk.bring(*files)
        assert (first.conversations, first.messages, first.problems) == (5, 23, [])
        again = await desk.bring(*files)
        assert (again.conversations, again.messages) == (0, 0)
        assert [str(s.reason) for s in again.skipped] == ["It is here already."] * 5
        assert len(await all_conversations(desk.conversations)) == 5
        assert desk.told[-1] == Progress(1.0, 0)
        assert ConversationsListed() in desk.said

    with_desk(tmp_path, work)


def test_what_was_brought_is_there_after_a_restart_and_can_be_found(tmp_path: Path) -> None:
    async def bring(desk: Desk) -> None:
        await desk.bring(*all_files(tmp_path))

    async def look(desk: Desk) -> None:
        found = await desk.search.search("sorted(x)")
        assert found is not None
        (hit,) = found.hits
        conversation = await desk.conversations.fetch(hit.conversation_id)
        assert conversation.title == "Sorting"
        tree = await desk.conversations.load(conversation.id)
        assert len(tree.path_to(conversation.leaf_id)) == 6

    with_desk(tmp_path, bring)
    with_desk(tmp_path, look)


def test_a_profile_comes_back_equal_in_an_empty_one(tmp_path: Path) -> None:
    target = tmp_path / "all.json"

    async def snapshot(desk: Desk) -> list[Any]:
        rows = await all_conversations(desk.conversations)
        return [(c, await desk.conversations.whole.messages(c.id)) for c in rows]

    before: list[Any] = []

    async def take(desk: Desk) -> None:
        await desk.bring(*all_files(tmp_path))
        first = (await all_conversations(desk.conversations))[0]
        await desk.conversations.fetch(first.id)
        desk.conversations.choose_model(first.id, EndpointId("e"), "m")
        desk.conversations.set_draft(first.id, "half a tho")
        report = await desk.transfer.export(target, None, lambda _: None)
        assert (report.conversations, report.messages) == (5, 23)
        before.extend(await snapshot(desk))

    async def bring(desk: Desk) -> None:
        report = await desk.bring(target)
        assert (report.conversations, report.messages, report.skipped) == (5, 23, [])
        assert await snapshot(desk) == before

    with_desk(tmp_path, take)
    with_desk(tmp_path, bring, "other")


def test_a_conversation_that_went_on_elsewhere_grows_in_an_open_tree(tmp_path: Path) -> None:
    async def work(desk: Desk) -> None:
        await desk.bring(file_of(tmp_path, exports.claude()))
        (conversation,) = await all_conversations(desk.conversations)
        tree = await desk.conversations.load(conversation.id)
        longer = exports.claude()
        longer[0]["chat_messages"].append({"uuid": "m4", "sender": "assistant", "text": "Bye"})
        report = await desk.bring(file_of(tmp_path, longer))
        assert (report.conversations, report.messages) == (1, 1)
        path = desk.conversations.path(conversation.id)
        assert path[-1].text == "Bye"
        assert len(tree) == 6
        assert PathChanged(conversation.id) in desk.said

    with_desk(tmp_path, work)


def test_a_copy_under_another_id_leaves_the_first_as_it_was(tmp_path: Path) -> None:
    async def work(desk: Desk) -> None:
        await desk.bring(file_of(tmp_path, exports.claude()))
        (first,) = await all_conversations(desk.conversations)
        target = tmp_path / "out.json"
        await desk.transfer.export(target, None, lambda _: None)
        copy = json.loads(target.read_text())
        copy["conversations"][0]["id"] = "copy"
        copy["conversations"][0]["messages"][0]["content"] = "changed"
        report = await desk.bring(file_of(tmp_path, copy))
        assert (report.conversations, report.messages) == (1, 5)
        assert (await desk.conversations.whole.messages(first.id))[0].text != "changed"
        others = await desk.conversations.whole.messages(ConversationId("copy"))
        assert others[0].text == "changed"
        assert len(MessageTree.of(others).path_to(others[-1].id)) == 5

    with_desk(tmp_path, work)


def test_a_file_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    async def work(desk: Desk) -> None:
        text = json.dumps(many(3))
        report = await desk.bring(file_of(tmp_path, text[:-200]))
        assert report.conversations == 2
        (problem,) = report.problems
        assert "breaks off" in str(problem.reason)

    with_desk(tmp_path, work)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n", "breaks off"),
        (b"\xff\xfe[\x00]", "UTF-8"),
        (bytes(range(256)) * 50, "UTF-8"),
        (b"PK\x03\x04 and no archive", "archive"),
        (b'{"a": 1}', "not an export"),
        (b"[" * 500_000, "nested"),
    ],
)
def test_a_file_that_is_none_is_said_to_be_none(tmp_path: Path, content: bytes, words: str) -> None:
    async def work(desk: Desk) -> None:
        path = tmp_path / "bad.json"
        path.write_bytes(content)
        good = file_of(tmp_path, exports.claude())
        report = await desk.bring(path, tmp_path / "none.json", tmp_path, good)
        first, *rest = report.problems
        assert words in str(first.reason)
        assert [str(p.reason) for p in rest] == ["There is no such file."] * 2
        assert report.conversations == 1

    with_desk(tmp_path, work)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_file_that_an_editor_has_saved_again_is_read(tmp_path: Path, encoding: str) -> None:
    async def work(desk: Desk) -> None:
        path = tmp_path / "saved.json"
        path.write_text(json.dumps(exports.claude(), ensure_ascii=False), encoding=encoding)
        report = await desk.bring(path)
        assert (report.conversations, report.problems) == (1, [])

    with_desk(tmp_path, work)


def test_an_export_may_still_be_packed(tmp_path: Path) -> None:
    async def work(desk: Desk) -> None:
        path = tmp_path / "export.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("conversations.json", json.dumps(exports.chatgpt()))
            archive.writestr("more/data.json", "\ufeff" + json.dumps(exports.cherry_studio()))
            archive.writestr("user.json", "{}")
        report = await desk.bring(path)
        assert (report.conversations, report.problems) == (2, [])
        assert "Other files in the archive: 1." in [str(s.reason) for s in report.skipped]
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("readme.txt", "hello")
        (problem,) = (await desk.bring(path)).problems
        assert "holds no conversations" in str(problem.reason)

    with_desk(tmp_path, work)


def test_cancel_stops_between_slices_and_keeps_what_was_taken(tmp_path: Path) -> None:
    async def work(desk: Desk) -> None:
        path = file_of(tmp_path, many(2_000))
        report = await desk.transfer.import_files([path, path], desk.told.append, lambda: False)
        assert report.cancelled
        assert 0 < report.conversations < 2_000
        assert len(await all_conversations(desk.conversations)) == report.conversations
        assert len(desk.told) == 1

    with_desk(tmp_path, work)


def test_a_cancelled_task_leaves_no_file_open_and_no_half_conversation(tmp_path: Path) -> None:
    async def work(desk: Desk) -> None:
        begun = asyncio.Event()
        path = file_of(tmp_path, many(2_000))
        work = desk.transfer.import_files([path], lambda _: begun.set())
        task = asyncio.get_running_loop().create_task(work)
        await begun.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        for conversation in await all_conversations(desk.conversations):
            assert len(await desk.conversations.whole.messages(conversation.id)) == 5

    with_desk(tmp_path, work)


def test_export_writes_what_is_chosen_and_names_no_more(tmp_path: Path) -> None:
    async def work(desk: Desk) -> None:
        await desk.bring(*all_files(tmp_path))
        first, second, *_ = await all_conversations(desk.conversations)
        for suffix, whole in ((".json", "json"), (".md", "md"), (".html", "html")):
            path = tmp_path / f"out{suffix}"
            report = await desk.transfer.export(path, [second.id], lambda _: None)
            text = path.read_text(encoding="utf-8")
            assert report.conversations == 1, whole
            assert second.title in text
            assert first.title not in text

    with_desk(tmp_path, work)


def test_an_answer_that_is_being_written_is_exported_so_far(tmp_path: Path) -> None:
    async def work(desk: Desk) -> None:
        conversation = desk.conversations.create(endpoint_id=EndpointId("e"), model="m")
        asked = Message(new_message_id(), conversation.id, None, Role.USER, content="Hi")
        await desk.conversations.load(conversation.id)
        await desk.conversations.add([asked])
        desk.conversations.update(replace(asked, content="Hi there"), Aspect.TEXT)
        path = tmp_path / "out.json"
        await desk.transfer.export(path, None, lambda _: None)
        (written,) = json.loads(path.read_text())["conversations"]
        assert written["messages"][0]["content"] == "Hi there"
        assert written["endpoint"] == "Home"

    with_desk(tmp_path, work)


def test_a_failed_export_leaves_the_older_file_and_no_rest(tmp_path: Path) -> None:
    async def work(desk: Desk) -> None:
        await desk.bring(file_of(tmp_path, exports.claude()))
        old = tmp_path / "out.md"
        old.write_text("old")
        report = await desk.transfer.export(old, None, lambda _: None, lambda: False)
        assert report.cancelled
        folder = tmp_path / "folder.md"
        folder.mkdir()
        for path in (folder, tmp_path / "none" / "out.md"):
            with pytest.raises(ChatAppError, match="cannot be written"):
                await desk.transfer.export(path, None, lambda _: None)
        assert old.read_text() == "old"

    with_desk(tmp_path, work)
    assert list(tmp_path.rglob("*.part")) == []


def test_an_empty_conversation_is_not_exported(tmp_path: Path) -> None:
    async def work(desk: Desk) -> None:
        desk.conversations.create(endpoint_id=None, model="")
        report = await desk.transfer.export(tmp_path / "x.json", None, lambda _: None)
        assert report.conversations == 0

    with_desk(tmp_path, work)
