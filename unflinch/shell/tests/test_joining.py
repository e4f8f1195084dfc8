"""collectstatic makes one stylesheet and one module out of their parts, each time from the sources."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage

import unflinch.shell
from unflinch.shell.static_storage import Paths, Storage

WORKER = Path(unflinch.shell.__file__).parent / "static/shell/worker"
PARTS = {
    "shell/unflinch.css": (
        '@layer reset, base;\n\n@import url("css/a.css") layer(reset);\n@import url("css/b.css") layer(base);\n'
    ),
    "shell/css/a.css": "a {\n  color: red;\n}\n",
    "shell/css/b.css": "b {\n  color: blue;\n}\n",
    "shell/unflinch.js": 'const all = await import("./behaviours.js");\n',
    "shell/behaviours.js": 'export { one } from "./behaviours/one.js";\n',
    "shell/behaviours/one.js": "export function one() {}\n",
    "shell/worker/rows.js": "const ROW = 1;\nexport const mine = () => ROW;\n",
    "shell/worker/pages.js": 'import { mine } from "./rows.js";\n\nexport const page = () => mine();\n',
    "shell/worker/worker.js": "// Why it is here.\nself.onfetch = () => {\n  // and why so\n\n  go(); // now\n};\n",
}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    for name, text in PARTS.items():
        file = tmp_path / "sources" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "sources"


def collect(sources: Path, target: Path) -> Storage:
    """As collectstatic does it: copy what is not there yet, then hand over all that was found."""
    storage, found = Storage(location=target, base_url="/static/"), StaticFilesStorage(location=sources)
    paths: Paths = {name: (found, name) for name in PARTS}
    for name in PARTS:
        if not storage.exists(name):
            with found.open(name) as file:
                storage.save(name, file)
    assert [done for done in storage.post_process(paths) if isinstance(done[2], Exception)] == []
    return storage


def text_of(storage: Storage, name: str) -> str:
    return Path(storage.path(storage.stored_name(name))).read_text(encoding="utf-8")


def test_the_parts_stand_in_their_layers_and_their_order(sources, tmp_path):
    css = text_of(collect(sources, tmp_path / "target"), "shell/unflinch.css")
    assert css == (
        "@layer reset, base;\n\n@layer reset {\na {\n  color: red;\n}\n}\n@layer base {\nb {\n  color: blue;\n}\n}\n"
    )


def test_the_behaviours_are_one_module_that_the_entry_finds_by_its_hashed_name(sources, tmp_path):
    storage = collect(sources, tmp_path / "target")
    assert text_of(storage, "shell/behaviours.js").strip() == "export function one() {}"
    hashed = storage.stored_name("shell/behaviours.js").rpartition("/")[2]
    assert f'import("./{hashed}")' in text_of(storage, "shell/unflinch.js")


def test_the_worker_is_one_file_with_each_module_once_before_those_that_import_it(sources, tmp_path):
    entry = 'import { page } from "./pages.js";\nimport { mine } from "./rows.js";\n\npage(mine());\n'
    (sources / "shell/worker/worker.js").write_text(entry, encoding="utf-8")
    worker = text_of(collect(sources, tmp_path / "target"), "shell/worker/worker.js")
    assert worker == "const ROW = 1;\nconst mine = () => ROW;\nconst page = () => mine();\npage(mine());\n"


def test_no_name_stands_in_two_modules_of_the_worker():
    named = re.compile(r"^(?:export )?(?:async )?(?:const|let|function) \*?(\w+)", re.MULTILINE)
    names = Counter(name for part in WORKER.glob("*.js") for name in named.findall(part.read_text(encoding="utf-8")))
    assert names.total() > 50
    assert [name for name, times in names.items() if times > 1] == []


def test_the_comments_of_a_script_stay_at_home(sources, tmp_path):
    script = text_of(collect(sources, tmp_path / "target"), "shell/worker/worker.js")
    assert script == "self.onfetch = () => {\ngo();\n};\n"


def test_a_later_change_to_a_part_is_not_missed(sources, tmp_path):
    before = collect(sources, tmp_path / "target").stored_name("shell/unflinch.css")
    (sources / "shell/css/b.css").write_text("b {\n  color: green;\n}\n", encoding="utf-8")
    after = collect(sources, tmp_path / "target")
    assert "green" in text_of(after, "shell/unflinch.css")
    assert after.stored_name("shell/unflinch.css") != before


def test_everything_is_compressed_both_ways(sources, tmp_path):
    (sources / "shell/css/a.css").write_text("a {\n  color: red;\n}\n" * 200, encoding="utf-8")
    storage = collect(sources, tmp_path / "target")
    css = Path(storage.path(storage.stored_name("shell/unflinch.css")))
    assert css.with_suffix(".css.br").exists()
    assert css.with_suffix(".css.gz").exists()
