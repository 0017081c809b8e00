"""The reference relying party, altered: found in files, put in force in a running app, and rehearsed side by side.

This room owns what every alteration is and the run that tries many of them. Whether an alteration is wrong (`harness.mutation`)
or right (`harness.traps`), and what therefore must be red or green, those rooms say.
"""
