"""harness/gateway/authority.py."""

from pathlib import Path

import pytest

from harness.gateway import authority
from harness.gateway.authority import Authority


def test_one_certificate_per_host(tmp_path: Path) -> None:
    """A host is signed for once and keeps its certificate."""
    signs = Authority(tmp_path)

    assert signs.context("app.pelanor.io") is signs.context("app.pelanor.io")
    assert signs.context("app.pelanor.io") is not signs.context("app-eu.pelanor.io")


def test_no_private_key_stays_on_disk(tmp_path: Path) -> None:
    """The folder holds the authority's public certificate and nothing else."""
    signs = Authority(tmp_path)

    signs.context("app.pelanor.io")

    assert [path.name for path in tmp_path.iterdir()] == ["ca.pem"]
    assert "PRIVATE" not in signs.ca_bundle.read_text()


def test_every_run_has_its_own_authority(tmp_path: Path) -> None:
    """Two authorities share no key."""
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()

    assert len({Authority(folder).fingerprint for folder in folders}) == 2


@pytest.mark.parametrize("host", ["", "localhost", "127.0.0.1", "a_b.io", "xn--a.io"])
def test_no_certificate_for_what_is_no_name(tmp_path: Path, host: str) -> None:
    """Only DNS names are signed for."""
    with pytest.raises(ValueError):
        Authority(tmp_path).context(host)


def test_certificates_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A client that asks for ever new names cannot fill the memory."""
    monkeypatch.setattr(authority, "_MOST_HOSTS", 1)
    signs = Authority(tmp_path)
    signs.context("a.example")

    with pytest.raises(ValueError):
        signs.context("b.example")
