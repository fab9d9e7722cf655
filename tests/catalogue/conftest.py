from pathlib import Path

import pytest

from tests.catalogue.towns import write_towns


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder of two made-up towns."""
    return write_towns(tmp_path / "data")
