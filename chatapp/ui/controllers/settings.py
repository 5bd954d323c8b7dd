"""The settings dialog's controller: endpoints, keys, tests, preferences."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject

from chatapp.domain.endpoints import PRESETS, Endpoint
from chatapp.domain.errors import CertificateRejected, ChatAppError
from chatapp.domain.identifiers import new_endpoint_id
from chatapp.domain.messages import EndpointId
from chatapp.domain.parameter_layers import Setting
from chatapp.services.endpoints import EndpointService
from chatapp.services.files import read_text_file
from chatapp.services.preferences import PreferenceService
from chatapp.services.tasks import TaskScope
from chatapp.ui.endpoints.naming import endpoint_name
from chatapp.ui.main_window import MainWindow
from chatapp.ui.translation import failure_words, translated

if TYPE_CHECKING:
    from chatapp.services.endpoint_addresses import EndpointAddresses, MovedSecrets
    from chatapp.services.endpoint_headers import EndpointHeaders
    from chatapp.store.paths import ProfilePaths
    from chatapp.ui.controllers.endpoint_headers import HeaderController
    from chatapp.ui.controllers.endpoint_keys import EndpointKeys
    from chatapp.ui.preferences.dialog import SettingsDialog
    from chatapp.wire.certificates import ServerCertificate


def _say(words: str) -> str:
    return QCoreApplication.translate("Settings", words)


class SettingsController(QObject):
    """Opens the dialog and carries out what is wished in it, at once."""

    def __init__(
        self,
        window: MainWindow,
        endpoints: EndpointService,
        preferences: PreferenceService,
        tasks: TaskScope,
        apply: Callable[[str], None],
        paths: "ProfilePaths",
    ) -> None:
        super().__init__(window)
        self._window = window
        self._endpoints = endpoints
        self._preferences = preferences
        self._tasks = tasks
        self._apply = apply
        self._paths = paths
        self._dialog: SettingsDialog | None = None
        self._keys: EndpointKeys | None = None
        self._headers: HeaderController | None = None
        self._seen: ServerCertificate | None = None
        window.action("settingsAction").triggered.connect(self.open)

    @cached_property
    def _header_service(self) -> "EndpointHeaders":
        from chatapp.services.endpoint_headers import EndpointHeaders

        return EndpointHeaders(self._endpoints, self._paths)

    @cached_property
    def _addresses(self) -> "EndpointAddresses":
        from chatapp.services.endpoint_addresses import EndpointAddresses

        return EndpointAddresses(self._endpoints, self._paths)

    def protect_secrets(self) -> None:
        """Move secrets that an earlier version kept with the settings into the keyring, and have
        it forget those of endpoints that an earlier run removed."""
        all_ = self._endpoints.all()
        may_be_shown = any(e.extra_headers or e.proxy or "?" in e.base_url for e in all_)
        if may_be_shown or self._endpoints.has_deleted:
            self._tasks.start(self._protect(), name="protect secrets")

    async def _protect(self) -> None:
        if self._endpoints.has_deleted:
            await self._endpoints.deleted.forget_left()
        left = [*await self._header_service.protect(), *await self._addresses.protect()]
        for endpoint in left:
            self._window.notices.show_notice(
                f"secret.{endpoint.id}",
                _say(
                    "“{name}” has a secret that can be read in its settings, because the system"
                    " keyring did not take it."
                ).format(name=endpoint_name(endpoint)),
                button=_say("Settings"),
                on_button=self.open,
            )

    def open(self, *, general: bool = False) -> None:
        """Show the settings, or bring them to the front; with ``general`` the app's own."""
        if self._dialog is not None:
            self._dialog.raise_()
            self._dialog.activateWindow()
            return
        from chatapp.ui.controllers.endpoint_headers import HeaderController
        from chatapp.ui.controllers.endpoint_keys import EndpointKeys
        from chatapp.ui.preferences.dialog import SettingsDialog

        dialog = self._dialog = SettingsDialog(self._window)
        form = dialog.form
        dialog.endpoint_shown.connect(self._show_endpoint)
        dialog.add_requested.connect(self._add)
        dialog.add_offline_requested.connect(self._add_offline)
        dialog.remove_requested.connect(self._remove)
        dialog.copy_requested.connect(self._copy)
        dialog.order_changed.connect(self._endpoints.reorder)
        dialog.model_file_requested.connect(self._choose_model_file)
        dialog.preference_changed.connect(self._set_preference)
        dialog.finished.connect(self._on_closed)
        self._window.notices.joined.emit(dialog.notices)
        form.edited.connect(self._save)

        def shown() -> Endpoint | None:
            return self._current() if self._dialog is dialog else None

        self._keys = EndpointKeys(form, self._endpoints, self._tasks, shown)
        self._headers = HeaderController(
            form.headers, self._header_service, self._endpoints, self._tasks, shown,
            lambda words: self._window.notices.show_notice("header", words, role="problem"),
        )  # fmt: skip
        form.test.test_requested.connect(lambda: self._start(self._test()))
        form.test.chat_requested.connect(lambda: self._start(self._try_chat()))
        form.test.pin_requested.connect(self._pin)
        form.models_requested.connect(lambda: self._start(self._test()))
        form.default_changed.connect(self._set_default)
        form.certificate_requested.connect(self._choose_certificate)
        dialog.show_preferences({n: self._preferences.get(n) for n in _visible()})
        dialog.show_endpoints(self._endpoints.all())
        if general:
            dialog.show_general()
        dialog.show()

    def _on_closed(self) -> None:
        if self._dialog is not None:
            self._dialog.form.headers.commit()
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _start(self, work: Coroutine[Any, Any, Any]) -> None:
        self._tasks.start(self._said(work), name="settings")

    async def _said(self, work: Coroutine[Any, Any, Any]) -> None:
        try:
            await work
        except ChatAppError as error:
            hint = "\n" + translated(error.hint) if error.hint else ""
            if self._dialog is not None:
                self._dialog.form.test.show_result(translated(error.message) + hint, role="problem")

    def _current(self) -> Endpoint | None:
        shown = self._dialog.current_id() if self._dialog else ""
        return self._endpoints.get(EndpointId(shown)) if shown else None

    def _show_endpoint(self, endpoint_id: str) -> None:
        endpoint = self._endpoints.get(EndpointId(endpoint_id))
        if self._dialog is not None and self._keys is not None and endpoint is not None:
            self._dialog.form.show_models([m.id for m in self._endpoints.models(endpoint.id)])
            self._dialog.form.show_endpoint(endpoint)
            if self._headers is not None:
                self._headers.show(endpoint)
            self._tasks.start(self._keys.show(endpoint.id), name="key state")

    def _add(self, position: int) -> None:
        preset = PRESETS[position]
        endpoint = Endpoint(
            new_endpoint_id(),
            QCoreApplication.translate("Endpoint", preset.name),
            preset.base_url,
            kind=preset.kind,
            reasoning_policy=preset.reasoning_policy,
        )
        self._endpoints.put(endpoint)
        self._list(endpoint.id)
        if self._dialog is not None:
            self._dialog.form.begin()

    def _add_offline(self) -> None:
        self._list(self._endpoints.add_offline().id)

    def _list(self, current: str = "") -> None:
        if self._dialog is not None:
            self._dialog.show_endpoints(self._endpoints.all(), current)

    def _remove(self, endpoint_id: str) -> None:
        endpoint = self._endpoints.get(EndpointId(endpoint_id))
        if endpoint is None or not self._endpoints.is_stored(endpoint.id):
            return
        restore = self._endpoints.remove(endpoint.id)
        self._list()

        def undo() -> None:
            restore()
            self._list(endpoint.id)

        words = _say("“{name}” was removed.").format(name=endpoint_name(endpoint))
        self._window.notices.undoable.emit(words, undo)

    def _save(self) -> None:
        endpoint = self._dialog.form.endpoint() if self._dialog else None
        if endpoint is None:
            return
        stored = self._endpoints.get(endpoint.id)
        if stored is not None:
            endpoint = replace(
                endpoint,
                has_stored_key=stored.has_stored_key,
                extra_headers=stored.extra_headers,
                secret_headers=stored.secret_headers,
                position=stored.position,
                settings=stored.settings,
            )
        if endpoint != stored:
            self._put(endpoint)
            if stored is None or stored.name != endpoint.name:
                self._list()

    def _put(self, endpoint: Endpoint) -> None:
        """Keep an endpoint; secrets that were typed into its addresses leave them."""
        moved = self._addresses.put(endpoint)
        kept = self._endpoints.get(endpoint.id)
        if moved is not None and kept is not None:
            if moved.new and self._dialog is not None:
                self._dialog.form.show_addresses(kept)
            self._start(self._keep_secrets(kept, moved))

    async def _keep_secrets(self, endpoint: Endpoint, moved: "MovedSecrets") -> None:
        try:
            await self._addresses.keep(endpoint.id, moved)
        except ChatAppError as error:
            words = failure_words(error)
            if moved.new:
                why = words
                words = _say("The secret in the address is kept for this run only. {why}")
                words = words.format(why=why)
            if self._dialog is not None and self._is_shown(endpoint):
                self._dialog.form.test.show_result(words, role="note")
            else:
                words = f"{endpoint_name(endpoint)}: {words}"
                key = f"secret.{endpoint.id}"
                self._window.notices.show_notice(key, words, role="problem")

    async def _saved(self) -> None:
        """Have the form kept, what the keyring is being given included."""
        self._save()
        await self._header_service.settled()

    async def _test(self) -> None:
        await self._saved()
        endpoint, dialog = self._current(), self._dialog
        if endpoint is None or dialog is None:
            return
        result = dialog.form.test
        result.show_result(_say("Connecting…"))
        try:
            models = await self._endpoints.refresh_models(endpoint.id)
        except CertificateRejected as error:
            await self._show_certificate(endpoint, error)
            return
        if self._is_shown(endpoint):
            dialog.form.show_models([m.id for m in models])
            words = _say("It works: {count} models.").format(count=len(models))
            result.show_result(words, may_chat=True)

    def _is_shown(self, endpoint: Endpoint) -> bool:
        return self._dialog is not None and self._dialog.current_id() == endpoint.id

    async def _show_certificate(self, endpoint: Endpoint, error: CertificateRejected) -> None:
        """Say whose certificate was refused; trusting it is the person's own act."""
        words = translated(error.message)
        try:
            self._seen = await self._endpoints.certificate_of(endpoint)
        except ChatAppError:
            self._seen = None
            words += "\n" + (translated(error.hint) if error.hint else "")
        else:
            words += "\n" + _say(
                "It is made out to {subject} by {issuer}, until {until}.\nSHA-256 {sha256}"
            ).format(
                subject=self._seen.subject,
                issuer=self._seen.issuer,
                until=_date(self._seen.valid_until),
                sha256=self._seen.sha256,
            )
        if self._dialog is not None and self._is_shown(endpoint):
            self._dialog.form.test.show_result(
                words, role="problem", may_pin=self._seen is not None
            )

    def _pin(self) -> None:
        if self._dialog is not None and self._seen is not None:
            self._dialog.form.set_certificate(self._seen.pem, pinned=True)
            self._start(self._test())

    async def _try_chat(self) -> None:
        await self._saved()
        endpoint, dialog = self._current(), self._dialog
        if endpoint is None or dialog is None:
            return
        models = self._endpoints.models(endpoint.id)
        model = endpoint.default_model or (models[0].id if models else "")
        dialog.form.test.show_result(_say("Asking {model}…").format(model=model))
        from chatapp.services.trials import ask_for_one_token

        answer = await ask_for_one_token(self._endpoints, endpoint.id, model)
        if self._is_shown(endpoint):
            dialog.form.test.show_result(
                _say("{model} answers: “{answer}”").format(model=model, answer=answer)
            )

    def _copy(self, endpoint_id: str) -> None:
        endpoint = self._endpoints.get(EndpointId(endpoint_id))
        if endpoint is not None and not endpoint.is_offline:
            name = _say("{name} (copy)").format(name=endpoint.name)
            # What is secret about it follows when the keyring has given it.
            secret = {n: replace(h, is_stored=False) for n, h in endpoint.secret_headers.items()}
            copy = replace(
                endpoint,
                id=new_endpoint_id(),
                name=name,
                has_stored_key=False,
                secret_headers=secret,
                position=0,
            )
            self._endpoints.put(copy)
            self._list(copy.id)
            if self._keys is not None and self._headers is not None:
                self._start(self._keys.copy(endpoint, copy.id))
                self._start(self._headers.copy(endpoint, copy.id))

    def _set_default(self, name: str, setting: object) -> None:
        """Change what new requests to this endpoint begin with; ``None`` clears it."""
        endpoint = self._current()
        if endpoint is None or self._dialog is None:
            return
        settings = {key: value for key, value in endpoint.settings.items() if key != name}
        if isinstance(setting, Setting):
            settings[name] = setting
        changed = replace(endpoint, settings=settings)
        self._endpoints.put(changed)
        self._dialog.form.show_defaults(changed)

    def _choose_certificate(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chooser = QFileDialog(self._dialog, _say("CA file or certificate"))
        chooser.setNameFilter("PEM (*.pem *.crt *.cer)")
        chooser.fileSelected.connect(lambda path: self._start(self._read_certificate(path)))
        chooser.open()

    async def _read_certificate(self, path: str) -> None:
        pem = await read_text_file(Path(path))
        if self._dialog is not None:
            self._dialog.form.set_certificate(pem)

    def _choose_model_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chooser = QFileDialog(self._dialog, _say("Model file"))
        chooser.setNameFilter("GGUF (*.gguf)")
        chooser.fileSelected.connect(lambda path: self._start(self._use_model(path)))
        chooser.open()

    async def _use_model(self, path: str) -> None:
        await self._endpoints.offline.use_model(Path(path))
        self._preferences.set("offline_model_path", path)
        self._add_offline()

    def _set_preference(self, name: str, value: object) -> None:
        self._preferences.set(name, value)  # type: ignore[arg-type]
        self._apply(name)


def _visible() -> list[str]:
    from chatapp.domain.preferences import PREFERENCES

    return [name for name, row in PREFERENCES.items() if not row.hidden]


def _date(moment: datetime) -> str:
    """Return the day of a moment as the person's language writes it."""
    day = QDate(moment.year, moment.month, moment.day)
    return QLocale().toString(day, QLocale.FormatType.ShortFormat)
