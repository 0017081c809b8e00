"""Other people's lists of what a relying party must do, one per file: `LIST`; which scenarios answer each entry.

A scenario names entries in `Scenario.covers` as "list:id"; nothing here names a scenario, except that customers' stories
are scenarios. This room knows ids and public sources, never anybody's test code.
"""
