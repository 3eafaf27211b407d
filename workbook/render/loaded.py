"""What presses find loaded when they begin.

**Why** without a word where Pango is not installed: a press says so, when there is something to print.
"""

from contextlib import redirect_stdout, suppress
from io import StringIO

with suppress(OSError), redirect_stdout(StringIO()):
    import workbook.render.printing  # noqa: F401
