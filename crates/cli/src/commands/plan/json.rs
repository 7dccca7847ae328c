//! A plan for programs.

use compendium_core::plan::{Course, Plan, Refusal, Slot, What};
use serde_json::{Value, json};

use super::refusal as words;

pub fn plan(courses: &[Course], plan: &Plan) -> Value {
    let days = plan.days.iter().map(|day| {
        json!({
            "date": day.date.to_string(),
            "week": day.week,
            "slots": day.slots.iter().map(|own| slot(courses, own)).collect::<Vec<_>>(),
            "unused_minutes": day.unused,
        })
    });
    let changes = plan.changes.iter().map(|change| {
        let session = &courses[change.course].sessions[change.session];
        json!({
            "course": courses[change.course].id,
            "session": session.id,
            "title": session.title,
            "minutes": change.minutes,
            "saved_minutes": change.saved,
            "step": change.step,
            "is_beyond_short_variant": change.is_beyond_short,
        })
    });
    json!({
        "weeks": plan.n_weeks(),
        "minutes": plan.minutes(),
        "spare_days": plan.n_spare,
        "courses": plan.courses.iter().map(|&course| courses[course].id.as_str()).collect::<Vec<_>>(),
        "days": days.collect::<Vec<_>>(),
        "holidays": plan.holidays.iter().map(|free| json!({ "date": free.date.to_string(), "name": free.name })).collect::<Vec<_>>(),
        "shortened_or_left_out": changes.collect::<Vec<_>>(),
    })
}

fn slot(courses: &[Course], slot: &Slot) -> Value {
    let (from, to) = (time(slot.from), time(slot.to));
    match &slot.what {
        What::Break => json!({ "from": from, "to": to, "kind": "break" }),
        What::Lunch => json!({ "from": from, "to": to, "kind": "lunch" }),
        What::Session(lesson) => {
            let session = &courses[lesson.course].sessions[lesson.session];
            json!({
                "from": from,
                "to": to,
                "kind": "session",
                "course": courses[lesson.course].id,
                "unit": session.unit,
                "session": session.id,
                "number": session.number,
                "title": session.title,
                "minutes": lesson.minutes,
                "breaks_inside": lesson.pauses.iter().map(|pause| json!({ "from": time(pause.from), "to": time(pause.to) })).collect::<Vec<_>>(),
            })
        }
    }
}

pub fn refusal(courses: &[Course], refusal: &Refusal) -> Value {
    json!({
        "refused": words::reason(courses, &refusal.reason),
        "nearest": refusal.nearest.iter().map(|nearest| words::help(courses, nearest)).collect::<Vec<_>>(),
    })
}

fn time(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
