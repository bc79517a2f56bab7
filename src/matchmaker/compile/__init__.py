"""Round and policy into a problem of whole numbers, and back."""

from matchmaker.compile.given import given_of
from matchmaker.compile.judged import Judged, judged, judged_singly
from matchmaker.compile.numbers import PIN, Compiled, Label, compiled, honours, read_back
from matchmaker.compile.options import Option, Sifted, in_order, option_of, options_of, salt_of, sifted

__all__ = [
    "PIN",
    "Compiled",
    "Judged",
    "Label",
    "Option",
    "Sifted",
    "compiled",
    "given_of",
    "honours",
    "in_order",
    "judged",
    "judged_singly",
    "option_of",
    "options_of",
    "read_back",
    "salt_of",
    "sifted",
]
