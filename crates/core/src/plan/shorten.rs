//! Which sessions are shortened or left out when time is too short: the authors' steps, spread fairly over courses.
//!
//! The next step is one of the course that still has the largest share of its length above its short variant. Only
//! when all courses are at their short variants do further steps follow, where the authors allow any.

use super::layout::Placed;
use super::{Change, Course};

pub struct Steps<'c> {
    courses: &'c [Course],
    order: &'c [usize],
    /// One a course of `order`: numbers of its steps.
    steps: Vec<Vec<u32>>,
    /// One a course of `order`: how many of them are taken.
    taken: Vec<usize>,
}

impl<'c> Steps<'c> {
    pub fn new(courses: &'c [Course], order: &'c [usize]) -> Steps<'c> {
        let steps = order.iter().map(|&course| courses[course].steps()).collect();
        Steps { courses, order, steps, taken: vec![0; order.len()] }
    }

    /// Takes one step more; false if there is none.
    pub fn cut(&mut self) -> bool {
        let chosen = self.fullest(|course| course.short).or_else(|| self.fullest(|course| course.least));
        if let Some(chosen) = chosen {
            self.taken[chosen] += 1;
        }
        chosen.is_some()
    }

    /// Whether the steps of all short variants are just taken, and none beyond.
    pub fn is_at_short(&self) -> bool {
        let is_short = |place| self.left(place) >= self.course(place).short;
        (0..self.order.len()).all(is_short) && self.fullest(|course| course.short).is_none()
    }

    /// The course with the largest share of its length above a floor, of those that have a step left.
    fn fullest(&self, floor: impl Fn(&Course) -> u32) -> Option<usize> {
        let mut best: Option<(usize, u64, u64)> = None;
        for place in 0..self.order.len() {
            let course = self.course(place);
            let above = u64::from(self.left(place).saturating_sub(floor(course)));
            let whole = u64::from(course.minutes());
            let is_open = above > 0 && self.taken[place] < self.steps[place].len();
            // Fractions are compared across; of equal ones the first course gives.
            if is_open && best.is_none_or(|(_, best, best_whole)| above * best_whole > best * whole) {
                best = Some((place, above, whole));
            }
        }
        best.map(|(place, ..)| place)
    }

    fn course(&self, place: usize) -> &'c Course {
        &self.courses[self.order[place]]
    }

    /// The last step taken of a course, 0 if none.
    fn step(&self, place: usize) -> u32 {
        self.taken[place].checked_sub(1).map_or(0, |last| self.steps[place][last])
    }

    fn left(&self, place: usize) -> u32 {
        self.course(place).minutes_at(self.step(place))
    }

    /// Of all courses as they are now.
    pub fn minutes(&self) -> u32 {
        (0..self.order.len()).map(|place| self.left(place)).sum()
    }

    /// What is taught, in order.
    pub fn lessons(&self) -> Vec<Placed> {
        let mut lessons = Vec::new();
        for (place, &course) in self.order.iter().enumerate() {
            for (session, own) in self.courses[course].sessions.iter().enumerate() {
                let minutes = own.minutes_at(self.step(place));
                if minutes > 0 {
                    lessons.push(Placed { course, session, minutes });
                }
            }
        }
        lessons
    }

    /// What is shortened or left out now.
    pub fn changes(&self) -> Vec<Change> {
        let mut changes = Vec::new();
        for (place, &course) in self.order.iter().enumerate() {
            let own = &self.courses[course];
            for (session, of) in own.sessions.iter().enumerate() {
                let Some(cut) = of.cut_at(self.step(place)) else { continue };
                changes.push(Change {
                    course,
                    session,
                    minutes: cut.minutes,
                    saved: of.minutes - cut.minutes,
                    step: cut.step,
                    is_beyond_short: own.minutes_at(cut.step) < own.short,
                });
            }
        }
        changes
    }
}
