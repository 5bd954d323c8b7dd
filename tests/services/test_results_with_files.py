"""Files that real servers bring: what endpoints take is sent on, and nothing else ever is."""

import base64
from pathlib import Path
from typing import Any

import pytest

from chatapp.domain.errors import WayOut
from chatapp.domain.json_value import JsonObject, JsonValue
from chatapp.domain.messages import Message
from chatapp.domain.tool_calls import RunIt, ToolCallState
from chatapp.domain.tool_files import FileProblem, tool_files
from chatapp.domain.tool_servers import ToolServer
from tests.support.media_server import MEDIA, PDF, PNG, WAV, b64
from tests.support.node_servers import node_server
from tests.support.open_chat import OpenChat
from tests.support.raw_server import RawServer, reply
from tests.support.tool_chat import in_chat, offer, path, pending, results, sent, started
from tests.support.tool_replies import asks_for, says


async def brought(
    chat: OpenChat, tool: str, server: ToolServer = MEDIA, arguments: str = "{}"
) -> Message:
    """Let the model call a tool of a server; return the result's message."""
    await started(chat, server)
    offer(chat, tool)
    await chat.services.generation.send(chat.id, "Show me")
    (call,) = await pending(chat)
    chat.services.desk.decide(call.message_id, RunIt(arguments))
    await chat.services.generation.wait(chat.id)
    (result,) = results(chat)
    return result


def media_of(message: JsonObject) -> list[Any]:
    """Return the parts of a message as it was sent that are no words."""
    content: Any = message["content"]
    parts: list[Any] = content if isinstance(content, list) else []
    return [part for part in parts if part["type"] != "text"]


def asking(tool: str, arguments: JsonValue = None) -> list[bytes]:
    return [asks_for(("c1", tool, arguments or {}))]


def test_pictures_and_sounds_in_resources_reach_the_model(tmp_path: Path) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        result = await brought(chat, "files")
        assert result.tool is not None
        assert result.tool.state is ToolCallState.DONE
        names = [(file.name, file.size) for file in tool_files(result.parts)]
        assert names == [
            ("chart.png", len(PNG)),
            ("voice note.wav", len(WAV)),
            ("budget.pdf", len(PDF)),
        ]
        *_, told, attached = sent(server, 1)
        assert "budget.pdf: application/pdf, 586 bytes; not attached" in str(told["content"])
        assert media_of(attached) == [
            {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{b64(PNG)}"}},
            {"type": "input_audio", "input_audio": {"data": b64(WAV), "format": "wav"}},
        ]

    in_chat(tmp_path, work, asking("media__files"), [says("Nice.")])


def test_what_cannot_be_decoded_poisons_no_later_request(tmp_path: Path) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        result = await brought(chat, "hostile")
        problems = [file.problem for file in tool_files(result.parts)]
        assert problems == [
            FileProblem.NOT_BASE64,
            FileProblem.NOT_BASE64,
            None,
            FileProblem.OTHER_KIND,
            FileProblem.EMPTY,
            None,
            None,
        ]
        await chat.services.generation.send(chat.id, "Again")
        await chat.services.generation.wait(chat.id)
        for number in (1, 2):
            everything = [part for m in sent(server, number) for part in media_of(m)]
            (picture,) = everything
            data = picture["image_url"]["url"].partition(",")[2]
            assert base64.b64decode(data, validate=True) == PNG
        told = str(next(m for m in sent(server, 2) if m["role"] == "tool")["content"])
        assert told.count("its data is not valid base64") == 2
        assert "it has no data" in told

    in_chat(tmp_path, work, asking("media__hostile"), [says("Hm.")], [says("Well.")])


def test_a_sound_of_20_megabytes_is_refused_in_words_and_the_answer_goes_on(
    tmp_path: Path,
) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        result = await brought(chat, "large", arguments='{"megabytes": 20}')
        assert result.tool is not None
        assert result.tool.state is ToolCallState.FAILED
        assert "larger than 4,194,304 bytes" in result.content
        assert media_of(sent(server, 1)[-1]) == []

    in_chat(tmp_path, work, asking("media__large", {"megabytes": 20}), [says("Too much.")])


@pytest.mark.parametrize(
    ("tool", "arguments", "pictures", "files"),
    [
        ("get-tiny-image", "{}", 1, 1),
        ("get-annotated-message", '{"messageType": "success", "includeImage": true}', 1, 1),
        ("get-resource-reference", '{"resourceType": "Blob", "resourceId": 1}', 0, 1),
        ("get-resource-links", '{"count": 3}', 0, 0),
        ("get-structured-content", '{"location": "Chicago"}', 0, 0),
    ],
)
def test_the_reference_server_is_understood(
    tmp_path: Path, tool: str, arguments: str, pictures: int, files: int
) -> None:
    command = node_server("mcp-server-everything")
    if not command:
        pytest.skip("the server is not here and npm could not fetch it")

    async def work(chat: OpenChat, server: RawServer) -> None:
        result = await brought(chat, tool, ToolServer("all", command), arguments)
        assert result.tool is not None
        assert result.tool.state is ToolCallState.DONE
        assert len(tool_files(result.parts)) == files
        assert len(media_of(sent(server, 1)[-1])) == pictures

    in_chat(tmp_path, work, asking(f"all__{tool}"), [says("Nice.")])


def test_a_model_that_takes_no_pictures_can_be_asked_without_those_of_a_tool(
    tmp_path: Path,
) -> None:
    async def work(chat: OpenChat, server: RawServer) -> None:
        await brought(chat, "picture")
        failed = path(chat)[-1]
        assert failed.failure is not None
        assert WayOut.LEAVE_OUT_MEDIA.name in failed.failure.ways_out
        await chat.services.generation.retry_without_media(chat.id, failed.id)
        await chat.services.generation.wait(chat.id)
        assert path(chat)[-1].text == "I see nothing."
        assert [media_of(m) for m in sent(server, 1)[-1:]] != [[]]
        everything = [part for m in sent(server, 2) for part in media_of(m)]
        assert everything == []
        assert "(a picture, left out)" in str(sent(server, 2)[-1]["content"])

    refused = reply(b'{"error": {"message": "image input is not supported"}}', "400 Bad Request")
    in_chat(tmp_path, work, asking("media__picture"), [refused], [says("I see nothing.")])
