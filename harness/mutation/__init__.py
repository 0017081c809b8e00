"""Wrong relying parties: the reference with one thing made wrong, and the proof that scenarios notice.

This room owns what a mutant claims and what counts as noticed; how a relying party is altered and run is the room
`harness.alteration`'s. The mutants themselves are files of tests/mutants/; no other room knows of them.
"""
