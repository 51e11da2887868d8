"""The rules that a JSON Schema cannot say, one small function a rule, and the list of all of them."""
