# Timetables: of the page, of the pages of the book, and of the command line.

plan-title = Timetable
plan-facts = { $weeks ->
    [one] One week
   *[other] { $weeks } weeks
}, { $days ->
    [one] one day
   *[other] { $days } days
}, { $hours } hours of teaching
plan-week = Week { $n }
plan-day = Day { $n }
plan-time = Time
plan-weekday = { $day ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
    [4] Friday
    [5] Saturday
   *[other] Sunday
}
plan-date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $year }
plan-break = Break
plan-lunch = Lunch
plan-break-inside = with a break, { $from }–{ $to }
plan-lunch-inside = with lunch, { $from }–{ $to }
plan-shortened = { $n } of { $of } minutes
plan-left-out = left out, { $n } minutes
plan-why = step { $n } of the short variant of { $course }
plan-why-beyond = step { $n } of { $course }, beyond its short variant
plan-free = No teaching
plan-rest = Rest of the day
plan-own-work = { $n } minutes for own work
plan-instructor = Instructor:
plan-room = Room:
plan-changes = Shortened and left out
plan-nothing-changed = Every session is there, and whole.
plan-changed = { $n ->
    [one] One session is shortened or left out
   *[other] { $n } sessions are shortened or left out
}: { $hours } hours less.
plan-session = Session
plan-what = What is left
plan-reason = Why
plan-spare = { $n ->
    [one] One day is left free at the end.
   *[other] { $n } days are left free at the end.
}
plan-handbook = Course handbook
plan-organiser = Organiser:
plan-place = Place:
plan-instructors = Instructors:
plan-prerequisites = Prerequisites
plan-outcomes = Learning outcomes
plan-assessment = How it is assessed
plan-sessions = Sessions
plan-materials = To print:
plan-homework = Homework

## The form
plan-form = What you have
plan-how = The timetable below follows every entry. The entries stay on this computer.
plan-start = First day
plan-length = Length
plan-in-weeks = Weeks
plan-until-day = Last day
plan-hours = Hours of teaching a day
plan-from = A day begins at
plan-days = Days of teaching
plan-courses = Courses
plan-course = { $hours } hours
plan-course-short = { $hours } hours, short { $short }
plan-done = the learners have done it
plan-all = All courses
plan-none = No course
plan-holidays = Days without teaching
plan-holidays-how = A date a line, or a span; behind a space a name if you like:
plan-print = Print
plan-calendar = Save as calendar (.ics)
plan-table = Save as table (.csv)
plan-ends = With its breaks, the longest day ends at { $time }.
plan-handed = { $file } was handed to the browser: look in your downloads.
plan-trouble = The entries are not kept on this computer.
plan-trouble-go-on = You can go on and save the files; the entries are gone when you leave the page.

## No timetable
plan-refused = There is no timetable for this.
plan-unread = There is no timetable yet: something cannot be read.
plan-possible = Possible is:
plan-no-course = No course is chosen.
plan-no-weekday = No day of the week is chosen.
plan-no-day = No day of teaching lies between the first day and the last.
plan-circle = { $courses } ask for each other.
plan-missing = { $n ->
    [one] { $course } asks for { $courses }, which is neither chosen nor done.
   *[other] { $course } asks for { $courses }, which are neither chosen nor done.
}
plan-too-long = Session { $session } takes { $n } minutes, more than a day has.
plan-too-short = The courses need { $needed } hours, with everything cut that may be cut. There are { $available }, and no session is split.
plan-take-add = Add { $courses }
plan-take-done = The learners have done { $courses }
plan-take-without = Leave out { $courses }
plan-take-weeks = { $n ->
    [one] Take one week
   *[other] Take { $n } weeks
}
plan-take-until = End on { $date }
plan-take-hours = Teach { $hours } hours a day
plan-take-monday = Teach from Monday to Friday
plan-bad-start = Give the first day, in a year from 1900 to 2999.
plan-bad-weeks = Give the weeks as a whole number from 1 to 208.
plan-bad-until = Give the last day, in a year from 1900 to 2999.
plan-bad-hours = Give the hours of a day from 0.5 to 10, in quarters: 6, or 5.5.
plan-bad-from = Give the beginning of a day from 00:00 to 10:59.
plan-bad-line = Days without teaching, line { $n }: “{ $text }” does not begin with a date. Write 2027-01-01, a space, and a name if you like.
plan-bad-span = Days without teaching, line { $n }: “{ $text }” ends before it begins. Write the earlier date first.
