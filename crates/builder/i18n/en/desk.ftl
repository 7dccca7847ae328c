# My progress.

## The numbers above
desk-of = of { $n }
desk-due-count = { $n ->
    [one] question is due today
   *[other] questions are due today
}
desk-answered = questions answered
desk-right = right at the last try
desk-passed = quizzes passed
desk-per-cent = { $n } %

## Due today
desk-due = Due today
desk-due-none = Nothing is due. Answer a quiz, and its questions come back here when it is time to look at them again.
desk-due-next = { $n ->
    [one] Nothing is due today. The next question comes back tomorrow.
   *[other] Nothing is due today. The next question comes back in { $n } days.
}
desk-due-minutes = { $n ->
    [one] About { $n } minute.
   *[other] About { $n } minutes.
}
desk-due-more = { $n ->
    [one] and one more
   *[other] and { $n } more
}
desk-due-begin = Begin with the first quiz
desk-was-right = { $n ->
    [0] right, earlier today
    [one] right, { $n } day ago
   *[other] right, { $n } days ago
}
desk-was-wrong = { $n ->
    [0] not right, earlier today
    [one] not right, { $n } day ago
   *[other] not right, { $n } days ago
}

## Calibration
desk-calibration = How well you know what you know
desk-calibration-title = How sure you were against how often you were right
desk-calibration-band = { $sure }: right { $share } per cent of { $n }.
desk-calibration-count = { $share } % of { $n }
desk-calibration-axis = how sure you said you were →
desk-calibration-few = Say with ten answers or more how sure you are. Then this place shows whether you know what you know.
desk-calibration-over = When you say “sure”, you are wrong more often than one time in five. Before you choose “sure”, name the passage that proves it.
desk-calibration-under = Most of your guesses are right: you know more than you trust yourself with.
desk-calibration-fair = You are about as sure as you are right.

## Parts of the book
desk-courses = Courses
desk-chapters = Chapters
desk-guides = Study guides
desk-others = Other pages
desk-row = { $answered } of { $items } questions answered · { $right } right at the last try · { $passed } of { $quizzes } quizzes passed
desk-chip-passed = passed
desk-chip-begun = in progress
desk-chip-open = not begun
desk-older = { $n ->
    [one] One answer belongs to an earlier wording of its question. It is kept, and counted nowhere.
   *[other] { $n } answers belong to an earlier wording of their questions. They are kept, and counted nowhere.
}

## Files
desk-files = Keep it, move it, delete it
desk-files-how = The file holds your answers and their times. Give it to nobody to whom you would not show your mistakes.
desk-export = Save my progress as a file
desk-import = Bring in a file
desk-reset = Delete my progress
desk-exported = { $n ->
    [one] One entry was handed to the browser as a file: look in your downloads.
   *[other] { $n } entries were handed to the browser as a file: look in your downloads.
}
desk-offer = The file holds { $new } new entries; { $there } are already here.
desk-offer-ask = { $n ->
    [0] Nothing in the file is new.
    [one] Add the one new entry? What is here stays as it is.
   *[other] Add the { $n } new entries? What is here stays as it is.
}
desk-merge = Add them
desk-leave = Leave everything as it is
desk-merged = { $n ->
    [one] One entry was added.
   *[other] { $n } entries were added.
}
desk-too-large = The file is larger than a progress file can be. Nothing was changed.
desk-refused-unreadable = The file is damaged or was cut off: it cannot be read at line { $line }, place { $column }.
desk-refused-format = This is not a progress file.
desk-refused-newer = The file was written by a later version of this book ({ $version }). Open the newer book, or save the file again there.
desk-refused-book = The file belongs to another book: { $book }.
desk-refused-damaged = The file was changed after it was saved: { $detail } does not fit.
desk-refused-unchanged = Nothing was changed.
desk-reset-ask = { $n ->
    [0] There is nothing to delete yet.
    [one] Delete the one entry of this book on this computer? It cannot be brought back, unless you have saved it as a file.
   *[other] Delete all { $n } entries of this book on this computer? They cannot be brought back, unless you have saved them as a file.
}
desk-reset-do = Delete all entries
desk-cleared = All entries were deleted.

## What was gained
desk-gain = Before and after
desk-gain-open = not finished yet
desk-gain-how = Finish both forms. Then this place shows how much of what you did not know you have learned.
desk-gain-share = You gained { $n } % of what was left to gain: (after − before) ÷ (100 − before). Only the first time that you finish a form counts.
desk-gain-lost = The second form went worse than the first. Read again what My progress calls due, course by course.
desk-row-cards = { $turned } of { $cards } flashcards turned · { $due } due

## Completion record
desk-record-self-study = Self-study, without supervision: this paper is made by the learner’s own browser and proves nothing about who answered.
desk-record-name = Name of the learner
desk-record-named = The name stays on this computer and goes into no file.
desk-record-print = Print this record
desk-record-none = Nothing to record yet. Answer the questions of a course, and it appears here.
desk-record-course = { $first } to { $last } · { $answered } of { $items } questions answered · { $earned } of { $points } points at the last answer · { $passed } of { $quizzes } quizzes passed
desk-record-outcome = { $answered } of { $items } questions, { $share } % of their points
desk-record-reached = reached
desk-record-open = not yet
desk-record-untouched = not begun
desk-record-rule = An outcome counts as reached when { $n } of its questions are answered, or all where there are fewer, with { $share } % of their points at the last answer. It says what was answered here, not what is done at the desk.

## Mentoring
desk-mentoring = For the twelve weeks with a mentor
desk-mentoring-how = These outcomes of the courses above are not reached yet, the weakest first. Agree on one task of the job for each, and write down who saw it done.
desk-mentoring-none = Every outcome of the courses above is reached. Let the mentor choose the tasks.
desk-mentoring-week = Week
desk-mentoring-outcome = Outcome
desk-mentoring-task = Task on the job
desk-mentoring-seen = Seen by, on
