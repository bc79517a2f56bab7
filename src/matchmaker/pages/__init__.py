"""What people read: for now the summary of a run, in the order of the allocation meeting."""

from matchmaker.pages.summary import summary

__all__ = ["summary"]
