"""What we do not want to know about anyone, and why; it is refused on load rather than ignored."""

from __future__ import annotations

import re

_WHY = {
    ("offence", "offences", "conviction", "convictions", "criminal_record", "index_offence"): (
        "we do not hold offences. Maybe a row in Situations says what could happen on a visit, "
        "or KeepApart who should not meet."
    ),
    ("diagnosis", "diagnoses", "condition", "disorder", "illness", "medication"): (
        "we do not hold diagnoses. Maybe a row in Situations or a note of what helps is enough."
    ),
    ("drug", "drugs", "drug_of_choice", "substance", "substances", "alcohol"): (
        "we do not hold what anyone takes or took. Maybe a row in Situations is enough."
    ),
    (
        "recovery",
        "recovery_length",
        "months_in_recovery",
        "years_in_recovery",
        "time_in_recovery",
    ): ("length of recovery says nothing about a task. Maybe a row in Clearances says what is agreed."),
    ("sobriety", "sober", "sober_since", "clean", "clean_since", "relapse", "relapses"): (
        "sobriety is no gate here. Maybe a row in Clearances says what is agreed for which task."
    ),
    (
        "dbs_content",
        "dbs_contents",
        "dbs_details",
        "dbs_result",
        "disclosure",
        "certificate_contents",
    ): ("what a certificate says stays with those entitled to see it. Maybe cleared_for and checked_on."),
    (
        "outcomes_star",
        "outcome_star",
        "outcome_score",
        "star_score",
        "chaos_index",
        "ndt",
        "risk_score",
        "wemwbs",
    ): ("nobody is scored here, and outcome scores say nothing about who suits whom."),
    (
        "ethnicity",
        "ethnic_group",
        "race",
        "religion",
        "faith",
        "belief",
        "sexual_orientation",
        "sexuality",
    ): (
        "protected characteristics play no part in matching. Maybe a wish in the person's own words "
        "goes to their navigator."
    ),
    ("equality_monitoring", "monitoring", "disability", "nationality", "immigration_status"): (
        "equality monitoring is kept apart from matching, by law. Maybe keep it in its own file."
    ),
}
_REASON = {word: reason for words, reason in _WHY.items() for word in words}
_STEMS = {
    stem: _REASON[word]
    for word, stems in {
        "offence": ("offence", "offend", "convict"),
        "diagnosis": ("diagnos", "hiv", "disorder"),
        "drug": ("drug", "heroin"),
        "sobriety": ("sober", "sobriety"),
        "ethnicity": ("ethnic", "religio", "sexual"),
    }.items()
    for stem in stems
}
"""Words that say the same whatever stands around them."""
_SHEETS = {
    "equalitymonitoring",
    "monitoring",
    "equality",
    "ethnicity",
    "diversity",
    "outcomes",
    "outcomesstar",
}


def why_refused(name: str) -> str | None:
    """Return why a field of this name is refused, or None; an ``x_`` in front does not help it."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name)
    plain = re.sub(r"[^a-z]+", "_", words.casefold()).strip("_").removeprefix("x_")
    told = (stem for word in plain.split("_") for stem in _STEMS if word.startswith(stem))
    return _REASON.get(plain) or _REASON.get(plain.removesuffix("s")) or _STEMS.get(next(told, ""))


def why_sheet_refused(name: str) -> str | None:
    """Return why a sheet of this name is refused, or None."""
    if re.sub(r"[^a-z]+", "", name.casefold()).removeprefix("x") in _SHEETS:
        return (
            "equality monitoring and outcome scores are kept apart from matching. Maybe move this "
            "sheet to its own file."
        )
    return None
