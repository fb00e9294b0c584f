"""The mean of numbers, as the guide shows it."""


def mean(xs):
    """The mean of numbers."""
    return sum(xs) / len(xs)
