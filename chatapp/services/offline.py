"""The offline model as the rest of the app sees it: started when needed, its state told."""

from pathlib import Path

from chatapp.domain.changes import EngineChanged
from chatapp.domain.engine_state import EngineState
from chatapp.engine.offline import EngineAddress, OfflineEngine
from chatapp.services.publishing import Publisher


class OfflineService:
    """Starts the engine on demand and publishes each of its states."""

    def __init__(self, publisher: Publisher, model: Path | None) -> None:
        self._publisher = publisher
        self._engine = OfflineEngine(model=model, on_state=self._on_state)

    def _on_state(self, state: EngineState) -> None:
        self._publisher.publish(EngineChanged(state))

    @property
    def state(self) -> EngineState:
        """Return what the engine is doing."""
        return self._engine.state

    @property
    def model_name(self) -> str:
        """Return the name of the model file, as requests call it."""
        return self._engine.model_name

    async def start(self) -> EngineAddress:
        """Return the running engine's address; starts it if need be."""
        return await self._engine.start()

    async def stop(self) -> None:
        """End the engine's process."""
        await self._engine.stop()

    async def use_model(self, path: Path | None) -> None:
        """Use another GGUF file, or the built-in one."""
        await self._engine.use_model(path)
