"""How the editable text looks: typefaces, colours and the language that spelling is checked in."""

from docx.document import Document as Target
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.styles.style import ParagraphStyle

ACCENT = RGBColor(0x8B, 0x1E, 0x1E)
INK = RGBColor(0x30, 0x2A, 0x25)
QUIET = RGBColor(0x5D, 0x57, 0x51)

_LANGUAGE_TAGS = {"vi": "vi-VN", "en": "en-GB", "pl": "pl-PL", "hi": "hi-IN", "cs": "cs-CZ", "uk": "uk-UA"}
# Where the typeface is not installed, the word processor takes another one; the text stays.
_LATIN = "Be Vietnam Pro"
_DEVANAGARI = "Noto Sans Devanagari"
_HEADINGS = {
    "Title": (24, ACCENT, True),
    "Subtitle": (14, INK, True),
    "Heading 1": (15, ACCENT, True),
    "Caption": (10, INK, True),
    "Quote": (9, QUIET, False),
}


def dress(target: Target, language: str) -> None:
    """Give the styles of a new text the product's typeface, colours and language."""
    normal = target.styles["Normal"]
    _font(normal, 10, INK, language)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.3 if language == "hi" else 1.15
    for name, (size, colour, is_bold) in _HEADINGS.items():
        style = target.styles[name]
        _font(style, size, colour, language)
        style.font.bold = is_bold
        style.font.italic = False
    for style in target.styles:
        if style.type is WD_STYLE_TYPE.PARAGRAPH and style.name.startswith("List"):
            _tag(style, language)


def _font(style: ParagraphStyle, size: float, colour: RGBColor, language: str) -> None:
    style.font.size = Pt(size)
    style.font.color.rgb = colour
    style.font.name = _LATIN
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    # The default template points headings at theme typefaces, which would win over the names.
    for each in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{each}"), None)
    fonts.set(qn("w:hAnsi"), _LATIN)
    fonts.set(qn("w:cs"), _DEVANAGARI if language == "hi" else _LATIN)
    _tag(style, language)


def _tag(style: ParagraphStyle, language: str) -> None:
    """Say in which language a style is; Devanagari counts as a complex script and has an attribute of its own."""
    properties = style.element.get_or_add_rPr()
    tag = properties.find(qn("w:lang"))
    if tag is None:
        tag = OxmlElement("w:lang")
        properties.append(tag)
    tag.set(qn("w:val"), _LANGUAGE_TAGS[language])
    tag.set(qn("w:bidi"), _LANGUAGE_TAGS[language] if language == "hi" else "ar-SA")
