"""What the mock can not be asked."""

import schemathesis


@schemathesis.hook
def filter_body(_context: schemathesis.HookContext, body: object) -> bool:
    """Prism never answers a body that is no JSON at all."""
    return not isinstance(body, bytes)


@schemathesis.hook
def filter_query(_context: schemathesis.HookContext, query: dict[str, object] | None) -> bool:
    """Prism takes a parameter without a value for none."""
    return "" not in (query or {}).values()
