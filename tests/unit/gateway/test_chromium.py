"""harness/gateway/chromium.py."""

from harness.gateway.chromium import arguments, resolver_rules


def test_names_first_then_nothing() -> None:
    """Each name leads to the listener on port 443 only; the last rule finds nothing."""
    assert resolver_rules(["a.io", "*.okta.com"], 4430) == (
        "MAP a.io:443 127.0.0.1:4430, MAP *.okta.com:443 127.0.0.1:4430, MAP * ~NOTFOUND"
    )


def test_no_names_find_nothing() -> None:
    """Without names nothing is reached at all."""
    assert resolver_rules([], 4430) == "MAP * ~NOTFOUND"


def test_features_are_left_to_the_driver() -> None:
    """Chromium heeds the last of two feature lists: ours would silently undo the driver's."""
    given = arguments(["a.io"], 4430, "print")

    assert not [argument for argument in given if argument.startswith(("--disable-features", "--enable-features"))]
