"""Set-up fetches and assembles the assets."""

import gzip
import json
import os
import re
import stat
import subprocess
import sys
import time

import pytest
from django.conf import settings

from project06.ui.assets import assemble, node
from project06.ui.assets.faults import AssetFault
from project06.ui.assets.map_shapes import read_shapes
from project06.ui.assets.stylesheet import compact

ROOT = assemble.REPOSITORY

# The OFL is the typefaces' own, MIT that of the tool that brings their full files.
FREE = {"MIT", "OFL-1.1", "MIT AND OFL-1.1", "CC BY 4.0", "MPL-2.0"}


@pytest.fixture
def installed(tmp_path):
    """A home whose packages are installed already, as after the first set-up."""
    (tmp_path / "npm").mkdir()
    (tmp_path / "npm" / "node_modules").symlink_to(assemble.HOME / "npm" / "node_modules")
    (tmp_path / "npm" / "installed").write_text((assemble.HOME / "npm" / "installed").read_text())
    return tmp_path


def test_the_lock_names_no_host():
    lock = json.loads((ROOT / "package-lock.json").read_text())

    assert not [name for name, package in lock["packages"].items() if "resolved" in package]
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text()


def test_every_locked_package_has_a_digest_and_a_free_licence():
    lock = json.loads((ROOT / "package-lock.json").read_text())
    packages = {name: package for name, package in lock["packages"].items() if name}

    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert {package["license"] for package in packages.values()} <= FREE


def test_only_tests_use_the_copyleft_package():
    lock = json.loads((ROOT / "package-lock.json").read_text())

    assert [
        name for name, each in lock["packages"].items() if each["license"] == "MPL-2.0" and not each.get("dev")
    ] == []


def test_it_builds_once_and_then_does_nothing(installed):
    assert assemble.prepare(installed) is True
    built = (installed / "assets" / "static" / "vendor" / "project06.css").stat().st_mtime_ns

    started = time.perf_counter()
    assert assemble.prepare(installed) is False

    assert time.perf_counter() - started < 0.1
    assert (installed / "assets" / "static" / "vendor" / "project06.css").stat().st_mtime_ns == built
    assert not list(installed.glob("assets.[0-9o]*"))


def test_it_builds_anew_when_the_result_belongs_to_another_lock(installed):
    assemble.prepare(installed)
    (installed / "assets" / "fingerprint").write_text("another")

    assert assemble.prepare(installed) is True


def test_the_licences_of_the_typefaces_travel_with_them():
    fonts = settings.PROJECT06_ASSETS / "static" / "vendor" / "fonts"

    assert len(list(fonts.glob("*-LICENSE.txt"))) == len(assemble.FONTS)


def test_every_face_that_the_style_sheet_names_is_there():
    folder = settings.PROJECT06_ASSETS / "static" / "vendor"
    named = set(re.findall(r"url\((fonts/[^)]+)\)", (folder / "project06.css").read_text()))

    assert len(named) == 9
    assert all((folder / name).is_file() for name in named)


def test_the_style_sheet_stays_under_14_kilobytes_compressed():
    sheet = (settings.PROJECT06_ASSETS / "static" / "vendor" / "project06.css").read_bytes()

    assert len(gzip.compress(sheet, 9)) < 14_000


def test_the_style_sheet_fetches_nothing_from_elsewhere():
    sheet = (settings.PROJECT06_ASSETS / "static" / "vendor" / "project06.css").read_text()

    assert not re.findall(r"url\([\"']?(?:https?:)?//", sheet)
    assert "@import" not in sheet


def test_every_property_that_the_style_sheet_reads_without_a_fallback_is_set():
    sheet = (settings.PROJECT06_ASSETS / "static" / "vendor" / "project06.css").read_text()
    needed = set(re.findall(r"var\(\s*(--(?:ds-|gold|brand|map|measure|page|space)[\w-]*)\s*\)", sheet))

    assert needed - set(re.findall(r"[{;]\s*(--[\w-]+)\s*:", sheet)) == set()


def test_compacting_keeps_what_the_browser_reads():
    assert compact("a  {\n  b: c;\n /* why */ d: e f;\n}\n") == "a{b: c;d: e f}"


def test_an_unwritable_folder_ends_in_one_sentence(tmp_path):
    file = tmp_path / "file"
    file.write_text("")

    with pytest.raises(AssetFault, match="make the folder writable"):
        assemble.prepare(file / "home")


@pytest.mark.parametrize(
    ("complaint", "remedy"),
    [
        ("npm error code ENOTFOUND", "check the network"),
        ("npm error code EACCES", "writable"),
        ("npm error code EINTEGRITY", "do not use it"),
        ("npm error something else", "something else"),
        ("", "no reason given"),
    ],
)
def test_a_complaint_of_npm_becomes_one_sentence(tmp_path, complaint, remedy):
    npm = tmp_path / "npm"
    npm.write_text(f"#!/bin/sh\necho '{complaint}' >&2\nexit 1\n")
    npm.chmod(npm.stat().st_mode | stat.S_IXUSR)

    with pytest.raises(AssetFault, match=remedy) as fault:
        node.run_npm([str(npm)], ["ci"], tmp_path)

    assert "\n" not in str(fault.value)


def test_without_node_and_without_network_the_sentence_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(node.sys, "executable", "/bin/false")

    with pytest.raises(AssetFault, match="install Node with npm"):
        node.npm_command(tmp_path / "node", ROOT / "assets-node.txt")


def test_an_old_node_is_not_used(tmp_path, monkeypatch):
    for name, answer in (("node", "v18.20.0"), ("npm", "10.0.0")):
        (tmp_path / name).write_text(f"#!/bin/sh\necho {answer}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(node.sys, "executable", "/bin/false")

    with pytest.raises(AssetFault):
        node.npm_command(tmp_path / "side", ROOT / "assets-node.txt")


def test_the_command_is_silent_when_all_is_done():
    done = subprocess.run(
        [sys.executable, "-m", "project06.ui.assets"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_command_needs_nothing_but_the_standard_library():
    code = "import sys; sys.path.insert(0, sys.argv[1]); import project06.ui.assets.assemble"

    subprocess.run([sys.executable, "-I", "-S", "-c", code, str(ROOT / "src")], check=True)


def test_an_outline_keeps_every_islet_on_the_grid(tmp_path):
    places = [{"id": f"s{index}", "path": "m 1.2,1.2 0.1,0.1 z"} for index in range(63)]
    places += [{"id": name, "path": "M8,8 l 4,0 4,0 0,4 c 1,1 2,2 -8,0 z"} for name in ("hoangsa", "truongsa")]
    module = tmp_path / "index.js"
    module.write_text(f"export default {json.dumps({'viewBox': '0 0 40 80', 'locations': places})};")

    shapes = read_shapes(module)

    assert shapes["view_box"] == "0 0 30 60"
    assert shapes["paths"]["s0"] == "M1 1l1 0 0 1-1 0z"
    assert shapes["paths"]["hoangsa"] == "M6 6l6 0 0 3-6 0z"


def test_a_map_without_the_archipelagos_is_refused(tmp_path):
    module = tmp_path / "index.js"
    module.write_text('export default {"viewBox": "0 0 9 9", "locations": []}')

    with pytest.raises(ValueError, match="hoangsa"):
        read_shapes(module)
