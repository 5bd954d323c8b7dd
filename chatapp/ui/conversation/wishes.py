"""What a person can ask for inside the message view, as data: each control carries a wish."""

from enum import Enum, auto

from chatapp.domain.quick_dataclass import dataclass


class WishKind(Enum):
    """The kinds of wishes; the first group leaves the view as signals, the rest stays in it."""

    REGENERATE = auto()
    CONTINUE = auto()
    RETRY = auto()
    SIBLING = auto()
    CHOICE = auto()
    EDIT = auto()
    DELETE = auto()
    SETTINGS = auto()
    INSPECT = auto()
    TOKENS = auto()
    WAY_OUT = auto()
    DETAILS = auto()
    SAVE_CODE = auto()
    LOAD_PICTURE = auto()
    PLAY_SOUND = auto()
    SAVE_SOUND = auto()
    SAVE_FILE = auto()
    CANCEL_CALL = auto()

    COPY_MESSAGE = auto()
    COPY_QUOTE = auto()
    COPY_CODE = auto()
    COPY_DETAILS = auto()
    COPY_ADDRESS = auto()
    WRAP = auto()
    RAW = auto()
    FOLD = auto()


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish and what it is about.

    ``name`` says which fold, way out, picture, sound, file or address; ``number`` is a step
    (sibling) or a position (choice).
    """

    kind: WishKind
    name: str = ""
    number: int = 0
