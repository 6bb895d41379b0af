import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(("given", "kept"), [(None, "1"), ("4", "4")])
def test_reading_uses_one_thread_unless_the_user_says_otherwise(given, kept):
    environment = {name: value for name, value in os.environ.items() if name != "OMP_NUM_THREADS"}
    code = "import os, yaowen.cli; yaowen.cli.main(['schema']); print(os.environ['OMP_NUM_THREADS'])"
    environment |= {"OMP_NUM_THREADS": given} if given else {}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == kept


def test_numpy_is_not_imported_before_that_is_said():
    code = "import sys, yaowen.cli; print('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"
