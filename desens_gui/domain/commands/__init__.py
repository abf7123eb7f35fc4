"""Orders to the session, in the imperative. Each tag is the order's name in a scenario.

A moment (`at`) that is None means now; a person may set it back, never forward.
"""
