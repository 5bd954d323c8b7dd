"""Estimates of tokens: near what real encodings give, and never for nothing."""

import pytest

from chatapp.domain.token_estimate import image_tokens, sound_tokens, text_tokens


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("", 0, 0),
        ("The quick brown fox jumps over the lazy dog.", 9, 12),
        ("日本語の文章は一文字がおよそ一トークンです。", 15, 24),
        ("这是一个中文句子。", 6, 10),
        ("Fußgängerübergänge überqueren", 6, 10),
    ],
)
def test_a_text_is_about_as_many_tokens_as_encodings_make_of_it(
    words: str, least: int, most: int
) -> None:
    assert least <= text_tokens(words) <= most


@pytest.mark.parametrize(
    ("width", "height", "tokens"),
    [(512, 512, 255), (1024, 1024, 765), (4096, 8192, 1105), (1, 1, 255), (0, 5, 0)],
)
def test_a_picture_is_counted_by_its_tiles(width: int, height: int, tokens: int) -> None:
    assert image_tokens(width, height) == tokens


def test_a_longer_sound_is_more_tokens() -> None:
    assert 0 == sound_tokens(0) < sound_tokens(48_000) < sound_tokens(480_000)
