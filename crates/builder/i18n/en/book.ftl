# Words that the build writes into the pages.

book-answers = Answers
book-answers-to = Answers to: { $title }
book-question = Question { $number } of { $of }
book-points = { $points ->
    [one] { $points } point
   *[other] { $points } points
}
book-hint = Hint
book-right = right
book-wrong = not right
book-task-single = Choose one
book-task-multiple = Choose all that apply
book-task-order = Put in order
book-task-match = Match
book-task-numeric = Give a number
book-task-text = Give a short answer
book-task-essay = Write, then mark it yourself
book-figure-scrolls = Figure, scrolls sideways
book-reading = Reading
book-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
book-reviewed = Reviewed
book-chapter-kicker = Compendium, chapter { $letter }
book-source-read = read
book-source-to-check = to be checked
book-reading-orders = Reading orders with this chapter
book-place = { $place } of { $of }
book-chapters = { $chapters ->
    [one] { $chapters } chapter
   *[other] { $chapters } chapters
}
book-hours = { $hours } h { $minutes } min
book-template-form = Where scripts run, a form stands here. It fills in the names that are marked in the document, and saves the document as a Word file or a web page. On the command line:
book-timetable-form = Where scripts run, a form stands here, which makes the timetable from your dates, hours and courses. This is the plan that it begins with; on the command line:
book-card = Card { $number } of { $of }
book-card-back = Turn the card over
