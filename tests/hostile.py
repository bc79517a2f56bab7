"""Two hundred strings that somebody may type, paste or send, and that no page, sheet or line may act on."""

from __future__ import annotations

from typing import Final

MARKUP: Final = (
    "<script>alert(1)</script>", "<SCRIPT SRC=//x.y/z></SCRIPT>", "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>", '"><img src=x onerror=alert(1)>', "'><img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>", "<svg/onload=alert(1)//", "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1)>", "<math><mtext></mtext></math>", "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)>", "<iframe srcdoc='<script>alert(1)</script>'>", "<object data=x>",
    "<embed src=x>", "<link rel=stylesheet href=//x.y>", "<meta http-equiv=refresh content=0>", "<base href=//x.y>",
    "<form action=//x.y><input name=a>", "<a href=javascript:alert(1)>x</a>", "<a href='data:text/html,x'>x</a>",
    "<details open ontoggle=alert(1)>", "<video><source onerror=alert(1)>", "<marquee onstart=alert(1)>",
    "<template><script>alert(1)</script></template>", "<style>*{display:none}</style>", "<style>@import'//x.y'",
    "<b>bold</b>", "<i", "<", ">", "</", "<>", "< >", "<!", "<!-- ", "-->", "--!>", "<!-->", "<!DOCTYPE html>",
    "<?xml version='1.0'?>", "<![CDATA[x]]>", "]]>", "</style>", "</style><script>alert(1)</script>", "</title>",
    "</title><script>alert(1)</script>", "</textarea>", "</script>", "</svg>", "</table>", "</bdi>", "</bdi></p>",
    "</main></body></html>", "<br/>", "<hr>", "<plaintext>", "<xmp>", "<noscript>", "<bdo dir=rtl>x</bdo>",
    '" onmouseover="alert(1)', "' onmouseover='alert(1)", '" style="color:red', '" id="main', "` onclick=alert(1) `",
    "\" autofocus onfocus=\"alert(1)", 'x" x="y', "javascript:alert(1)", "data:text/html,<b>", "vbscript:msgbox(1)",
    "//x.y/z", "http://x.y/z", "https://x.y/?a=<b>", "mailto:a@b", "file:///etc/passwd", "\\\\x.y\\share",
)  # fmt: skip
ENTITIES: Final = (
    "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;b&#62;", "&#x3c;b&#x3e;", "&amp;lt;b&amp;gt;", "&", "&&", "&;",
    "&amp;", "&quot;", "&apos;", "&nbsp;", "&unknown;", "&#0;", "&#xFFFFFF;", "&#128;", "%3Cscript%3E", "\\u003cb\\u003e",
    "\\x3cb\\x3e", "+ADw-script+AD4-", "¼script¾", "＜script＞alert(1)＜/script＞", "‹b›", "%00", "%0d%0aX: y",
)  # fmt: skip
TEMPLATES: Final = (
    "{{7*7}}", "{{ 7 * 7 }}", "{% raw %}", "{% endraw %}", "{% include 'style.css' %}", "{# x #}", "{{self}}",
    "{{config}}", "{{''.__class__.__mro__}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{0}", "{}", "{name}", "%s", "%n%n",
    "%(x)s", "$x", "`id`", "$(id)", "{{", "}}", "{%", "%}", "__import__('os')", "'; DROP TABLE people; --",
    '"; DROP TABLE people; --', "../../etc/passwd", "..\\..\\x", "|id", ";id", "&& id", "| more", "a|b|c", "*", "**x**",
    "_x_", "[x](javascript:alert(1))", "![x](//x.y)", "# x", "- x", "> x", "```", "~~x~~", "@everyone",
)  # fmt: skip
FORMULAS: Final = (
    "=1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://x.y\",\"x\")", "=IMPORTXML(\"http://x.y\",\"//a\")", "+1+1",
    "-1+1", "@SUM(1)", "=", "==", "=-1", "+", "-", "@", "-2+3+cmd|' /C calc'!A0", "=DDE(\"a\";\"b\";\"c\")", "＝1+1",
    "＋1", "－1", "＠x", " =1+1", "'=1+1", "\"=1+1", "x,=1+1", "x;=1+1", "%=1+1", "|=1+1", "{=1+1}", "#REF!", "#N/A",
    "TRUE", "1e400", "0x10", "1,000", "007", "2026-11-30", "Mon 10:00-12:30", "_x0041_",
)  # fmt: skip
ODD: Final = (
    "x" * 90, "W" * 45, "שלום", "مرحبا بالعالم", "abc שלום def", "👩‍🚀".replace("\u200d", ""), "😀😀😀", "é", "e\u0301",
    "Z\u0336a\u0336l\u0336", "ﷺ", "𝕊𝕒𝕞", "Ｓａｍ", "ß", "İ", "null", "None", "NaN", "undefined", "O'Brien", 'Sam "S"',
    "two\nlines", "a\ttab", "  ends  ", "…", "\u2028", "\u2029", "\u00a0", "\u3000",
)  # fmt: skip
TYPED: Final = tuple(dict.fromkeys((*MARKUP, *ENTITIES, *TEMPLATES, *FORMULAS, *ODD)))
"""Strings that are let in, to be shown as what they are."""

HIDDEN: Final = (
    "\u202egnp.exe", "\u202d", "\u2066x\u2069", "a\u200bb", "a\u200db", "\ufeffx", "\u061c", "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07", "\x00", "\x07", "\x08\x08", "a\rb", "a\r\nb", "\x7f", "\x85", "\u00adx", "\U000e0041", "\ue000",
    "\ud800",
)  # fmt: skip
"""Strings with signs that hide, reorder or move: refused where they come in."""

LIVE: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Signs with which a cell of a CSV file must not begin."""
