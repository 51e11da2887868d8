"""Files in, frames and problems out. Imports nothing else of this package."""
