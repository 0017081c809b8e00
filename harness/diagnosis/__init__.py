"""What an error means, who must act, and how it is brought about again.

Owns the meanings (book/*.toml). The wordings themselves stand in the vendors' error books and are read from there, so that no
sentence of a vendor is written twice. Knows nothing of browsers or worlds.
"""
