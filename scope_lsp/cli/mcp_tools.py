"""The tools of ``scope-lsp mcp``: each call runs the command line in a separate process.

So the answers are those of the command line, and nothing that it prints can reach the protocol's
streams.  This imports pydantic, which the extra ``mcp`` installs, so only ``cli.mcp`` imports this.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from typing import Annotated, Any, Literal

from pydantic import Field

INSTRUCTIONS = """\
scope-lsp knows, without running anything, what every TensorFlow 1 variable of a program will be \
called. Use `names` before and after changing or porting model code: the lists must agree, or \
checkpoints will not load. Use `diff` to compare a program with a checkpoint, a git revision or \
another program, `check` to see what TensorFlow would refuse, and `explain` for what a \
diagnostic's code means. Severity "error" is certain to fail; certainty "possible" and \
"symbolic" say what is not sure."""
_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv.pop(1)); "
    "from scope_lsp.__main__ import main; sys.exit(main(sys.argv[1:]))"
)
_MOST = 400
"""The default maximum of variables or diagnostics per answer: more only fill a model's context."""


async def names(
    files: Annotated[list[str], Field(description="scripts, notebooks or folders")],
    filter: Annotated[
        list[str] | None,
        Field(description="globs of names, such as kernel or encoder/**/bias"),
    ] = None,
    slots: Annotated[
        bool, Field(description="also optimizers' slots, moving averages, global_step")
    ] = False,
    call: Annotated[
        list[str] | None,
        Field(description="functions that nothing calls, to run with symbolic arguments"),
    ] = None,
    path: Annotated[
        list[str] | None, Field(description="more folders in which imports are looked up")
    ] = None,
    limit: Annotated[
        int, Field(description="at most so many variables in the answer", ge=1)
    ] = _MOST,
) -> dict[str, Any]:
    """Every variable that running the files would create or fetch.

    With name, shape, dtype, place and certainty, and what could not be followed.
    """
    arguments = ["names", "--format=json", *(["--slots"] if slots else [])]
    arguments += [f"--filter={one}" for one in filter or ()]
    arguments += [f"--call={one}" for one in call or ()]
    arguments += [f"--path={one}" for one in path or ()]
    code, document, notes = await _done([*arguments, "--", *files])
    variables = document.get("variables", [])
    return {
        "complete": code == 0,
        "variables": [_without(one, "trace") for one in variables[:limit]],
        "count": len(variables),
        "diagnostics": [_without(one, "trace") for one in document.get("diagnostics", [])],
        "notes": notes,
    }


async def check(
    paths: Annotated[
        list[str] | None, Field(description="files or folders; none: the current folder")
    ] = None,
    select: Annotated[list[str] | None, Field(description="only these rules")] = None,
    ignore: Annotated[list[str] | None, Field(description="not these rules")] = None,
    path: Annotated[
        list[str] | None, Field(description="more folders in which imports are looked up")
    ] = None,
    limit: Annotated[
        int, Field(description="at most so many diagnostics in the answer", ge=1)
    ] = _MOST,
) -> dict[str, Any]:
    """What TensorFlow 1 would refuse, or do to names that surprises, in files and folders."""
    arguments = ["check", "--format=json"]
    arguments += [f"--select={one}" for one in select or ()]
    arguments += [f"--ignore={one}" for one in ignore or ()]
    arguments += [f"--path={one}" for one in path or ()]
    code, document, notes = await _done([*arguments, "--", *(paths or ["."])])
    found = document.get("diagnostics", [])
    return {
        "read": code != 2,
        "diagnostics": [_without(one, "trace") for one in found[:limit]],
        "count": len(found),
        "notes": notes,
    }


async def diff(
    old: Annotated[
        str,
        Field(
            description="a program, program:function, REVISION:program from git, a checkpoint (its "
            "prefix or folder), a .meta, .pb, .npz or .h5 file"
        ),
    ],
    new: Annotated[str, Field(description="the same")],
    slots: Annotated[
        bool, Field(description="also optimizers' slots, moving averages, global_step")
    ] = False,
    ignore: Annotated[list[str] | None, Field(description="globs of names to leave out")] = None,
    map: Annotated[
        Literal["init", "saver", "torch"] | None,
        Field(
            description="also give the map from old to new names for init_from_checkpoint, for a "
            "Saver, or for porting to PyTorch"
        ),
    ] = None,
    path: Annotated[
        list[str] | None, Field(description="more folders in which imports are looked up")
    ] = None,
    limit: Annotated[
        int, Field(description="at most so many variables of each kind", ge=1)
    ] = _MOST,
) -> dict[str, Any]:
    """How the variables of two programs or checkpoints differ: missing, renamed, other shapes.

    A scope that was renamed is one cause, however many variables it has.
    """
    options = ["--slots"] if slots else []
    options += [f"--ignore={one}" for one in ignore or ()]
    options += [f"--path={one}" for one in path or ()]
    code, document, notes = await _done(["diff", "--format=json", *options, "--", old, new])
    counts = {key: len(value) for key, value in document.items() if isinstance(value, list)}
    told = _cut(_without(document, "same"), limit)
    answer = {"compared": code != 2, **told, "counts": counts, "notes": notes}
    if map is not None and code != 2:
        arguments = ["diff", "--format=map", f"--for={map}", *options, "--", old, new]
        answer["map"] = (await _output(arguments))[1]
    return answer


async def explain(
    code: Annotated[str, Field(description="such as variable-exists")],
) -> str:
    """The documentation of a diagnostic's rule, with an example and what to do."""
    _, text, notes = await _output(["explain", "--", code])
    return text or "\n".join(notes)


TOOLS = (names, check, diff, explain)


async def _done(arguments: list[str]) -> tuple[int, dict[str, Any], list[str]]:
    """Exit code, JSON document and messages of a run of the command line."""
    code, text, notes = await _output(arguments)
    try:
        document = json.loads(text)
    except ValueError:
        document = {}
    return code, document, notes


async def _output(arguments: list[str]) -> tuple[int, str, list[str]]:
    here = os.getcwd()
    path = [entry for entry in sys.path if entry not in ("", here)]
    process = await asyncio.create_subprocess_exec(
        # -I -S: nothing of the working directory or of .pth files is run.
        *(sys.executable, "-I", "-S", "-c", _BOOT, json.dumps(path), *arguments),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        output, complaints = await process.communicate()
    except asyncio.CancelledError:  # the client wants it no more
        process.kill()
        raise
    notes = complaints.decode("utf-8", "replace").splitlines()
    return process.returncode or 0, output.decode("utf-8", "replace"), notes


def _cut(value: Any, limit: int) -> Any:
    """The value with at most ``limit`` items in each of its lists."""
    if isinstance(value, list):
        return [_cut(one, limit) for one in value[:limit]]
    if isinstance(value, dict):
        return {key: _cut(one, limit) for key, one in value.items()}
    return value


def _without(item: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name != key}
