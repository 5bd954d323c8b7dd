"""From a file to the request: what is kept, what is sent, and when it is refused."""

import asyncio
import base64
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from chatapp.domain.attachments import Attachment, AttachmentKind, attachments_in
from chatapp.domain.errors import ChatAppError
from chatapp.domain.json_value import as_list, as_object
from chatapp.domain.parameter_layers import Setting
from chatapp.services.attachments import AttachmentService, PreparedPicture
from chatapp.store.attachments import AttachmentStore
from tests.support.open_chat import OpenChat, open_chat
from tests.support.raw_server import RawServer, Script, raw_server, reply
from tests.support.sample_files import png, write_all

HELLO = reply(b'{"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]}')
NO_PICTURES = reply(
    b'{"error":{"code":400,"message":"image input is not supported"}}', "400 Bad Request"
)


def prepare(data: bytes) -> PreparedPicture | None:
    return None if b"damaged" in data else PreparedPicture(data, "image/png", 64, 48)


def in_chat(
    folder: Path,
    work: Callable[[OpenChat, AttachmentService, RawServer], Awaitable[None]],
    *scripts: Script,
) -> None:
    async def run() -> None:
        with raw_server(*scripts) as server:
            async with open_chat(folder / "profile", server.url) as chat:
                store = AttachmentStore(chat.services.database)
                await work(chat, AttachmentService(store, prepare), server)

    asyncio.run(run())


async def ask(chat: OpenChat, words: str, *attachments: Attachment) -> None:
    generation = chat.services.generation
    await generation.send(chat.id, words, attachments=attachments)
    await generation.wait(chat.id)


def test_every_kind_becomes_the_part_that_endpoints_know(tmp_path: Path) -> None:
    async def work(chat: OpenChat, service: AttachmentService, server: RawServer) -> None:
        paths = write_all(tmp_path)
        found = [await service.from_file(paths[kind]) for kind in ("png", "wav", "pdf", "py")]
        assert [a.kind for a in found] == ["image", "audio", "text", "text"]
        assert all(a.tokens for a in found)
        await ask(chat, "Compare them", *found)
        (message,) = server.body(0)["messages"]
        words, picture, sound = message["content"]
        assert words["text"] == (
            '<file name="sample.pdf">\nBudget 2026\n</file>\n\n'
            "<file name=\"sample.py\">\nprint('hi')\n\n</file>\n\nCompare them"
        )
        encoded = base64.b64encode(paths["png"].read_bytes()).decode()
        assert picture["image_url"]["url"] == f"data:image/png;base64,{encoded}"
        assert base64.b64decode(sound["input_audio"]["data"]) == paths["wav"].read_bytes()

    in_chat(tmp_path, work, [HELLO])


def test_text_alone_is_sent_as_a_string_that_every_server_takes(tmp_path: Path) -> None:
    async def work(chat: OpenChat, service: AttachmentService, server: RawServer) -> None:
        await ask(chat, "", await service.from_file(write_all(tmp_path)["py"]))
        (message,) = server.body(0)["messages"]
        assert message["content"] == "<file name=\"sample.py\">\nprint('hi')\n\n</file>"
        assert chat.services.conversations.get(chat.id).title == "sample.py"

    in_chat(tmp_path, work, [HELLO])


def test_a_sent_file_is_there_after_a_restart_and_sent_again(tmp_path: Path) -> None:
    async def first(chat: OpenChat, service: AttachmentService, server: RawServer) -> None:
        await ask(chat, "Look", await service.from_file(write_all(tmp_path)["png"]))

    in_chat(tmp_path, first, [HELLO])

    async def second(chat: OpenChat, service: AttachmentService, server: RawServer) -> None:
        headings = await chat.services.conversations._store.headings(with_binned=False)
        old = next(i for i, title in headings if title == "Look")
        await chat.services.conversations.load(old)
        await service.drop_unneeded()
        await chat.services.generation.send(old, "And now?")
        await chat.services.generation.wait(old)
        content = server.body(0)["messages"][0]["content"]
        assert content[1]["image_url"]["url"].startswith("data:image/png;base64,iVBOR")

    in_chat(tmp_path, second, [HELLO])


def test_a_chat_that_a_picture_has_poisoned_goes_on_without_it(tmp_path: Path) -> None:
    async def work(chat: OpenChat, service: AttachmentService, server: RawServer) -> None:
        picture = await service.from_bytes("cat.png", png(2, 2))
        await ask(chat, "Look", picture)
        failed = chat.services.conversations.path(chat.id)[-1]
        assert failed.failure is not None
        assert "LEAVE_OUT_MEDIA" in failed.failure.ways_out
        assert "no pictures" in failed.failure.hint_source
        generation = chat.services.generation
        await generation.retry_without_media(chat.id, failed.id)
        await generation.wait(chat.id)
        await ask(chat, "Go on")
        for number in (1, 2):
            content = server.body(number)["messages"][0]["content"]
            assert content == "(a picture, left out: cat.png)\n\nLook"
        question = chat.services.conversations.path(chat.id)[0]
        assert attachments_in(question.parts) == (picture,)
        answer = chat.services.conversations.path(chat.id)[-1]
        assert answer.endpoint_id is not None
        chat.services.endpoints.try_media_again(answer.endpoint_id, answer.model)
        await ask(chat, "Try again")
        assert server.body(3)["messages"][0]["content"][1]["type"] == "image_url"

    in_chat(tmp_path, work, [NO_PICTURES], [HELLO], [HELLO], [HELLO])


def test_an_error_that_has_nothing_to_do_with_pictures_offers_nothing_about_them(
    tmp_path: Path,
) -> None:
    async def work(chat: OpenChat, service: AttachmentService, server: RawServer) -> None:
        await ask(chat, "No picture here")
        failed = chat.services.conversations.path(chat.id)[-1]
        assert failed.failure is not None
        assert "LEAVE_OUT_MEDIA" not in failed.failure.ways_out

    in_chat(tmp_path, work, [NO_PICTURES])


def test_the_preview_shows_small_files_whole_and_says_what_it_leaves_out(tmp_path: Path) -> None:
    async def work(chat: OpenChat, service: AttachmentService, server: RawServer) -> None:
        small = await service.from_file(write_all(tmp_path)["py"])
        large = await service.from_bytes("large.png", png(300, 300) + bytes(100_000))
        attachments = (small, large)
        conversations = chat.services.conversations
        attached = await conversations.attached([a.to_part() for a in attachments], most=4096)
        build = chat.services.generation.next.preview(chat.id, "Hi", attachments, attached)
        (message,) = as_list(as_object(build())["messages"])
        words, picture = as_list(as_object(message)["content"])
        assert "print('hi')" in str(as_object(words)["text"])
        assert f"{large.size:,} bytes are left out" in str(picture)
        assert len(str(picture)) < 300

    in_chat(tmp_path, work)


def test_a_file_whose_bytes_are_gone_does_not_stop_the_chat(tmp_path: Path) -> None:
    async def work(chat: OpenChat, service: AttachmentService, server: RawServer) -> None:
        await ask(chat, "Look", Attachment(AttachmentKind.IMAGE, "gone", "a.png", "image/png", 3))
        assert server.body(0)["messages"][0]["content"] == "(a picture, left out: a.png)\n\nLook"
        assert await service.data("gone") == b""

    in_chat(tmp_path, work, [HELLO])


def test_a_draft_with_files_is_kept(tmp_path: Path) -> None:
    async def work(chat: OpenChat, service: AttachmentService, server: RawServer) -> None:
        picture = await service.from_bytes("a.png", png(2, 2))
        chat.services.conversations.set_draft(chat.id, "", [picture])
        assert not chat.services.conversations.is_pristine(chat.id)
        await chat.services.saver.flush()
        stored = await chat.services.conversations._store.get(chat.id)
        assert stored is not None
        assert attachments_in(stored.draft_attachments) == (picture,)

    in_chat(tmp_path, work)


def test_a_damaged_picture_is_refused_in_words(tmp_path: Path) -> None:
    async def work(chat: OpenChat, service: AttachmentService, server: RawServer) -> None:
        with pytest.raises(ChatAppError, match="damaged, or has too many pixels"):
            await service.from_bytes("a.png", png(2, 2) + b"damaged")

    in_chat(tmp_path, work)


@pytest.mark.model
def test_the_offline_model_takes_no_pictures_and_the_chat_goes_on_without(tmp_path: Path) -> None:
    async def work(chat: OpenChat, service: AttachmentService, server: RawServer) -> None:
        endpoints, conversations = chat.services.endpoints, chat.services.conversations
        offline = endpoints.add_offline()
        conversations.choose_model(chat.id, offline.id, "")
        conversations.set_parameter(chat.id, "max_tokens", Setting(8))
        await ask(chat, "Look", await service.from_bytes("cat.png", png(2, 2)))
        (known,) = await endpoints.refresh_models(offline.id)
        assert known.takes(AttachmentKind.IMAGE) is False
        assert known.context_length
        failed = conversations.path(chat.id)[-1]
        assert failed.failure is not None
        assert "LEAVE_OUT_MEDIA" in failed.failure.ways_out
        await chat.services.generation.retry_without_media(chat.id, failed.id)
        await chat.services.generation.wait(chat.id)
        answer = conversations.path(chat.id)[-1]
        assert answer.failure is None
        assert answer.text

    in_chat(tmp_path, work)
