//! What stands on the page *My progress*: due today first, then the parts of the book, calibration, files.

use compendium_core::calibration::Reading;
use compendium_core::schedule;
use compendium_formats::page_data::GroupKind;
use compendium_formats::progress_file::Refusal;

use crate::desk::gain;
use crate::desk::overview::{DueItem, DueQuiz, GroupProgress, Overview, overview};
use crate::desk::plot;
use crate::desk::state::{Action, FILES, Notice, QUESTION, State};
use crate::messages::{t, t_with};
use crate::store::Trouble;
use crate::tree::{CROSS, HALF, Name, TICK};

pub type Tree = crate::tree::Tree<Action>;

/// Longer lists begin with these many.
const SHOWN: usize = 10;

/// `now` in milliseconds since 1970; `root` leads to the book's root.
pub fn progress(tree: &mut Tree, state: &State, now: u64) {
    let found = overview(&state.index, &state.entries, schedule::day(now));
    trouble(tree, state.trouble);
    strip(tree, &found);
    tree.el("div", "grid2", |tree| {
        due(tree, &found);
        calibration(tree, &found);
    });
    gains(tree, state);
    for (kind, heading) in [
        (GroupKind::Course, "desk-courses"),
        (GroupKind::Chapter, "desk-chapters"),
        (GroupKind::Guide, "desk-guides"),
        (GroupKind::Other, "desk-others"),
    ] {
        let groups: Vec<&GroupProgress> = found.groups.iter().filter(|group| group.kind == kind).collect();
        if !groups.is_empty() {
            tree.el("h3", "", |tree| tree.say(heading));
            tree.el("ul", "check", |tree| groups.iter().for_each(|group| row(tree, group)));
        }
    }
    if found.older > 0 {
        tree.el("p", "small muted", |tree| tree.say_n("desk-older", found.older));
    }
    files(tree, state);
}

fn strip(tree: &mut Tree, found: &Overview) {
    tree.el("div", "strip stat", |tree| {
        number(tree, found.n_due, None, |tree| tree.say_n("desk-due-count", found.n_due));
        number(tree, found.answered, Some(found.items), |tree| tree.say("desk-answered"));
        number(tree, found.right, Some(found.items), |tree| tree.say("desk-right"));
        number(tree, found.passed, Some(found.quizzes), |tree| tree.say("desk-passed"));
    });
}

fn number(tree: &mut Tree, n: u32, of: Option<u32>, words: impl FnOnce(&mut Tree)) {
    tree.el("div", "", |tree| {
        tree.el("span", "big", |tree| {
            tree.number(n);
            if let Some(of) = of {
                tree.space();
                tree.el("small", "", |tree| {
                    tree.set(Name::Style, "font:400 1.6rem var(--cp-sans)");
                    tree.say_n("desk-of", of);
                });
            }
        });
        tree.el("p", "", words);
    });
}

fn due(tree: &mut Tree, found: &Overview) {
    tree.el("section", "panel", |tree| {
        tree.el("h3", "", |tree| tree.say("desk-due"));
        if found.n_due == 0 {
            tree.el("p", "", |tree| match found.next_due {
                Some(days) => tree.say_n("desk-due-next", days),
                None => tree.say("desk-due-none"),
            });
            return;
        }
        // Three quarters of a minute a question, from nobody's measurement: enough to plan a break.
        tree.el("p", "small muted", |tree| tree.say_n("desk-due-minutes", (found.n_due * 3).div_ceil(4)));
        let mut left = SHOWN;
        for quiz in &found.due {
            if left > 0 {
                left -= due_quiz(tree, quiz, left);
            }
        }
        let more = found.n_due as usize - found.due.iter().map(|quiz| quiz.items.len()).sum::<usize>().min(SHOWN);
        if more > 0 {
            tree.el("p", "small muted", |tree| tree.say_n("desk-due-more", more as u32));
        }
        if let Some(first) = found.due.first() {
            tree.el("p", "", |tree| {
                tree.el("a", "btn primary", |tree| {
                    tree.set_to(Name::Href, first.href.clone());
                    tree.say("desk-due-begin");
                });
            });
        }
    });
}

fn due_quiz(tree: &mut Tree, quiz: &DueQuiz, left: usize) -> usize {
    tree.el("h4", "", |tree| tree.text([&quiz.group, ": ", &quiz.title].concat()));
    let shown = quiz.items.iter().take(left);
    let count = shown.len();
    tree.el("ul", "check", |tree| shown.for_each(|item| due_item(tree, item)));
    count
}

fn due_item(tree: &mut Tree, item: &DueItem) {
    tree.el("li", "", |tree| {
        tree.set(Name::Style, "padding-block:.9rem");
        tree.el("a", "", |tree| {
            tree.set_to(Name::Href, item.href.clone());
            tree.text(item.title.clone());
        });
        tree.el("span", "small muted", |tree| {
            tree.set(Name::Style, "display:block");
            tree.say_n(if item.was_right { "desk-was-right" } else { "desk-was-wrong" }, item.days);
        });
    });
}

fn calibration(tree: &mut Tree, found: &Overview) {
    tree.el("section", "panel", |tree| {
        tree.el("h3", "", |tree| tree.say("desk-calibration"));
        if found.reading != Reading::TooFew {
            tree.raw(&plot::plot(&found.bands));
        }
        tree.el("p", "small", |tree| {
            tree.say(match found.reading {
                Reading::TooFew => "desk-calibration-few",
                Reading::Overconfident => "desk-calibration-over",
                Reading::Underconfident => "desk-calibration-under",
                Reading::Fair => "desk-calibration-fair",
            });
        });
    });
}

/// What was gained between a test and its parallel form.
fn gains(tree: &mut Tree, state: &State) {
    let found = gain::gains(&state.index, &state.entries);
    if found.is_empty() {
        return;
    }
    tree.el("section", "panel", |tree| {
        tree.set(Name::Style, "margin-block:var(--cp-5)");
        tree.el("h3", "", |tree| tree.say("desk-gain"));
        for found in &found {
            tree.el("ul", "check", |tree| {
                for test in [&found.before, &found.after] {
                    tree.el("li", "", |tree| {
                        tree.el("a", "", |tree| {
                            tree.set_to(Name::Href, test.href.clone());
                            tree.text(test.title.clone());
                        });
                        tree.text(": ".to_owned());
                        match test.share() {
                            Some(share) => tree.say_n("desk-per-cent", share),
                            None => tree.say("desk-gain-open"),
                        }
                    });
                }
            });
            tree.el("p", "small", |tree| match found.normalised {
                Some(share) if share >= 0 => tree.say_n("desk-gain-share", share as u32),
                Some(_) => tree.say("desk-gain-lost"),
                None => tree.say("desk-gain-how"),
            });
        }
    });
}

fn row(tree: &mut Tree, group: &GroupProgress) {
    let share = group.answered * 100 / group.items.max(1);
    tree.el("li", "", |tree| {
        tree.set(Name::Style, "padding-block:.9rem");
        tree.el("div", "row", |tree| {
            tree.set(Name::Style, "justify-content:space-between");
            tree.el("a", "", |tree| {
                tree.set_to(Name::Href, group.href.clone());
                tree.text(group.title.clone());
            });
            if group.quizzes > 0 && group.passed == group.quizzes {
                tree.chip("chip good", TICK, "desk-chip-passed");
            } else if group.answered > 0 {
                tree.chip("chip part", HALF, "desk-chip-begun");
            } else {
                tree.chip("chip", "", "desk-chip-open");
            }
        });
        tree.el("div", "bar", |tree| {
            tree.set(Name::Hidden, "true");
            tree.el("i", "", |tree| tree.set_to(Name::Style, ["width:", &share.to_string(), "%"].concat()));
        });
        tree.el("span", "small muted", |tree| {
            tree.set(Name::Style, "display:block");
            let numbers = [
                ("answered", group.answered.into()),
                ("items", group.items.into()),
                ("right", group.right.into()),
                ("passed", group.passed.into()),
                ("quizzes", group.quizzes.into()),
            ];
            if group.items > 0 {
                tree.say_with("desk-row", &numbers);
            }
            if group.cards > 0 {
                let cards = [group.turned.into(), group.cards.into(), group.cards_due.into()];
                let [turned, cards, due] = cards;
                tree.el("span", "", |tree| {
                    tree.set(Name::Style, "display:block");
                    tree.say_with("desk-row-cards", &[("turned", turned), ("cards", cards), ("due", due)]);
                });
            }
        });
    });
}

/// Nothing is kept: why.
pub fn trouble(tree: &mut Tree, trouble: Option<Trouble>) {
    let Some(trouble) = trouble else { return };
    tree.el("div", "verdict part", |tree| {
        tree.sign(HALF);
        tree.el("p", "", |tree| tree.el("b", "", |tree| tree.say("app-trouble")));
        tree.el("p", "", |tree| {
            tree.say(match trouble {
                Trouble::Forbidden => "app-trouble-forbidden",
                Trouble::Full => "app-trouble-full",
                Trouble::Broken => "app-trouble-broken",
            });
        });
    });
}

fn files(tree: &mut Tree, state: &State) {
    tree.el("section", "panel", |tree| {
        tree.set(Name::Style, "margin-block:var(--cp-6)");
        tree.el("h3", "", |tree| {
            tree.set(Name::Id, FILES);
            tree.set(Name::Tabindex, "-1");
            tree.say("desk-files");
        });
        tree.el("p", "small", |tree| tree.say("desk-files-how"));
        tree.el("div", "row", |tree| {
            tree.button("btn primary", "desk-export", Action::Export);
            tree.el("label", "btn", |tree| {
                tree.el("input", "sr", |tree| {
                    tree.set(Name::Type, "file");
                    tree.on(Name::OnInput, Action::Read(None));
                });
                tree.say("desk-import");
            });
            tree.button("btn quiet", "desk-reset", Action::AskReset);
        });
        // It exists before it speaks.
        tree.el("p", "small", |tree| {
            tree.set(Name::Role, "status");
            tree.text(said(&state.notice));
        });
        question(tree, state);
    });
}

pub fn said(notice: &Notice) -> String {
    match notice {
        Notice::None | Notice::AskReset => String::new(),
        Notice::Exported(n) => t_with("desk-exported", &[("n", (*n).into())]),
        Notice::TooLarge => t("desk-too-large"),
        Notice::Refused(refusal) => refused(refusal),
        Notice::Offer { report, .. } => {
            let (new, there) = (report.added as u32, report.already_there as u32);
            t_with("desk-offer", &[("new", new.into()), ("there", there.into())])
        }
        Notice::Merging(_) => t("app-saving"),
        Notice::Merged(n) => t_with("desk-merged", &[("n", (*n).into())]),
        Notice::Cleared => t("desk-cleared"),
        Notice::Named => t("desk-record-named"),
    }
}

fn refused(refusal: &Refusal) -> String {
    let reason = match refusal {
        Refusal::Unreadable { line, column } => t_with(
            "desk-refused-unreadable",
            &[("line", (*line as u32).into()), ("column", (*column as u32).into())],
        ),
        Refusal::OtherFormat => t("desk-refused-format"),
        Refusal::Newer { version } => t_with("desk-refused-newer", &[("version", (*version as u32).into())]),
        Refusal::OtherBook { book } => t_with("desk-refused-book", &[("book", book.as_str().into())]),
        Refusal::Damaged { detail } => t_with("desk-refused-damaged", &[("detail", detail.as_str().into())]),
    };
    [&reason, " ", &t("desk-refused-unchanged")].concat()
}

/// A decision that the learner takes before anything changes.
fn question(tree: &mut Tree, state: &State) {
    let (words, buttons): (String, [(&'static str, &str, Action); 2]) = match &state.notice {
        Notice::Offer { report, .. } => (
            t_with("desk-offer-ask", &[("n", (report.added as u32).into())]),
            [("btn primary", "desk-merge", Action::Merge), ("btn", "desk-leave", Action::Leave)],
        ),
        Notice::AskReset => (
            t_with("desk-reset-ask", &[("n", (state.entries.len() as u32).into())]),
            [("btn primary", "desk-leave", Action::Leave), ("btn", "desk-reset-do", Action::Reset)],
        ),
        _ => return,
    };
    tree.el("div", "verdict bad", |tree| {
        tree.set(Name::Id, QUESTION);
        tree.set(Name::Tabindex, "-1");
        tree.set(Name::Role, "group");
        tree.set_to(Name::Label, words.clone());
        tree.sign(if state.notice == Notice::AskReset { CROSS } else { HALF });
        tree.el("p", "", |tree| tree.text(words));
        tree.el("p", "row", |tree| {
            for (class, key, action) in buttons {
                tree.button(class, key, action);
            }
        });
    });
}
