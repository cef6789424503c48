"""Servers on this machine that tests talk to over real sockets."""
