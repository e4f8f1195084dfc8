"""Every text of ours that somebody reads, out of the files in which it stands, with its line."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
FOR_PEOPLE: Final = ("README.md", "CHANGELOG.md", "SECURITY.md")
FOR_BUILDERS: Final = ("STYLE.md", "CONTRIBUTING.md", "docs/**/*.md", "nerve/**/*.md", "lab/**/*.md", "bench/**/*.md")
APPS: Final = ("html", "svg", "toml", "md", "py", "js")
NOT_SHOWN: Final = frozenset(["tests", "migrations", "__pycache__"])
# Word lists: what people type, and never what they read.
WORD_LISTS: Final = ("unflinch/care/words/", "unflinch/care/respect/", "unflinch/challenges/library/words.toml")
# The help that a command prints is its docstring.
SPOKEN_DOCSTRINGS: Final = re.compile(r"unflinch/cli\.py|.*/management/commands/.*")

# The attributes of a tag that are read or read out.
READ_OUT: Final = re.compile(r'\b(?:aria-label|alt|title|placeholder|value|content|label)="([^"]*)"')
INLINE: Final = re.compile(r"</?(?:a|b|i|em|strong|span|code|small|abbr)\b")
TAG: Final = re.compile(r"<[^<>]*>")
TEMPLATE_TAG: Final = re.compile(r"\{#.*?#\}|<!--.*?-->|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
QUOTED: Final = re.compile(r'"([^"\n]*)"')
CODE: Final = re.compile(r"^```.*?^```|^(?: {4}|\t).*?$|`[^`\n]*`|\]\([^)\s]*\)", re.DOTALL | re.MULTILINE)
MENTIONED: Final = re.compile(r"“[^”]{1,60}”|\"[^\"\n]{1,60}\"")
# Who wrote a source and where it stands: the names of other people's works.
OTHER_PEOPLES: Final = re.compile(r'^(?:who|where|link) = ".*"$', re.MULTILINE)
COMMENT: Final = re.compile(r"^\s*#.*$", re.MULTILINE)
JAVASCRIPT_TEXT: Final = re.compile(r"//[^\n]*|/\*.*?\*/|(\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Passage:
    """Text from a file, its first line there, and whether a person reads it or those who build."""

    file: str
    line: int
    text: str
    to_people: bool


def passages(root: Path = ROOT) -> Iterator[Passage]:
    """All of it: the pages, the library, the articles, the commands, the README, and the documents."""
    for file in sorted(path for kind in APPS for path in (root / "unflinch").rglob(f"*.{kind}")):
        name = file.relative_to(root).as_posix()
        if NOT_SHOWN.isdisjoint(file.parts) and not name.startswith(WORD_LISTS):
            yield from READERS[file.suffix](name, file.read_text("utf-8"))
    for pattern in FOR_PEOPLE:
        yield from (markdown(file.name, file.read_text("utf-8"), True) for file in root.glob(pattern))
    for file in sorted(path for pattern in FOR_BUILDERS for path in root.glob(pattern)):
        yield markdown(file.relative_to(root).as_posix(), file.read_text("utf-8"), False)
    yield from (described(file.name, file.read_text("utf-8")) for file in root.glob("pyproject.toml"))


def page(name: str, text: str) -> Iterator[Passage]:
    """HTML: what stands between the tags, and in the attributes and template tags that are read."""
    without = TEMPLATE_TAG.sub(lambda tag: kept(tag.group(), QUOTED), text)
    yield Passage(name, 1, TAG.sub(in_words, without), True)


def in_words(tag: re.Match[str]) -> str:
    """A tag as white space; one that begins a new block ends the sentence."""
    said = kept(tag.group(), READ_OUT)
    return said if INLINE.match(tag.group()) else f".{said[1:]}"


def data(name: str, text: str) -> Iterator[Passage]:
    """TOML: all but its comments and the names of other people's works; a quotation mark ends the sentence."""
    own = COMMENT.sub(blank, OTHER_PEOPLES.sub(blank, text))
    yield Passage(name, 1, own.replace('"', "."), True)


def article(name: str, text: str) -> Iterator[Passage]:
    yield markdown(name, OTHER_PEOPLES.sub(blank, text), True)


def markdown(name: str, text: str, to_people: bool) -> Passage:
    """Markdown without code; for those who build, a few words in quotation marks are mentioned and not said."""
    own = CODE.sub(blank, text)
    if not to_people:
        own = MENTIONED.sub(blank, own)
    ended = re.sub(r"^(\s*)(?:#|-|\d(?=\.))", r"\1.", own, flags=re.MULTILINE)
    return Passage(name, 1, ended.replace("*", " ").replace("_", " "), to_people)


def program(name: str, text: str) -> Iterator[Passage]:
    """Python: each literal by itself; docstrings are for those who build, unless a command prints them."""
    nodes = list(ast.walk(ast.parse(text)))
    spoken = SPOKEN_DOCSTRINGS.fullmatch(name) is not None
    docstrings = {id(found) for node in nodes for found in docstring_of(node) if not spoken}
    pieces = {id(piece) for node in nodes if isinstance(node, ast.JoinedStr) for piece in node.values}
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            said = (str(piece.value) if isinstance(piece, ast.Constant) else "…" for piece in node.values)
            yield Passage(name, node.lineno, "".join(said), True)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in pieces:
            yield Passage(name, node.lineno, node.value, id(node) not in docstrings)


def docstring_of(node: ast.AST) -> list[ast.expr]:
    body = node.body[:1] if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) else []
    return [first.value for first in body if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)]


def behaviour(name: str, text: str) -> Iterator[Passage]:
    """JavaScript: its literals."""
    for found in JAVASCRIPT_TEXT.finditer(text):
        if found[1]:
            yield Passage(name, 1 + text.count("\n", 0, found.start()), found[1][1:-1], True)


def described(name: str, text: str) -> Passage:
    """What the package says of itself."""
    lines = (line if line.startswith("description") else "" for line in text.splitlines())
    return Passage(name, 1, "\n".join(lines), True)


def kept(text: str, what: re.Pattern[str]) -> str:
    """White space as long as the text, in which the first group of each match stands, with an end before and after."""
    made = list(blank(re.match(r"(?s).*", text)))
    for found in what.finditer(text):
        start, end = found.span(1)
        made[start - 1 : end + 1] = [".", *found[1], "."]
    return "".join(made)


def blank(found: re.Match[str] | None) -> str:
    return "" if found is None else re.sub(r"\S", " ", found.group())


READERS: Final[dict[str, Callable[[str, str], Iterator[Passage]]]] = {
    ".html": page,
    ".svg": page,
    ".toml": data,
    ".md": article,
    ".py": program,
    ".js": behaviour,
}
