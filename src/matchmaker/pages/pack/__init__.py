"""The meeting pack: what is printed for an allocation meeting, as one page that needs nothing else."""

from matchmaker.pages.pack.letters import letters
from matchmaker.pages.pack.page import pack_page
from matchmaker.pages.pack.to_mentors import letters_to_mentors

__all__ = ["letters", "letters_to_mentors", "pack_page"]
