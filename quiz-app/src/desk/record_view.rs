//! The completion record: a paper that a learner prints, plainly of self-study.

use crate::desk::record::{self, CourseRecord, ENOUGH, OutcomeRecord, REACHED};
use crate::desk::state::{Action, State};
use crate::desk::view::{Tree, said, trouble};
use crate::messages::date;
use crate::tree::{CROSS, HALF, Name, TICK};

const NAME: &str = "record-name";
const DAY: f64 = 86_400_000.0;

pub fn record(tree: &mut Tree, state: &State) {
    let courses = record::record(&state.index, &state.entries);
    trouble(tree, state.trouble);
    tree.el("p", "verdict part", |tree| {
        tree.sign(HALF);
        tree.el("b", "", |tree| tree.say("desk-record-self-study"));
    });
    tree.el("p", "row", |tree| {
        tree.el("label", "field", |tree| {
            tree.set(Name::Style, "flex:1 1 24rem;max-width:44rem");
            tree.el("span", "", |tree| tree.say("desk-record-name"));
            tree.el("input", "", |tree| {
                tree.set(Name::Id, NAME);
                tree.set(Name::Type, "text");
                tree.set(Name::Autocomplete, "off");
                tree.set(Name::Direction, "auto");
                tree.holds(&state.name);
                tree.on(Name::OnInput, Action::Name(String::new()));
            });
        });
        tree.button("btn primary no-print", "desk-record-print", Action::Print);
    });
    // It exists before it speaks.
    tree.el("p", "small no-print", |tree| {
        tree.set(Name::Role, "status");
        tree.text(said(&state.notice));
    });
    if courses.is_empty() {
        tree.el("p", "", |tree| tree.say("desk-record-none"));
        return;
    }
    for course in &courses {
        self::course(tree, course);
    }
    tree.el("p", "small muted", |tree| {
        tree.say_with("desk-record-rule", &[("n", ENOUGH.into()), ("share", REACHED.into())]);
    });
    mentoring(tree, &courses);
}

fn course(tree: &mut Tree, course: &CourseRecord) {
    tree.el("section", "keep", |tree| {
        tree.el("h3", "", |tree| link(tree, &course.href, &course.title));
        tree.el("p", "num", |tree| {
            let day = |day: u32| date(f64::from(day) * DAY);
            let (first, last) = (day(course.days.0), day(course.days.1));
            let values = [
                ("first", first.as_str().into()),
                ("last", last.as_str().into()),
                ("answered", course.answered.into()),
                ("items", course.items.into()),
                ("earned", course.earned.into()),
                ("points", course.points.into()),
                ("passed", course.passed.into()),
                ("quizzes", course.quizzes.into()),
            ];
            tree.say_with("desk-record-course", &values);
        });
        tree.el("ul", "check", |tree| course.outcomes.iter().for_each(|outcome| self::outcome(tree, outcome)));
    });
}

fn outcome(tree: &mut Tree, own: &OutcomeRecord) {
    tree.el("li", "", |tree| {
        tree.set(Name::Style, "display:flex;flex-wrap:wrap;gap:var(--cp-2);padding-block:var(--cp-1)");
        if own.is_reached() {
            tree.chip("chip good", TICK, "desk-record-reached");
        } else if own.answered > 0 {
            tree.chip("chip part", HALF, "desk-record-open");
        } else {
            tree.chip("chip", CROSS, "desk-record-untouched");
        }
        tree.el("span", "", |tree| link(tree, &own.outcome.href, &own.outcome.title));
        if own.answered == 0 {
            return;
        }
        tree.el("span", "small muted", |tree| {
            let values =
                [("answered", own.answered.into()), ("items", own.items.into()), ("share", own.share.into())];
            tree.say_with("desk-record-outcome", &values);
        });
    });
}

/// What is not reached yet, week by week, with room for what mentor and learner agree.
fn mentoring(tree: &mut Tree, courses: &[CourseRecord]) {
    let weeks = record::plan(courses);
    tree.el("h3", "", |tree| tree.say("desk-mentoring"));
    if weeks.iter().all(Vec::is_empty) {
        tree.el("p", "", |tree| tree.say("desk-mentoring-none"));
        return;
    }
    tree.el("p", "", |tree| tree.say("desk-mentoring-how"));
    tree.el("table", "", |tree| {
        tree.el("thead", "", |tree| {
            tree.el("tr", "", |tree| {
                for (key, width) in [
                    ("desk-mentoring-week", "width:8%"),
                    ("desk-mentoring-outcome", "width:36%"),
                    ("desk-mentoring-task", "width:36%"),
                    ("desk-mentoring-seen", "width:20%"),
                ] {
                    tree.el("th", "", |tree| {
                        tree.set(Name::Style, width);
                        tree.say(key);
                    });
                }
            });
        });
        tree.el("tbody", "", |tree| {
            for (week, outcomes) in weeks.iter().enumerate() {
                tree.el("tr", "", |tree| {
                    tree.el("th", "", |tree| tree.number(week as u32 + 1));
                    tree.el("td", "", |tree| {
                        for own in outcomes {
                            tree.el("p", "", |tree| link(tree, &own.outcome.href, &own.outcome.title));
                        }
                    });
                    tree.el("td", "", |_| {});
                    tree.el("td", "", |_| {});
                });
            }
        });
    });
}

fn link(tree: &mut Tree, href: &str, title: &str) {
    tree.el("a", "", |tree| {
        tree.set(Name::Href, href);
        tree.text(title.to_owned());
    });
}
