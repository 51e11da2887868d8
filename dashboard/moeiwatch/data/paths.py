"""Where the repository and its curated data lie on this machine."""

import os
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[3]
"""The root of the repository: the folder that holds ``dashboard/`` and ``geodata/``."""

GEODATA = Path(os.environ.get("MOEIWATCH_GEODATA") or REPOSITORY / "geodata")
"""The folder of the curated data; the environment variable MOEIWATCH_GEODATA names another one."""
