"""JSON schemas of the settings that name rules: editors complete the codes and explain them.

Not the other kinds of settings, which describe themselves (``scope_lsp.setting_kinds``).
"""

from __future__ import annotations

from typing import Any

from scope_lsp.rules.registry import RULES
from scope_lsp.setting_kinds import CODES, PER_FILE, SEVERITIES, SEVERITY_MAP
from scope_lsp.settings import Setting

_CODE = {"type": "string", "enum": list(RULES)}
_CODE_LIST = {"type": "array", "items": _CODE}


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
        return {"type": "object", "additionalProperties": _CODE_LIST}
    return dict(setting.kind.schema)


def _severity(code: str) -> dict[str, Any]:
    rule = RULES[code]
    description = f"{rule.summary} Default: {rule.severity.value}."
    return {"type": "string", "enum": list(SEVERITIES), "description": description}
