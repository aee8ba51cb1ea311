"""Keeps the Chinese catalogue in step with the words in `ui/`; `bootstrap.py translate` runs it.

Neither a date nor a line number goes into the catalogue, so the same words always make the same files.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent
PO = ROOT / "resources" / "translations" / "zh_CN" / "LC_MESSAGES" / "dutydesk.po"
MO = PO.with_suffix(".mo")
KEYWORDS = {"tr": None, "marked": None, "tr_in": ((1, "c"), 2), "tr_n": (1, 2)}
KEPT_HEADERS = ("Language:", "Plural-Forms:", "MIME-Version:", "Content-Type:", "Content-Transfer-Encoding:")


class Dateless(Catalog):
    """A catalogue whose header says nothing of when and by what it was made."""

    @override
    def __iter__(self) -> Iterator[Message]:
        """The header, then the messages."""
        header, *messages = super().__iter__()
        lines = str(header.string).splitlines(keepends=True)
        yield Message("", "".join(line for line in lines if line.startswith(KEPT_HEADERS)))
        yield from messages


def in_step(sources: Path, known: Catalog) -> Catalog:
    """Every message of the sources, each with the translation that is known for it or with none."""
    catalogue = Dateless(locale="zh_CN", header_comment="# DutyDesk in Simplified Chinese.")
    for _, _, message, _, context in extract_from_dir(sources, [("**.py", "python")], keywords=KEYWORDS):
        before = known.get(message, context)
        nothing = "" if isinstance(message, str) else ("",)  # Chinese has one form for any number
        catalogue.add(message, before.string if before else nothing, context=context)
    return catalogue


def po_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as translators read it, in alphabetical order."""
    text = BytesIO()
    write_po(text, catalogue, width=110, no_location=True, sort_output=True)
    return text.getvalue()


def mo_bytes(catalogue: Catalog) -> bytes:
    """The catalogue as gettext reads it."""
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    return compiled.getvalue()


def read(po: Path) -> Catalog:
    """The catalogue in a file; an empty one where there is no file yet."""
    if not po.exists():
        return Catalog(locale="zh_CN")
    with po.open("rb") as text:
        return read_po(text, locale="zh_CN")


def untranslated(catalogue: Catalog) -> list[str]:
    """The messages that Chinese readers would see in English."""
    return [str(message.id) for message in catalogue if message.id and not "".join(message.string or ())]


def main() -> None:
    """Write both files, and print each message that still lacks a translation."""
    catalogue = in_step(ROOT / "ui", read(PO))
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(po_bytes(catalogue))
    MO.write_bytes(mo_bytes(catalogue))
    print(f"{len(catalogue)} messages. Without a translation:", *untranslated(catalogue), sep="\n  ")


if __name__ == "__main__":
    main()
