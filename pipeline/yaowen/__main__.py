"""`python -m yaowen` is `yaowen`."""

import sys

from yaowen.cli import main

sys.exit(main())
