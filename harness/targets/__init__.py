"""Relying parties that can be driven, one file each: TARGET."""
