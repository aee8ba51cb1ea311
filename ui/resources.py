"""Where fonts, icons, templates and catalogues lie: beside the code, also in the bundle."""

from pathlib import Path

RESOURCES = Path(__file__).parents[1] / "resources"
