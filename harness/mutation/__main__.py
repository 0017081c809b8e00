"""`python -m harness.mutation [mutant …]`: try all mutants, or those named; exit code 0 when none survives."""

import sys

from harness.alteration import command
from harness.mutation.mutants import Mutants

if __name__ == "__main__":
    sys.exit(command.main(Mutants(), sys.argv[1:]))
