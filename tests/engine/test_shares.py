"""Which pages each process makes: evenly many, always the same, and as many processes as there is use for."""

import threading
from collections import Counter

import pytest

from explainer.engine import shares
from explainer.engine.shares import Share

PAGES = [f"articles/a-{number}{page}" for number in range(800) for page in (".md", "/mistakes.md")]
LISTS = [f"list-{number}.md" for number in range(10)]


@pytest.mark.parametrize("count", [1, 2, 3, 16])
def test_articles_and_lists_are_shared_out_evenly(count: int) -> None:
    owners = shares.owners([*PAGES, *LISTS], shares.weights(count, is_searched=False))
    assert len(owners) == len(PAGES) + len(LISTS)
    of_articles = Counter(owners[path] for path in PAGES)
    assert of_articles.keys() == set(range(count))
    assert max(of_articles.values()) - min(of_articles.values()) <= 2
    of_lists = Counter(owners[path] for path in LISTS)
    assert max(of_lists.values()) <= -(-len(LISTS) // count)


def test_the_pages_of_an_article_stay_together_and_its_picture_goes_with_them() -> None:
    pages = shares.owners(PAGES, shares.weights(3, is_searched=True))
    pictures = shares.owners([f"articles/a-{number}.png" for number in range(800)], shares.weights(3, is_searched=True))
    for number in range(800):
        name = f"articles/a-{number}"
        assert pages[f"{name}.md"] == pages[f"{name}/mistakes.md"] == pictures[f"{name}.png"]


def test_an_article_more_moves_few_others() -> None:
    weights = shares.weights(16, is_searched=False)
    before, after = shares.owners(PAGES, weights), shares.owners([*PAGES, "articles/new.md"], weights)
    assert sum(before[path] != after[path] for path in PAGES) <= 2 * 16


@pytest.mark.parametrize("count", range(1, 30))
def test_whoever_makes_the_search_makes_fewer_pages(count: int) -> None:
    weights = shares.weights(count, is_searched=True)
    assert len(weights) == count and sum(weights) == pytest.approx(1)
    assert all(0 <= weights[0] < each for each in weights[1:])


def test_so_many_as_there_is_use_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.delenv(shares.WORKERS, raising=False)
    monkeypatch.setattr(shares, "_cores", lambda: 2)
    assert [shares.workers(None, pages) for pages in (0, 100, 200, 9000)] == [1, 1, 2, 2]
    monkeypatch.setattr(shares, "_cores", lambda: 64)
    assert shares.workers(None, 9000) == 4
    assert shares.workers(7, 10) == 7
    monkeypatch.setenv(shares.WORKERS, "3")
    assert (shares.workers(None, 10), shares.workers(2, 10)) == (3, 2)
    for wrong in ("0", "many", "-1"):
        monkeypatch.setenv(shares.WORKERS, wrong)
        with pytest.raises(ValueError, match=wrong):
            shares.workers(None, 10)


def test_one_where_others_would_be_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert shares.workers(4, 9000) == 1


@pytest.mark.parametrize("wrong", ["", "3", "0/4", "5/4", "a/b", "1/4/2", "-1/4"])
def test_what_is_no_share(wrong: str) -> None:
    with pytest.raises(ValueError):
        Share.read(wrong)
    assert str(Share.read("3/16")) == "3/16"
