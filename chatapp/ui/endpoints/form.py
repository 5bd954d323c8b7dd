"""The form of one endpoint: address, key, model, headers, certificate, proxy, timeouts."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.endpoints import (
    Endpoint,
    EndpointKind,
    ReasoningPolicy,
    Timeouts,
    base_url_problem,
    normalised_base_url,
    resolved_url,
    sends_key_in_clear,
)
from chatapp.ui.translation import translated


def _say(words: str) -> str:
    return QCoreApplication.translate("EndpointForm", words)


class EndpointForm(QWidget):
    """Shows an endpoint and gives back what the person made of it; keys leave by signal only."""

    edited = Signal()
    key_remembered = Signal(str)
    key_for_run = Signal(str)
    key_forgotten = Signal()
    test_requested = Signal()
    certificate_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._endpoint: Endpoint | None = None
        self.name = QLineEdit(self)
        self.base_url = QLineEdit(self)
        self._resolved = self._label("muted")
        self._key = QLineEdit(self)
        self._key.setEchoMode(QLineEdit.EchoMode.Password)
        self._key_state = self._label("muted")
        self.environment = QLineEdit(self)
        self.environment.setPlaceholderText("OPENAI_API_KEY")
        self.model = QLineEdit(self)
        self.headers = QPlainTextEdit(self)
        self.headers.setFixedHeight(60)
        self.headers.setTabChangesFocus(True)
        self.headers.setPlaceholderText("X-Header: value")
        self._certificate = self._label("muted")
        self._pem = ""
        self.proxy = QLineEdit(self)
        self.proxy.setPlaceholderText("http://proxy:3128")
        self.reasoning = QComboBox(self)
        for policy, words in (
            (ReasoningPolicy.TOOL_TURNS, _say("With tool calls")),
            (ReasoningPolicy.NEVER, _say("Never")),
            (ReasoningPolicy.ALWAYS, _say("Always")),
        ):
            self.reasoning.addItem(words, policy.value)
        self.think = QCheckBox(_say("Take <think> tags as reasoning"), self)
        self.timeouts = [QDoubleSpinBox(self) for _ in range(4)]
        self.result = self._label("muted")
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.test = QPushButton(_say("Test connection"), self)
        self._lay_out()
        self._connect()

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        return label

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setVerticalSpacing(8)
        form.addRow(_say("Name"), self.name)
        form.addRow(_say("Base URL"), self.base_url)
        form.addRow("", self._resolved)
        form.addRow(_say("Key"), self._key_row())
        form.addRow("", self._key_state)
        form.addRow(_say("Key from variable"), self.environment)
        form.addRow(_say("Default model"), self.model)
        form.addRow(_say("Extra headers"), self.headers)
        form.addRow(_say("Certificate"), self._certificate_row())
        form.addRow(_say("Proxy"), self.proxy)
        form.addRow(_say("Send reasoning back"), self.reasoning)
        form.addRow("", self.think)
        form.addRow(_say("Timeouts (s)"), self._timeouts_row())
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.test, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.result)
        layout.addStretch(1)

    def _key_row(self) -> QWidget:
        keep = QPushButton(_say("Keep in keyring"), self)
        once = QPushButton(_say("This run only"), self)
        forget = QPushButton(_say("Forget"), self)
        keep.clicked.connect(lambda: self._give_key(self.key_remembered))
        once.clicked.connect(lambda: self._give_key(self.key_for_run))
        forget.clicked.connect(self.key_forgotten)
        return self._row(self._key, keep, once, forget)

    def _certificate_row(self) -> QWidget:
        choose = QPushButton(_say("Choose file…"), self)
        remove = QPushButton(_say("Remove"), self)
        choose.clicked.connect(self.certificate_requested)
        remove.clicked.connect(lambda: self.set_certificate(""))
        return self._row(self._certificate, choose, remove)

    def _timeouts_row(self) -> QWidget:
        names = (_say("connect"), _say("write"), _say("first data"), _say("idle"))
        for box, name in zip(self.timeouts, names, strict=True):
            box.setRange(1, 86_400)
            box.setDecimals(0)
            box.setToolTip(name)
            box.setAccessibleName(name)
        return self._row(*self.timeouts)

    def _row(self, *widgets: QWidget) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for position, widget in enumerate(widgets):
            row.addWidget(widget, 1 if position == 0 else 0)
        return holder

    def _connect(self) -> None:
        for line in (self.name, self.base_url, self.environment, self.model, self.proxy):
            line.editingFinished.connect(self.edited)
        self.base_url.textChanged.connect(self._show_resolved)
        self.headers.textChanged.connect(self.edited)
        self.reasoning.activated.connect(self.edited)
        self.think.clicked.connect(self.edited)
        for box in self.timeouts:
            box.editingFinished.connect(self.edited)
        self.test.clicked.connect(self.test_requested)
        for widget, name in (
            (self.name, _say("Name")),
            (self.base_url, _say("Base URL")),
            (self._key, _say("Key")),
            (self.environment, _say("Key from variable")),
            (self.model, _say("Default model")),
            (self.headers, _say("Extra headers")),
            (self.proxy, _say("Proxy")),
            (self.reasoning, _say("Send reasoning back")),
        ):
            widget.setAccessibleName(name)

    def _give_key(self, signal: object) -> None:
        typed = self._key.text()
        self._key.clear()
        signal.emit(typed)  # type: ignore[attr-defined]

    def _show_resolved(self, typed: str) -> None:
        problem = base_url_problem(typed) if typed.strip() else None
        if problem is not None:
            words, role = translated(problem), "problem"
        else:
            role = "muted"
            base = normalised_base_url(typed) if typed.strip() else ""
            words = resolved_url(base, "/chat/completions") if base else ""
            if base and sends_key_in_clear(base):
                words += "\n" + _say("A key would cross the network unencrypted.")
                role = "note"
        self._resolved.setText(words)
        self._resolved.setProperty("role", role)
        self._resolved.style().polish(self._resolved)

    def set_certificate(self, pem: str) -> None:
        """Trust the certificates of ``pem`` for this endpoint."""
        self._show_certificate(pem)
        self.edited.emit()

    def _show_certificate(self, pem: str) -> None:
        self._pem = pem
        self._certificate.setText(_say("own certificate") if pem else _say("the system's"))

    def show_key_state(self, words: str) -> None:
        """Say where the key is kept."""
        self._key_state.setText(words)

    def show_result(self, words: str, *, role: str = "muted") -> None:
        """Say how the test of the connection went."""
        self.result.setText(words)
        self.result.setProperty("role", role)
        self.result.style().polish(self.result)

    def show_endpoint(self, endpoint: Endpoint) -> None:
        """Show an endpoint."""
        self._endpoint = None
        self.name.setText(endpoint.name)
        self.base_url.setText(endpoint.base_url)
        self._key.clear()
        self.environment.setText(endpoint.key_environment)
        self.model.setText(endpoint.default_model)
        self.headers.setPlainText("\n".join(f"{k}: {v}" for k, v in endpoint.extra_headers.items()))
        self._show_certificate(endpoint.certificate_pem)
        self.proxy.setText(endpoint.proxy)
        self.reasoning.setCurrentIndex(self.reasoning.findData(endpoint.reasoning_policy.value))
        self.think.setChecked(endpoint.inline_think)
        times = endpoint.timeouts
        values = (times.connect_s, times.write_s, times.first_event_s, times.idle_s)
        for box, value in zip(self.timeouts, values, strict=True):
            box.setValue(value)
        for widget in (self.base_url, self._key, self.environment):
            widget.setEnabled(endpoint.kind is not EndpointKind.OFFLINE)
        self.show_result("")
        self._endpoint = endpoint

    def endpoint(self) -> Endpoint | None:
        """Return the endpoint as the form has it; ``None`` if its address cannot be."""
        if self._endpoint is None:
            return None
        typed = self.base_url.text()
        if not self._endpoint.is_offline and base_url_problem(typed) is not None:
            return None
        connect, write, first, idle = (box.value() for box in self.timeouts)
        return replace(
            self._endpoint,
            name=self.name.text().strip() or typed,
            base_url="" if self._endpoint.is_offline else normalised_base_url(typed),
            key_environment=self.environment.text().strip(),
            default_model=self.model.text().strip(),
            extra_headers=_headers(self.headers.toPlainText()),
            certificate_pem=self._pem,
            proxy=self.proxy.text().strip(),
            reasoning_policy=ReasoningPolicy(self.reasoning.currentData()),
            inline_think=self.think.isChecked(),
            timeouts=Timeouts(connect, write, first, idle),
        )


def _headers(typed: str) -> dict[str, str]:
    """Return ``Name: value`` lines as headers; what is none is left out."""
    pairs = (line.partition(":") for line in typed.splitlines())
    return {
        name.strip(): value.strip()
        for name, colon, value in pairs
        if colon and name.strip().isascii() and name.strip() and value.strip().isprintable()
    }
