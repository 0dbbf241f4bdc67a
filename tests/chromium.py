"""The browser of all tests and benchmarks: Debian's Chromium, or the one whose path `EXPLAINER_CHROMIUM` holds."""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

BROWSER = os.environ.get("EXPLAINER_CHROMIUM") or "/usr/bin/chromium"
# With each page comes a whole window, which nobody sees. What drops down below its field for addresses are two pages in
# Chromium 156, each in a process of its own: together as much work as our longest page.
_OF_THE_WINDOW = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup")
# What Playwright switches off itself: of a switch that is given twice, the last one alone counts.
# `tests/test_chromium.py` compares.
_OF_PLAYWRIGHT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect", "TcpPortRandomizationWin", "OptimizationHints", "NetworkTimeServiceQuerying",
    "AimEnabled", "PreconnectToSearch", "msForceBrowserSignIn", "msEdgeUpdateLaunchServicesPreferredVersion",
)  # fmt: skip
_QUIET = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    f"--disable-features={','.join((*_OF_PLAYWRIGHT, *_OF_THE_WINDOW))}",
)


def launch(playwright: "Playwright") -> "Browser":
    return playwright.chromium.launch(executable_path=BROWSER, args=_QUIET)
