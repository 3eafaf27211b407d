"""``python -m workbook`` is the command ``workbook``."""

from workbook.cli import main

if __name__ == "__main__":  # a process that helps this one loads it too
    main()
