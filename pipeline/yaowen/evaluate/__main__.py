"""`python -m yaowen.evaluate` is `yaowen evaluate`."""

import argparse
import sys

from yaowen.errors import YaowenError
from yaowen.evaluate.command import add_arguments

parser = argparse.ArgumentParser(prog="yaowen evaluate")
add_arguments(parser)
options = parser.parse_args()
try:
    sys.exit(options.func(options))
except YaowenError as error:
    print(f"yaowen: {error}", file=sys.stderr)
    sys.exit(2)
