"""Engines, and what any of them needs to build the pages.

`protocol` is what an engine gives, `engines` the table of those that there are. Modules whose name begins with
`mkdocs_`, but for `mkdocs_file`, import MkDocs, as `page_html` and `outside_files` do; `mkdocs_private` alone holds
what MkDocs never promised. Nothing outside this room imports an engine, and what is imported from there needs none.
"""
