"""What a person does with the content of messages: links, code to files, pictures to see."""

from PySide6.QtCore import QCoreApplication, QObject

from chatapp.domain.errors import ChatAppError
from chatapp.services.pictures import load_once
from chatapp.services.tasks import TaskScope
from chatapp.ui.controllers.file_saver import FileSaver
from chatapp.ui.main_window import MainWindow
from chatapp.ui.translation import translated

_SUFFIXES = {
    "bash": "sh", "c": "c", "c++": "cpp", "cpp": "cpp", "cs": "cs", "csharp": "cs", "css": "css",
    "csv": "csv", "diff": "diff", "go": "go", "html": "html", "java": "java", "javascript": "js",
    "js": "js", "json": "json", "jsx": "jsx", "kotlin": "kt", "latex": "tex", "markdown": "md",
    "md": "md", "mermaid": "mmd", "php": "php", "py": "py", "python": "py", "r": "r",
    "ruby": "rb", "rust": "rs", "sh": "sh", "shell": "sh", "sql": "sql", "swift": "swift",
    "toml": "toml", "ts": "ts", "tsx": "tsx", "typescript": "ts", "xml": "xml", "yaml": "yaml",
    "yml": "yml",
}  # fmt: skip


def file_name_for(language: str) -> str:
    """Return a name to begin with for code in a language; the language is not trusted."""
    return f"code.{_SUFFIXES.get(language.lower(), 'txt')}"


class ContentController(QObject):
    """Carries out the wishes that lead out of a message."""

    def __init__(self, window: MainWindow, tasks: TaskScope) -> None:
        super().__init__(window)
        self._window = window
        self._saver = FileSaver(window, tasks)
        view = window.messages
        view.link_requested.connect(
            lambda url, text: tasks.start(self._open_link(url, text), name="link")
        )
        view.save_code_requested.connect(self._save)
        view.picture_requested.connect(
            lambda address: tasks.start(self._show_picture(address), name="picture")
        )

    async def _open_link(self, url: str, text: str) -> None:
        from chatapp.ui.links import open_link

        await open_link(self._window, url, text)

    def _save(self, code: str, language: str) -> None:
        title = QCoreApplication.translate("Content", "Save code")
        code_bytes = code.encode("utf-8", "replace")
        self._saver.ask(title, file_name_for(language), lambda: code_bytes)

    async def _show_picture(self, address: str) -> None:
        from chatapp.ui.conversation.pictures import pictures

        pictures().expect(address)
        data = b""
        try:
            data = await load_once(address)
        except ChatAppError as error:
            self._say(error)
        finally:
            pictures().give(address, data)

    def _say(self, error: ChatAppError) -> None:
        self._window.status_line.show_words(translated(error.message), role="problem")
