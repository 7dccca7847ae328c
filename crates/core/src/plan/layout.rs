//! Whole sessions into days.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

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

/// The sessions in days, or none if they are too many. At best in the strict order of the courses; where that does not
/// fit, sessions come before others of their unit, to fill the rest of a day, as few as possible. The last unit of a
/// course, with its examination, keeps its order. No session is longer than a day.
pub fn layout(courses: &[Course], lessons: &[Placed], room: Room, fills: &mut Fills) -> Option<Days> {
    Search::new(courses, lessons, (room, Order::Kept), fills).days()
}

/// The same with the courses in another order that their prerequisites allow: courses that end at noon may fit together
/// better so. In as few courses as possible the last unit changes its order, too.
pub fn reordered(courses: &[Course], lessons: &[Placed], room: Room, fills: &mut Fills) -> Option<Days> {
    Search::new(courses, lessons, (room, Order::Free), fills).days()
}

/// Whether courses may change places, and with them the sessions of last units.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Kept,
    Free,
}

/// Which sessions of a course may come before others, to fill a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Freedom {
    None,
    /// Those of one unit, but for the last: there stand the examination and what follows from it.
    Units,
    /// Those of one unit.
    LastUnit,
}

impl Order {
    fn freedoms(self) -> &'static [Freedom] {
        match self {
            Order::Kept => &[Freedom::None, Freedom::Units],
            Order::Free => &[Freedom::None, Freedom::Units, Freedom::LastUnit],
        }
    }
}

/// What is paid for fitting, the dearest first.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Cost {
    /// Courses whose last unit changes its order.
    last_units: usize,
    /// Sessions that stand before one that should come earlier.
    moved: usize,
    /// Pairs of courses that have changed places.
    swapped: usize,
}

/// The course to go on with, and what that and all behind it cost.
#[derive(Clone, Copy)]
struct Step {
    block: usize,
    freedom: Freedom,
    cost: Cost,
}

/// The cheapest way to put one course behind the other. What stands before matters only by which courses it holds and
/// where the day stands, so each such state is looked at once.
struct Search<'s> {
    courses: &'s [Course],
    /// The sessions of each course.
    blocks: Vec<&'s [Placed]>,
    room: Room,
    order: Order,
    /// One a state: which blocks are placed, and the minutes that they use up.
    known: BTreeMap<(Vec<bool>, u32), Option<Step>>,
    fills: &'s mut Fills,
}

/// A book of many courses that ask for nothing has more orders than anybody waits for.
const MOST_STATES: usize = 10_000;

impl<'s> Search<'s> {
    fn new(
        courses: &'s [Course],
        lessons: &'s [Placed],
        (room, order): (Room, Order),
        fills: &'s mut Fills,
    ) -> Search<'s> {
        let blocks = lessons.chunk_by(|one, other| one.course == other.course).collect();
        Search { courses, blocks, room, order, known: BTreeMap::new(), fills }
    }

    fn days(&mut self) -> Option<Days> {
        let mut days = Days::new();
        let (mut placed, mut used) = (vec![false; self.blocks.len()], 0);
        while placed.contains(&false) {
            let step = self.best(&placed, used)?;
            let filled = self.fill(step.block, used, step.freedom);
            let mut filled_days = filled.days.iter().cloned();
            if let (Some(today), Some(first)) = (days.last_mut(), filled_days.next()) {
                today.extend(first);
            }
            days.extend(filled_days);
            placed[step.block] = true;
            used += filled.used;
        }
        Some(days)
    }

    /// `used` minutes are gone: taught, or left free at the end of a day.
    fn best(&mut self, placed: &[bool], used: u32) -> Option<Step> {
        let state = (placed.to_vec(), used);
        if let Some(known) = self.known.get(&state) {
            return *known;
        }
        let mut best: Option<Step> = None;
        for block in self.next(placed) {
            let mut placed = placed.to_vec();
            placed[block] = true;
            let swapped = placed[..block].iter().filter(|is_placed| !**is_placed).count();
            for &freedom in self.order.freedoms() {
                // Nothing is better than the strict order, and it is tried first.
                if best.is_some_and(|best| best.cost == Cost::default()) {
                    break;
                }
                let filled = self.fill(block, used, freedom);
                let used = used + filled.used;
                if self.known.len() > MOST_STATES || !self.has_room(&placed, used) {
                    continue;
                }
                let rest = match placed.contains(&false) {
                    true => self.best(&placed, used).map(|step| step.cost),
                    false => Some(Cost::default()),
                };
                let Some(rest) = rest else { continue };
                let cost = Cost {
                    last_units: rest.last_units + usize::from(freedom == Freedom::LastUnit),
                    moved: rest.moved + filled.n_moved,
                    swapped: rest.swapped + swapped,
                };
                if best.is_none_or(|best| cost < best.cost) {
                    best = Some(Step { block, freedom, cost });
                }
            }
        }
        self.known.insert(state, best);
        best
    }

    /// The courses that may come next.
    fn next(&self, placed: &[bool]) -> Vec<usize> {
        let mut open = (0..self.blocks.len()).filter(|&block| !placed[block] && self.is_ready(block, placed));
        match self.order {
            Order::Kept => open.next().into_iter().collect(),
            Order::Free => open.collect(),
        }
    }

    fn is_ready(&self, block: usize, placed: &[bool]) -> bool {
        let course = |block: usize| &self.courses[self.blocks[block][0].course];
        (0..self.blocks.len()).all(|other| placed[other] || !course(block).after.contains(&course(other).id))
    }

    /// Whether what is left could still fit.
    fn has_room(&self, placed: &[bool], used: u32) -> bool {
        let open = self.blocks.iter().zip(placed).filter(|(_, is_placed)| !**is_placed);
        let left: u32 = open.flat_map(|(block, _)| *block).map(|lesson| lesson.minutes).sum();
        used + left <= self.room.n_days as u32 * self.room.minutes_a_day
    }

    fn fill(&mut self, block: usize, used: u32, freedom: Freedom) -> Rc<Filled> {
        let today = used % self.room.minutes_a_day;
        let left = if today == 0 { 0 } else { self.room.minutes_a_day - today };
        let (courses, lessons, room) = (self.courses, self.blocks[block], self.room);
        let minutes = lessons.iter().map(|lesson| lesson.minutes).sum();
        let key = (lessons[0].course, minutes, room.minutes_a_day, left, freedom);
        self.fills.0.entry(key).or_insert_with(|| Rc::new(fill(courses, lessons, room, left, freedom))).clone()
    }
}

/// Courses in days, kept from one attempt to the next, which differs by one step of one course or by a week: the
/// course, its minutes, which tell its step, those of a day and those left of its first day, and its freedom.
#[derive(Default)]
pub struct Fills(BTreeMap<(usize, u32, u32, u32, Freedom), Rc<Filled>>);

/// One course in days.
struct Filled {
    /// The first goes on where the course before ended, and may be empty.
    days: Days,
    /// Minutes up to the end of the last session, with what is left free at the end of days.
    used: u32,
    n_moved: usize,
}

/// `left` minutes of the first day are free; 0 if it begins with a new one.
fn fill(courses: &[Course], lessons: &[Placed], room: Room, mut left: u32, freedom: Freedom) -> Filled {
    let last = |course: usize| courses[course].sessions.last().map(|session| session.unit.as_str());
    let unit = |lesson: &Placed| {
        let unit = courses[lesson.course].sessions[lesson.session].unit.as_str();
        Some(unit).filter(|unit| freedom == Freedom::LastUnit || last(lesson.course) != Some(unit))
    };
    let mut waiting: Vec<Placed> = lessons.to_vec();
    let (mut days, mut used) = (vec![Vec::new()], 0);
    while !waiting.is_empty() {
        let chosen = match freedom {
            Freedom::None => in_order(&waiting, left),
            Freedom::Units | Freedom::LastUnit => fullest(&waiting, &unit, left),
        };
        if chosen.is_empty() {
            used += left;
            left = room.minutes_a_day;
            days.push(Vec::new());
        }
        for next in chosen {
            let lesson = waiting.remove(next);
            used += lesson.minutes;
            left -= lesson.minutes;
            if let Some(day) = days.last_mut() {
                day.push(lesson);
            }
        }
    }
    let order: Vec<usize> = days.iter().flatten().map(|lesson| lesson.session).collect();
    let is_moved = |&place: &usize| order[place + 1..].iter().any(|&later| later < order[place]);
    let n_moved = (0..order.len()).filter(is_moved).count();
    Filled { days, used, n_moved }
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
