"""Right relying parties that do things otherwise than the reference, and the proof that no scenario blames them.

This room owns what a trap is and what counts as blame; how a relying party is altered and run is the room
`harness.alteration`'s. The traps themselves are files of tests/traps/; no other room knows of them.
"""
