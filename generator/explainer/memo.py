"""What a run made is kept for the next one, so that a run after an edit costs that edit's share.

A cache of a fixed size is lost at the first record more than it holds: a run asks for everything once, in one order,
and each answer would be thrown away just before it is asked for again. So what is kept here has no size. It has an
age: what neither this run nor the one before asked for is dropped.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import update_wrapper
from typing import Any, Generic, ParamSpec, TypeAlias, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


Keep: TypeAlias = Callable[[Iterable[str], Callable[[], bytes]], bytes]
"""What is made of some texts, which is all that it depends on: made now, or kept from an earlier process."""


def anew(_: Iterable[str], make: Callable[[], bytes]) -> bytes:
    """Keeps nothing."""
    return make()


class memoized(Generic[P, T]):  # noqa: N801  # a decorator
    """A pure function of hashable arguments that is asked once for each of them, within two runs."""

    def __init__(self, function: Callable[P, T]) -> None:
        self._function = function
        self._ages: tuple[dict[Hashable, T], dict[Hashable, T]] = ({}, {})
        update_wrapper(self, function)
        _EVERY.append(self)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        # Taken once: another thread may begin a run meanwhile.
        of_this_run, of_the_last = self._ages
        key = (args, *kwargs.items()) if kwargs else args
        try:
            return of_this_run[key]
        except KeyError:
            pass
        made = of_the_last[key] if key in of_the_last else self._function(*args, **kwargs)
        of_this_run[key] = made
        return made

    def grow_older(self) -> None:
        self._ages = ({}, self._ages[0])

    def forget(self) -> None:
        self._ages = ({}, {})

    @property
    def kept(self) -> int:
        """How many answers are kept."""
        return len(self._ages[0].keys() | self._ages[1].keys())


_EVERY: list[memoized[..., Any]] = []


def new_run() -> None:
    """Begin a run that asks for everything: what the last run did not ask for is dropped."""
    for each in _EVERY:
        each.grow_older()


def forget() -> None:
    """Keep nothing: where no run follows, its memory is of use for what does."""
    for each in _EVERY:
        each.forget()
