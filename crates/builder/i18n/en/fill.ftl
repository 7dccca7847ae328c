# The form of a template.

fill-title = Fill in the names
fill-how = All templates share these names. They stay on this computer: nothing that you enter leaves it.
fill-count = { $n } of { $of } filled in
fill-word = Save as Word file
fill-web = Save as web page
fill-print = Print
fill-forget = Forget all names
fill-handed = { $file } was handed to the browser: look in your downloads.
fill-gaps = { $n ->
    [0] No name is missing.
    [one] One name is still missing; it stands in brackets.
   *[other] { $n } names are still missing; they stand in brackets.
}
fill-trouble = The names are not kept on this computer.
fill-trouble-go-on = You can go on and save the document; the names are gone when you leave the page.
fill-forget-ask = Forget the names of all templates on this computer? They cannot be brought back.
fill-forget-do = Forget them
fill-leave = Keep them
fill-forgotten = All names were forgotten.
