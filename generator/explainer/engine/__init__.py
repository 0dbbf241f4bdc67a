"""MkDocs, and what any engine needs to build the pages: the plugin, the written folder, the index of the search.

Nothing outside this room and `serving` imports MkDocs.
"""
