"""The list of all conversations: folders, pins, tags, archive and bin, in slices.

Nothing here holds the whole list: views ask for its order and for the rows that they show.
Every change returns what takes it back.
"""

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from chatapp.domain.changes import ConversationsListed
from chatapp.domain.conversation import FolderId
from chatapp.domain.errors import StoreError
from chatapp.domain.identifiers import new_folder_id
from chatapp.domain.library import (
    BIN_DAYS,
    LONGEST_FOLDER_NAME,
    Folder,
    ListOrder,
    ListQuery,
    ListRow,
    PlaceCounts,
    clean_tags,
)
from chatapp.domain.messages import ConversationId
from chatapp.services.conversations import ConversationService
from chatapp.services.publishing import Publisher
from chatapp.store.library import LibraryStore

Undo = Callable[[], Awaitable[None]]
Ids = Sequence[ConversationId]
SLICE = 500
"""How many rows are read or changed in one step."""
ERASED_AT_ONCE = 20


class LibraryService:
    """Reads and arranges the list; the words in conversations are ``ConversationService``'s."""

    def __init__(
        self, store: LibraryStore, conversations: ConversationService, publisher: Publisher
    ) -> None:
        self._store = store
        self._conversations = conversations
        self._publisher = publisher
        self.folders: list[Folder] = []

    async def open(self) -> None:
        """Read the folders."""
        self.folders = await self._store.folders()

    # Reading

    async def order(self, query: ListQuery, most: int = -1) -> ListOrder:
        """Return which conversations are in a place; of all, at most ``most``."""
        return await self._store.order(query, most)

    async def rows(self, ids: Ids) -> list[ListRow]:
        """Return what the list shows of conversations, in their order; missing ones are not."""
        found: list[ListRow] = []
        for start in range(0, len(ids), SLICE):
            part = ids[start : start + SLICE]
            rows = await self._store.rows(part)
            found += [rows[own_id] for own_id in part if own_id in rows]
        return found

    async def titled(self, words: str, most: int) -> list[ConversationId]:
        """Return the conversations with ``words`` in their title, that changed last first."""
        return await self._store.titled(words, most)

    async def counts(self) -> PlaceCounts:
        """Return how many conversations there are where."""
        return await self._store.counts()

    # Arranging

    async def pin(self, ids: Ids, *, pinned: bool) -> Undo:
        """Keep conversations above the others, or no longer."""
        return await self._arrange(ids, lambda row: replace(row, pinned=pinned))

    async def archive(self, ids: Ids, *, archived: bool) -> Undo:
        """Put conversations away where only a search or the archive shows them, or back."""
        return await self._arrange(
            ids, lambda row: replace(row, archived=archived, pinned=row.pinned and not archived)
        )

    async def move(self, ids: Ids, folder_id: FolderId | None) -> Undo:
        """Put conversations into a folder, or into none."""
        return await self._arrange(
            ids, lambda row: replace(row, folder_id=folder_id, archived=False)
        )

    async def tag(self, ids: Ids, add: Sequence[str], remove: Sequence[str] = ()) -> Undo:
        """Give conversations tags and take others away."""
        gone = set(clean_tags(remove))

        def tagged(row: ListRow) -> ListRow:
            kept = [tag for tag in row.tags if tag not in gone]
            return replace(row, tags=clean_tags([*kept, *add]))

        return await self._arrange(ids, tagged)

    async def mark_unread(self, ids: Ids, *, unread: bool) -> Undo:
        """Mark conversations as looked at or not."""
        return await self._arrange(ids, lambda row: replace(row, unread=unread))

    async def bin(self, ids: Ids) -> Undo:
        """Put conversations into the bin; their answers are stopped."""
        await self._conversations.settle(ids)
        now = time.time()
        undo = await self._arrange(ids, lambda row: replace(row, deleted_at=now, pinned=False))
        self._conversations.forget(ids)
        return undo

    async def restore(self, ids: Ids) -> Undo:
        """Bring conversations back from the bin."""
        return await self._arrange(ids, lambda row: replace(row, deleted_at=None))

    async def erase(self, ids: Ids) -> None:
        """Delete conversations for good."""
        await self._conversations.settle(ids)
        self._conversations.forget(ids)
        try:
            for start in range(0, len(ids), ERASED_AT_ONCE):
                await self._conversations.erase(ids[start : start + ERASED_AT_ONCE])
        finally:
            self._publisher.publish(ConversationsListed())

    async def erase_old(self) -> None:
        """Delete for good what has lain in the bin for ``BIN_DAYS``."""
        if old := await self._store.older_in_bin(time.time() - BIN_DAYS * 86_400):
            await self.erase(old)
        await self._conversations.deleted.erase_old(time.time() - BIN_DAYS * 86_400)

    async def _arrange(self, ids: Ids, change: Callable[[ListRow], ListRow]) -> Undo:
        """Change where conversations are; raises ``StoreError`` with nothing changed."""
        await self._conversations.settle(())
        before = await self.rows(ids)
        await self._put([change(row) for row in before], before)

        async def undo() -> None:
            await self._conversations.settle(())
            await self._put(before, await self.rows([row.id for row in before]))

        return undo

    async def _put(self, rows: Sequence[ListRow], before: Sequence[ListRow]) -> None:
        # In memory first: what is saved meanwhile must not write the old place again.
        self._conversations.patch(rows)
        try:
            await self._store.put_rows(rows)
        except StoreError:
            self._conversations.patch(before)
            raise
        self._publisher.publish(ConversationsListed())

    # Folders

    def folder(self, folder_id: str | None) -> Folder | None:
        """Return a folder, if there is one of this id."""
        return next((f for f in self.folders if f.id == folder_id), None)

    async def create_folder(self, name: str) -> Folder:
        """Add a folder at the end."""
        position = max((f.position for f in self.folders), default=-1) + 1
        folder = Folder(new_folder_id(), _folder_name(name), position)
        await self._put_folder(folder)
        return folder

    async def rename_folder(self, folder: Folder, name: str) -> Undo:
        """Give a folder another name."""
        await self._put_folder(replace(folder, name=_folder_name(name) or folder.name))

        async def undo() -> None:
            await self._put_folder(folder)

        return undo

    async def delete_folder(self, folder: Folder) -> Undo:
        """Delete a folder; what is in it stays, in no folder."""
        await self._conversations.settle(())
        inside = await self._store.delete_folder(folder.id)
        rows = await self.rows(inside)
        self._conversations.patch(rows)
        self.folders = [f for f in self.folders if f.id != folder.id]
        self._publisher.publish(ConversationsListed())

        async def undo() -> None:
            await self._put_folder(folder)
            await self.move(inside, folder.id)

        return undo

    async def _put_folder(self, folder: Folder) -> None:
        await self._store.put_folder(folder)
        others = [f for f in self.folders if f.id != folder.id]
        self.folders = sorted([*others, folder], key=lambda f: (f.position, f.name))
        self._publisher.publish(ConversationsListed())


def _folder_name(typed: str) -> str:
    return " ".join(typed.split())[:LONGEST_FOLDER_NAME]
