//! The hours of a day: half an hour of break after about ninety minutes, lunch in the middle.

use super::layout::Placed;
use super::{Lesson, Pause, Slot, What};

const BREAK: u32 = 30;
const SHORTEST_BREAK: u32 = 10;
const LUNCH: u32 = 60;
/// Teaching before a break.
const USUAL: u32 = 90;
/// Most teaching without a break.
const STRETCH: u32 = 120;
/// A day with more teaching than this has a lunch.
const WITHOUT_LUNCH: u32 = 240;

/// A stretch of one session that is taught in one go.
struct Part {
    minutes: u32,
    /// Whether a session ends with it.
    is_end: bool,
}

/// The day of these lessons, begun at `from` minutes after midnight.
pub fn slots(lessons: &[Placed], from: u32) -> Vec<Slot> {
    let parts: Vec<Vec<Part>> = lessons.iter().map(|lesson| parts(lesson.minutes)).collect();
    let gaps = gaps(&parts.iter().flatten().collect::<Vec<_>>());
    let mut gaps = gaps.into_iter();
    let mut now = from;
    let mut slots = Vec::new();
    for (lesson, parts) in lessons.iter().zip(&parts) {
        let begin = now;
        let mut pauses = Vec::new();
        let mut after = 0;
        for part in parts {
            now += part.minutes;
            let gap = gaps.next().unwrap_or_default();
            if part.is_end {
                after = gap;
            } else if gap > 0 {
                pauses.push(Pause { from: now, to: now + gap, is_lunch: gap == LUNCH });
                now += gap;
            }
        }
        let Placed { course, session, minutes } = *lesson;
        let what = What::Session(Lesson { course, session, minutes, pauses });
        slots.push(Slot { from: begin, to: now, what });
        if after > 0 {
            let what = if after == LUNCH { What::Lunch } else { What::Break };
            slots.push(Slot { from: now, to: now + after, what });
            now += after;
        }
    }
    slots
}

/// Even parts, in steps of five minutes, none longer than a stretch.
fn parts(minutes: u32) -> Vec<Part> {
    let n = minutes.div_ceil(STRETCH).max(1);
    let mut left = minutes;
    (0..n)
        .map(|place| {
            let is_end = place + 1 == n;
            let part = if is_end { left } else { (left / (n - place)).next_multiple_of(5) };
            left -= part;
            Part { minutes: part, is_end }
        })
        .collect()
}

/// Minutes free behind each part; 0 behind the last.
fn gaps(parts: &[&Part]) -> Vec<u32> {
    let total: u32 = parts.iter().map(|part| part.minutes).sum();
    let lunch = if total > WITHOUT_LUNCH { middle(parts, total) } else { None };
    let (morning, afternoon) = parts.split_at(lunch.map_or(parts.len(), |lunch| lunch + 1));
    let mut gaps = breaks(morning);
    if let (Some(_), Some(last)) = (lunch, gaps.last_mut()) {
        *last = LUNCH;
    }
    gaps.extend(breaks(afternoon));
    gaps
}

/// The same for a part of a day without lunch. It has the breaks that lie between stretches of ninety minutes, however
/// its sessions are cut: where short ones need more breaks, these share the time.
fn breaks(parts: &[&Part]) -> Vec<u32> {
    let mut taught = 0;
    let has_break = |pair: &[&Part]| {
        taught += pair[0].minutes;
        let is_long = !pair[0].is_end || taught + pair[1].minutes > STRETCH;
        taught = if is_long { 0 } else { taught };
        is_long
    };
    let places: Vec<bool> = parts.windows(2).map(has_break).chain(parts.last().map(|_| false)).collect();
    let n_breaks = places.iter().filter(|has_break| **has_break).count() as u32;
    let total: u32 = parts.iter().map(|part| part.minutes).sum();
    // To the nearest, half down: two hours and a quarter are one stretch and a half, and one break is enough.
    let n_stretches = ((total + USUAL / 2 - 1) / USUAL).max(2);
    let share = (n_stretches - 1) * BREAK / n_breaks.max(1) / 5 * 5;
    let length = share.clamp(SHORTEST_BREAK, BREAK);
    places.into_iter().map(|has_break| if has_break { length } else { 0 }).collect()
}

/// The part behind which half of the day is nearest, the later of two.
fn middle(parts: &[&Part], total: u32) -> Option<usize> {
    let mut taught = 0;
    let distances = parts[..parts.len().saturating_sub(1)].iter().map(|part| {
        taught += part.minutes;
        (taught * 2).abs_diff(total)
    });
    let distances: Vec<u32> = distances.collect();
    // Of equal ones `min_by_key` takes the first.
    (0..distances.len()).rev().min_by_key(|&place| distances[place])
}
