"""The pieces that a line of words is read into, before they become elements."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from chatapp.domain.quick_dataclass import dataclass
from chatapp.markdown.addresses import is_shown, written_out
from chatapp.markdown.definitions import Definition
from chatapp.markdown.emphasis import Run
from chatapp.markdown.options import GfmOptions
from chatapp.markdown.tree import PRIVATE_ADDRESS


@dataclass(slots=True, eq=False)
class Opening:
    """An opening bracket or styling tag; ``element`` is set once its end is found.

    ``inside`` is where what it holds starts in the text, ``bottom`` the last run before it.
    """

    words: str
    inside: int
    bottom: Run | None
    tag: str = ""
    is_image: bool = False
    may_be_link: bool = True
    holds_bracket: bool = False
    element: ET.Element | None = None


IMAGE = "image"
"""The class of a placeholder for an image; its text is what the image is said to show."""


class Closing:
    """The end of the innermost opening that has an element."""


Piece = str | ET.Element | Run | Opening | Closing
CLOSING = Closing()


def link_element(address: str, title: str, options: GfmOptions) -> ET.Element:
    """Return an empty link; one that may not be shown says only its words."""
    if options.untrusted and not is_shown(address):
        return ET.Element("span")
    element = ET.Element("a")
    element.set("href", written_out(address))
    if title:
        element.set("title", title)
    return element


def image_element(target: Definition, options: GfmOptions) -> ET.Element:
    """Return an image; for untrusted text a placeholder that makes nobody load it."""
    address = written_out(target.address)
    if options.untrusted:
        return ET.Element("span", {"class": IMAGE, PRIVATE_ADDRESS: address})
    image = ET.Element("img", src=address, alt="")
    if target.title:
        image.set("title", target.title)
    return image
