"""How many examples each kind of test draws: few in `make test`, many in `make deep`.

One table, so that nobody hunts through the tests to learn what was really tried.
"""

from __future__ import annotations

import os
from typing import Final

DEEP: Final = os.environ.get("MATCHMAKER_DEEP", "") not in ("", "0")

SEED: Final = 20260101
"""Where tests that draw for themselves start, so that a failure can be seen again."""

COUNTS: Final[dict[str, tuple[int, int]]] = {
    # name: (make test, make deep)
    "hypothesis": (50, 1_000),  # examples a property when it names no count of its own
    "numeric_problems": (300, 20_000),  # against exhaustive search, up to 4 levels
    "numeric_searches": (20, 500),  # the same by columns and neighbourhoods alone
    "medium_problems": (5, 500),  # up to 24 requests, against a second engine
    "flow_problems": (100, 5_000),  # flows against exhaustive search, four ways each
    "certificates": (200, 5_000),  # prices tried out on small problems, against every plan there is
    "certified_flows": (100, 5_000),  # the solver's prices, and every plan that differs at one request
    "changes": (100, 1_000),  # of solved problems, flows and others, up to three in a row
    "forced_options": (50, 2_000),  # of solved problems, flows and others, against every plan there is
    "study_rounds": (30, 500),  # every open pair forced, against exhaustive search over the law
    "contrast_rounds": (60, 900),  # another plan beside the best: chains add up, each is a plan by itself
    "explained_rounds": (30, 500),  # every other way's regret, and the standbys, against exhaustive search
    "newcomer_rounds": (20, 1_000),  # what one more mentor is worth, against exhaustive search over the law
    "newcomer_numbers": (100, 4_000),  # limits that are not there yet, against every plan with them
    "whole_plan_rounds": (20, 300),  # plans by other ideas, against every plan within the limits
    "near_plan_rounds": (8, 200),  # plans nearly as good, each within the loss and lawful
    "mended_rounds": (20, 400),  # what each rule says could be done, done, and the rule asked again
    "helped_rounds": (25, 2_000),  # every remedy told is applied, and the round proposed again
    "reason_rounds": (50, 2_000),  # everybody without a suggestion has a reason that verify confirms
    "random_rounds": (150, 2_000),  # up to 4 × 4, against exhaustive search over the law
    "random_rounds_6x6": (5, 50),
    "twin_rounds": (25, 500),  # 3 × 3, every rule's fast twin against its law, bit by bit
    "mutants": (20, 40),  # broken plans per rule and limit, each to be rejected by verify
    "simulated_rounds": (12, 400),  # up to 4 × 6 in every style, valid, planned and verified
    "formats": (20, 200),  # random rounds through workbook, ods, CSV folder and JSON
    "csv_bytes": (150, 5_000),  # spoilt CSV files, each read or refused in words
    "page_rounds": (15, 300),  # every page for the meeting, on random rounds
    "letter_rounds": (2, 20),  # every field of every row changed, the plan held fixed: the same letters
    "face_rounds": (
        30,
        500,
    ),  # how few and how many of a group in plans of the same worth, against every plan
    "kept_apart_rounds": (6, 100),  # everything that is put out, with rows of KeepApart written another way
    "shuffles": (5, 100),  # orders of rows and columns that must give the same proposal
    "nasty_arguments": (100, 5_000),  # all arrays of a problem, refused in words or solved
    "interrupts": (10, 100),  # Ctrl-C and cancel at random moments, each in a process of its own
    "permutations": (4, 100),  # orders of requests, options, limits and triples: one plan
    "hash_seeds": (2, 10),  # interpreters that hash differently, with 1 and 2 workers: one plan
    "next_rounds": (30, 1_000),  # every second ready suggestion accepted, and a month on
}


def count(name: str) -> int:
    """Return how many examples to draw; an unknown name is an error, never a default."""
    small, deep = COUNTS[name]
    return deep if DEEP else small
