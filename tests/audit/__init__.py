"""Judges of a built site that Debian and PyPI do not have: Lighthouse and the W3C's checker of HTML, both from npm."""
