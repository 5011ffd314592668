"""`python -m project06.ui.assets`: fetch and assemble what pages are made of; nothing to do is milliseconds."""

import os
import sys
from pathlib import Path

from .assemble import REPOSITORY, prepare
from .faults import AssetFault


def main() -> int:
    """Prepare the assets folder; print one sentence and return 1 when that is not possible."""
    home = Path(os.environ.get("PROJECT06_HOME") or REPOSITORY / ".project06").expanduser().absolute()
    try:
        prepare(home)
    except AssetFault as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
