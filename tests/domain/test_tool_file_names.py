"""Names for the files of tools hold nothing that a server could misuse."""

import pytest

from chatapp.domain.tool_file_names import LONGEST_NAME, file_name


@pytest.mark.parametrize(
    ("uri", "media_type", "name"),
    [
        ("demo://files/report%202026.pdf", "application/pdf", "report 2026.pdf"),
        ("file:///home/x/chart.JPEG?size=2#top", "image/jpeg", "chart.JPEG"),
        ("demo://resource/dynamic/blob/1", "application/octet-stream", "1"),
        ("", "audio/wav", "sound.wav"),
        ("", "image/png", "picture.png"),
        ("", "application/x-unknown", "file"),
        ("data:application/gzip;base64,AAAA", "application/gzip", "file.gz"),
        ("just a name.csv", "text/csv", "just a name.csv"),
    ],
)
def test_a_name_is_the_end_of_the_address_with_a_suffix(
    uri: str, media_type: str, name: str
) -> None:
    assert file_name(uri, media_type) == name


@pytest.mark.parametrize(
    ("uri", "name"),
    [
        ("x:///..%2F..%2Fetc%2Fpasswd", "etc passwd.txt"),
        (r"C:\windows\system32\evil.txt", "evil.txt"),
        ("x:///a%5Cb%5Cc.txt", "a b c.txt"),
        ("x:///..", "file.txt"),
        ("x:///.bashrc", "bashrc.txt"),
        ("x:///gpj.%E2%80%AEtxt.exe", "gpj.txt.exe.txt"),
        ("x:///a%00b%0Ac%E2%80%A8d.txt", "ab c d.txt"),
        ("x:///NUL.txt", "_NUL.txt"),
        ("x:///com1", "_com1.txt"),
        ("x:///what%3F%3A%2A%7C.txt", "what .txt"),
    ],
)
def test_a_name_leads_nowhere_and_hides_nothing(uri: str, name: str) -> None:
    assert file_name(uri, "text/plain") == name


def test_a_name_that_says_another_kind_gets_the_suffix_of_its_own() -> None:
    assert file_name("x:///invoice.exe", "application/pdf") == "invoice.exe.pdf"


def test_a_name_without_end_is_cut_and_keeps_its_suffix() -> None:
    long = file_name(f"x:///{'a' * 5000}.png", "image/png")
    assert long.endswith(".png")
    assert len(long) <= LONGEST_NAME
    assert len(file_name(f"x:///{'名' * 1500}", "image/png")) <= LONGEST_NAME


def test_only_known_kinds_have_a_suffix() -> None:
    assert file_name("", "audio/mpeg").endswith(".mp3")
    assert file_name("", "audio/x-../evil") == "sound"
