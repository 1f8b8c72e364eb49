"""Rules that no text holds today: asleep until a reform, or a deployer who holds a text, gives their figure a value."""
