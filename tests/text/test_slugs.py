"""Ids that are free, however many of the same name there are."""

from explainer.text import slugs


def test_the_first_number_that_is_free() -> None:
    taken = {"ferry"}
    for number in range(2, 40):
        assert slugs.free("ferry", taken) == f"ferry-{number}"
        taken.add(f"ferry-{number}")
    assert slugs.free("bridge", taken) == "bridge"


def test_not_every_number_is_tried() -> None:
    class Counting(set[str]):
        asked = 0

        def __contains__(self, each: object) -> bool:
            self.asked += 1
            return super().__contains__(each)

    taken = Counting({"a", *(f"a-{number}" for number in range(2, 100_000))})
    assert slugs.free("a", taken) == "a-100000"
    assert taken.asked < 50
