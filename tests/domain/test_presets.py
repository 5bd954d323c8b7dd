"""Presets: named points, the person's own beside ours."""

from chatapp.domain.parameter_layers import Layer, Setting, join_layers
from chatapp.domain.presets import (
    BUILT_IN,
    MAX_NAME,
    MAX_PRESETS,
    Preset,
    cleaned_name,
    is_built_in,
    presets_from_json,
    presets_to_json,
    renamed,
    with_preset,
)

MINE = Preset("Mine", {"temperature": Setting(0.0), "seed": Setting(7, send=False)})


def test_every_built_in_preset_can_be_sent() -> None:
    for preset in BUILT_IN:
        joined = join_layers({}, {}, preset=preset.settings)
        assert joined.problems == {}
        assert joined.fields["temperature"].layer is Layer.PRESET
        assert preset.number("temperature") is not None
        assert is_built_in(preset.name)


def test_a_number_counts_only_where_it_is_sent() -> None:
    assert MINE.number("temperature") == 0.0
    assert MINE.number("seed") is None
    assert MINE.number("top_p") is None


def test_presets_come_back_from_storage_as_they_were() -> None:
    other = Preset("日本", {"stop": Setting(["\n"])})
    assert presets_from_json(presets_to_json([MINE, other])) == (MINE, other)


def test_what_makes_no_sense_in_storage_is_passed_over() -> None:
    stored = [1, {"name": ""}, {"name": "Precise"}, {"name": "x", "settings": [1]}, None]
    assert presets_from_json(stored) == (Preset("x", {}),)
    assert presets_from_json("nothing") == ()


def test_a_namesake_is_replaced_in_its_place() -> None:
    first, second = Preset("a"), Preset("b")
    changed = Preset("a", {"n": Setting(2)})
    assert with_preset((first, second), changed) == (changed, second)
    many: tuple[Preset, ...] = ()
    for number in range(MAX_PRESETS + 5):
        many = with_preset(many, Preset(str(number)))
    assert len(many) == MAX_PRESETS


def test_renaming_keeps_the_place_and_a_namesake_gives_way() -> None:
    a, b = Preset("a", {"n": Setting(1)}), Preset("b")
    assert renamed((a, b), "a", "c") == (Preset("c", a.settings), b)
    assert renamed((a, b), "a", "b") == (Preset("b", a.settings),)
    assert renamed((a, b), "a", "a") == (a, b)


def test_a_name_is_one_short_line() -> None:
    assert cleaned_name("  my\n point ") == "my point"
    assert cleaned_name(" \n") == ""
    assert len(cleaned_name("x" * 200)) == MAX_NAME
