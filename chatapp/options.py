"""What a start is asked to do: the options of the command line, as ``automation.md`` names them."""

from pathlib import Path
from typing import TYPE_CHECKING

from chatapp.domain.quick_dataclass import dataclass

if TYPE_CHECKING:
    from chatapp.domain.tool_servers import ToolServer


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a start; as they are here, it opens the person's own window."""

    profile: Path | None = None
    base_url: str | None = None
    api_key_env: str | None = None
    model: str | None = None
    offline_model: bool = False
    smoke_test: bool = False
    import_files: tuple[Path, ...] = ()
    export_file: Path | None = None
    quick_question: bool = False
    tool_servers: "tuple[ToolServer, ...]" = ()
