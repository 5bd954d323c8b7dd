"""The offline model as the rest of the app sees it: started when needed, its state told."""

from pathlib import Path
from typing import TYPE_CHECKING

from chatapp.domain.changes import EngineChanged
from chatapp.domain.engine_state import EnginePhase, EngineState
from chatapp.services.publishing import Publisher

if TYPE_CHECKING:
    from chatapp.engine.offline import EngineAddress, OfflineEngine


class OfflineService:
    """Starts the engine on demand and publishes each of its states."""

    def __init__(self, publisher: Publisher, model: Path | None) -> None:
        self._publisher = publisher
        self._model = model
        self._made: OfflineEngine | None = None

    @property
    def _engine(self) -> "OfflineEngine":
        """The engine; who never uses it never imports it."""
        if self._made is None:
            from chatapp.engine.offline import OfflineEngine

            self._made = OfflineEngine(model=self._model, on_state=self._on_state)
        return self._made

    def _on_state(self, state: EngineState) -> None:
        self._publisher.publish(EngineChanged(state))

    @property
    def state(self) -> EngineState:
        """Return what the engine is doing."""
        return self._made.state if self._made else EngineState(EnginePhase.STOPPED)

    @property
    def is_usable(self) -> bool:
        """Whether there is an engine, and a model for it; looks, imports nothing heavy."""
        from chatapp.engine.model_file import built_in_model, engine_is_installed

        return engine_is_installed() and (self._model or built_in_model()) is not None

    @property
    def model_name(self) -> str:
        """Return the name of the model file, as requests call it."""
        return self._engine.model_name

    async def start(self) -> "EngineAddress":
        """Return the running engine's address; starts it if need be."""
        return await self._engine.start()

    async def stop(self) -> None:
        """End the engine's process, if there is one."""
        if self._made is not None:
            await self._made.stop()

    async def use_model(self, path: Path | None) -> None:
        """Use another GGUF file, or the built-in one."""
        await self._engine.use_model(path)
        self._model = path
