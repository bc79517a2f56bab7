"""What must hold of any proposal before a rule can speak: known ids, each once, in a real company."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from matchmaker.domain.breach import Breach
from matchmaker.verify.absolute_groups import GROUP

if TYPE_CHECKING:
    from matchmaker.verify.absolute_facts import Facts, Row
    from matchmaker.verify.absolute_suggestion import Suggestion


def unknown_in(facts: Facts, suggestion: Suggestion) -> Iterator[Breach]:
    """Of somebody or something that the round does not know, no rule can say that it is safe."""
    yield from _unknown((suggestion.beneficiary,), facts.beneficiaries)
    yield from _unknown(suggestion.mentors, facts.mentors)
    yield from _unknown(suggestion.tasks, facts.tasks)
    yield from _unknown(suggestion.venues, facts.venues)


def unknown_elsewhere(facts: Facts, proposal: Row) -> Iterator[Breach]:
    """Ids in the lists of people without a suggestion lead somewhere as well."""
    matches, hear_more = proposal.get("matches", ()), proposal.get("hear_more", ())
    alone = proposal.get("unmatched", ())
    others = [other for match in matches for other in match.get("alternatives", ())]
    others += [other for entry in hear_more for other in entry.get("introductions", ())]
    yield from _unknown((entry["beneficiary"] for entry in hear_more), facts.beneficiaries)
    yield from _unknown((row["beneficiary"] for row in alone), facts.beneficiaries)
    yield from _unknown((each for row in others for each in row.get("moves", ())), facts.beneficiaries)
    spare = proposal.get("mentors_without_a_match", ())
    yield from _unknown((row["mentor"] for row in spare), facts.mentors)
    people = {*facts.mentors, *facts.beneficiaries}
    yield from _unknown((each for row in alone for each in row.get("contested_with", ())), people)


def _unknown(ids: Iterable[str], known: Iterable[str]) -> Iterator[Breach]:
    for each in sorted(set(ids) - set(known)):
        sentence = f"{each} is not in this round under that id. Maybe it was changed or removed?"
        yield Breach("unknown-id", (each,), sentence)


def once_each(proposal: Row) -> Iterator[Breach]:
    """One person gets one suggestion: a second would take somebody else's turn."""
    for part in ("matches", "hear_more"):
        counted = Counter(row["beneficiary"] for row in proposal.get(part, ()))
        for person in (person for person, times in counted.items() if times > 1):
            yield Breach("twice", (person,), f"{person} is suggested more than once.")


def crew(facts: Facts, suggestion: Suggestion) -> Iterator[Breach]:
    """Two mentors go together only when they agreed to; every other company has one mentor."""
    mentors, company = suggestion.mentors, suggestion.company
    if len(set(mentors)) < len(mentors):
        sentence = f"{suggestion.words} names the same mentor twice."
        yield Breach("twice", suggestion.about, sentence)
    elif company == "paired" and frozenset(mentors) not in facts.teams:
        sentence = f"{suggestion.words}: going as a pair needs a listed team of two."
        yield Breach("no-such-team", suggestion.about, sentence)
    elif company != "paired" and len(mentors) != 1:
        sentence = f"{suggestion.words}: only a listed team that goes as a pair is two mentors."
        yield Breach("no-such-team", suggestion.about, sentence)


def closed_to_asking(suggestion: Suggestion) -> Iterator[Breach]:
    """What is not known yet is only ever pencilled as a joint visit."""
    if suggestion.state == "ask first" and suggestion.company != "joint":
        sentence = f"{suggestion.words} asks first, so it can only be a joint visit."
        yield Breach("ask-first-not-joint", suggestion.about, sentence)


def possible_places(facts: Facts, suggestion: Suggestion) -> frozenset[str]:
    """Return where this group may be: the place that is named, or any where the mentor hosts one."""
    hosted = {place for place, hosts in facts.hosts.items() if hosts & set(suggestion.mentors)}
    return frozenset(hosted & suggestion.venues if suggestion.venues else hosted)


def group_exists(facts: Facts, suggestion: Suggestion) -> Iterator[Breach]:
    """Nobody is put into a group who did not ask for one, nor into one that their mentor does not host."""
    if suggestion.company != GROUP:
        return
    person: Mapping[str, object] = facts.beneficiaries.get(suggestion.beneficiary, {})
    if person.get("together") != GROUP:
        sentence = f"{suggestion.words}: {suggestion.beneficiary} did not ask to meet in a group."
        yield Breach("no-such-group", suggestion.about, sentence)
    if not possible_places(facts, suggestion) or len(suggestion.venues) > 1:
        sentence = f"{suggestion.words}: there is no group there that the mentor hosts."
        yield Breach("no-such-group", suggestion.about, sentence)
