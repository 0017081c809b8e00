"""Right relying parties that do things otherwise than the reference, and the proof that no scenario blames them.

This room owns what a trap is and the run that tries them all; how a relying party is altered and run is the room
`harness.mutation`'s. The traps themselves are files of tests/traps/; no other room knows of them.
"""
