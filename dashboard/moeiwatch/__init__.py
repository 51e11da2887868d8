"""Moei Watch: scam compounds on the Thai-Myanmar border, as data, numbers and a map."""
