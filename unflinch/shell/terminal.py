"""What is asked of the person at a terminal."""


def is_agreed(question: str) -> bool:
    """Whether they say yes. Enter alone, anything else, and nobody there are a no."""
    try:
        return input(f"{question} [y/N] ").strip().casefold() in {"y", "yes"}
    except EOFError:
        return False
