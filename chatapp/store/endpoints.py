"""Endpoints, the models they offer, and what was learned of them — never a key."""

import json
import sqlite3
from collections.abc import Mapping, Sequence

from chatapp.domain.endpoints import Endpoint
from chatapp.domain.json_value import JsonObject
from chatapp.domain.language_models import LanguageModel
from chatapp.domain.messages import EndpointId
from chatapp.store.database import Database
from chatapp.store.records import build, dumps, loads


class EndpointStore:
    """Reads and writes endpoints; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self) -> list[Endpoint]:
        """Return the endpoints in the person's order."""

        def work(db: sqlite3.Connection) -> list[Endpoint]:
            rows = db.execute("SELECT data FROM endpoints ORDER BY position, id")
            return [loads(Endpoint, data) for (data,) in rows]

        return await self._database.read(work)

    async def put(self, endpoint: Endpoint) -> None:
        """Add an endpoint or replace the one with its id."""
        await self._database.write(
            lambda db: db.execute(
                "INSERT OR REPLACE INTO endpoints VALUES (?,?,?)",
                (endpoint.id, endpoint.position, dumps(endpoint)),
            )
        )

    async def delete(self, endpoint_id: EndpointId) -> None:
        """Delete an endpoint and its list of models."""

        def work(db: sqlite3.Connection) -> None:
            for table, column in (("endpoints", "id"), ("model_lists", "endpoint_id")):
                db.execute(f"DELETE FROM {table} WHERE {column} = ?", (endpoint_id,))  # noqa: S608

        await self._database.write(work)

    async def models(self) -> Mapping[EndpointId, tuple[LanguageModel, ...]]:
        """Return the last known list of models of every endpoint."""

        def work(db: sqlite3.Connection) -> dict[EndpointId, tuple[LanguageModel, ...]]:
            return {
                EndpointId(endpoint_id): tuple(build(LanguageModel, m) for m in json.loads(data))
                for endpoint_id, data in db.execute("SELECT * FROM model_lists")
            }

        return await self._database.read(work)

    async def put_models(self, endpoint_id: EndpointId, models: Sequence[LanguageModel]) -> None:
        """Remember which models an endpoint offers."""
        await self._database.write(
            lambda db: db.execute(
                "INSERT OR REPLACE INTO model_lists VALUES (?,?)", (endpoint_id, dumps(models))
            )
        )

    async def learned(self) -> Mapping[tuple[EndpointId, str], JsonObject]:
        """Return what was learned of each endpoint and model."""

        def work(db: sqlite3.Connection) -> dict[tuple[EndpointId, str], JsonObject]:
            return {
                (EndpointId(endpoint_id), model): json.loads(data)
                for endpoint_id, model, data in db.execute("SELECT * FROM learned")
            }

        return await self._database.read(work)

    async def put_learned(self, endpoint_id: EndpointId, model: str, learned: JsonObject) -> None:
        """Remember what an endpoint refuses or needs for a model."""
        await self._database.write(
            lambda db: db.execute(
                "INSERT OR REPLACE INTO learned VALUES (?,?,?)",
                (endpoint_id, model, dumps(learned)),
            )
        )
