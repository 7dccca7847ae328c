//! Timetables: which session stands on which day at which hour, and what goes when time is short.
//!
//! ```text
//! Course ⊃ Session (minutes, and the steps at which it is cut)        what the authors wrote
//!    + Request (start, length, weekdays, hours, holidays, courses)    what an institution has
//!         │
//!      order ── prerequisites first, then the book's order (another only where the short variants need it)
//!         │
//!      shorten, one step more as long as it does not fit ◀─┐
//!         │                                                │
//!      layout ── whole sessions into days ─── too long ────┘
//!         │
//!      clock ── hours, breaks, lunch
//!         ▼
//! Plan, or a Refusal with the nearest requests that are possible
//! ```
//! No clock and no files: dates come in, the same request gives the same plan.

mod clock;
mod layout;
mod nearest;
mod order;
mod shorten;

use crate::date::{Date, Weekday};

pub use order::with_prerequisites;

/// A course with what a timetable needs of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Course {
    pub id: String,
    /// `C1`: what people say.
    pub code: String,
    pub title: String,
    /// Page of the course, relative to the book's root.
    pub href: String,
    /// Ids of the courses that must be done before.
    pub after: Vec<String>,
    /// Minutes of the short variant; the whole length where there is none.
    pub short: u32,
    /// Minutes below which the course is not taught.
    pub least: u32,
    /// In the order in which they are taught.
    pub sessions: Vec<Session>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Session {
    pub id: String,
    /// `1.2`
    pub number: String,
    /// Without the number.
    pub title: String,
    /// Title of its unit.
    pub unit: String,
    /// Relative to the book's root.
    pub href: String,
    pub minutes: u32,
    /// Steps of the course's short variant that touch it, ascending.
    pub cuts: Vec<Cut>,
}

/// A step of a short variant: what is left of a session from then on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Cut {
    pub step: u32,
    /// 0: the session is left out.
    pub minutes: u32,
}

impl Course {
    /// Minutes of all sessions whole.
    pub fn minutes(&self) -> u32 {
        self.sessions.iter().map(|session| session.minutes).sum()
    }

    /// Minutes when all steps up to `step` are taken.
    pub fn minutes_at(&self, step: u32) -> u32 {
        self.sessions.iter().map(|session| session.minutes_at(step)).sum()
    }

    /// Numbers of the steps, ascending.
    pub fn steps(&self) -> Vec<u32> {
        let mut steps: Vec<u32> = self.sessions.iter().flat_map(|own| &own.cuts).map(|cut| cut.step).collect();
        steps.sort_unstable();
        steps.dedup();
        steps
    }
}

impl Session {
    /// Minutes when all steps up to `step` are taken; 0 if it is left out.
    pub fn minutes_at(&self, step: u32) -> u32 {
        self.cut_at(step).map_or(self.minutes, |cut| cut.minutes)
    }

    /// The last cut up to a step.
    fn cut_at(&self, step: u32) -> Option<Cut> {
        self.cuts.iter().take_while(|cut| cut.step <= step).last().copied()
    }
}

/// What an institution has: days, hours, and the courses that it wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub start: Date,
    pub length: Length,
    pub weekdays: Weekdays,
    /// Minutes of teaching a day, breaks not counted.
    pub minutes_a_day: u32,
    /// When a day begins, in minutes after midnight.
    pub from: u32,
    pub holidays: Vec<Holiday>,
    /// Ids of courses.
    pub courses: Vec<String>,
    /// Ids of courses that the learners have done, and with them all that those ask for.
    pub done: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Spans of seven days from the start.
    Weeks(u32),
    /// The last day.
    Until(Date),
}

/// Days of the week on which there is teaching.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Weekdays(pub [bool; 7]);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holiday {
    pub first: Date,
    pub last: Date,
    /// May be empty.
    pub name: String,
}

/// Longest programme that is planned, in weeks.
pub const MOST_WEEKS: u32 = 208;

/// Most minutes of teaching a day.
pub const MOST_MINUTES: u32 = 600;

impl Weekdays {
    pub const MONDAY_TO_FRIDAY: Weekdays = Weekdays([true, true, true, true, true, false, false]);

    pub fn has(self, day: Weekday) -> bool {
        self.0[day.number()]
    }

    /// In the order of the working week: the first is the one after the longest stretch of free days.
    pub fn in_order(self) -> Vec<Weekday> {
        let free_before = |day: usize| (1..7).take_while(|back| !self.0[(day + 7 - back) % 7]).count();
        let mut first = 0;
        for day in (0..7).filter(|&day| self.0[day]) {
            if !self.0[first] || free_before(day) > free_before(first) {
                first = day;
            }
        }
        (0..7).map(|n| (first + n) % 7).filter(|&day| self.0[day]).map(|day| Weekday::ALL[day]).collect()
    }
}

impl Request {
    /// The last day that may be taught.
    pub fn end(&self) -> Date {
        match self.length {
            Length::Weeks(weeks) => self.start.plus(weeks.min(MOST_WEEKS) as i32 * 7 - 1),
            Length::Until(date) => date.min(self.start.plus(MOST_WEEKS as i32 * 7 - 1)),
        }
    }

    fn holiday(&self, date: Date) -> Option<&Holiday> {
        self.holidays.iter().find(|holiday| holiday.first <= date && date <= holiday.last)
    }

    /// Days of the wanted weekdays from start to end.
    fn dates(&self) -> impl Iterator<Item = Date> + '_ {
        let n = self.end().since(self.start).max(-1) + 1;
        (0..n).map(|day| self.start.plus(day)).filter(|date| self.weekdays.has(date.weekday()))
    }

    /// The working week of a date, counted from one; the first day of the wanted weekdays lies in the first.
    fn week(&self, date: Date) -> u32 {
        let first = self.weekdays.in_order().first().map_or(0, |day| day.number() as i32);
        let begin = |date: Date| date.plus(-(date.weekday().number() as i32 - first).rem_euclid(7));
        (begin(date).since(begin(self.dates().next().unwrap_or(self.start))) / 7) as u32 + 1
    }
}

/// A timetable. Places of courses and sessions are those of the slice that was planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Days with teaching, in order.
    pub days: Vec<Day>,
    /// Days on which there would be teaching but for a holiday, up to the last day of `days`, with its name.
    pub holidays: Vec<FreeDay>,
    /// Sessions that are shortened or left out, in the order of teaching.
    pub changes: Vec<Change>,
    /// Courses in the order of teaching.
    pub courses: Vec<usize>,
    /// Days behind the last that the request has and the plan does not need.
    pub n_spare: u32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeDay {
    pub date: Date,
    /// Counted from one.
    pub week: u32,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    pub date: Date,
    /// Counted from one.
    pub week: u32,
    pub slots: Vec<Slot>,
    /// Minutes of teaching that no session fills: own work.
    pub unused: u32,
}

/// A stretch of a day; times are minutes after midnight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    pub from: u32,
    pub to: u32,
    pub what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Session(Lesson),
    Break,
    Lunch,
}

/// A session in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    pub course: usize,
    pub session: usize,
    /// Of teaching, without the breaks inside.
    pub minutes: u32,
    /// Breaks inside its frame, which a long session has.
    pub pauses: Vec<Pause>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    pub from: u32,
    pub to: u32,
    pub is_lunch: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    pub course: usize,
    pub session: usize,
    /// What is left of it; 0: it is left out.
    pub minutes: u32,
    pub saved: u32,
    /// Of the list in its course's short variant.
    pub step: u32,
    /// The step lies beyond the short variant: taken only because all courses were short already.
    pub is_beyond_short: bool,
}

impl Plan {
    /// The lessons with their days and slots, in order.
    pub fn lessons(&self) -> impl Iterator<Item = (&Day, &Slot, &Lesson)> {
        self.days.iter().flat_map(|day| {
            day.slots.iter().filter_map(move |slot| match &slot.what {
                What::Session(lesson) => Some((day, slot, lesson)),
                What::Break | What::Lunch => None,
            })
        })
    }

    /// Number of the last week.
    pub fn n_weeks(&self) -> u32 {
        self.days.last().map_or(0, |day| day.week)
    }

    /// Minutes of teaching.
    pub fn minutes(&self) -> u32 {
        self.lessons().map(|(_, _, lesson)| lesson.minutes).sum()
    }
}

/// Why there is no plan, and what is possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub reason: Reason,
    /// Each gives a plan when it is asked; the first is the nearest.
    pub nearest: Vec<Nearest>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    NoCourse,
    /// An id that no course has.
    UnknownCourse(String),
    NoWeekday,
    /// No day of the wanted weekdays lies between start and end, or all are holidays.
    NoDay,
    /// These courses ask for each other.
    Circle(Vec<usize>),
    /// A chosen course asks for courses that are neither chosen nor done.
    Missing {
        course: usize,
        missing: Vec<usize>,
    },
    SessionTooLong {
        course: usize,
        session: usize,
        minutes: u32,
    },
    /// With everything cut that may be cut, in minutes.
    TooShort {
        needed: u32,
        available: u32,
    },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// What differs from what was asked.
    pub changes: Vec<Difference>,
    pub request: Request,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    Add(Vec<usize>),
    Done(Vec<usize>),
    Without(Vec<usize>),
    Weeks(u32),
    Until(Date),
    MinutesADay(u32),
    MondayToFriday,
}

/// Plans a request; a refusal names what is possible instead.
pub fn plan(courses: &[Course], request: &Request) -> Result<Plan, Refusal> {
    let fills = &mut layout::Fills::default();
    attempt(courses, request, fills).map_err(|reason| {
        let nearest = nearest::nearest(courses, request, &reason, fills);
        Refusal { reason, nearest }
    })
}

/// A plan, or only the reason why there is none.
fn attempt(courses: &[Course], request: &Request, fills: &mut layout::Fills) -> Result<Plan, Reason> {
    let order = order::order(courses, request)?;
    if request.weekdays == Weekdays::default() {
        return Err(Reason::NoWeekday);
    }
    let (off, dates): (Vec<Date>, Vec<Date>) = request.dates().partition(|&date| request.holiday(date).is_some());
    if dates.is_empty() {
        return Err(Reason::NoDay);
    }
    let minutes_a_day = request.minutes_a_day.min(MOST_MINUTES);
    let room = layout::Room { n_days: dates.len(), minutes_a_day };
    let capacity = dates.len() as u32 * minutes_a_day;
    let mut steps = shorten::Steps::new(courses, &order);
    let days = loop {
        let lessons = steps.lessons();
        let fits = steps.minutes() <= capacity && lessons.iter().all(|lesson| lesson.minutes <= minutes_a_day);
        if fits && let Some(days) = layout::layout(courses, &lessons, room, fills) {
            break days;
        }
        // Before courses become shorter than their short variants they may change places.
        if fits
            && steps.is_at_short()
            && let Some(days) = layout::reordered(courses, &lessons, room, fills)
        {
            break days;
        }
        if !steps.cut() {
            return Err(refused(&lessons, minutes_a_day, steps.minutes(), capacity));
        }
    };
    let last = dates[days.len().saturating_sub(1)];
    let holidays = off.into_iter().filter(|&date| date < last).map(|date| FreeDay {
        date,
        week: request.week(date),
        name: request.holiday(date).map_or(String::new(), |holiday| holiday.name.clone()),
    });
    let mut taught: Vec<usize> = days.iter().flatten().map(|lesson| lesson.course).collect();
    taught.dedup();
    let n_spare = (dates.len() - days.len()) as u32;
    let day = |(date, lessons): (Date, Vec<layout::Placed>)| Day {
        date,
        week: request.week(date),
        unused: minutes_a_day - lessons.iter().map(|lesson| lesson.minutes).sum::<u32>(),
        slots: clock::slots(&lessons, request.from),
    };
    Ok(Plan {
        holidays: holidays.collect(),
        days: dates.into_iter().zip(days).map(day).collect(),
        changes: steps.changes(),
        courses: taught,
        n_spare,
    })
}

fn refused(lessons: &[layout::Placed], minutes_a_day: u32, needed: u32, available: u32) -> Reason {
    match lessons.iter().find(|lesson| lesson.minutes > minutes_a_day) {
        Some(long) => Reason::SessionTooLong { course: long.course, session: long.session, minutes: long.minutes },
        None => Reason::TooShort { needed, available },
    }
}

#[cfg(test)]
mod tests;
