"""One style sheet for every page: the parts of Designsystemet in use, our theme, our layout."""

import re
from pathlib import Path

# The order of the package's own index, less what no page uses.
BASE_PARTS = ("base",)
COMPONENT_PARTS = (
    "link",
    "label",
    "data-size-workaround",
    "button",
    "input",
    "field",
    "error-summary",
)
# Sizes and type scale come from the package; every colour and the typeface are ours.
THEME_LAYERS = ("size-mode", "type-scale", "size", "semantic", "typography.primary", "color")

LIGHT, DARK = "scheme-light.css", "scheme-dark.css"
OWN_STYLES = (
    LIGHT,
    DARK,
    "fonts.css",
    "theme.css",
    "page.css",
    "header.css",
    "components.css",
    "figures.css",
    "print.css",
)

_LAYER = re.compile(r"@layer (ds\.theme\.[a-z.-]+)\{")
# The package has two brand colours besides the accent; ours is one, gold.
_SECOND_BRAND = re.compile(r"\[data-color-scheme\]\[data-color=brand2\],\[data-color=brand2\]\{[^}]*\}")
_READ = re.compile(r"var\(\s*(--ds-[\w-]+)")
_DECLARATION = re.compile(r"(?<=[{;])(--ds-[\w-]+):[^;{}\"']*(?:;|(?=}))")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def bundle(packages: Path, own_folder: Path) -> str:
    """Return the whole style sheet; `packages` is node_modules, `own_folder` holds OWN_STYLES."""
    source = packages / "@digdir" / "designsystemet-css" / "dist"
    own = {name: compact((own_folder / name).read_text(encoding="utf-8")) for name in OWN_STYLES}
    parts = [
        "@layer ds.theme,ds.base,ds.components,project06;",
        *_theme_layers((source / "theme" / "designsystemet.css").read_text(encoding="utf-8")),
        *_schemes(own.pop(LIGHT), own.pop(DARK)),
        *(f"@layer ds.base{{{_part(source, name)}}}" for name in BASE_PARTS),
        *(f"@layer ds.components{{{_part(source, name)}}}" for name in COMPONENT_PARTS),
        own.pop("fonts.css"),
        f"@layer project06{{{''.join(own.values())}}}",
    ]
    return _without_unread_properties("\n".join(parts))


def compact(css: str) -> str:
    """Drop comments and needless white space of our own style sheets."""
    css = re.sub(r"\s+", " ", _COMMENT.sub("", css))
    return re.sub(r"\s*([{};,])\s*", r"\1", css).replace(";}", "}").strip()


def _part(source: Path, name: str) -> str:
    return (source / "src" / f"{name}.css").read_text(encoding="utf-8")


def _theme_layers(theme: str) -> list[str]:
    """Cut the wanted `@layer` blocks out of the package's theme, without its brand colours."""
    found: dict[str, str] = {}
    for match in _LAYER.finditer(theme):
        name = match.group(1).removeprefix("ds.theme.")
        found[name] = theme[match.start() : _block_end(theme, match.end())]
    return [_SECOND_BRAND.sub("", found[name]) for name in THEME_LAYERS]


def _block_end(css: str, after_brace: int) -> int:
    depth, at = 1, after_brace
    while depth:
        depth += {"{": 1, "}": -1}.get(css[at], 0)
        at += 1
    return at


def _without_unread_properties(css: str) -> str:
    """Drop the design system's custom properties that nothing reads, and those that only these read."""
    kept = ""
    while kept != css:
        kept, css = css, _without_one_layer_of_unread_properties(css)
    return css


def _without_one_layer_of_unread_properties(css: str) -> str:
    read = set(_READ.findall(css))
    return _DECLARATION.sub(lambda match: match.group() if match.group(1) in read else "", css)


def _schemes(light: str, dark: str) -> list[str]:
    """Light is the default; dark applies when the device or the reader asks for it; paper is always light."""
    block = dark[dark.index("{") :]
    asked = f"@media screen{{[data-color-scheme=dark]{block}}}"
    by_device = f":root:not([data-color-scheme]),[data-color-scheme=auto]{block}"
    return [
        f"@layer ds.theme{{{light}}}",
        f"@layer ds.theme{{{asked}}}",
        f"@layer ds.theme{{@media screen and (prefers-color-scheme:dark){{{by_device}}}}}",
    ]
