"""`python -m project06.ui.assets`: fetch and assemble what pages are made of; nothing to do is milliseconds.

With `--lock` package-lock.json is resolved anew from package.json instead.
"""

import sys

from .assemble import HOME, prepare, renew_lock
from .faults import AssetFault


def main(arguments: list[str]) -> int:
    """Prepare the assets folder or renew the lock; print one sentence and return 1 when that is not possible."""
    try:
        if arguments == ["--lock"]:
            renew_lock(HOME)
        else:
            prepare(HOME)
    except AssetFault as fault:
        sys.stderr.write(f"{fault}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
