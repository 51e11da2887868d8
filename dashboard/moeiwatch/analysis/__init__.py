"""Frames in, frames out: pure functions without side effects."""
