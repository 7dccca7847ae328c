//! The hours of a day: a break of half an hour after about ninety minutes, lunch in the middle.

use super::layout::Placed;
use super::{Lesson, Pause, Slot, What};

const BREAK: u32 = 30;
const LUNCH: u32 = 60;
/// Teaching without a break.
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
    let mut taught = 0;
    let mut gaps = Vec::with_capacity(parts.len());
    for (place, part) in parts.iter().enumerate() {
        taught += part.minutes;
        let gap = match parts.get(place + 1) {
            None => 0,
            Some(_) if lunch == Some(place) => LUNCH,
            Some(next) if !part.is_end || taught + next.minutes > STRETCH => BREAK,
            Some(_) => 0,
        };
        if gap > 0 {
            taught = 0;
        }
        gaps.push(gap);
    }
    gaps
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
