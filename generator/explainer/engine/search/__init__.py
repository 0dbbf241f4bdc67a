"""The site's own search: what it finds, and the files that a browser fetches piece by piece to find it.

`words` says what a word is, on both sides; `sections` takes a page apart; `records` puts sections beside the records of
the seeds; `index` notes which word stands where; `pieces` writes all that as files of the site. The browser's half is
`theme/assets/later/search.js` with `later/found.js`, which folds words in the same way.
"""
