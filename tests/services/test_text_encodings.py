"""Which encoding a text file is in: Unicode for sure, the older ones by what their text is like."""

import locale
import random

import pytest

from chatapp.services import text_encodings
from chatapp.services.text_encodings import decode

SAMPLES = [
    ("cp1252", "Windows-1252", "de_DE", "Der Müller ließ große Äpfel fallen. Übung!"),
    ("cp1252", "Windows-1252", "ja_JP", "café"),
    ("cp1252", "Windows-1252", "zh_CN", "El niño comió piña. ¿Qué? 5 €"),
    ("cp932", "Shift_JIS", "en_US", "日本語のテキストファイルです。\nよろしくお願いします。"),
    ("cp932", "Shift_JIS", "ja_JP", "名前,住所\n山田太郎,東京都千代田区"),
    ("cp932", "Shift_JIS", "ja_JP", "ﾃｽﾄ の半角"),
    ("euc_jp", "EUC-JP", "en_US", "名前,住所\n山田太郎,東京都千代田区"),
    ("gb18030", "GB18030", "en_US", "今天天气很好，我们去公园散步吧！"),
    ("gb18030", "GB18030", "ja_JP", "姓名,地址\n张三,北京市海淀区"),
    ("big5", "Big5", "zh_TW", "今天天氣很好，我們去公園散步吧！"),
    ("cp949", "EUC-KR", "ko_KR", "안녕하세요. 이것은 한국어 텍스트 파일입니다."),
    ("cp1251", "Windows-1251", "en_US", "Привет, мир! Это текстовый файл."),
    ("koi8_r", "KOI8-R", "en_US", "Имя;Адрес\nИван;Москва"),
    ("cp1250", "Windows-1250", "pl_PL", "Zażółć gęślą jaźń"),
    ("cp1250", "Windows-1250", "Czech_Czechia", "Příliš žluťoučký kůň"),
    ("cp1253", "Windows-1253", "el_GR", "Καλημέρα κόσμε, αυτό είναι ένα αρχείο."),
    ("cp1254", "Windows-1254", "tr_TR", "Günaydın dünya, ığdır şişli"),
    ("cp1255", "Windows-1255", "he_IL", "שלום עולם, זה קובץ טקסט."),
    ("cp1256", "Windows-1256", "ar_EG", "مرحبا بالعالم، هذا ملف نصي."),
    ("cp874", "Windows-874", "th_TH", "สวัสดีชาวโลก นี่คือไฟล์ข้อความ"),
]


def _at_home(monkeypatch: pytest.MonkeyPatch, name: str | None) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda _category: (name, "UTF-8"))


@pytest.mark.parametrize(("codec", "name", "home", "words"), SAMPLES)
def test_a_text_of_an_older_encoding_is_read_and_the_encoding_named(
    monkeypatch: pytest.MonkeyPatch, codec: str, name: str, home: str, words: str
) -> None:
    _at_home(monkeypatch, home)
    found = decode(words.encode(codec))
    assert found is not None
    assert (found.encoding, found.words) == (name, words)


@pytest.mark.parametrize("home", ["ja_JP", "ru_RU", None])
def test_utf_8_is_what_it_says_wherever_it_is_read(
    monkeypatch: pytest.MonkeyPatch, home: str | None
) -> None:
    _at_home(monkeypatch, home)
    found = decode("Grüße\r\n日本".encode())
    assert found is not None
    assert (found.encoding, found.words) == ("", "Grüße\n日本")


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8-sig", ""),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_unicode_is_known_by_its_mark_or_by_its_zeros(codec: str, name: str) -> None:
    found = decode("Name: Grüße\n日本".encode(codec))
    assert found is not None
    assert (found.encoding, found.words) == (name, "Name: Grüße\n日本")


def test_bytes_at_random_are_no_text() -> None:
    chance = random.Random(1)
    for size in (40, 400, 4000):
        data = bytes(chance.randrange(1, 256) for _ in range(size))
        assert decode(data) is None


@pytest.mark.parametrize("data", [b"MZ\0\0", b"\xff\xfe\0", b"a\0b\x01\0\0", b"\x81\x81\x81 \xe9"])
def test_what_decodes_to_no_text_is_refused(data: bytes) -> None:
    assert decode(data) is None


def test_a_system_without_a_language_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_category: int) -> tuple[str, str]:
        raise ValueError("unknown locale: UTF-8")

    monkeypatch.setattr(locale, "getlocale", unknown)
    found = text_encodings.decode("Grüße".encode("cp1252"))
    assert found is not None
    assert found.words == "Grüße"
