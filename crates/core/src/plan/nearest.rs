//! What is possible instead of a request that is refused. Every proposal is planned before it is made.

use super::layout::Fills;
use super::order::with_prerequisites;
use super::{Course, Difference, Length, MOST_MINUTES, MOST_WEEKS, Nearest, Reason, Request, Weekdays, attempt};

/// Steps in which a longer day is tried, and the longest that is proposed.
const MORE_MINUTES: u32 = 30;
const LONGEST_DAY: u32 = 480;

pub fn nearest(courses: &[Course], request: &Request, reason: &Reason, fills: &mut Fills) -> Vec<Nearest> {
    let asked = || Nearest { changes: vec![], request: request.clone() };
    let proposals = match reason {
        Reason::Missing { .. } => {
            let missing = missing(courses, request);
            let mut done = asked();
            done.request.done.extend(missing.iter().map(|&place| courses[place].id.clone()));
            done.changes.push(Difference::Done(missing));
            vec![mended(courses, asked(), fills), mended(courses, done, fills)]
        }
        Reason::TooShort { .. } => {
            vec![
                mended(courses, asked(), fills),
                longer_day(courses, request, fills),
                fewer(courses, request, fills),
            ]
        }
        Reason::UnknownCourse(unknown) => {
            let mut known = asked();
            known.request.courses.retain(|id| id != unknown);
            known.request.done.retain(|id| id != unknown);
            known.changes.push(Difference::Without(vec![]));
            vec![mended(courses, known, fills)]
        }
        _ => vec![mended(courses, asked(), fills)],
    };
    proposals.into_iter().flatten().collect()
}

/// The proposal with everything changed that stands in its way, the least first; none if something cannot be.
fn mended(courses: &[Course], mut nearest: Nearest, fills: &mut Fills) -> Option<Nearest> {
    let mut longer = None;
    while let Err(reason) = attempt(courses, &nearest.request, fills) {
        let request = &mut nearest.request;
        match reason {
            Reason::TooShort { .. } | Reason::NoDay => {
                longer = Some(add_a_week(request)?);
                continue;
            }
            Reason::Missing { .. } => {
                let missing = missing(courses, request);
                request.courses.extend(missing.iter().map(|&place| courses[place].id.clone()));
                nearest.changes.push(Difference::Add(missing));
            }
            Reason::NoCourse => {
                request.courses = courses.iter().map(|course| course.id.clone()).collect();
                // A book without courses has no timetable.
                let all: Vec<usize> = (0..courses.len()).collect();
                nearest.changes.push(Difference::Add(all).filled()?);
            }
            Reason::NoWeekday => {
                request.weekdays = Weekdays::MONDAY_TO_FRIDAY;
                nearest.changes.push(Difference::MondayToFriday);
            }
            Reason::SessionTooLong { .. } => {
                request.minutes_a_day = longest(courses, request).filter(|&longest| longest <= MOST_MINUTES)?;
                nearest.changes.push(Difference::MinutesADay(request.minutes_a_day));
            }
            Reason::UnknownCourse(_) | Reason::Circle(_) => return None,
        }
    }
    nearest.changes.extend(longer);
    Some(nearest)
}

impl Difference {
    /// Itself, unless it names no course.
    fn filled(self) -> Option<Difference> {
        match &self {
            Difference::Add(courses) if courses.is_empty() => None,
            _ => Some(self),
        }
    }
}

/// Everything that the chosen courses ask for and that is neither chosen nor done.
fn missing(courses: &[Course], request: &Request) -> Vec<usize> {
    let places = |ids: &[String]| -> Vec<usize> {
        ids.iter().filter_map(|id| courses.iter().position(|course| course.id == *id)).collect()
    };
    let chosen = places(&request.courses);
    let done = with_prerequisites(courses, places(&request.done));
    let mut missing = with_prerequisites(courses, chosen.clone());
    missing.retain(|place| !chosen.contains(place) && !done.contains(place));
    missing.sort_unstable();
    missing
}

fn longest(courses: &[Course], request: &Request) -> Option<u32> {
    let chosen = courses.iter().filter(|course| request.courses.contains(&course.id));
    chosen.flat_map(|course| &course.sessions).map(|session| session.minutes).max()
}

/// None at the end of what is planned.
fn add_a_week(request: &mut Request) -> Option<Difference> {
    match request.length {
        Length::Weeks(weeks) if weeks < MOST_WEEKS => {
            request.length = Length::Weeks(weeks + 1);
            Some(Difference::Weeks(weeks + 1))
        }
        Length::Until(date) if date.since(request.start) < MOST_WEEKS as i32 * 7 - 1 => {
            // The end of a span of seven days from the start.
            let weeks = (date.since(request.start) + 1).max(0) / 7 + 1;
            let date = request.start.plus(weeks * 7 - 1);
            request.length = Length::Until(date);
            Some(Difference::Until(date))
        }
        Length::Weeks(_) | Length::Until(_) => None,
    }
}

fn longer_day(courses: &[Course], request: &Request, fills: &mut Fills) -> Option<Nearest> {
    let first = request.minutes_a_day.next_multiple_of(MORE_MINUTES);
    let lengths = (first..=LONGEST_DAY).step_by(MORE_MINUTES as usize);
    lengths.filter(|&minutes| minutes > request.minutes_a_day).find_map(|minutes| {
        let request = Request { minutes_a_day: minutes, ..request.clone() };
        attempt(courses, &request, fills).ok()?;
        Some(Nearest { changes: vec![Difference::MinutesADay(minutes)], request })
    })
}

/// Without courses that no chosen course asks for: one if one is enough, the later before the earlier.
fn fewer(courses: &[Course], request: &Request, fills: &mut Fills) -> Option<Nearest> {
    let mut request = request.clone();
    let mut without = Vec::new();
    loop {
        let chosen = || courses.iter().filter(|course| request.courses.contains(&course.id));
        let is_free = |&place: &usize| {
            let id = &courses[place].id;
            request.courses.contains(id) && !chosen().any(|course| course.after.contains(id))
        };
        let free: Vec<usize> = (0..courses.len()).rev().filter(is_free).collect();
        let less = |place: usize| {
            let kept = request.courses.iter().filter(|id| **id != courses[place].id);
            Request { courses: kept.cloned().collect(), ..request.clone() }
        };
        let enough = free.iter().find(|&&place| attempt(courses, &less(place), fills).is_ok());
        let place = *enough.or(free.first())?;
        let is_enough = enough.is_some();
        request = less(place);
        without.push(place);
        if is_enough {
            without.sort_unstable();
            return Some(Nearest { changes: vec![Difference::Without(without)], request });
        }
    }
}
