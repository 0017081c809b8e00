"""Metadata and keys, against the captured documents."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from conftest_entra import ACME, CONSUMERS, GOV, LOGIN, Visitor
