"""No test, and nothing that a test runs in this process, reaches another machine."""

from __future__ import annotations

import socket

import pytest

ELSEWHERE = "192.0.2.1"  # kept for documentation: nobody has this address


@pytest.mark.parametrize("verb", ["connect", "connect_ex"])
def test_a_socket_to_another_machine_is_refused(verb):
    with socket.socket() as one, pytest.raises(RuntimeError, match="Nothing in Prakas talks to a network"):
        getattr(one, verb)((ELSEWHERE, 80))


def test_a_socket_to_a_named_machine_is_refused():
    with socket.socket() as one, pytest.raises(RuntimeError, match="use a stored copy"):
        one.connect(("example.org", 80))


def test_a_socket_to_this_machine_is_allowed():
    with socket.socket() as listener, socket.socket() as one:
        listener.bind(("127.0.0.1", 0))
        listener.listen(1)
        one.connect(listener.getsockname())
