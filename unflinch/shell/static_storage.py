"""What collectstatic does for us: makes one file of its parts, leaves out comments, then hashes and compresses."""

import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage as AnyStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

_Processed = tuple[str, str | None, bool | Exception | None]
Paths = dict[str, tuple[AnyStorage, str]]

# Each of these names its parts, one a line, in the order in which they are to stand.
_JOINED = ("shell/unflinch.css", "shell/behaviours.js")
_CSS_PART = re.compile(r'^@import url\("(?P<part>[^"]+)"\) layer\((?P<layer>\w+)\);$', re.MULTILINE)
# The worker's modules stand in one file as well: each once, before those that import it. Their names are all different.
_WORKER = "shell/worker/worker.js"
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(?P<part>[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*//.*\n|^\s+|[ \t]+// .*$", re.MULTILINE)
_JS_PART = re.compile(r'^export \{ \w+ \} from "\./(?P<part>[^"]+)";$', re.MULTILINE)


class Storage(CompressedManifestStaticFilesStorage):
    """Hashed, compressed files; modules find each other by their hashed names, and a page asks for one stylesheet."""

    support_js_module_import_aggregation = True

    def post_process(self, paths: Paths, dry_run: bool = False, **options: Any) -> Iterator[_Processed]:
        if not dry_run:
            paths = dict(paths)
            for name in [name for name in paths if name in _JOINED or _is_our_script(name)]:
                self._replace(name, _served(name, paths))
                paths[name] = (self, name)
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def _replace(self, name: str, content: str) -> None:
        self.delete(name)
        self._save(name, ContentFile(content.encode()))


def _is_our_script(name: str) -> bool:
    return name.startswith("shell/") and name.endswith(".js")


def _served(name: str, paths: Paths) -> str:
    """The file as a browser gets it: of a script the lines without comments and without what sets them in."""
    text = _joined(name, paths) if name in _JOINED else _read(paths, name)
    if name == _WORKER:
        text = "".join(_EXPORT.sub("", _IMPORT.sub("", part)) for part in _modules(name, paths).values())
    return _COMMENT.sub("", text) if _is_our_script(name) else text


def _modules(name: str, paths: Paths, found: dict[str, str] | None = None) -> dict[str, str]:
    """The text of this module and of all that it imports, by name, in the order in which they have to run."""
    found = {} if found is None else found
    text = _read(paths, name)
    for part in _IMPORT.finditer(text):
        other = f"{name.rpartition('/')[0]}/{part['part']}"
        if other not in found:
            _modules(other, paths, found)
    found[name] = text
    return found


def _joined(name: str, paths: Paths) -> str:
    """The file with each part written where it was named, from the sources and never from an earlier joining."""
    folder = name.rpartition("/")[0]

    def part(found: re.Match[str]) -> str:
        return _read(paths, f"{folder}/{found['part']}")

    def layered(found: re.Match[str]) -> str:
        return f"@layer {found['layer']} {{\n{part(found)}}}"

    return _CSS_PART.sub(layered, _JS_PART.sub(part, _read(paths, name)))


def _read(paths: Paths, name: str) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return bytes(file.read()).decode()
