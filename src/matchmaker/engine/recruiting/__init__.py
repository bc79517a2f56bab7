"""What we're short of: mentors who might come, workers' room, and where we rely on one person."""

from matchmaker.engine.recruiting.short import short_of

__all__ = ["short_of"]
