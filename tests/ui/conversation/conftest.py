"""What the tests of the message view have in common."""

import pytest

from chatapp.markdown.formulas import typeset


@pytest.fixture(autouse=True, scope="session")
def formulas_are_imported() -> None:
    """A worker imports the libraries of formulas with the first one, and a test that does not
    wait for its picture may end while it still reads their files."""
    typeset("x", display=False)
