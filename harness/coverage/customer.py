"""The stories that support hears most, as the diagnoses tell them."""

from harness.coverage.listed import Entry, Listed
from harness.diagnosis.entries import stories

LIST = Listed(
    title="What customers write in about",
    source="harness/diagnosis/book/stories.toml; each runs as customer/<id>",
    entries={name.removeprefix("cust-"): Entry(told["story"]) for name, told in stories().items()},
)
