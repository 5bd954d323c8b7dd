"""The child that reads PDFs, as a process of its own."""

import json
import subprocess
import sys

from chatapp.documents import pdf_child
from tests.support.sample_files import pdf


def answer_of(*command: str, data: bytes) -> object:
    done = subprocess.run(
        [sys.executable, *command], input=data, capture_output=True, check=True, timeout=60
    )
    return json.loads(done.stdout)


def test_it_answers_in_one_line_of_json() -> None:
    answer = answer_of(pdf_child.__file__, data=pdf("Budget"))
    assert answer == {"text": "Budget", "pages": 1, "cut": False}


def test_a_frozen_build_reaches_it_through_the_program_itself() -> None:
    answer = answer_of("-m", "chatapp", "--pdf-child", data=pdf("Budget"))
    assert answer == {"text": "Budget", "pages": 1, "cut": False}


def test_a_broken_file_is_an_answer_too() -> None:
    answer = answer_of(pdf_child.__file__, data=b"%PDF-nothing")
    assert isinstance(answer, dict)
    assert answer["problem"] == "damaged"


MEMORY = """
import sys
sys.path.insert(0, sys.argv[1])
import pdf_child
pdf_child.limit_memory()
try:
    bytes(2 * pdf_child.MEMORY_BYTES)
except MemoryError:
    print("true")
"""


def test_it_may_not_take_all_memory() -> None:
    folder = pdf_child.__file__.rpartition("/")[0]
    assert answer_of("-c", MEMORY, folder, data=b"") is True
