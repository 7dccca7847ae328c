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
