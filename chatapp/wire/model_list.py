"""Reading ``GET /models`` in all its shapes (``endpoint.md`` B6)."""

from chatapp.domain.json_value import JsonValue, as_int, as_list, as_object, as_text
from chatapp.domain.language_models import LanguageModel

_CONTEXT_FIELDS = ("context_length", "max_model_len", "context_window", "max_context_length")


def read_models(body: JsonValue) -> tuple[LanguageModel, ...]:
    """Return the models that ``body`` lists, each once, sorted by name."""
    rows = as_list(body)
    if isinstance(body, dict):
        rows = as_list(body.get("data")) or as_list(body.get("models"))
    found: dict[str, LanguageModel] = {}
    for row in rows:
        model = LanguageModel(row) if isinstance(row, str) else _model(as_object(row))
        if model.id:
            found.setdefault(model.id, model)
    return tuple(sorted(found.values(), key=lambda m: m.id.lower()))


def _model(row: dict[str, JsonValue]) -> LanguageModel:
    name = as_text(row.get("id")) or as_text(row.get("name")) or as_text(row.get("model"))
    context = next((as_int(row[f]) for f in _CONTEXT_FIELDS if as_int(row.get(f))), None)
    if context is None:
        meta = as_object(row.get("meta"))
        context = as_int(meta.get("n_ctx")) or as_int(meta.get("n_ctx_train"))
    return LanguageModel(
        name.removeprefix("models/"),
        owned_by=as_text(row.get("owned_by")),
        created=as_int(row.get("created")),
        context_length=context,
        extra={k: v for k, v in row.items() if k not in ("id", "owned_by", "created")},
    )
