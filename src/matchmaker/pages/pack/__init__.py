"""The meeting pack: what is printed for an allocation meeting, as one page that needs nothing else."""

from matchmaker.pages.pack.letters import letters
from matchmaker.pages.pack.page import pack_page

__all__ = ["letters", "pack_page"]
