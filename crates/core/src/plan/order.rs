//! The order of courses: prerequisites first, then the book's order.

use super::{Course, Reason, Request};

/// Places of the chosen courses in the order of teaching.
pub fn order(courses: &[Course], request: &Request) -> Result<Vec<usize>, Reason> {
    let place = |id: &String| courses.iter().position(|course| course.id == *id);
    let known = |id: &String| place(id).ok_or_else(|| Reason::UnknownCourse(id.clone()));
    let mut chosen: Vec<usize> = request.courses.iter().map(known).collect::<Result<_, _>>()?;
    let done: Vec<usize> = request.done.iter().map(known).collect::<Result<_, _>>()?;
    chosen.sort_unstable();
    chosen.dedup();
    if chosen.is_empty() {
        return Err(Reason::NoCourse);
    }
    let done = with_prerequisites(courses, done);
    for &course in &chosen {
        let has = |place: &usize| chosen.contains(place) || done.contains(place);
        let mut missing: Vec<usize> = Vec::new();
        let mut waiting = vec![course];
        while let Some(next) = waiting.pop() {
            for before in courses[next].after.iter().filter_map(place).filter(|place| !has(place)) {
                if !missing.contains(&before) {
                    missing.push(before);
                    waiting.push(before);
                }
            }
        }
        if !missing.is_empty() {
            missing.sort_unstable();
            return Err(Reason::Missing { course, missing });
        }
    }
    let mut order = Vec::with_capacity(chosen.len());
    while order.len() < chosen.len() {
        let is_ready = |&&course: &&usize| {
            let before = courses[course].after.iter().filter_map(place);
            !order.contains(&course) && before.into_iter().all(|own| !chosen.contains(&own) || order.contains(&own))
        };
        match chosen.iter().find(is_ready) {
            Some(&next) => order.push(next),
            None => {
                chosen.retain(|course| !order.contains(course));
                return Err(Reason::Circle(chosen));
            }
        }
    }
    Ok(order)
}

/// Places of courses, and behind them those of all that they ask for.
pub fn with_prerequisites(courses: &[Course], mut found: Vec<usize>) -> Vec<usize> {
    let mut at = 0;
    while at < found.len() {
        for id in &courses[found[at]].after {
            if let Some(place) = courses.iter().position(|course| course.id == *id)
                && !found.contains(&place)
            {
                found.push(place);
            }
        }
        at += 1;
    }
    found
}
