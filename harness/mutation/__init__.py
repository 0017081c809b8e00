"""Wrong relying parties: the reference with one function replaced, and the proof that scenarios notice.

This room owns what a mutant is, how it is put in force in a running app, and the run that tries them all, judged with and
without check codes. The mutants themselves are files of tests/mutants/; no other room knows of them.
"""
