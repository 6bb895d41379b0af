"""`python -m yaowen.evaluate` is `yaowen evaluate`."""

import argparse
import sys

from yaowen.errors import YaowenError
from yaowen.evaluate.command import add_arguments


def main() -> int:
    """Runs `evaluate` alone and gives its exit code."""
    parser = argparse.ArgumentParser(prog="yaowen evaluate")
    add_arguments(parser)
    options = parser.parse_args()
    try:
        return int(options.func(options))
    except YaowenError as error:
        print(f"yaowen: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
