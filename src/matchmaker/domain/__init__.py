"""Frozen records and the words of the domain; nothing here knows a rule or a solver."""
