"""The library of prompts and personas, over a real store."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from chatapp.domain.conversation import FolderId
from chatapp.domain.json_value import JsonValue
from chatapp.domain.parameter_layers import Setting
from chatapp.domain.prompts import MAX_TEXT
from chatapp.services.preferences import PreferenceService
from chatapp.services.prompts import PromptService
from chatapp.store.preferences import PreferenceStore
from chatapp.store.prompts import PromptStore
from tests.support.open_chat import OpenChat, open_chat


def in_library(folder: Path, work: Callable[[OpenChat, PromptService], Awaitable[None]]) -> None:
    async def run() -> None:
        async with open_chat(folder, "http://127.0.0.1:9") as chat:
            s = chat.services
            preferences = PreferenceService(PreferenceStore(s.database), s.saver)
            await preferences.open()
            prompts = PromptService(
                PromptStore(s.database), s.conversations, preferences, s.saver, s.publisher
            )
            await prompts.open()
            await work(chat, prompts)

    asyncio.run(run())


def test_prompts_are_kept_under_names_of_their_own(tmp_path: Path) -> None:
    async def first(chat: OpenChat, prompts: PromptService) -> None:
        one = prompts.add_prompt("Fix it", "Fix: {{text}}")
        two = prompts.add_prompt("fix it", "x" * (MAX_TEXT + 5))
        assert [p.name for p in prompts.prompts] == ["fix-it", "fix-it-2"]
        assert len(two.text) == MAX_TEXT
        assert prompts.put_prompt(replace(one, name="")).name == "prompt"
        prompts.put_prompt(replace(one, name="fix"))

    async def second(chat: OpenChat, prompts: PromptService) -> None:
        assert [(p.name, p.text[:10]) for p in prompts.prompts] == [
            ("fix", "Fix: {{tex"),
            ("fix-it-2", "xxxxxxxxxx"),
        ]

    in_library(tmp_path, first)
    in_library(tmp_path, second)


def test_typing_finds_beginnings_before_middles(tmp_path: Path) -> None:
    async def work(chat: OpenChat, prompts: PromptService) -> None:
        for name in ("a-fix", "fix", "translate"):
            prompts.add_prompt(name)
        assert [p.name for p in prompts.matching("FI")] == ["fix", "a-fix"]
        assert len(prompts.matching("")) == 3
        assert prompts.matching("none") == []

    in_library(tmp_path, work)


def test_what_was_removed_comes_back(tmp_path: Path) -> None:
    async def work(chat: OpenChat, prompts: PromptService) -> None:
        prompt = prompts.add_prompt("fix", "text")
        persona = prompts.persona_from(chat.id, "Helper")
        restore = [prompts.remove(item) for item in (prompt, persona)]
        await chat.services.saver.flush()
        assert (prompts.prompts, prompts.personas) == ([], [])
        for undo in restore:
            undo()
        await chat.services.saver.flush()
        await prompts.open()
        assert (prompts.prompts, prompts.personas) == ([prompt], [persona])

    in_library(tmp_path, work)


def test_a_persona_is_used_and_taken_back(tmp_path: Path) -> None:
    async def work(chat: OpenChat, prompts: PromptService) -> None:
        conversations = chat.services.conversations
        before = conversations.get(chat.id)
        tools: JsonValue = [{"type": "function", "function": {"name": "f"}}]
        settings = {"temperature": Setting(0.3), "tools": Setting(tools)}
        conversations.change(replace(before, system_text="Be kind.", settings=settings, model="k"))
        persona = prompts.persona_from(chat.id, "  Kind   one ")
        assert persona.name == "Kind one"
        conversations.change(before)
        undo = prompts.use_persona(chat.id, persona)
        used = conversations.get(chat.id)
        assert (used.system_text, used.settings, used.model) == ("Be kind.", settings, "k")
        conversations.set_draft(chat.id, "typed meanwhile")
        undo()
        assert conversations.get(chat.id) == replace(before, draft="typed meanwhile")
        await chat.services.saver.flush()
        await prompts.open()
        assert prompts.personas == [persona]

    in_library(tmp_path, work)


def test_a_folder_has_a_persona_as_long_as_there_is_one(tmp_path: Path) -> None:
    async def work(chat: OpenChat, prompts: PromptService) -> None:
        folder = FolderId("f")
        persona = prompts.persona_from(chat.id, "Helper")
        assert prompts.folder_persona(folder) is None
        prompts.set_folder_persona(folder, persona)
        assert prompts.folder_persona(folder) == persona
        restore = prompts.remove(persona)
        assert prompts.folder_persona(folder) is None
        restore()
        prompts.set_folder_persona(folder, None)
        assert prompts.folder_persona(folder) is None

    in_library(tmp_path, work)
