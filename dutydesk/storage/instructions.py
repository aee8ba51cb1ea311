"""Leaders' instructions as rows."""

from dutydesk.domain.instructions import Instruction
from dutydesk.storage.journal import Row
from dutydesk.storage.table import Table
from dutydesk.storage.values import instant_text, instant_value, moment_text, moment_value


def _instruction_row(instruction: Instruction) -> Row:
    return {
        "id": instruction.id, "leader": instruction.leader, "content": instruction.content,
        "given_at": instant_text(instruction.given_at), "typed_at": instant_text(instruction.typed_at),
        "spoken": int(instruction.spoken), "read_back": int(instruction.read_back),
        "incident": instruction.incident, "entry": instruction.entry, "passed_to": instruction.passed_to,
        "passed_at": moment_text(instruction.passed_at), "result": instruction.result,
        "reported_at": moment_text(instruction.reported_at),
    }  # fmt: skip


def _instruction(row: Row) -> Instruction:
    return Instruction(
        **{
            **row,
            "given_at": instant_value(row["given_at"]),
            "typed_at": instant_value(row["typed_at"]),
            "spoken": bool(row["spoken"]),
            "read_back": bool(row["read_back"]),
            "passed_at": moment_value(row["passed_at"]),
            "reported_at": moment_value(row["reported_at"]),
        }
    )


INSTRUCTIONS = Table("instruction", _instruction_row, _instruction, order="given_at, id")
