"""Who watches: gateway, relying parties, the person, the judge and the reports."""
