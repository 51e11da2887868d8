"""The rules that a JSON Schema cannot say, one small function a rule."""
