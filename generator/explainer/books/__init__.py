"""The site, or one article of it, as a book: EPUB for reading systems. Made of the same pages as the site.

A book says what the pages say, because it is made of them: `rendering` prints them, `engine/printed` makes HTML of
them, `shaping` leaves out what only a site can do. The forms write that.
"""
