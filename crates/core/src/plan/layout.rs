//! Whole sessions into days.

use std::collections::BTreeSet;

use super::Course;

/// A session with the minutes that it gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    pub course: usize,
    pub session: usize,
    pub minutes: u32,
}

/// Days, each with its sessions in order.
pub type Days = Vec<Vec<Placed>>;

/// What the sessions have to fit into.
#[derive(Clone, Copy)]
pub struct Room {
    pub n_days: usize,
    pub minutes_a_day: u32,
}

/// The sessions in days, or none if they are too many. At first in the strict order of the courses; only if that does
/// not fit may a session come before others of its unit, to fill the rest of a day; the last unit of a course, with its
/// examination, keeps its order. No session is longer than a day.
pub fn layout(courses: &[Course], lessons: &[Placed], room: Room) -> Option<Days> {
    [Freedom::None, Freedom::Units].into_iter().find_map(|freedom| {
        let mut days = Days::new();
        for lessons in lessons.chunk_by(|one, other| one.course == other.course) {
            fill(&mut days, courses, lessons, room, freedom);
        }
        (days.len() <= room.n_days).then_some(days)
    })
}

/// The same with the courses in another order that their prerequisites allow, the nearest to the book's: courses that
/// end at noon may fit together better so. In as few courses as possible the last unit changes its order, too.
pub fn reordered(courses: &[Course], lessons: &[Placed], room: Room) -> Option<Days> {
    let blocks: Vec<&[Placed]> = lessons.chunk_by(|one, other| one.course == other.course).collect();
    let mut search = Search { courses, blocks: &blocks, room, in_vain: BTreeSet::new() };
    (0..=blocks.len()).find_map(|n_free| search.go_on(&Days::new(), &mut Vec::new(), n_free))
}

/// Which sessions of a course may come before others, to fill a day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Freedom {
    None,
    /// Those of one unit, but for the last: there stand the examination and what follows from it.
    Units,
    /// Those of one unit.
    LastUnit,
}

struct Search<'s> {
    courses: &'s [Course],
    /// The sessions of each course.
    blocks: &'s [&'s [Placed]],
    room: Room,
    /// Blocks that are placed, the minutes that they use up, and how many last units may still change: from there no
    /// way leads on.
    in_vain: BTreeSet<(Vec<usize>, u32, usize)>,
}

impl Search<'_> {
    fn go_on(&mut self, days: &Days, placed: &mut Vec<usize>, n_free: usize) -> Option<Days> {
        if placed.len() == self.blocks.len() {
            return Some(days.clone());
        }
        let mut set = placed.clone();
        set.sort_unstable();
        let state = (set, used_up(days, self.room), n_free);
        if self.in_vain.contains(&state) {
            return None;
        }
        for block in 0..self.blocks.len() {
            if placed.contains(&block) || !self.is_ready(block, placed) {
                continue;
            }
            placed.push(block);
            for freedom in [Freedom::None, Freedom::Units, Freedom::LastUnit] {
                let left = n_free.checked_sub(usize::from(freedom == Freedom::LastUnit));
                let Some(n_free) = left else { continue };
                let mut days = days.clone();
                fill(&mut days, self.courses, self.blocks[block], self.room, freedom);
                let found = if self.has_room(&days, placed) { self.go_on(&days, placed, n_free) } else { None };
                if found.is_some() {
                    return found;
                }
            }
            placed.pop();
        }
        self.in_vain.insert(state);
        None
    }

    fn is_ready(&self, block: usize, placed: &[usize]) -> bool {
        let course = |block: usize| &self.courses[self.blocks[block][0].course];
        let asks_for = |other: usize| course(block).after.contains(&course(other).id);
        (0..self.blocks.len()).all(|other| placed.contains(&other) || !asks_for(other))
    }

    /// Whether what is left could still fit.
    fn has_room(&self, days: &Days, placed: &[usize]) -> bool {
        let left =
            (0..self.blocks.len()).filter(|block| !placed.contains(block)).flat_map(|block| self.blocks[block]);
        let left: u32 = left.map(|lesson| lesson.minutes).sum();
        used_up(days, self.room) + left <= self.room.n_days as u32 * self.room.minutes_a_day
    }
}

/// Minutes up to the end of the last session; what a day before the last leaves free is gone.
fn used_up(days: &Days, room: Room) -> u32 {
    let before = days.len().saturating_sub(1) as u32 * room.minutes_a_day;
    before + days.last().into_iter().flatten().map(|lesson| lesson.minutes).sum::<u32>()
}

/// Adds the sessions of one course, at first to the last day.
fn fill(days: &mut Days, courses: &[Course], lessons: &[Placed], room: Room, freedom: Freedom) {
    let last = |course: usize| courses[course].sessions.last().map(|session| session.unit.as_str());
    let unit = |lesson: &Placed| {
        let unit = courses[lesson.course].sessions[lesson.session].unit.as_str();
        Some(unit).filter(|unit| freedom == Freedom::LastUnit || last(lesson.course) != Some(unit))
    };
    let mut waiting: Vec<Placed> = lessons.to_vec();
    while !waiting.is_empty() {
        let left = room.minutes_a_day - days.last().into_iter().flatten().map(|lesson| lesson.minutes).sum::<u32>();
        let chosen = match freedom {
            Freedom::None => in_order(&waiting, left),
            Freedom::Units | Freedom::LastUnit => fullest(&waiting, &unit, left),
        };
        match days.last_mut() {
            Some(day) if !chosen.is_empty() => day.extend(chosen.into_iter().map(|next| waiting.remove(next))),
            _ => days.push(Vec::new()),
        }
    }
}

/// The first sessions, as many as fit into what is left of a day: places to be taken out one after the other.
fn in_order(waiting: &[Placed], mut left: u32) -> Vec<usize> {
    let fits = |lesson: &&Placed| {
        let fits = lesson.minutes <= left;
        left = left.saturating_sub(lesson.minutes);
        fits
    };
    waiting.iter().take_while(fits).map(|_| 0).collect()
}

/// The sessions that leave the least of the day free when only those of one unit may change places; of equal ones
/// those that are nearest to the order. A session without a unit keeps its place.
fn fullest<'u>(waiting: &[Placed], unit: &impl Fn(&Placed) -> Option<&'u str>, left: u32) -> Vec<usize> {
    let mut best = (left, Vec::new());
    try_all(&mut waiting.to_vec(), unit, left, &mut Vec::new(), &mut best);
    best.1
}

fn try_all<'u>(
    waiting: &mut Vec<Placed>,
    unit: &impl Fn(&Placed) -> Option<&'u str>,
    left: u32,
    chosen: &mut Vec<usize>,
    best: &mut (u32, Vec<usize>),
) {
    if left < best.0 {
        *best = (left, chosen.clone());
    }
    let Some(first) = waiting.first().copied() else { return };
    let can_wait = unit(&first).is_some();
    let same_unit = waiting.iter().take_while(|next| can_wait && unit(next) == unit(&first));
    let n_candidates = same_unit.count().max(1);
    let mut tried = BTreeSet::new();
    for next in 0..n_candidates {
        // One of several of the same length stands for all.
        let minutes = waiting[next].minutes;
        if best.0 == 0 || minutes > left || !tried.insert(minutes) {
            continue;
        }
        let lesson = waiting.remove(next);
        chosen.push(next);
        try_all(waiting, unit, left - minutes, chosen, best);
        chosen.pop();
        waiting.insert(next, lesson);
    }
}
