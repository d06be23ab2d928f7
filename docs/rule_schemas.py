"""JSON schemas of the settings that name rules: editors complete the codes and explain them.

Not the other kinds of settings, which describe themselves (``scope_lsp.setting_kinds``).
"""

from __future__ import annotations

from typing import Any

from scope_lsp.rules.registry import RULES
from scope_lsp.setting_kinds import CODES, PER_FILE, SEVERITY_MAP
from scope_lsp.settings import Setting

_CODE_LIST = {**CODES.schema, "items": {"type": "string", "enum": list(RULES)}}
_SEVERITY: Any = SEVERITY_MAP.schema["additionalProperties"]


def schema_of(setting: Setting) -> dict[str, Any]:
    """The JSON schema of a setting's value, with the codes of rules where it names some."""
    if setting.kind is SEVERITY_MAP:
        return {
            "type": "object",
            "properties": {code: _severity(code) for code in RULES},
            "additionalProperties": False,
        }
    if setting.kind is CODES:
        return dict(_CODE_LIST)
    if setting.kind is PER_FILE:
        return {**PER_FILE.schema, "additionalProperties": _CODE_LIST}
    return dict(setting.kind.schema)


def _severity(code: str) -> dict[str, Any]:
    rule = RULES[code]
    description = f"{rule.summary} Default: {rule.severity.value}."
    if not rule.in_editor:
        description += " Only the command line reports it."
    return {**_SEVERITY, "description": description}
