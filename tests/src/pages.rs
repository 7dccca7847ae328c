//! What stands on the pages, in a person's words.

use std::rc::Rc;

use serde_json::{Value, json};

use crate::browser::{Browser, key};
use crate::stage::Place;
use crate::wait::wait_for;

/// An answer as a person gives it.
#[derive(Clone, Copy, Debug)]
pub enum Answer {
    One(&'static str),
    Many(&'static [&'static str]),
    /// All entries, in the order wanted.
    Order(&'static [&'static str]),
    /// Left sides with their right sides.
    Match(&'static [(&'static str, &'static str)]),
    /// A number or a term.
    Typed(&'static str),
    /// A text, and the points its writer gives it, one a criterion.
    Essay(&'static str, &'static [u32]),
}

/// A quiz of a page.
pub struct QuizPage<'b> {
    pub browser: &'b Browser,
    quiz: String,
}

impl<'b> QuizPage<'b> {
    /// Goes to the page and waits until the quiz can be answered.
    #[track_caller]
    pub fn open(browser: &'b Rc<Browser>, place: &Place, page: &str, quiz: &str) -> QuizPage<'b> {
        browser.go(&place.url(page));
        QuizPage::here(browser, quiz)
    }

    /// The quiz of the page that stands open.
    #[track_caller]
    pub fn here(browser: &'b Browser, quiz: &str) -> QuizPage<'b> {
        let page = QuizPage { browser, quiz: quiz.to_owned() };
        browser.wait(&format!("first('{}:not([aria-busy]) [role=status]')", page.mount()));
        page
    }

    /// Where the app lives, beside the static part.
    pub fn mount(&self) -> String {
        format!("[data-quiz={}] .quiz-app", self.quiz)
    }

    /// Gives an answer by clicks and typing.
    #[track_caller]
    pub fn answer(&self, item: &str, answer: &Answer) {
        match answer {
            Answer::One(choice) => self.choose(item, choice),
            Answer::Many(choices) => choices.iter().for_each(|choice| self.choose(item, choice)),
            Answer::Order(entries) => self.put_in_order(item, entries),
            Answer::Match(pairs) => {
                for (left, right) in *pairs {
                    let list =
                        "(all('#' + arguments[0] + ' label').find(e => words(e) === arguments[1]) || {}).control";
                    self.browser.find_with(list, json!([item, left])).send(right);
                }
            }
            Answer::Typed(text) => self.browser.find(&format!("first('#{item} input[type=text]')")).send(text),
            Answer::Essay(text, points) => {
                self.browser.find(&format!("first('#{item} textarea')")).send(text);
                self.press_button(item, "Show the rubric");
                for (criterion, points) in points.iter().enumerate() {
                    let script = format!(
                        "(all('#{item} .matching fieldset')[{criterion}] || document.createElement('p'))\
                         .querySelectorAll('label')[{points}]"
                    );
                    self.browser.find(&script).click(&format!("{points} points"));
                }
            }
        }
    }

    /// Answers, checks, and waits for the verdict and for the word that it is saved.
    #[track_caller]
    pub fn solve(&self, item: &str, answer: &Answer) -> String {
        self.answer(item, answer);
        self.check(item);
        self.wait_saved();
        self.verdict(item)
    }

    /// The same where nothing is kept.
    #[track_caller]
    pub fn solve_unsaved(&self, item: &str, answer: &Answer) -> String {
        self.answer(item, answer);
        self.check(item);
        self.verdict(item)
    }

    #[track_caller]
    pub fn choose(&self, item: &str, choice: &str) {
        let label =
            "all('#' + arguments[0] + ' .choice').find(e => words(e.querySelector('span')) === arguments[1])";
        self.browser.find_with(label, json!([item, choice])).click(choice);
    }

    #[track_caller]
    pub fn check(&self, item: &str) {
        self.press_button(item, "Check the answer");
        self.browser.wait(&format!("first('#{item} .verdict')"));
    }

    #[track_caller]
    pub fn press_button(&self, item: &str, name: &str) {
        let script = "named('button', arguments[1], document.getElementById(arguments[0]))";
        self.browser.find_with(script, json!([item, name])).click(name);
    }

    #[track_caller]
    pub fn verdict(&self, item: &str) -> String {
        self.browser.ask("return words(first('#' + arguments[0] + ' .verdict b'))", json!([item]))
    }

    /// The line above the questions.
    #[track_caller]
    pub fn status(&self) -> String {
        self.browser.ask("return words(first(arguments[0] + ' [role=status]'))", json!([self.mount()]))
    }

    #[track_caller]
    pub fn wait_saved(&self) {
        wait_for(&format!("“saved” in {:?}", self.status()), || {
            let status = self.status();
            let rest = status.rsplit_once("saved ")?.1;
            rest.contains(|c: char| c.is_ascii_digit()).then_some(())
        });
    }

    /// The choices in the order of the screen.
    pub fn choices(&self, item: &str) -> Vec<String> {
        texts(self.browser.run(
            "return all('#' + arguments[0] + ' .choice').map(e => words(e.querySelector('span')))",
            json!([item]),
        ))
    }

    /// The entries in the order of the screen.
    pub fn entries(&self, item: &str) -> Vec<String> {
        texts(
            self.browser.run(
                "return all('#' + arguments[0] + ' .ordering li').map(e => words(e.children[1]))",
                json!([item]),
            ),
        )
    }

    /// The questions on the screen that wait for an answer.
    pub fn open_items(&self) -> Vec<String> {
        texts(self.browser.run(
            "return all(arguments[0] + ' section.item').filter(e => seen(e) && !e.matches('.done')).map(e => e.id)",
            json!([self.mount()]),
        ))
    }

    /// The questions on the screen that were answered.
    pub fn done_items(&self) -> Vec<String> {
        texts(self.browser.run(
            "return all(arguments[0] + ' section.item.done').filter(seen).map(e => e.id)",
            json!([self.mount()]),
        ))
    }

    #[track_caller]
    fn put_in_order(&self, item: &str, wanted: &[&str]) {
        for (place, entry) in wanted.iter().enumerate() {
            let mut at = self.place_of(item, entry);
            while at > place {
                self.press_button(item, &format!("Move up: {entry}"));
                at = wait_for(&format!("{entry:?} above place {at}"), || {
                    Some(self.place_of(item, entry)).filter(|new| *new < at)
                });
            }
        }
    }

    #[track_caller]
    pub fn place_of(&self, item: &str, entry: &str) -> usize {
        let entries = self.entries(item);
        entries.iter().position(|own| own == entry).unwrap_or_else(|| panic!("{entry:?} is not in {entries:?}"))
    }
}

/// Searches for a word by the menu, and waits for what the line above the results says.
#[track_caller]
pub fn search(browser: &Browser, word: &str, said: &str) -> Vec<String> {
    if !browser.holds("seen(document.getElementById('mdbook-searchbar'))") {
        browser.click_on("#mdbook-search-toggle");
        browser.wait("document.activeElement && document.activeElement.id === 'mdbook-searchbar'");
    }
    browser.run("document.getElementById('mdbook-searchbar').select()", json!([]));
    browser.press(&[key::DELETE]);
    browser.wait("words(document.getElementById('mdbook-searchresults-header')) === ''");
    browser.type_text(word);
    browser.wait(&format!(
        "document.getElementById('mdbook-searchbar').value === {word:?} && \
         words(document.getElementById('mdbook-searchresults-header')).startsWith({said:?})"
    ));
    texts(browser.run("return all('#mdbook-searchresults > li').map(words)", json!([])))
}

/// Presses Tab, or Shift+Tab, until an expression over the focused element `e` is true.
#[track_caller]
pub fn tab_to(browser: &Browser, expression: &str, is_forward: bool) {
    const MOST: usize = 150;
    let script = format!("const e = document.activeElement; return !!({expression})");
    for _ in 0..MOST {
        if browser.run(&script, json!([])) == Value::Bool(true) {
            return;
        }
        browser.press(if is_forward { &[key::TAB] } else { &[key::SHIFT, key::TAB] });
    }
    panic!("after {MOST} steps of Tab no focus where `{expression}`");
}

pub fn texts(list: Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
