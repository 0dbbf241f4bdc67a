"""Opening a page of a built site in a browser."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

OpenPage = Callable[..., "Page"]
"""Takes an address, a width and a height, whether its clock is stopped, and what else a browser context can be told."""
