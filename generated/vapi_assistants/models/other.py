"""Models that no operation uses."""

from .._core import Model


class ServerMessageReply(Model):
    """Answer of your server. The documentation does not tell its shape; most messages need none."""
