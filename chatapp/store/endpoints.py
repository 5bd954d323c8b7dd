"""Endpoints, the models they offer, and what was learned of them — never a key."""

import json
import sqlite3
from collections.abc import Mapping, Sequence

from chatapp.domain.endpoints import Endpoint
from chatapp.domain.json_value import JsonObject, as_object
from chatapp.domain.language_models import LanguageModel
from chatapp.domain.messages import EndpointId
from chatapp.store.database import Database
from chatapp.store.records import build, dumps, loads, readable


class EndpointStore:
    """Reads and writes endpoints; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def all(self) -> list[Endpoint]:
        """Return the endpoints in the person's order."""

        def work(db: sqlite3.Connection) -> list[Endpoint]:
            rows = db.execute("SELECT data FROM endpoints ORDER BY position, id")
            return list(readable(rows, lambda row: loads(Endpoint, row[0])))

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
            def read(row: tuple[str, str]) -> tuple[EndpointId, tuple[LanguageModel, ...]]:
                return EndpointId(row[0]), tuple(
                    build(LanguageModel, model) for model in json.loads(row[1])
                )

            return dict(readable(db.execute("SELECT * FROM model_lists"), read))

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
            def read(row: tuple[str, str, str]) -> tuple[tuple[EndpointId, str], JsonObject]:
                return (EndpointId(row[0]), row[1]), as_object(json.loads(row[2]))

            return dict(readable(db.execute("SELECT * FROM learned"), read))

        return await self._database.read(work)

    async def put_learned(self, endpoint_id: EndpointId, model: str, learned: JsonObject) -> None:
        """Remember what an endpoint refuses or needs for a model."""
        await self._database.write(
            lambda db: db.execute(
                "INSERT OR REPLACE INTO learned VALUES (?,?,?)",
                (endpoint_id, model, dumps(learned)),
            )
        )
