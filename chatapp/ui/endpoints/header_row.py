"""One extra header in the form: its name, its value, and whether that is a secret."""

from itertools import count

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from chatapp.domain.endpoint_headers import HeaderEdit, Secrecy, secrecy, variable_in
from chatapp.domain.quick_dataclass import dataclass
from chatapp.ui.fonts import scaled
from chatapp.ui.icons import icon
from chatapp.ui.widgets.switch import Switch

NAME_SHARE, VALUE_SHARE = 2, 3
SECRET_WIDTH = 64
REMOVE_WIDTH = 28
_numbers = count()


def _say(words: str) -> str:
    return QCoreApplication.translate("EndpointHeaders", words)


@dataclass(frozen=True, slots=True)
class ShownHeader:
    """A header as it is kept: ``value`` may be read; ``state`` says in words where another is.
    ``exposed`` is a secret that an earlier version has kept with the settings."""

    name: str
    value: str = ""
    secret: bool = False
    state: str = ""
    exposed: bool = False


class HeaderRow(QWidget):
    """Nothing leaves it while it is being typed: :meth:`edit` says what was made of it."""

    entered = Signal()
    secrecy_changed = Signal()
    remove_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.number = next(_numbers)
        self.kept: ShownHeader | None = None
        self.pending: HeaderEdit | None = None
        """What is just being kept."""
        self.name = QLineEdit(self)
        self.name.setPlaceholderText("X-Header")
        self.value = QLineEdit(self)
        self.secret = Switch(self)
        self.remove = QToolButton(self)
        self.remove.setIcon(icon("close"))
        self.remove.setIconSize(QSize(scaled(14), scaled(14)))
        self.remove.setFixedWidth(scaled(REMOVE_WIDTH))
        self._was_switched = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(self.name, NAME_SHARE)
        layout.addWidget(self.value, VALUE_SHARE)
        holder = QWidget(self)
        holder.setFixedWidth(scaled(SECRET_WIDTH))
        inner = QHBoxLayout(holder)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.secret)
        inner.addStretch(1)
        layout.addWidget(holder)
        layout.addWidget(self.remove)
        for line in (self.name, self.value):
            line.setMinimumWidth(scaled(70))
            line.returnPressed.connect(self.entered)
        self.name.textEdited.connect(self._on_name)
        self.value.textEdited.connect(lambda _: self._look())
        self.secret.clicked.connect(self._on_switch)
        self.remove.clicked.connect(lambda _: self.remove_requested.emit())
        self._look()

    def show_header(self, header: ShownHeader, *, but_not: str | None = None) -> None:
        """Show a header as it is kept; what was typed since ``but_not`` was, stays."""
        self.kept = header
        self._was_switched = True
        if but_not is None or self.value.text().strip() == but_not:
            self.name.setText(header.name)
            self.value.setText("" if header.exposed else header.value)
            for line in (self.name, self.value):
                line.setCursorPosition(0)  # of long ones the beginning shows
            self.secret.setChecked(header.secret)
        self._look()

    def show_state(self, words: str) -> None:
        """Say where the secret value is."""
        if self.kept is not None:
            kept = self.kept
            self.kept = ShownHeader(kept.name, kept.value, kept.secret, words, kept.exposed)
            self._look()

    def _on_name(self, typed: str) -> None:
        name, colon, value = typed.partition(":")
        if colon:  # “Name: value” was pasted, or the colon typed that people end a name with
            self.name.setText(name.strip())
            self.value.setText(value.strip() or self.value.text())
            self.value.setFocus()
        self._look()

    def _on_switch(self) -> None:
        self._was_switched = True
        self._look()
        self.secrecy_changed.emit()

    def _look(self) -> None:
        """Have switch and value follow what the name and the value are."""
        name, value = self.name.text().strip(), self.value.text().strip()
        how = secrecy(name, value)
        if how is Secrecy.ALWAYS:
            self.secret.setChecked(True)
        elif not self._was_switched:
            self.secret.setChecked(how is Secrecy.UNLESS_SAID)
        self.secret.setEnabled(how is not Secrecy.ALWAYS)
        hidden = self.secret.isChecked() and not variable_in(value)
        mode = QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal
        if self.value.echoMode() != mode:
            self.value.setEchoMode(mode)
        self.value.setPlaceholderText(self._placeholder())
        self._name_parts(name, how)

    def _placeholder(self) -> str:
        kept = self.kept
        if kept is None:
            return _say("Value, or ${NAME}")
        return kept.state if kept.secret and self.secret.isChecked() else ""

    def _name_parts(self, name: str, how: Secrecy) -> None:
        words = _say("Kept in the system keyring, and masked wherever it could be read")
        if how is Secrecy.ALWAYS:
            words = _say("It looks like a secret, so it is always kept in the system keyring.")
        self.secret.setToolTip(words)
        self.secret.setAccessibleName(_say("{name}: secret").format(name=name))
        self.secret.setAccessibleDescription(words)
        self.name.setAccessibleName(_say("Name of the header"))
        self.value.setAccessibleName(_say("Value of {name}").format(name=name))
        self.value.setAccessibleDescription(self.value.placeholderText())
        removing = _say("Remove {name}").format(name=name or _say("this header"))
        self.remove.setToolTip(removing)
        self.remove.setAccessibleName(removing)

    def edit(self, *, for_run: bool = False) -> HeaderEdit | None:
        """Return what was made of the header; ``None`` if it is as it was."""
        name, value = self.name.text().strip(), self.value.text().strip()
        secret, kept = self.secret.isChecked(), self.kept
        if kept is None:
            made = HeaderEdit("", name, value, secret, for_run)
            return made if name or value else None
        shown = "" if kept.exposed else kept.value
        is_new_value = value != shown
        if not (is_new_value or for_run or kept.exposed) and (name, secret) == (
            kept.name,
            kept.secret,
        ):
            return None
        return HeaderEdit(kept.name, name, value if is_new_value else None, secret, for_run)
