"""What a login costs, side by side with a floor and with peers, as ratios. Measures; never judges."""
