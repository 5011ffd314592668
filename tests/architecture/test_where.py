"""`run.py manage where`, `map` and `openapi`: from what somebody sees to the code."""

from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command
from django.utils.translation import override

from project06.config import map as house_map
from project06.config import openapi, shapes, where
from project06.config.reference import table
from project06.kernel.errors import NotAllowed
from project06.kernel.events import EventKind, list_kinds


@pytest.mark.parametrize("question", ["/healthy/", "http://localhost:8000/healthy/?a=b", "healthy"])
def test_finds_the_view_of_an_address(question: str) -> None:
    lines = where.answer(question)

    assert lines[0] == "/healthy/  healthy"
    assert any("config.health.healthy  src/project06/config/health.py:" in line for line in lines)


def test_finds_an_address_with_a_parameter() -> None:
    lines = where.answer("/places/units/08/")

    assert lines[0].startswith("/places/units/{code}/")
    assert any(line.split() == ["templates", "places/unit.html"] for line in lines)


def test_finds_where_a_vietnamese_sentence_is_said() -> None:
    with override("vi"):
        sentence = str(NotAllowed.sentence)

    lines = where.answer(sentence)

    assert any(line.startswith("src/project06/kernel/errors.py:") for line in lines)


def test_lists_every_address_on_the_map() -> None:
    page = house_map.map_text()

    assert "## places" in page
    assert "| `/healthy/` | healthy | public | `healthy` in config/health.py |" in page


def test_says_when_nothing_says_it() -> None:
    assert where.answer("zzz nobody says this zzz") == [
        "Nothing here says “zzz nobody says this zzz”: it may come from the data."
    ]


def test_prints_the_chain(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("where", "/healthy/")

    assert "config.health.healthy" in capsys.readouterr().out


def test_writes_the_schema_as_yaml_without_any_host() -> None:
    schema = yaml.safe_load(openapi.text())

    assert schema["openapi"].startswith("3.1")
    assert "servers" not in schema
    assert openapi.text() == openapi.text()


def test_notices_an_event_that_changed_behind_its_receivers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    name, kind = next(iter(list_kinds().items()))
    old = tmp_path / "events.json"
    old.write_text(f'{{"{name}": {{"{kind.version}": {{"another": "int"}}}}}}')
    monkeypatch.setattr(shapes, "PATH", old)

    (fault,) = shapes.broken_promises()

    assert fault.startswith(f"{name} changed its shape: declare version {kind.version + 1} ")
    with pytest.raises(CommandError, match="changed its shape"):
        call_command("map")


def test_remembers_the_shapes_of_old_versions(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    name, kind = next(iter(list_kinds().items()))
    old = tmp_path / "events.json"
    old.write_text(f'{{"{name}": {{"0": {{"another": "int"}}}}}}')
    monkeypatch.setattr(shapes, "PATH", old)

    assert '"0"' in shapes.text()
    assert isinstance(kind, EventKind)


def test_writes_a_table_that_bars_cannot_break() -> None:
    assert table(("a", "b"), [("x | y", "two\nlines")]) == "| a | b |\n| --- | --- |\n| x \\| y | two lines |\n"
    assert table(("a",), []) == "None yet.\n"
