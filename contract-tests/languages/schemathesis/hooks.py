"""What the mock can not be asked."""

import schemathesis


@schemathesis.hook
def filter_body(_context: schemathesis.HookContext, body: object) -> bool:
    """Prism never answers a body that is no JSON at all."""
    return not isinstance(body, bytes)
