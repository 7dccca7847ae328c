//! The state of a timetable's form and the one function that changes it.

use compendium_core::plan::{Course, Plan, Refusal, Request, plan, with_prerequisites};
use compendium_formats::page_data::Timetable;

use crate::plan::form::{Field, Form, Problem};
use crate::state::{Now, Saved};
use crate::store::Trouble;

/// The draft that holds the form: no item has an id with a slash.
pub const DRAFT: &str = "plan/form";

/// Id of the heading above the timetable.
pub const RESULT: &str = "plan-result";

pub const CALENDAR: &str = "timetable.ics";
pub const TABLE: &str = "timetable.csv";

pub struct State {
    pub courses: Vec<Course>,
    pub form: Form,
    pub outcome: Outcome,
    /// Counts the outcomes.
    pub n_outcomes: u32,
    pub saved: Saved,
    /// The file that has just left.
    pub handed: Option<&'static str>,
    /// The form as the store holds it, or is about to.
    kept: String,
}

/// What becomes of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Plan(Request, Plan),
    Refused(Refusal),
    Unread(Vec<Problem>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// A field and what it holds now.
    Type(Field, String),
    /// The pause in typing has come, or the field was left.
    Settle,
    /// A last day instead of weeks.
    Measure(bool),
    /// A day of the week, Monday is 0.
    Day(usize),
    Course(usize),
    AllCourses(bool),
    Done(usize),
    /// The proposal at this place.
    Take(usize),
    Print,
    Calendar,
    Table,
    Stored,
    NotStored(Trouble),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    SettleSoon,
    Keep(String),
    /// A file of this name, made of the plan.
    File(&'static str),
    Print,
    Focus(&'static str),
}

impl State {
    /// `kept` is what the store holds of the form.
    pub fn new(data: Timetable, kept: Option<&str>, now: Now) -> State {
        let Timetable { weeks, courses } = data;
        let mut form = Form::standard(&courses, weeks, now.at);
        if let Some(kept) = kept {
            form.restore(&courses, kept);
        }
        let kept = form.write(&courses);
        let outcome = outcome(&courses, &form);
        State { courses, form, outcome, n_outcomes: 0, saved: Saved::Idle, handed: None, kept }
    }

    /// Whether to ask if a course is done: it is, or a chosen course needs it and nothing that is done implies it.
    pub fn may_be_done(&self, place: usize) -> bool {
        let places = |marks: &[bool]| (0..marks.len()).filter(|&own| marks[own]).collect::<Vec<_>>();
        let needed = || with_prerequisites(&self.courses, places(&self.form.chosen));
        let implied = || with_prerequisites(&self.courses, places(&self.form.done));
        !self.form.chosen[place]
            && (self.form.done[place] || needed().contains(&place) && !implied().contains(&place))
    }

    /// Plans, and keeps what has changed.
    fn settle(&mut self) -> Vec<Effect> {
        let text = self.form.write(&self.courses);
        if text == self.kept {
            return vec![];
        }
        self.kept.clone_from(&text);
        self.saved = Saved::Saving;
        self.handed = None;
        self.outcome = outcome(&self.courses, &self.form);
        self.n_outcomes += 1;
        vec![Effect::Keep(text)]
    }

    fn file(&mut self, name: &'static str) -> Vec<Effect> {
        if !matches!(self.outcome, Outcome::Plan(..)) {
            return vec![];
        }
        self.handed = Some(name);
        vec![Effect::File(name)]
    }
}

fn outcome(courses: &[Course], form: &Form) -> Outcome {
    match form.request(courses) {
        Err(problems) => Outcome::Unread(problems),
        Ok(request) => match plan(courses, &request) {
            Ok(plan) => Outcome::Plan(request, plan),
            Err(refusal) => Outcome::Refused(refusal),
        },
    }
}

pub fn reduce(state: &mut State, action: Action, now: Now) -> Vec<Effect> {
    match action {
        Action::Type(field, text) => {
            state.form.set(field, text);
            vec![Effect::SettleSoon]
        }
        Action::Settle => state.settle(),
        Action::Measure(is_until) => {
            state.form.measure(is_until);
            state.settle()
        }
        Action::Day(day) => {
            let mark = &mut state.form.weekdays.0[day];
            *mark = !*mark;
            state.settle()
        }
        Action::Course(place) => {
            let mark = &mut state.form.chosen[place];
            *mark = !*mark;
            // Whoever takes a course again has not done it.
            state.form.done[place] = false;
            state.settle()
        }
        Action::AllCourses(are_chosen) => {
            state.form.chosen.fill(are_chosen);
            state.form.done.fill(false);
            state.settle()
        }
        Action::Done(place) => {
            let mark = &mut state.form.done[place];
            *mark = !*mark;
            state.settle()
        }
        Action::Take(place) => {
            let Outcome::Refused(refusal) = &state.outcome else { return vec![] };
            let Some(nearest) = refusal.nearest.get(place) else { return vec![] };
            state.form.take(&state.courses, &nearest.request);
            let mut effects = state.settle();
            effects.push(Effect::Focus(RESULT));
            effects
        }
        Action::Print => vec![Effect::Print],
        Action::Calendar => state.file(CALENDAR),
        Action::Table => state.file(TABLE),
        Action::Stored => {
            state.saved = Saved::At(now.at);
            vec![]
        }
        Action::NotStored(trouble) => {
            state.saved = Saved::Not(trouble);
            vec![]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::form::tests::{NOW, courses};
    use compendium_core::plan::{Difference, Reason};

    const LATER: Now = Now { at: NOW, nonce: 0 };

    /// Nine sessions of 90 minutes in one week: 13.5 of 30 hours.
    fn state(kept: Option<&str>) -> State {
        State::new(Timetable { weeks: 1, courses: courses() }, kept, LATER)
    }

    fn act(state: &mut State, action: Action) -> Vec<Effect> {
        reduce(state, action, LATER)
    }

    fn n_days(state: &State) -> usize {
        match &state.outcome {
            Outcome::Plan(_, plan) => plan.days.len(),
            _ => 0,
        }
    }

    #[test]
    fn a_change_plans_and_is_kept_once() {
        let mut state = state(None);
        assert_eq!(n_days(&state), 3);
        assert_eq!(act(&mut state, Action::Settle), [], "nothing was entered, nothing is kept");
        assert_eq!(act(&mut state, Action::Type(Field::Hours, "3".to_owned())), [Effect::SettleSoon]);
        assert_eq!(n_days(&state), 3, "not before the pause");
        let effects = act(&mut state, Action::Settle);
        assert!(matches!(&effects[..], [Effect::Keep(text)] if text.contains("hours=3\n")), "{effects:?}");
        assert_eq!((n_days(&state), state.n_outcomes), (5, 1));
        assert_eq!(act(&mut state, Action::Settle), []);
        act(&mut state, Action::Stored);
        assert_eq!(state.saved, Saved::At(NOW));
        act(&mut state, Action::Day(0));
        assert!(matches!(state.outcome, Outcome::Refused(_)), "four days of three hours");
    }

    #[test]
    fn what_was_kept_is_there_again() {
        let mut first = state(None);
        let effects = act(&mut first, Action::Course(2));
        let [Effect::Keep(text)] = effects.as_slice() else { panic!("{effects:?}") };
        let again = state(Some(text));
        assert_eq!((&again.form, n_days(&again)), (&first.form, 2));
    }

    #[test]
    fn a_prerequisite_that_lacks_is_offered_and_taken() {
        let mut state = state(None);
        act(&mut state, Action::Course(0));
        let Outcome::Refused(refusal) = &state.outcome else { panic!("{:?}", state.outcome) };
        assert_eq!(refusal.reason, Reason::Missing { course: 1, missing: vec![0] });
        assert_eq!(refusal.nearest[1].changes, [Difference::Done(vec![0])]);
        assert_eq!([0, 1, 2].map(|place| state.may_be_done(place)), [true, false, false]);
        let effects = act(&mut state, Action::Take(1));
        assert!(matches!(&effects[..], [Effect::Keep(_), Effect::Focus(RESULT)]), "{effects:?}");
        assert_eq!((n_days(&state), state.form.done.as_slice()), (2, [true, false, false].as_slice()));
        act(&mut state, Action::Done(0));
        assert!(matches!(state.outcome, Outcome::Refused(_)));
        act(&mut state, Action::Take(0));
        assert_eq!((n_days(&state), state.form.chosen.as_slice()), (3, [true; 3].as_slice()));
        assert_eq!(act(&mut state, Action::Take(0)), [], "there is nothing to take any more");
    }

    #[test]
    fn whoever_has_done_a_course_is_not_asked_for_what_comes_before_it() {
        let mut state = state(None);
        for place in [0, 1] {
            act(&mut state, Action::Course(place));
        }
        assert_eq!([0, 1].map(|place| state.may_be_done(place)), [true, true]);
        act(&mut state, Action::Done(1));
        assert_eq!([0, 1].map(|place| state.may_be_done(place)), [false, true]);
        assert_eq!(n_days(&state), 1);
    }

    #[test]
    fn every_proposal_makes_a_plan() {
        for hours in ["0.5", "1", "1.5", "2"] {
            let mut asked = state(None);
            act(&mut asked, Action::Type(Field::Hours, hours.to_owned()));
            act(&mut asked, Action::Settle);
            let Outcome::Refused(refusal) = &asked.outcome else { panic!("{hours}") };
            for place in 0..refusal.nearest.len() {
                let text = asked.form.write(&asked.courses);
                let mut taken = state(Some(&text));
                act(&mut taken, Action::Take(place));
                assert!(matches!(taken.outcome, Outcome::Plan(..)), "{hours}, {place}: {:?}", taken.outcome);
            }
        }
    }

    #[test]
    fn a_file_needs_a_plan() {
        let mut state = state(None);
        assert_eq!(act(&mut state, Action::Table), [Effect::File(TABLE)]);
        assert_eq!(state.handed, Some(TABLE));
        act(&mut state, Action::AllCourses(false));
        assert_eq!((act(&mut state, Action::Calendar), state.handed), (vec![], None));
        act(&mut state, Action::AllCourses(true));
        act(&mut state, Action::Type(Field::Holidays, "soon".to_owned()));
        act(&mut state, Action::Settle);
        assert!(matches!(state.outcome, Outcome::Unread(_)));
    }
}
