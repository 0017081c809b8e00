"""The page of a form_post answer, as captured: titled "Working...", form "hiddenform", left by script.

Source: github.com/Versent/saml2aws pkg/provider/aad/testdata/HiddenForm.html (2022-04).
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def hidden_form(action: str, parameters: Mapping[str, str]) -> str:
    """A page that posts `parameters` to `action`."""
    inputs = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}" />' for name, value in parameters.items()
    )
    return (
        '<html lang="en"><head><title>Working...</title></head><body>'
        f'<form method="POST" name="hiddenform" action="{escape(action)}">{inputs}'
        "<noscript><p>Script is disabled. Click Submit to continue.</p>"
        '<input type="submit" value="Submit" /></noscript></form>'
        '<script language="javascript">document.forms[0].submit();</script></body></html>'
    )
