"""Looking at the addresses of publications, where there is a network."""
