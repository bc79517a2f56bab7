"""The command line: one file per command, each loaded when it is used."""

from __future__ import annotations

import os
import sys
import threading
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and leave with its exit code."""
    try:
        from matchmaker.cli.root import root
        from matchmaker.cli.say import ready_for_any_text

        ready_for_any_text()
        root.main(prog_name="matchmaker")
    except KeyboardInterrupt:
        sys.exit(130)
    except SystemExit as leaving:
        if threading.active_count() > 1:  # a solve that was told to stop twice, and has not yet
            os._exit(leaving.code if isinstance(leaving.code, int) else 1)
        raise
