"""Model of ``statistics``: means and medians of known numbers."""

from _scope_lsp_host import unknown


class StatisticsError(ValueError):
    pass


def _exact(value):
    return int(value) if value == int(value) else value


def mean(data):
    numbers = list(data)
    if not numbers:
        raise StatisticsError("mean requires at least one data point")
    total = sum(numbers) / len(numbers)
    return _exact(total) if all(isinstance(number, int) for number in numbers) else total


def fmean(data):
    numbers = list(data)
    return sum(numbers) / len(numbers)


def median(data):
    numbers = sorted(data)
    if not numbers:
        raise StatisticsError("no median for empty data")
    middle = len(numbers) // 2
    if len(numbers) % 2:
        return numbers[middle]
    return (numbers[middle - 1] + numbers[middle]) / 2


def __getattr__(name):
    return unknown("statistics." + name)
