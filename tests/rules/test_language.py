"""A language both have; where none is written down, it is the usual one."""

from tests.rules.judging import Example, closes, each, in_a_group, ready


def speaks(*languages):
    return {"languages": list(languages)}


EXAMPLES = (
    ready("neither wrote any down: English here"),
    ready("the person speaks the usual one", beneficiary=speaks("English")),
    closes("the person speaks only Polish", beneficiary=speaks("Polish")),
    ready("both speak Polish", beneficiary=speaks("Polish"), mentor=speaks("English", "Polish")),
    closes("the mentor speaks only Urdu", mentor=speaks("Urdu")),
    ready("other letters, same language", beneficiary=speaks("polish"), mentor=speaks(" POLISH ")),
    ready(
        "a programme whose usual language is Welsh",
        programme={"usual_language": "Welsh"},
        mentor=speaks("Welsh"),
    ),
    closes(
        "where English is not the usual one", programme={"usual_language": "Welsh"}, mentor=speaks("English")
    ),
    closes("joint does not lend a language", company="joint", beneficiary=speaks("Polish")),
    closes("a group does not lend a language either", **in_a_group(beneficiary=speaks("Polish"))),
)


@each(EXAMPLES)
def test_language(example: Example):
    example.check("language")
