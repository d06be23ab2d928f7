"""What a program sees of its workspace's folders; part of ``_scope_lsp_host``.

Nothing outside the workspace is looked at, and nothing is changed.  Each look and each name in a
folder counts as a step of the budget.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from fnmatch import fnmatch
from typing import TYPE_CHECKING

from scope_lsp.interpreter import importing
from scope_lsp.interpreter.absent import chooses_default, makes_file, user_frame
from scope_lsp.interpreter.builtins.common import absorb
from scope_lsp.interpreter.builtins.host_paths import as_text, is_at_home, path_function
from scope_lsp.interpreter.loader import Entry, Origin, Place
from scope_lsp.interpreter.surroundings import absolute, working_folders
from scope_lsp.interpreter.unknown_calls import call_unknown
from scope_lsp.interpreter.values import (
    MISSING,
    Builtin,
    List,
    Namespace,
    Symbolic,
    Unknown,
    Value,
    alternatives,
    unite,
)

if TYPE_CHECKING:
    from scope_lsp.interpreter.interpreter import Interpreter

_KINDS = {
    "exists": (Place.FILE, Place.FOLDER),
    "isfile": (Place.FILE,),
    "isdir": (Place.FOLDER,),
}
_SHOWN = 60
"""The maximum number of characters of a path in a reason: its end."""
_FOLDER = "the files of a directory"


def on_disk(interp: Interpreter, question: Value, path: Value) -> Value:
    """``os.path.exists``, ``isfile`` and ``isdir``: true, false, or unknown.

    A missing file counts as missing if the program has a default for that case.  Otherwise it may
    exist when the program is run.  At an unknown path, it is missing if the program makes it.
    """
    texts = [as_text(interp, one) for one in alternatives(path)]
    places = {_place_of(interp, text) for text in texts}
    if None in places:
        if question in ("exists", "isfile") and makes_file(interp):
            return False
        return absorb("whether a file exists", unite(texts))
    place = places.pop() if len(places) == 1 else Place.UNKNOWN
    if place is Place.ABSENT and chooses_default(interp):
        return False
    if place is Place.ABSENT or place is Place.UNKNOWN:
        return Unknown("whether a file exists")
    return place in _KINDS[str(question)]


def _place_of(interp: Interpreter, text: Value) -> Place | None:
    """What exists at a path that may be in the home folder; None if the path is unknown."""
    if isinstance(text, Symbolic) and is_at_home(text.text):
        return Place.ABSENT
    if isinstance(text, str):
        return _place(interp, text) if text else Place.UNKNOWN
    return None


def is_missing(interp: Interpreter, path: Value) -> Value:
    """Whether no file of the program is at a path, whatever the program does without it."""
    text = as_text(interp, path)
    return isinstance(text, str) and _place(interp, text) is Place.ABSENT


def _place(interp: Interpreter, path: str) -> Place:
    """What exists at a path, from any folder in which the program may be started."""
    places = []
    for each in absolute(interp, path):
        interp.budget.tick()
        place = interp.loader.look(each)
        if place is Place.FILE or place is Place.FOLDER:
            interp.files.add(each)
            return place
        if place is Place.ABSENT:
            interp.files.add(each)
        places.append(place)
    return Place.ABSENT if places and Place.UNKNOWN not in places else Place.UNKNOWN


def entries(interp: Interpreter, path: Value) -> Value:
    """The content of a folder: a list of (name, is it a folder, is it a link), sorted by name."""
    found = _listed(interp, as_text(interp, path))
    if found is None:
        return absorb(_FOLDER, path)
    return List([(entry.name, entry.is_folder, entry.is_link) for entry in found])


def _listed(interp: Interpreter, path: Value) -> Sequence[Entry] | None:
    if not isinstance(path, str) or not path:
        return None
    for each in absolute(interp, path):
        found = interp.loader.entries(each)
        if found is not None:
            interp.files.add(each)
            for _ in found:
                interp.budget.tick()
            return found
    return None


class _NotKnown(Exception):
    """A folder on the path is unknown."""


def glob_paths(interp: Interpreter, pattern: Value, recursive: Value = False) -> Value:
    """``glob.glob``, sorted; unknown if it finds nothing, because files may appear later."""
    text = as_text(interp, pattern)
    if not isinstance(text, str) or "\0" in text:
        return absorb(_FOLDER, text)
    parts = text.split("/")
    top = [""]
    if text.startswith("/"):
        top, parts = ["/"], parts[1:]
    try:
        for index, part in enumerate(parts):
            is_last = index == len(parts) - 1
            if part == "**" and recursive is True:
                inside = [path for folder in top for path in _below(interp, folder, is_last)]
                top = [*top, *inside]
            elif any(sign in part for sign in "*?["):
                top = [
                    posixpath.join(folder, entry.name)
                    for folder in top
                    for entry in _in(interp, folder)
                    if fnmatch(entry.name, part)
                    and (not entry.name.startswith(".") or part.startswith("."))
                    and (is_last or entry.is_folder)
                ]
            elif part or not is_last:
                top = [posixpath.join(folder, part) for folder in top]
                if is_last:
                    top = [path for path in top if _is_there(interp, path)]
    except _NotKnown:
        return Unknown(_FOLDER)
    found = sorted(path for path in top if path)
    return List(list(found)) if found else Unknown(_FOLDER)


def _in(interp: Interpreter, folder: str) -> Sequence[Entry]:
    found = _listed(interp, folder or ".")
    if found is None:
        raise _NotKnown
    return found


def _below(interp: Interpreter, folder: str, files: bool) -> list[str]:
    """All folders below one, with their files; hidden ones and links are left out."""
    found = []
    for entry in _in(interp, folder):
        if entry.name.startswith(".") or entry.is_link or entry.name == "__pycache__":
            continue
        path = posixpath.join(folder, entry.name)
        if entry.is_folder:
            found.append(path)
            if _listed(interp, path) is not None:
                found += _below(interp, path, files)
        elif files:
            found.append(path)
    return found


def _is_there(interp: Interpreter, path: str) -> bool:
    place = _place(interp, path)
    if place is Place.UNKNOWN:
        raise _NotKnown
    return place is not Place.ABSENT


def working_folder(interp: Interpreter) -> Value:
    """``os.getcwd()``: one of the folders in which the program may be started."""
    folders = working_folders(interp)
    return unite(list(folders[:4])) if folders else Unknown("the working directory")


def import_path(interp: Interpreter) -> Value:
    """``sys.path`` when a program starts: its own folder, as far as is known."""
    main = interp.modules.get("__main__")
    folder = "" if main is None else posixpath.dirname(main.source.path)
    return List([folder if folder.startswith("/") else ""])


def import_file(interp: Interpreter, name: Value, path: Value, keep: Value = True) -> Value:
    """Run a file of the workspace as a module with some name; ``keep`` it in ``sys.modules``."""
    text = as_text(interp, path)
    if not isinstance(text, str) or not isinstance(name, str):
        return _unread(interp, "a module whose file is not known was not run")
    for each in absolute(interp, text):
        source = interp.loader.source(each, name)
        if source is not None:
            known = interp.modules.get(name)
            module = importing.run_module(interp, source, name)
            if keep is not True:
                interp.modules.pop(name)
                if known is not None:
                    interp.modules[name] = known
            return module
    return _unread(interp, f"the file {text[-_SHOWN:]} was not found")


def _unread(interp: Interpreter, reason: str) -> Unknown:
    """The module of code that was not read, which may have created variables while it ran."""
    return call_unknown(interp, Unknown(reason, builds=True), (), None)


def calling_file(interp: Interpreter) -> Value:
    """The path of the file of the program that calls."""
    frame = user_frame(interp)
    return Unknown("the calling file") if frame is None else frame.module.source.path


def file_of(interp: Interpreter, value: Value) -> Value:
    """``inspect.getfile``: the path of the file that defines something of the program."""
    module = getattr(value, "module", value)
    if isinstance(module, str):
        module = interp.modules.get(module, MISSING)
    source = getattr(module, "source", None)
    if source is None or source.origin is not Origin.USER:
        return Unknown("the file that defines something")
    path: str = source.path
    return path


def namespace() -> Namespace:
    """The functions by name."""
    pure = (path_function, on_disk, is_missing)
    others = (calling_file, entries, file_of, glob_paths, import_file, import_path, working_folder)
    return {
        function.__name__: Builtin(function.__name__, function, pure=function in pure)
        for function in (*pure, *others)
    }
