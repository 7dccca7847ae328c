//! Week by week: times down, days across. For the page, for pages of the book, and as a page that stands alone.

use compendium_core::plan::{Day, FreeDay, Lesson, Slot, What};

use super::{Timetable, hours, time};

/// How a timetable is shown.
#[derive(Clone, Copy, Default)]
pub struct Show<'s> {
    /// With dates; otherwise days are counted.
    pub dates: bool,
    /// Sessions link into the book, whose root is this prefix.
    pub root: Option<&'s str>,
    /// Lines for the names of instructor and room.
    pub lines: bool,
}

/// For a page that stands alone: the look of the book's paper, no script, nothing from elsewhere.
pub const STYLE: &str = "\
body{margin:0 auto;max-width:70rem;padding:1.5rem;color:#182028;background:#fff;font:14px/1.4 'IBM Plex Sans',system-ui,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif}\
h1,h2{font-family:'IBM Plex Serif',Georgia,'Noto Serif',serif;line-height:1.2}\
h1{font-size:1.7rem;margin:0 0 .3rem}h2{font-size:1.15rem;margin:0 0 .5rem}\
.plan-week{break-inside:avoid;break-after:page;margin:1.2rem 0}.plan-week:last-of-type{break-after:auto}\
table{border-collapse:collapse;width:100%}\
th,td{border:1px solid #9aa5ad;padding:.3rem .4rem;text-align:start;vertical-align:top}\
thead th{background:#eef0ee}th[scope=row]{font-weight:400;font-variant-numeric:tabular-nums;white-space:nowrap;color:#4b5862}\
.plan-grid{table-layout:fixed}.plan-grid th:first-child{width:6.5rem}\
.plan-pause{color:#4b5862;background:#f6f6f3;font-size:.9em;text-align:center}.plan-none{border-color:#dde1e3}\
.plan-free{background:#f6f6f3;text-align:center}\
.plan-code{font-weight:600;white-space:nowrap}.plan-note,.plan-lines{display:block;font-size:.85em;color:#4b5862}\
.plan-lines span{display:block;border-bottom:1px dotted #4b5862;margin-top:.35rem}\
a{color:inherit}\
@page{size:A4 landscape;margin:12mm}@media print{body{padding:0;font-size:9.5pt}}";

/// A page that stands alone, for print.
pub fn page(timetable: &Timetable<'_>, language: &str, is_right_to_left: bool) -> String {
    let show = Show { dates: true, root: None, lines: true };
    let dir = if is_right_to_left { "rtl" } else { "ltr" };
    let title = escape(&timetable.say("plan-title"));
    [
        "<!DOCTYPE html>\n<html lang=\"",
        &escape(language),
        "\" dir=\"",
        dir,
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
        &title,
        "</title>\n<style>",
        STYLE,
        "</style>\n</head>\n<body>\n<main>\n<h1>",
        &title,
        "</h1>\n<p>",
        &escape(&timetable.facts()),
        "</p>\n",
        &weeks(timetable, show),
        &changes(timetable, show),
        "</main>\n</body>\n</html>\n",
    ]
    .concat()
}

/// All weeks, each in a section of its own.
pub fn weeks(timetable: &Timetable<'_>, show: Show<'_>) -> String {
    let mut out = String::new();
    for days in timetable.plan.days.chunk_by(|one, other| one.week == other.week) {
        week(&mut out, timetable, show, days);
    }
    out
}

/// A column: a day with teaching, or one that is free.
enum Column<'c> {
    Day(&'c Day),
    Free(&'c FreeDay),
}

fn week(out: &mut String, timetable: &Timetable<'_>, show: Show<'_>, days: &[Day]) {
    let Some(first) = days.first() else { return };
    let free = timetable.plan.holidays.iter().filter(|free| free.week == first.week && show.dates);
    let mut columns: Vec<(compendium_core::date::Date, Column<'_>)> =
        days.iter().map(|day| (day.date, Column::Day(day))).collect();
    columns.extend(free.map(|free| (free.date, Column::Free(free))));
    columns.sort_by_key(|(date, _)| *date);
    let title = escape(&timetable.say_n("plan-week", first.week));
    push(
        out,
        &[
            "<section class=\"plan-week\"><h2>",
            &title,
            "</h2>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"",
            &title,
            "\"><table class=\"plan-grid\">\n<thead><tr><th scope=\"col\">",
            &escape(&timetable.say("plan-time")),
            "</th>",
        ],
    );
    for (place, (date, _)) in columns.iter().enumerate() {
        let name = match show.dates {
            true => [&timetable.weekday(date.weekday()), "<br>", &escape(&timetable.date(*date))].concat(),
            false => escape(&timetable.say_n("plan-day", place as u32 + 1)),
        };
        push(out, &["<th scope=\"col\">", &name, "</th>"]);
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    let mut times: Vec<u32> =
        days.iter().flat_map(|day| &day.slots).flat_map(|slot| [slot.from, slot.to]).collect();
    times.sort_unstable();
    times.dedup();
    for (row, pair) in times.windows(2).enumerate() {
        push(out, &["<tr><th scope=\"row\">", &time(pair[0]), "–", &time(pair[1]), "</th>"]);
        for (_, column) in &columns {
            match column {
                Column::Free(free) if row == 0 => {
                    let name = if free.name.is_empty() { timetable.say("plan-free") } else { free.name.clone() };
                    let rows = (times.len() - 1).to_string();
                    push(out, &["<td class=\"plan-free\" rowspan=\"", &rows, "\">", &escape(&name), "</td>"]);
                }
                Column::Free(_) => {}
                Column::Day(day) => cell(out, timetable, show, day, (&times, pair[0])),
            }
        }
        out.push_str("</tr>\n");
    }
    if days.iter().any(|day| day.unused > 0) {
        push(out, &["<tr><th scope=\"row\">", &escape(&timetable.say("plan-rest")), "</th>"]);
        for (_, column) in &columns {
            match column {
                Column::Day(day) if day.unused > 0 => {
                    push(
                        out,
                        &[
                            "<td class=\"plan-pause\">",
                            &escape(&timetable.say_n("plan-own-work", day.unused)),
                            "</td>",
                        ],
                    );
                }
                _ => out.push_str("<td class=\"plan-none\"></td>"),
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table></div></section>\n");
}

/// The cell of a day in the row that begins at a time.
fn cell(out: &mut String, timetable: &Timetable<'_>, show: Show<'_>, day: &Day, (times, from): (&[u32], u32)) {
    let Some(slot) = day.slots.iter().find(|slot| slot.from <= from && from < slot.to) else {
        return out.push_str("<td class=\"plan-none\"></td>");
    };
    // It hangs down from the row in which it begins.
    if slot.from < from {
        return;
    }
    let rows = times.iter().filter(|&&time| slot.from <= time && time < slot.to).count().to_string();
    match &slot.what {
        What::Break => pause(out, &rows, &timetable.say("plan-break")),
        What::Lunch => pause(out, &rows, &timetable.say("plan-lunch")),
        What::Session(own) => lesson(out, timetable, show, (slot, own), &rows),
    }
}

fn pause(out: &mut String, rows: &str, name: &str) {
    push(out, &["<td class=\"plan-pause\" rowspan=\"", rows, "\">", &escape(name), "</td>"]);
}

fn lesson(out: &mut String, timetable: &Timetable<'_>, show: Show<'_>, (_, lesson): (&Slot, &Lesson), rows: &str) {
    let (course, session) = timetable.session(lesson);
    push(out, &["<td rowspan=\"", rows, "\">"]);
    let name = escape(&timetable.name(course, session));
    let title = escape(&session.title);
    let words = ["<span class=\"plan-code\">", &name, "</span> ", &title].concat();
    push_link(out, show, &session.href, &words);
    for note in timetable.notes(lesson) {
        push(out, &["<span class=\"plan-note\">", &escape(&note), "</span>"]);
    }
    if show.lines {
        push(
            out,
            &[
                "<span class=\"plan-lines\"><span>",
                &escape(&timetable.say("plan-instructor")),
                "</span><span>",
                &escape(&timetable.say("plan-room")),
                "</span></span>",
            ],
        );
    }
    out.push_str("</td>");
}

fn push_link(out: &mut String, show: Show<'_>, href: &str, words: &str) {
    match show.root {
        Some(root) => push(out, &["<a href=\"", &escape(root), &escape(href), "\">", words, "</a>"]),
        None => out.push_str(words),
    }
}

/// What was shortened or left out, and why.
pub fn changes(timetable: &Timetable<'_>, show: Show<'_>) -> String {
    let mut out = String::new();
    push(&mut out, &["<section class=\"plan-changes\"><h2>", &escape(&timetable.say("plan-changes")), "</h2>\n"]);
    if timetable.plan.changes.is_empty() {
        push(&mut out, &["<p>", &escape(&timetable.say("plan-nothing-changed")), "</p>"]);
    } else {
        let saved = timetable.plan.changes.iter().map(|change| change.saved).sum();
        let count = timetable.words.text(
            "plan-changed",
            &[
                ("n", super::Value::Number(timetable.plan.changes.len() as u32)),
                ("hours", super::Value::Text(&hours(saved))),
            ],
        );
        push(&mut out, &["<p>", &escape(&count), "</p>\n<table><thead><tr>"]);
        for key in ["plan-session", "plan-what", "plan-reason"] {
            push(&mut out, &["<th scope=\"col\">", &escape(&timetable.say(key)), "</th>"]);
        }
        out.push_str("</tr></thead>\n<tbody>\n");
        for change in &timetable.plan.changes {
            let course = &timetable.courses[change.course];
            let session = &course.sessions[change.session];
            let (what, why) = timetable.change(change);
            let words = [escape(&timetable.name(course, session)), escape(&session.title)].join(" ");
            out.push_str("<tr><td>");
            push_link(&mut out, show, &session.href, &words);
            push(&mut out, &["</td><td>", &escape(&what), "</td><td>", &escape(&why), "</td></tr>\n"]);
        }
        out.push_str("</tbody></table>");
    }
    if timetable.plan.n_spare > 0 && show.dates {
        push(&mut out, &["\n<p>", &escape(&timetable.say_n("plan-spare", timetable.plan.n_spare)), "</p>"]);
    }
    out.push_str("</section>\n");
    out
}

fn push(out: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| out.push_str(part));
}

pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for found in text.chars() {
        match found {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            found => out.push(found),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::tests::{Keys, sample};
    use super::*;

    #[test]
    fn a_week_is_a_table_with_times_down_and_days_across() {
        let (courses, _, plan) = sample();
        let timetable = Timetable { courses: &courses, plan: &plan, words: &Keys };
        let html = page(&timetable, "en", true);
        for part in [
            "dir=\"rtl\"",
            "<th scope=\"row\">09:00–09:45</th>",
            "<td rowspan=\"2\"><span class=\"plan-code\">C1 1</span> =Why, &quot;and&quot; when; é",
            "<td class=\"plan-free\" rowspan=\"4\">Feast</td>",
            "<td class=\"plan-pause\" rowspan=\"1\">break</td>",
            "A &lt;b&gt;long&lt;/b&gt; title",
            "<td>C1 4 Rest</td><td>left-out 240</td><td>why 2 C1</td>",
        ] {
            assert!(html.contains(part), "{part}\n{html}");
        }
        assert!(!html.contains("http:") && !html.contains("<script"));
        let counted = weeks(&timetable, Show { root: Some("../"), ..Show::default() });
        assert!(counted.contains("<th scope=\"col\">day 2</th>") && !counted.contains("2027"), "{counted}");
        assert!(counted.contains("<a href=\"../courses/c1.html#s2\">"), "{counted}");
        assert!(!counted.contains("\n\n"), "Markdown would end the block");
    }

    #[test]
    fn every_row_has_a_cell_for_every_day() {
        let (courses, _, plan) = sample();
        let html = weeks(&Timetable { courses: &courses, plan: &plan, words: &Keys }, Show::default());
        let mut cells = 0;
        for cell in html.split("<td").skip(1) {
            let rows = cell.split("rowspan=\"").nth(1).and_then(|rest| rest.split('"').next());
            cells += rows.filter(|_| cell.find("rowspan") < cell.find('>')).map_or(1, |rows| rows.parse().unwrap());
        }
        let rows = html.matches("<th scope=\"row\">").count();
        assert_eq!(cells, rows * 2, "{html}");
    }
}
