"""A file of nothing but mistakes costs what its size costs: a stranger may send one."""

import time

from explainer import reading, validating


def took(keys: int) -> float:
    """Processor seconds for a context box with so many keys that nobody knows."""
    content = "".join(f"k{number}: 1\n" for number in range(keys)).encode()
    start = time.process_time()
    documents, _ = reading.parse({"seeds/context/x.yaml": content})
    _, found = validating.validate(documents)
    assert len([each for each in found if each.rule.id == "key-is-known"]) == keys
    return time.process_time() - start


def test_ten_times_the_keys_take_about_ten_times_as_long() -> None:
    took(100)
    assert took(20_000) < 30 * took(2_000)
