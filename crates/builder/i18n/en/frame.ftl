# Words of the frame around every page.

frame-skip = Skip to the text
frame-contents = Table of contents
frame-contents-toggle = Show or hide the table of contents
frame-search = Search the book
frame-search-found = Results:
frame-search-none = Nothing found. Try another word, or only its beginning.
frame-progress = My progress
frame-colours = Colours
frame-colours-auto = As in the system
frame-colours-light = Light
frame-colours-dark = Dark
frame-keys = Keyboard shortcuts
frame-keys-pages = Previous and next page
frame-keys-on = Use these keys
frame-close = Close
frame-print = Print this page
frame-print-book = The whole book on one page, to print
frame-pages = Previous and next page
frame-previous = Previous
frame-next = Next
frame-scrolls = scrolls sideways
frame-footnote = Footnote
frame-footnote-back = Back to the text
frame-moved = This page has moved:
