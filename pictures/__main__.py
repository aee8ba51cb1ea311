"""`python -m pictures`: all looks, one of them, or the guide's pictures."""

import sys

from pictures.looks import main

raise SystemExit(main(sys.argv[1:]))
