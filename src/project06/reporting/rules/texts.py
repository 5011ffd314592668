"""Text that somebody typed, as it is stored."""


def without_controls(text: str) -> str:
    """Return the text without control characters; line breaks and tabs stay. PostgreSQL stores no zero byte."""
    return "".join(each for each in text if each >= " " or each in "\n\t")


def on_one_line(text: str) -> str:
    """Return the text without control characters, with single blanks."""
    return " ".join(without_controls(text).split())
