"""A hundred random artifacts; `tests/fuzz` looks for more."""

import pytest

from tests.fuzz import archives


@pytest.mark.parametrize("seed", range(34))
def test_random_artifacts(seed: int) -> None:
    for artifact in archives.inputs(seed):
        archives.check(artifact)
