"""Whether a plan is the best there is, judged by plain sums: the standard library and nothing else.

What a solver says is a claim. What this room says is arithmetic: it takes the numbers of a problem, a
plan and a price for every limit, and either the sums come out or they do not. It knows no solver and
shares no line with one, so that one mistake cannot pass twice.

>>> from matchmaker.certificate import Certificate, Given, faults_of
>>> given = Given(
...     requests=2, request=(0, 1), value=((3, 5),),
...     limit=(0, 0), option=(0, 1), amount=(1, 1), at_most=(1,), at_least=(0,), key=(0, 1),
... )
>>> faults_of(given, (-1, 1), certificate=Certificate(covered=(0, 1), prices=((3,),)))
()
>>> faults_of(given, (0, -1), certificate=Certificate(covered=(0, 1), prices=((3,),)))
('level 0: the prices leave room for 5, and the plan reaches 3',)
"""

from matchmaker.certificate.check import faults_of, proved_levels
from matchmaker.certificate.fingerprint import fingerprint_of, fingerprint_of_problem
from matchmaker.certificate.given import Certificate, Given

__all__ = [
    "Certificate",
    "Given",
    "faults_of",
    "fingerprint_of",
    "fingerprint_of_problem",
    "proved_levels",
]
