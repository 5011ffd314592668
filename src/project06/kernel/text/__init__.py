"""Vietnamese text: one written form, search, order and names."""

from project06.kernel.text.folding import fold
from project06.kernel.text.names import (
    NameDifference,
    PersonName,
    compare_names,
    join_name,
    split_full_name,
)
from project06.kernel.text.normalise import d_canonical, i_y_key, nfc
from project06.kernel.text.sorting import sort_key
from project06.kernel.text.tones import ToneStyle, tone_canonical

__all__ = [
    "NameDifference",
    "PersonName",
    "ToneStyle",
    "compare_names",
    "d_canonical",
    "fold",
    "i_y_key",
    "join_name",
    "nfc",
    "sort_key",
    "split_full_name",
    "tone_canonical",
]
