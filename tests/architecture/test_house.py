"""Every judge of the code finds the house in order. None needs a database."""

import pytest
from tests.architecture.judges import documents, models, operations, sizes, templates, texts, views  # noqa: F401 - take their seats
from tests.architecture.judges.tree import JUDGES, the_house


@pytest.mark.parametrize("name", sorted(JUDGES))
def test_keeps_the_rule(name: str) -> None:
    faults = sorted(JUDGES[name](the_house()))

    assert not faults, "\n".join(["", *map(str, faults)])


def test_explains_every_rule() -> None:
    assert all(judge.__doc__ for judge in JUDGES.values())
