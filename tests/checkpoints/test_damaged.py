"""Files that are broken, cut off or malicious: a clear message, never a wrong listing."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scope_lsp.resolve.checkpoint_files import NotReadable, read_saved
from tests.checkpoints import tables
from tests.checkpoints.tables import HEADER, block, entry, field, sealed, table, varint

ROOT = Path(__file__).parent.parent.parent
SAVED = Path(__file__).parent / "saved"
SEALED = ("plain.index", "slots.index", "partitioned.index", "objects-1.index", "version_1",
          "version_1_sharded-00000-of-00001", "objects-1.data-00001-of-00002")  # fmt: skip
"""Files whose contents have checksums."""
OTHERS = ("graph.meta", "frozen.pb", "weights.h5", "weights.npz")
COUNT = 300


def damaged(data: bytes, random_: random.Random) -> bytes:
    kind = random_.randrange(4)
    at = random_.randrange(len(data))
    if kind == 0:
        return data[:at]
    if kind == 1:  # a length of 2**60
        return data[:at] + varint(1 << 60) + data[at + random_.randrange(10) :]
    if kind == 2:
        return data[:at] + data[at + random_.randrange(1, 40) :]
    changed = bytearray(data)
    for _ in range(random_.randrange(1, 4)):
        changed[random_.randrange(len(data))] ^= 1 << random_.randrange(8)
    return bytes(changed)


def cases(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Damaged copies: the name of the whole file, that of the path to read, and of the original."""
    random_ = random.Random(7)
    for number in range(COUNT):
        name = (*SEALED, *SEALED, *OTHERS)[number % (2 * len(SEALED) + len(OTHERS))]
        place = folder / str(number)
        place.mkdir()
        for path in SAVED.iterdir():
            if path.name.startswith(name.partition(".")[0].partition("-")[0]):
                (place / path.name).write_bytes(path.read_bytes())
        (place / name).write_bytes(damaged((SAVED / name).read_bytes(), random_))
        short = name.partition(".data")[0].removesuffix("-00000-of-00001")
        yield name, str(place / short), str(SAVED / short)


def check_all(folder: Path) -> int:
    """Read all damaged copies; how many were refused."""
    refused = 0
    for name, path, original in cases(folder):
        try:
            found = read_saved(path)
        except NotReadable as error:
            assert str(error) and "\n" not in str(error)
            refused += 1
            continue
        if name in SEALED:
            assert found.tensors == read_saved(original).tensors, path
    return refused


def test_no_traceback_no_wrong_listing_and_little_memory(tmp_path: Path) -> None:
    code = (
        "import re, sys; from pathlib import Path\n"
        "from tests.checkpoints.test_damaged import check_all\n"
        "refused = check_all(Path(sys.argv[1]))\n"
        # Not ru_maxrss: that begins with what the process that started this one has.
        "status = Path('/proc/self/status').read_text()\n"
        "print(refused, re.search(r'VmHWM:\\s+(\\d+)', status)[1])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.stderr == ""
    refused, kilobytes = map(int, done.stdout.split())
    assert refused > COUNT // 2
    assert kilobytes < 200_000


def read(folder: Path, data: bytes) -> list[str]:
    (folder / "m.index").write_bytes(data)
    return [tensor.key for tensor in read_saved(str(folder / "m")).tensors]


SOUND = [HEADER, (b"w", entry([2, 3]))]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "it has 0 bytes, too few for a table: it is cut off"),
        (table([block(SOUND)])[:-1], "it does not end as a table does: it is cut off"),
        (table([block(SOUND)]).replace(b"w", b"v"), "the block at 0 does not have its checksum"),
        (table([block(SOUND[1:])]), "its first entry is not a header"),
        (table([]), "it has no header"),
        (table([block([*SOUND, (b"a", entry([1]))])]), "its keys are not in order"),
        (table([block([HEADER, (b"w", entry([1], 99))])]),
         "a tensor has the unknown dtype number 99"),
        (table([block([HEADER, (b"w", entry([1 << 63]))])]), "a tensor has the size -"),
        (table([block([HEADER, (b"w", entry([0] * 300))])]), "a tensor has 300 dimensions"),
        (table([block([HEADER, (b"\xff", entry([1]))])]), "a name is not UTF-8"),
        (table([block([HEADER, (b"w", field(2, b"")[:1] + varint(1 << 60))])]),
         "a field claims 1152921504606846976 bytes where 0 are left"),
        (table([block([HEADER, (b"w", b"\x0b")])]), "a field has the unknown wire type 3"),
        (table([block([HEADER, (b"w", b"\x08" + b"\xff" * 11)])]), "longer than 64 bits"),
        (table([block([HEADER, (b"w", b"\x0a\x00")])]), "holds bytes where a number belongs"),
        (table([b"\0\0\0\1" * 3]), "a block claims 16777216 restarts"),
        (table([b"\x00\x7f\x00k" + b"\0\0\0\0\1\0\0\0"]), "does not fit into it"),
        (table([varint(1 << 60) + b"\0" * 12]), "does not fit into it"),
        (table([block(SOUND)]).replace(sealed(block(SOUND)), sealed(block(SOUND), 1)),
         "a compressed block"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(tmp_path: Path, data: bytes, message: str) -> None:
    assert read(tmp_path, table([block(SOUND)])) == ["w"]
    with pytest.raises(NotReadable) as caught:
        read(tmp_path, data)
    assert message in str(caught.value)


def test_small_files_that_claim_much_are_refused(tmp_path: Path) -> None:
    """A compressed block of 2**60 bytes; keys that share all but one byte with the one before."""
    bomb = varint(1 << 60) + b"\0a"
    data = sealed(bomb, 1)
    index = block([(b"a", varint(0) + varint(len(bomb)))])
    handles = varint(0) + varint(0) + varint(len(data)) + varint(len(index))
    tail = handles.ljust(40, b"\0") + tables.MAGIC.to_bytes(8, "little")
    with pytest.raises(NotReadable, match="a compressed block claims 1152921504606846976 bytes"):
        read(tmp_path, data + sealed(index) + tail)
    start = b"k" * 60_000
    keys = [HEADER, *((start + b"%06d" % number, entry([1])) for number in range(3000))]
    with pytest.raises(NotReadable, match="its keys are longer than those of any model"):
        read(tmp_path, table([block(keys)]))
