"""It cannot be turned into the demonstration, with its one-click sign-in, by the environment of `serve`."""

import pytest

from project06.config import launch
from project06.config.environment import EnvironmentFault, Mode, read_environment


def test_reads_the_mode_once_and_only_in_three_words():
    assert read_environment({}).mode is Mode.PRODUCTION
    for text in ("Demo", "demo ", "1", ""):
        with pytest.raises(EnvironmentFault):
            read_environment({"PROJECT06_MODE": text})


def test_serves_real_data_whatever_the_environment_says(monkeypatch):
    seen = []
    monkeypatch.setenv("PROJECT06_MODE", "demo")
    monkeypatch.setattr(launch, "_run", lambda mode, _options: seen.append(mode) or 0)

    launch.main(["serve"])

    assert seen == [Mode.PRODUCTION]
