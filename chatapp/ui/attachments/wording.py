"""Words about attachments: sizes, tokens, what a model cannot take."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from chatapp.domain.attachments import Attachment, AttachmentKind


def size_words(size: int) -> str:
    """Return a number of bytes as people write it."""
    si = QLocale.DataSizeFormat.DataSizeSIFormat
    return QLocale().formattedDataSize(size, 1 if size >= 1_000_000 else 0, si)


def token_words(tokens: int) -> str:
    """Return an estimate of tokens."""
    words = QCoreApplication.translate("Attachment", "≈ {count} tokens")
    return words.format(count=QLocale().toString(tokens))


def short_words(attachment: Attachment) -> str:
    """Return the size, and the tokens or what a text that was not in UTF-8 was read as."""
    return (
        f"{size_words(attachment.size)} · {attachment.encoding or token_words(attachment.tokens)}"
    )


def detail_words(attachment: Attachment) -> str:
    """Return what is worth knowing of an attachment before it is sent."""
    tr = QCoreApplication.translate
    facts = []
    if attachment.width:
        facts.append(f"{attachment.width} × {attachment.height}")
    if attachment.pages:
        facts.append(tr("Attachment", "Pages: {count}").format(count=attachment.pages))
    if attachment.encoding:
        facts.append(tr("Attachment", "Read as {encoding}").format(encoding=attachment.encoding))
    return " · ".join([*facts, size_words(attachment.size), token_words(attachment.tokens)])


def sum_words(attachments: Iterable[Attachment]) -> str:
    """Return what several attachments come to."""
    found = list(attachments)
    words = QCoreApplication.translate("Attachment", "{count} attachments · {size} · {tokens}")
    return words.format(
        count=len(found),
        size=size_words(sum(a.size for a in found)),
        tokens=token_words(sum(a.tokens for a in found)),
    )


def refusal_words(kind: AttachmentKind, model: str) -> str:
    """Say that a model does not take a kind of attachment."""
    tr = QCoreApplication.translate
    if kind is AttachmentKind.AUDIO:
        return tr("Attachment", "“{model}” does not take sounds, says its endpoint.").format(
            model=model
        )
    return tr("Attachment", "“{model}” does not take pictures, says its endpoint.").format(
        model=model
    )


def left_out_words(model: str) -> str:
    """Say that media are left out since a model refused them."""
    words = QCoreApplication.translate(
        "Attachment", "“{model}” refused pictures or sounds before; only their names are sent."
    )
    return words.format(model=model)


ICONS = {
    AttachmentKind.IMAGE: "picture",
    AttachmentKind.AUDIO: "sound",
    AttachmentKind.TEXT: "file",
}
"""The drawing that stands for each kind."""
