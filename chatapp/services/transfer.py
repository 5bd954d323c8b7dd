"""Bringing conversations in from files, and taking them out; see ``chatapp.transfer``.

Files are read and written in short slices on a thread; each conversation is one transaction.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import TypeVar

from chatapp import __version__
from chatapp.domain.attachments import with_bytes
from chatapp.domain.endpoints import Endpoint
from chatapp.domain.errors import ChatAppError
from chatapp.domain.messages import ConversationId, EndpointId
from chatapp.domain.quick_dataclass import dataclass
from chatapp.domain.text import QT_TRANSLATE_NOOP, Text, text
from chatapp.markdown import render_html
from chatapp.services.conversations import ConversationService
from chatapp.services.transfer_files import ConversationFile, Target, UnfinishedFile
from chatapp.transfer import PRINTED
from chatapp.transfer.findings import Finding, Found
from chatapp.transfer.transcript import UNTITLED, title_of
from chatapp.transfer.writing import Document, document

T = TypeVar("T")
SLICE_S = 0.05
"""How long a thread works before the window is told how far it has come."""
SLICE_MOST = 64
"""How many conversations wait in memory to be written."""
ANNOUNCE_S = 0.5
MOST_SKIPPED = 1_000
"""How many skipped things are listed; further ones are counted."""
_HERE = QT_TRANSLATE_NOOP("Transfer", "It is here already.")
_DIFFERENT = QT_TRANSLATE_NOOP(
    "Transfer", "Messages that say something else here and were left as they are: {count}."
)


@dataclass(frozen=True, slots=True)
class SkippedItem:
    """Something that was not taken: the file's name, the thing's, and why."""

    file: str
    item: str
    reason: Text


@dataclass(slots=True)
class ImportReport:
    """What came of an import.

    ``conversations`` counts new ones and ones that grew. ``problems`` are files that could not
    be read, or not to their end. ``unlisted`` counts skipped things beyond ``MOST_SKIPPED``.
    """

    conversations: int = 0
    messages: int = 0
    skipped: list[SkippedItem] = field(default_factory=list)
    unlisted: int = 0
    problems: list[SkippedItem] = field(default_factory=list)
    cancelled: bool = False

    def skip(self, file: str, item: str, reason: Text) -> None:
        """Remember what was not taken."""
        if len(self.skipped) < MOST_SKIPPED:
            self.skipped.append(SkippedItem(file, item, reason))
        else:
            self.unlisted += 1


@dataclass(slots=True)
class ExportReport:
    """What was written; nothing was if it was ``cancelled``."""

    conversations: int = 0
    messages: int = 0
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it has come: ``fraction`` from 0 to 1, and conversations so far."""

    fraction: float
    conversations: int


Tell = Callable[[Progress], None]
GoOn = Callable[[], bool]


def _always() -> bool:
    return True


class TransferService:
    """``endpoints`` returns those that can be named in a file; ``printed`` makes a PDF file of
    the HTML that it is given."""

    def __init__(
        self,
        conversations: ConversationService,
        endpoints: Callable[[], Sequence[Endpoint]],
        printed: Callable[[Path], Target] | None = None,
    ) -> None:
        self._conversations = conversations
        self._endpoints = endpoints
        self._printed = printed

    # Bring

    async def import_files(
        self, paths: Sequence[Path], tell: Tell, go_on: GoOn = _always
    ) -> ImportReport:
        """Take the conversations of files; asks ``go_on`` between slices.

        Files that cannot be read are in the report; what was taken before stays. Raises
        ``StoreError`` only through the report's ``problems``.
        """
        report = ImportReport()
        for number, path in enumerate(paths):
            part = partial(_part_of, tell, number, len(paths), report)
            await self._import_file(path, report, part, go_on)
            if report.cancelled:
                break
        self._conversations.whole.announce()
        return report

    async def _import_file(
        self, path: Path, report: ImportReport, tell: Callable[[float], None], go_on: GoOn
    ) -> None:
        file = ConversationFile(path, self._endpoint_of())
        announced = time.monotonic()
        try:
            while slice_ := await _on_thread(partial(_next_slice, file)):
                for finding in slice_:
                    await self._take(path.name, finding, report)
                tell(file.progress)
                if time.monotonic() - announced > ANNOUNCE_S:
                    announced = time.monotonic()
                    self._conversations.whole.announce()
                if not go_on():
                    report.cancelled = True
                    return
            if file.problem is not None:
                report.problems.append(SkippedItem(path.name, "", file.problem.message))
        except ChatAppError as error:  # the disk is full, or cannot be written to
            report.problems.append(SkippedItem(path.name, "", error.message))
        finally:
            await _on_thread(file.close)

    def _endpoint_of(self) -> Callable[[str], EndpointId | None]:
        ids = {endpoint.name: endpoint.id for endpoint in reversed(self._endpoints())}
        return ids.get

    async def _take(self, file: str, finding: Finding, report: ImportReport) -> None:
        if not isinstance(finding, Found):
            report.skip(file, finding.item, finding.reason)
            return
        conversation = finding.conversation
        title = title_of(conversation, str)
        if not finding.messages and not conversation.draft:
            words = QT_TRANSLATE_NOOP("Transfer", "There is no message in it.")
            report.skip(file, title, text("Transfer", words))
            return
        merged = await self._conversations.whole.take(conversation, finding.messages)
        if not merged.is_new and not merged.messages:
            report.skip(file, title, text("Transfer", _HERE))
        else:
            report.conversations += 1
            report.messages += len(merged.messages)
            for skipped in finding.skipped:
                report.skip(file, skipped.item, skipped.reason)
        if merged.different:
            report.skip(file, title, text("Transfer", _DIFFERENT, count=merged.different))

    # Take

    async def export(
        self,
        path: Path,
        ids: Sequence[ConversationId] | None,
        tell: Tell,
        go_on: GoOn = _always,
        say: Callable[[Text], str] = str,
    ) -> ExportReport:
        """Write conversations, or all, to ``path`` in the format of its suffix.

        ``say`` puts the file's own words into the person's language. Raises ``ChatAppError``
        if the file cannot be written; an older file of that name is then as it was.
        """
        format_, file = self._new_file(path, say)
        chosen = await self._chosen(ids)
        report = ExportReport()
        try:
            await _on_thread(file.open)
            titles = [title or say(UNTITLED) for _, title in chosen]
            await _on_thread(lambda: file.write(format_.begin(titles)))
            for conversation_id, _ in chosen:
                await self._write(file, format_, conversation_id, report)
                tell(Progress(report.conversations / len(chosen), report.conversations))
                if not go_on():
                    report.cancelled = True
                    return report
            await _on_thread(lambda: file.write(format_.end()))
            await _on_thread(file.finish)
        finally:
            await _on_thread(file.discard)
        return report

    def _new_file(self, path: Path, say: Callable[[Text], str]) -> tuple[Document, Target]:
        names = {endpoint.id: endpoint.name for endpoint in self._endpoints()}
        suffix = path.suffix.lower()
        format_ = document(
            suffix, f"chatapp {__version__}",
            lambda endpoint_id: names.get(endpoint_id, ""), render_html, say,
        )  # fmt: skip
        if suffix == PRINTED and self._printed is not None:
            return format_, self._printed(path)
        return format_, UnfinishedFile(path)

    async def _chosen(
        self, ids: Sequence[ConversationId] | None
    ) -> list[tuple[ConversationId, str]]:
        """Return the wanted conversations in which there is something, with their titles."""
        wanted = None if ids is None else set(ids)
        written = await self._conversations.whole.headings(with_binned=wanted is not None)
        return [row for row in written if wanted is None or row[0] in wanted]

    async def _write(
        self,
        file: Target,
        format_: Document,
        conversation_id: ConversationId,
        report: ExportReport,
    ) -> None:
        conversation, messages = await self._conversations.whole.read(conversation_id)
        data = await self._conversations.attached(p for m in messages for p in m.parts)
        if data:
            messages = await _on_thread(lambda: [with_bytes(m, data) for m in messages])
        await _on_thread(lambda: file.write(format_.add(conversation, messages)))
        report.conversations += 1
        report.messages += len(messages)


def _part_of(tell: Tell, number: int, count: int, report: ImportReport, fraction: float) -> None:
    tell(Progress((number + fraction) / count, report.conversations))


def _next_slice(file: ConversationFile) -> list[Finding]:
    """Read for a short while; nothing at the end of the file."""
    findings: list[Finding] = []
    end = time.monotonic() + SLICE_S
    while len(findings) < SLICE_MOST and (finding := file.next()) is not None:
        findings.append(finding)
        if time.monotonic() >= end:
            break
    return findings


async def _on_thread(work: Callable[[], T]) -> T:
    """Run blocking ``work`` on a thread; if this is cancelled, it ends first, so that nothing
    works on the file any more afterwards."""
    future = asyncio.get_running_loop().run_in_executor(None, work)
    try:
        return await asyncio.shield(future)
    except asyncio.CancelledError:
        await asyncio.wait([future])
        raise
