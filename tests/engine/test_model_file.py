"""Files that can and cannot be models."""

from pathlib import Path

import pytest

from chatapp.domain.errors import EngineFailed, WayOut
from chatapp.engine.model_file import built_in_model, check_model_file, model_to_use


def test_the_built_in_model_is_found_without_importing_its_package() -> None:
    found = built_in_model()
    assert found is not None
    check_model_file(found)
    assert model_to_use(None) == found


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<html>" * 1000, "wrong.gguf is no GGUF model file."),
        (b"GGUF", "wrong.gguf is no GGUF model file."),
        (b"", "wrong.gguf is no GGUF model file."),
    ],
)
def test_other_files_are_refused_with_a_way_out(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "wrong.gguf"
    file.write_bytes(content)
    with pytest.raises(EngineFailed, match=words) as refused:
        check_model_file(file)
    assert refused.value.ways_out == (WayOut.OPEN_SETTINGS,)


def test_a_folder_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(EngineFailed, match="cannot be read"):
        check_model_file(tmp_path)
