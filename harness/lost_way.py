"""When a person finds no way on, and when what has to be looked at never happened."""


class LostTheWay(Exception):
    """The person found no way on; the message says on which page and what was looked for."""
