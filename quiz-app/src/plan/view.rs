//! What stands on the page of timetables: the form, and below it the timetable or why there is none.

use compendium_core::plan::{Difference, Plan, Reason, Refusal};
use compendium_formats::holidays::Fault;
use compendium_formats::timetable::{self, Timetable, hours};

use crate::messages::{t, t_with, time};
use crate::plan::form::{Field, Problem};
use crate::plan::state::{Action, Outcome, RESULT, State};
use crate::plan::words::PageWords;
use crate::state::Saved;
use crate::store::Trouble;
use crate::text::glued;
use crate::tree::{HALF, Name};

pub type Tree = crate::tree::Tree<Action>;

/// Id of the form's heading.
const TITLE: &str = "plan-form";

/// `timetable` is the plan as HTML.
pub fn page(tree: &mut Tree, state: &State, timetable: &str) {
    tree.el("section", "panel fill plan-form", |tree| {
        tree.set(Name::LabelledBy, TITLE);
        tree.el("h2", "", |tree| {
            tree.set(Name::Id, TITLE);
            tree.say("plan-form");
        });
        tree.el("p", "small muted", |tree| tree.say("plan-how"));
        trouble(tree, state);
        tree.el("div", "fill-fields", |tree| {
            field(tree, state, (Field::Start, "plan-start", "date"), &state.form.start);
            length(tree, state);
            field(tree, state, (Field::Hours, "plan-hours", "text"), &state.form.hours);
            field(tree, state, (Field::From, "plan-from", "time"), &state.form.from);
        });
        weekdays(tree, state);
        courses(tree, state);
        holidays(tree, state);
    });
    tree.el("section", "plan-made", |tree| {
        tree.set(Name::LabelledBy, RESULT);
        tree.el("h2", "", |tree| {
            tree.set(Name::Id, RESULT);
            tree.set(Name::Tabindex, "-1");
            tree.say("plan-title");
        });
        // It exists before it speaks.
        tree.el("p", "facts", |tree| {
            tree.set(Name::Role, "status");
            tree.text(said(state));
        });
        // In an element of its own: the lines that speak keep their places.
        tree.el("div", "no-print", |tree| match &state.outcome {
            Outcome::Plan(_, plan) => made(tree, plan),
            Outcome::Refused(refusal) => refused(tree, state, refusal),
            Outcome::Unread(problems) => unread(tree, problems),
        });
        tree.el("p", "small muted no-print", |tree| {
            tree.set(Name::Role, "status");
            tree.text(kept(state));
        });
        tree.el("div", "timetable", |tree| tree.raw(timetable));
    });
}

fn id(field: Field) -> &'static str {
    match field {
        Field::Start => "plan-start",
        Field::Weeks => "plan-weeks",
        Field::Until => "plan-until",
        Field::Hours => "plan-hours",
        Field::From => "plan-from",
        Field::Holidays => "plan-holidays",
    }
}

/// A field of one line with its label.
fn field(tree: &mut Tree, state: &State, (field, label, kind): (Field, &str, &str), value: &str) {
    tree.el("div", "field", |tree| {
        tree.el("label", "", |tree| {
            tree.set(Name::For, id(field));
            tree.say(label);
        });
        input(tree, state, field, kind, value);
    });
}

fn input(tree: &mut Tree, state: &State, field: Field, kind: &str, value: &str) {
    tree.el("input", "", |tree| {
        tree.set(Name::Type, kind);
        attributes(tree, state, field, value);
    });
}

fn attributes(tree: &mut Tree, state: &State, field: Field, value: &str) {
    tree.set(Name::Id, id(field));
    tree.set(Name::Autocomplete, "off");
    if has_problem(state, field) {
        tree.set(Name::Invalid, "true");
    }
    tree.holds(value);
    tree.on(Name::OnInput, Action::Type(field, String::new()));
}

fn has_problem(state: &State, field: Field) -> bool {
    let Outcome::Unread(problems) = &state.outcome else { return false };
    problems.iter().any(|problem| match problem {
        Problem::Field(own) => *own == field,
        Problem::Line(_) => field == Field::Holidays,
    })
}

/// Weeks or a last day.
fn length(tree: &mut Tree, state: &State) {
    let form = &state.form;
    tree.el("fieldset", "field plan-length", |tree| {
        tree.el("legend", "", |tree| tree.say("plan-length"));
        tree.el("div", "row", |tree| {
            tree.el("span", "seg", |tree| {
                for (is_until, key) in [(false, "plan-in-weeks"), (true, "plan-until-day")] {
                    tree.el("label", "", |tree| {
                        let is_chosen = form.is_until == is_until;
                        tree.segment("plan-length".to_owned(), is_chosen, false, Action::Measure(is_until));
                        tree.el("span", "", |tree| tree.say(key));
                    });
                }
            });
            let (field, label, kind, value) = match form.is_until {
                false => (Field::Weeks, "plan-in-weeks", "text", &form.weeks),
                true => (Field::Until, "plan-until-day", "date", &form.until),
            };
            tree.el("span", "plan-measure", |tree| {
                tree.el("input", "", |tree| {
                    tree.set(Name::Type, kind);
                    tree.set_to(Name::Label, t(label));
                    attributes(tree, state, field, value);
                });
            });
        });
    });
}

fn weekdays(tree: &mut Tree, state: &State) {
    tree.el("fieldset", "field", |tree| {
        tree.el("legend", "", |tree| tree.say("plan-days"));
        tree.el("div", "row plan-ticks", |tree| {
            for (day, &is_chosen) in state.form.weekdays.0.iter().enumerate() {
                tick(tree, is_chosen, Action::Day(day), |tree| {
                    tree.say_with("plan-weekday", &[("day", (day as u32).into())]);
                });
            }
        });
    });
}

/// A box to tick, with its words.
fn tick(tree: &mut Tree, is_set: bool, action: Action, words: impl FnOnce(&mut Tree)) {
    tree.el("label", "plain-check", |tree| {
        tree.el("input", "", |tree| {
            tree.set(Name::Type, "checkbox");
            tree.checked(is_set);
            tree.on(Name::OnInput, action);
        });
        tree.el("span", "", words);
    });
}

fn courses(tree: &mut Tree, state: &State) {
    tree.el("fieldset", "field", |tree| {
        tree.el("legend", "", |tree| tree.say("plan-courses"));
        tree.el("ul", "check plan-courses", |tree| {
            for (place, course) in state.courses.iter().enumerate() {
                tree.el("li", "", |tree| {
                    tick(tree, state.form.chosen[place], Action::Course(place), |tree| {
                        tree.el("b", "", |tree| tree.text(course.code.clone()));
                        tree.space();
                        tree.text(course.title.clone());
                        tree.space();
                        tree.el("small", "muted", |tree| {
                            let (whole, short) = (hours(course.minutes()), hours(course.short));
                            match whole == short {
                                true => tree.say_with("plan-course", &[("hours", whole.as_str().into())]),
                                false => tree.say_with(
                                    "plan-course-short",
                                    &[("hours", whole.as_str().into()), ("short", short.as_str().into())],
                                ),
                            }
                        });
                    });
                    if state.may_be_done(place) {
                        tick(tree, state.form.done[place], Action::Done(place), |tree| {
                            tree.el("span", "sr", |tree| tree.text(glued(&[&course.code, ": "])));
                            tree.say("plan-done");
                        });
                    }
                });
            }
        });
        tree.el("div", "row", |tree| {
            tree.button("btn", "plan-all", Action::AllCourses(true));
            tree.button("btn", "plan-none", Action::AllCourses(false));
        });
    });
}

fn holidays(tree: &mut Tree, state: &State) {
    const HOW: &str = "plan-holidays-note";
    tree.el("div", "field", |tree| {
        tree.el("label", "", |tree| {
            tree.set(Name::For, id(Field::Holidays));
            tree.say("plan-holidays");
        });
        tree.el("textarea", "", |tree| {
            tree.set(Name::DescribedBy, HOW);
            // A name may be of another script than the book.
            tree.set(Name::Direction, "auto");
            attributes(tree, state, Field::Holidays, &state.form.holidays);
        });
        tree.el("small", "", |tree| {
            tree.set(Name::Id, HOW);
            tree.say("plan-holidays-how");
            tree.space();
            // Dates run from left to right in every language.
            tree.el("code", "", |tree| {
                tree.set(Name::Direction, "ltr");
                tree.text("2027-03-29..2027-04-02".to_owned());
            });
        });
    });
}

/// What has become of the form, in one line.
fn said(state: &State) -> String {
    match &state.outcome {
        Outcome::Plan(_, plan) => {
            let timetable = Timetable { courses: &state.courses, plan, words: &PageWords };
            let saved: u32 = plan.changes.iter().map(|change| change.saved).sum();
            let changed = match plan.changes.len() as u32 {
                0 => t("plan-nothing-changed"),
                n => t_with("plan-changed", &[("n", n.into()), ("hours", hours(saved).as_str().into())]),
            };
            glued(&[&timetable.facts(), ". ", &changed])
        }
        Outcome::Refused(_) => t("plan-refused"),
        Outcome::Unread(_) => t("plan-unread"),
    }
}

fn made(tree: &mut Tree, plan: &Plan) {
    tree.el("div", "row", |tree| {
        tree.button("btn primary", "plan-print", Action::Print);
        tree.button("btn", "plan-calendar", Action::Calendar);
        tree.button("btn", "plan-table", Action::Table);
    });
    // A long day is nobody's mistake, but it should be nobody's surprise.
    let end = plan.days.iter().filter_map(|day| day.slots.last()).map(|slot| slot.to).max();
    let end = timetable::time(end.unwrap_or_default());
    tree.el("p", "small muted", |tree| tree.say_with("plan-ends", &[("time", end.as_str().into())]));
}

/// Why there is no timetable, and what is possible: a button each.
fn refused(tree: &mut Tree, state: &State, refusal: &Refusal) {
    tree.el("div", "verdict part", |tree| {
        tree.sign(HALF);
        tree.el("p", "", |tree| tree.text(reason(state, &refusal.reason)));
        if refusal.nearest.is_empty() {
            return;
        }
        tree.el("p", "", |tree| tree.say("plan-possible"));
        tree.el("p", "row", |tree| {
            for (place, nearest) in refusal.nearest.iter().enumerate() {
                let words: Vec<String> = nearest.changes.iter().map(|change| difference(state, change)).collect();
                tree.el("button", "btn", |tree| {
                    tree.set(Name::Type, "button");
                    tree.on(Name::OnClick, Action::Take(place));
                    tree.text(words.join("; "));
                });
            }
        });
    });
}

fn reason(state: &State, reason: &Reason) -> String {
    match reason {
        Reason::NoCourse | Reason::UnknownCourse(_) => t("plan-no-course"),
        Reason::NoWeekday => t("plan-no-weekday"),
        Reason::NoDay => t("plan-no-day"),
        Reason::Circle(places) => t_with("plan-circle", &[("courses", codes(state, places).as_str().into())]),
        Reason::Missing { course, missing } => t_with(
            "plan-missing",
            &[
                ("course", state.courses[*course].code.as_str().into()),
                ("courses", codes(state, missing).as_str().into()),
                ("n", (missing.len() as u32).into()),
            ],
        ),
        Reason::SessionTooLong { course, session, minutes } => {
            let course = &state.courses[*course];
            let session = glued(&[&course.code, " ", &course.sessions[*session].number]);
            t_with("plan-too-long", &[("session", session.as_str().into()), ("n", (*minutes).into())])
        }
        Reason::TooShort { needed, available } => t_with(
            "plan-too-short",
            &[("needed", hours(*needed).as_str().into()), ("available", hours(*available).as_str().into())],
        ),
    }
}

fn difference(state: &State, difference: &Difference) -> String {
    let with_courses =
        |key: &str, places: &[usize]| t_with(key, &[("courses", codes(state, places).as_str().into())]);
    match difference {
        Difference::Add(places) => with_courses("plan-take-add", places),
        Difference::Done(places) => with_courses("plan-take-done", places),
        Difference::Without(places) => with_courses("plan-take-without", places),
        Difference::Weeks(weeks) => t_with("plan-take-weeks", &[("n", (*weeks).into())]),
        Difference::Until(date) => {
            t_with("plan-take-until", &[("date", timetable::date(&PageWords, *date).as_str().into())])
        }
        Difference::MinutesADay(minutes) => {
            t_with("plan-take-hours", &[("hours", hours(*minutes).as_str().into())])
        }
        Difference::MondayToFriday => t("plan-take-monday"),
    }
}

fn codes(state: &State, places: &[usize]) -> String {
    let codes: Vec<&str> = places.iter().map(|&place| state.courses[place].code.as_str()).collect();
    codes.join(", ")
}

/// What cannot be read, and how it is written.
fn unread(tree: &mut Tree, problems: &[Problem]) {
    tree.el("div", "verdict part", |tree| {
        tree.sign(HALF);
        for problem in problems {
            tree.el("p", "", |tree| tree.text(mend(problem)));
        }
    });
}

fn mend(problem: &Problem) -> String {
    match problem {
        Problem::Field(field) => t(match field {
            Field::Start => "plan-bad-start",
            Field::Weeks => "plan-bad-weeks",
            Field::Until => "plan-bad-until",
            Field::Hours => "plan-bad-hours",
            Field::From | Field::Holidays => "plan-bad-from",
        }),
        Problem::Line(line) => {
            let key = match line.fault {
                Fault::NoDate => "plan-bad-line",
                Fault::Backwards => "plan-bad-span",
            };
            t_with(key, &[("n", line.line.into()), ("text", line.text.as_str().into())])
        }
    }
}

/// What has left, or when the entries were kept.
fn kept(state: &State) -> String {
    match (state.handed, state.saved) {
        (Some(file), _) => t_with("plan-handed", &[("file", file.into())]),
        (None, Saved::At(at)) => t_with("app-saved", &[("time", time(at as f64).as_str().into())]),
        (None, Saved::Not(_)) => t("app-not-saved"),
        (None, Saved::Idle | Saved::Saving) => String::new(),
    }
}

/// Nothing is kept: why.
fn trouble(tree: &mut Tree, state: &State) {
    let Saved::Not(trouble) = state.saved else { return tree.nothing() };
    tree.el("div", "verdict part", |tree| {
        tree.sign(HALF);
        tree.el("p", "", |tree| tree.el("b", "", |tree| tree.say("plan-trouble")));
        tree.el("p", "", |tree| {
            tree.say(match trouble {
                Trouble::Forbidden => "app-trouble-forbidden",
                Trouble::Full => "app-trouble-full",
                Trouble::Broken => "app-trouble-broken",
            });
            tree.space();
            tree.say("plan-trouble-go-on");
        });
    });
}
