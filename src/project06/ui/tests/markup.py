"""Reads rendered HTML the way the tests ask about it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Element:
    """A start tag with its attributes and the text directly or deeper inside."""

    name: str
    attributes: dict[str, str]
    text: str = ""
    open: bool = field(default=True, repr=False)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.elements: list[Element] = []

    def handle_starttag(self, tag, attrs):
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag):
        for element in reversed(self.elements):
            if element.name == tag and element.open:
                element.open = False
                return

    def handle_data(self, data):
        for element in self.elements:
            if element.open:
                element.text += data


def read(html: str) -> list[Element]:
    """Return all elements in the order of the document."""
    reader = _Reader()
    reader.feed(html)
    for element in reader.elements:
        element.text = element.text.strip()
    return reader.elements


def find(html: str, tag: str, /, **attributes: str) -> list[Element]:
    """Return the elements of one name whose attributes have the given values (`_` stands for `-`)."""
    wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    return [
        each
        for each in read(html)
        if each.name == tag and all(each.attributes.get(key) == value for key, value in wanted.items())
    ]
