"""The form of one endpoint: address, key, model, and what few people need, folded away."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from chatapp.domain.endpoints import (
    Endpoint,
    ReasoningPolicy,
    Timeouts,
    base_url_problem,
    key_header_problem,
    normalised_base_url,
    resolved_url,
    sends_key_in_clear,
)
from chatapp.domain.parameter_layers import Layer, join_layers
from chatapp.ui.endpoints.connection_test import ConnectionTest
from chatapp.ui.endpoints.fields import in_a_row, plain_label, say_in
from chatapp.ui.endpoints.header_table import HeaderTable
from chatapp.ui.endpoints.naming import endpoint_name
from chatapp.ui.fonts import scaled
from chatapp.ui.parameters.field_list import FieldList
from chatapp.ui.translation import translated
from chatapp.ui.widgets.section import Section
from chatapp.ui.widgets.stacking_row import StackingRow


def _say(words: str) -> str:
    return QCoreApplication.translate("EndpointForm", words)


class EndpointForm(QWidget):
    """Shows an endpoint and gives back what the person made of it; keys leave by signal only.
    Its headers are shown and kept by a controller of their own."""

    edited = Signal()
    key_remembered = Signal(str)
    key_for_run = Signal(str)
    key_forgotten = Signal()
    models_requested = Signal()
    certificate_requested = Signal()
    default_changed = Signal(str, object)
    """The name of a request field, and its setting for this endpoint or ``None``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._endpoint: Endpoint | None = None
        self.name = QLineEdit(self)
        self.base_url = QLineEdit(self)
        self._resolved = plain_label(self)
        self._key = QLineEdit(self)
        self._key.setEchoMode(QLineEdit.EchoMode.Password)
        self._key_state = plain_label(self)
        self.model = QComboBox(self)
        self.model.setEditable(True)
        self.model.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.environment = QLineEdit(self)
        self.environment.setPlaceholderText("OPENAI_API_KEY")
        self.key_header = QLineEdit(self)
        self.key_header.setPlaceholderText("Authorization: Bearer")
        self._key_header_problem = plain_label(self, "problem")
        self.headers = HeaderTable(self)
        self._certificate = plain_label(self)
        self._pem, self._pinned = "", False
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
        self.test = ConnectionTest(self)
        self.defaults = FieldList(self, prefix="endpointDefault", layer=Layer.ENDPOINT)
        self._lay_out()
        self._connect()
        self._name_fields()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 12, 12)
        form = self._rows = self._form()
        form.addRow(_say("Name"), self.name)
        form.addRow(_say("Base URL"), self.base_url)
        form.addRow("", self._resolved)
        self._key_holder = self._key_row()
        form.addRow(_say("Key"), self._key_holder)
        form.addRow("", self._key_state)
        form.addRow(_say("Default model"), self._model_row())
        form.addRow("", self.test)
        layout.addLayout(form)
        more = Section(_say("Connection details"), self)
        more.column.addLayout(self._details())
        fields = Section(_say("Request fields that new conversations begin with"), self)
        fields.column.addWidget(self.defaults)
        for section in (more, fields):
            section.set_folded(folded=True)
            layout.addWidget(section)
        layout.addStretch(1)

    def begin(self) -> None:
        """Put the cursor where a new endpoint still needs something: its address or its key."""
        (self._key if self.base_url.text() else self.base_url).setFocus()

    @staticmethod
    def _form() -> QFormLayout:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        return form

    def _details(self) -> QFormLayout:
        form = self._more_rows = self._form()
        form.addRow(_say("Key from variable"), self.environment)
        form.addRow(_say("Key goes into header"), self.key_header)
        form.addRow("", self._key_header_problem)
        form.addRow(_say("Extra headers"), self.headers.hint)
        form.addRow(self.headers)
        form.addRow("", self.headers.problem)
        certificate = self._certificate_holder = self._certificate_row()
        form.addRow(_say("Certificate"), certificate)
        form.addRow(_say("Proxy"), self.proxy)
        form.addRow(_say("Send reasoning back"), self.reasoning)
        form.addRow("", self.think)
        names = (
            _say("Connecting takes at most"),
            _say("Sending takes at most"),
            _say("Wait for the first data"),
            _say("Wait between data"),
        )
        for box, name in zip(self.timeouts, names, strict=True):
            box.setRange(1, 86_400)
            box.setDecimals(0)
            box.setSuffix(_say(" s"))
            box.setMaximumWidth(scaled(120))
            box.lineEdit().setTextMargins(6, 0, 0, 0)
            box.setAccessibleName(name)
            form.addRow(name, box)
        labels = (form.labelForField(field) for field in (self.key_header, *self.timeouts))
        widest = max(label.sizeHint().width() for label in labels if label is not None)
        # What stands beside the widest label is not cut there: a form looks at its own label only.
        beside = max(w.minimumSizeHint().width() for w in (self.think, certificate))
        self.headers.setMinimumWidth(widest + form.horizontalSpacing() + beside)
        return form

    def _key_row(self) -> QWidget:
        keep = self._button(
            _say("Keep in keyring"), lambda: self.key_remembered.emit(self._key.text())
        )
        once = self._button(_say("This run only"), lambda: self.key_for_run.emit(self._key.text()))
        self._forget = self._button(_say("Forget"), self.key_forgotten.emit)
        self._key.setPlaceholderText(_say("Paste a key"))
        self._key.returnPressed.connect(keep.click)
        for button in (keep, once):
            button.setEnabled(False)
            self._key.textChanged.connect(lambda typed, b=button: b.setEnabled(bool(typed.strip())))
        row = StackingRow(self, spacing=6)
        row.add(self._key, stretch=1)
        buttons = StackingRow(row, spacing=6)
        buttons.add(keep, once, self._forget)
        row.add(buttons)
        row.setMinimumWidth(buttons.sizeHint().width())
        return row

    def _model_row(self) -> QWidget:
        fetch = self._button(_say("Get list"), self.models_requested.emit)
        return in_a_row(self, self.model, fetch)

    def _certificate_row(self) -> QWidget:
        choose = self._button(_say("Choose file…"), self.certificate_requested.emit)
        self._untrust = self._button(_say("Remove"), lambda: self.set_certificate(""))
        return in_a_row(self, self._certificate, choose, self._untrust)

    def _button(self, words: str, on_click: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: on_click())
        return button

    def _connect(self) -> None:
        for line in (self.name, self.base_url, self.environment, self.key_header, self.proxy):
            line.editingFinished.connect(self.edited)
        self.base_url.textChanged.connect(self._show_resolved)
        self.key_header.textChanged.connect(self._show_key_header_problem)
        self.model.activated.connect(lambda _: self.edited.emit())
        line_edit = self.model.lineEdit()
        if line_edit is not None:
            line_edit.setPlaceholderText(_say("The first of the list"))
            line_edit.editingFinished.connect(self.edited)
        self.reasoning.activated.connect(lambda _: self.edited.emit())
        self.think.clicked.connect(lambda _: self.edited.emit())
        for box in self.timeouts:
            box.editingFinished.connect(self.edited)
        self.defaults.setting_changed.connect(self.default_changed)

    def _name_fields(self) -> None:
        for widget, name in (
            (self.name, _say("Name")),
            (self.base_url, _say("Base URL")),
            (self._key, _say("Key")),
            (self.environment, _say("Key from variable")),
            (self.key_header, _say("Key goes into header")),
            (self.model, _say("Default model")),
            (self.headers, _say("Extra headers")),
            (self.proxy, _say("Proxy")),
            (self.reasoning, _say("Send reasoning back")),
        ):
            widget.setAccessibleName(name)

    def forget_typed_key(self) -> None:
        """Empty the key's line: the key is kept elsewhere now."""
        self._key.clear()

    def _show_resolved(self, typed: str) -> None:
        problem = base_url_problem(typed) if typed.strip() else None
        if problem is not None:
            say_in(self._resolved, translated(problem), "problem")
            return
        base = normalised_base_url(typed) if typed.strip() else ""
        words = resolved_url(base, "/chat/completions") if base else ""
        role = "muted"
        if base and sends_key_in_clear(base):
            words += "\n" + _say("A key would cross the network unencrypted.")
            role = "note"
        say_in(self._resolved, words, role)

    def _show_key_header_problem(self, typed: str) -> None:
        problem = key_header_problem(typed.strip())
        say_in(self._key_header_problem, translated(problem) if problem else "", "problem")

    def set_certificate(self, pem: str, *, pinned: bool = False) -> None:
        """Trust the certificates of ``pem`` for this endpoint, or exactly the pinned one."""
        self._show_certificate(pem, pinned=pinned)
        self.edited.emit()

    def _show_certificate(self, pem: str, *, pinned: bool) -> None:
        self._pem, self._pinned = pem, pinned
        words = _say("pinned: only this one") if pinned else _say("own certificate file")
        self._untrust.setEnabled(bool(pem))
        say_in(self._certificate, words if pem else _say("as the system trusts"))

    def show_key_state(self, words: str, *, role: str = "muted", may_forget: bool = False) -> None:
        """Say where the key is kept, and whether it can be forgotten."""
        say_in(self._key_state, words, role)
        self._forget.setEnabled(may_forget)

    def show_models(self, names: Sequence[str]) -> None:
        """Offer these models as the default one."""
        typed = self.model.currentText()
        self.model.clear()
        self.model.addItems(list(names))
        self.model.setEditText(typed)

    def show_defaults(self, endpoint: Endpoint) -> None:
        """Show the request fields of this endpoint."""
        self.defaults.show_parameters(join_layers(endpoint.settings, {}))

    def show_addresses(self, endpoint: Endpoint) -> None:
        """Show the addresses of an endpoint as they are kept, without their secrets."""
        for line, address in ((self.base_url, endpoint.base_url), (self.proxy, endpoint.proxy)):
            line.setText(address)
            line.setCursorPosition(0)

    def show_endpoint(self, endpoint: Endpoint) -> None:
        """Show an endpoint."""
        self._endpoint = None
        self.name.setText(endpoint_name(endpoint))
        self.show_addresses(endpoint)
        self._show_resolved(endpoint.base_url)
        self._key.clear()
        self.environment.setText(endpoint.key_environment)
        self.key_header.setText(endpoint.key_header)
        self._show_key_header_problem(endpoint.key_header)
        self.model.setEditText(endpoint.default_model)
        self._show_certificate(endpoint.certificate_pem, pinned=endpoint.certificate_pinned)
        self.reasoning.setCurrentIndex(self.reasoning.findData(endpoint.reasoning_policy.value))
        self.think.setChecked(endpoint.inline_think)
        times = endpoint.timeouts
        values = (times.connect_s, times.write_s, times.first_event_s, times.idle_s)
        for box, value in zip(self.timeouts, values, strict=True):
            box.setValue(value)
        self._show_rows_for(endpoint)
        self.show_defaults(endpoint)
        self.test.clear()
        self._endpoint = endpoint

    def _show_rows_for(self, endpoint: Endpoint) -> None:
        """The built-in model has no address, and whatever is about one does not concern it."""
        has_address = not endpoint.is_offline
        for widget in (self.base_url, self._key_holder):
            self._rows.setRowVisible(widget, has_address)
        for widget in (
            self.environment,
            self.key_header,
            self.headers.hint,
            self.headers,
            self._certificate_holder,
            self.proxy,
        ):
            self._more_rows.setRowVisible(widget, has_address)

    def endpoint(self) -> Endpoint | None:
        """Return the endpoint as the form has it; ``None`` if its address cannot be."""
        if self._endpoint is None:
            return None
        typed = self.base_url.text()
        if not self._endpoint.is_offline and base_url_problem(typed) is not None:
            return None
        connect, write, first, idle = (box.value() for box in self.timeouts)
        key_header = self.key_header.text().strip()
        base_url = "" if self._endpoint.is_offline else normalised_base_url(typed)
        return replace(
            self._endpoint,
            name=self.name.text().strip() or urlsplit(base_url).netloc or self._endpoint.name,
            base_url=base_url,
            key_environment=self.environment.text().strip(),
            key_header="" if key_header_problem(key_header) else key_header,
            default_model=self.model.currentText().strip(),
            certificate_pem=self._pem,
            certificate_pinned=self._pinned,
            proxy=self.proxy.text().strip(),
            reasoning_policy=ReasoningPolicy(self.reasoning.currentData()),
            inline_think=self.think.isChecked(),
            timeouts=Timeouts(connect, write, first, idle),
        )
