//! The quiz without a browser: what each action does to the state, and what it asks of the page.

use compendium_core::item::{Choice, Criterion, Item, Kind, Link, OrderEntry, Pair, Quiz};
use compendium_core::log::{Entry, EntryId, Event};
use compendium_core::number::Number;
use compendium_core::response::{Confidence, Response};
use compendium_formats::entry_json;
use proptest::prelude::*;
use quiz_app::state::{Action, Effect, Note, Now, SHORTCUTS, Saved, Scope, State, reduce};
use quiz_app::store::{Loaded, Request, Trouble, key};
use quiz_app::work::Gap;

const SINGLE: usize = 0;
const MULTIPLE: usize = 1;
const ORDER: usize = 2;
const MATCH: usize = 3;
const NUMBER: usize = 4;
const TEXT: usize = 5;
const ESSAY: usize = 6;

const DAY: u64 = 86_400_000;
const SEED: u64 = 12_345;

fn choices(keys: &[bool]) -> Vec<Choice> {
    keys.iter().map(|&key| Choice { text: "c".into(), feedback: None, key }).collect()
}

fn quiz() -> Quiz {
    let item = |id: &str, kind: Kind| Item {
        id: id.into(),
        revision: 7,
        title: id.into(),
        stem: id.into(),
        stem_more: String::new(),
        points: kind.units(),
        kind,
        situation: None,
        outcome: None,
        level: None,
        hint: Some("<p>h</p>".into()),
        rationale: None,
        reread: Some(Link { href: "#p".into(), title: "P".into() }),
    };
    let entry = |text: &str| OrderEntry { text: text.into(), feedback: None };
    let pair = |left: &str, right: &str| Pair { left: left.into(), right: right.into() };
    let line = |points| Criterion { name: "n".into(), points, earns: "e".into() };
    let number = |text| Number::read(text).unwrap();
    Quiz {
        id: "q".into(),
        title: "Q".into(),
        pass_mark: 80,
        situations: vec![],
        items: vec![
            item("single", Kind::Single { choices: choices(&[false, true, false]) }),
            item("multiple", Kind::Multiple { choices: choices(&[true, false, true, false]) }),
            item("order", Kind::Order { entries: vec![entry("a"), entry("b"), entry("c"), entry("d")] }),
            item(
                "match",
                Kind::Match {
                    left: "l".into(),
                    right: "r".into(),
                    pairs: vec![pair("a", "1"), pair("b", "2")],
                    distractors: vec!["3".into()],
                },
            ),
            item(
                "number",
                Kind::Numeric { answer: number("85"), tolerance: number("1"), unit: "%".into(), feedback: None },
            ),
            item("text", Kind::Text { accepted: vec!["originator control".into()], feedback: None }),
            item("essay", Kind::Essay { rubric: vec![line(2), line(3)] }),
        ],
    }
}

fn at(milliseconds: u64) -> Now {
    Now { at: milliseconds, nonce: 9 }
}

fn fresh() -> State {
    State::new(quiz(), SEED, Loaded::default(), at(1_000))
}

/// The page is opened anew on what the store holds.
fn reopened(state: &State, drafts: &[(String, String)], now: Now) -> State {
    let loaded = Loaded { entries: state.entries.clone(), drafts: drafts.to_vec() };
    State::new(state.quiz.clone(), state.seed, loaded, now)
}

/// Applies actions one second apart and gives the effects of the last.
fn act(state: &mut State, actions: impl IntoIterator<Item = Action>) -> Vec<Effect> {
    let mut effects = Vec::new();
    for action in actions {
        let last = state.entries.last().map_or(0, |entry| entry.id.at);
        effects = reduce(state, action, at(last.max(1_000) + 1_000));
    }
    effects
}

fn essay(text: &str, points: &[u16]) -> Vec<Action> {
    let mut actions = vec![Action::Type(ESSAY, text.into()), Action::Reveal(ESSAY)];
    actions.extend(points.iter().enumerate().map(|(line, &given)| Action::Give(ESSAY, line, given)));
    actions
}

/// The moves that bring an order into the author's.
fn sorting(state: &State) -> Vec<Action> {
    let mut order = state.order(ORDER);
    let mut moves = Vec::new();
    for place in 0..order.len() {
        let mut from = order.iter().position(|&own| usize::from(own) == place).unwrap();
        while from > place {
            moves.push(Action::Move { item: ORDER, from, up: true });
            order.swap(from, from - 1);
            from -= 1;
        }
    }
    moves
}

/// Right answers to all items, each with its check.
fn answer_all(state: &mut State) {
    let order = sorting(state);
    let pair = |left: usize| Action::Pair(MATCH, left, Some(left as u16));
    let answers: [Vec<Action>; 7] = [
        vec![Action::Choose(SINGLE, 1)],
        vec![Action::Choose(MULTIPLE, 0), Action::Choose(MULTIPLE, 2)],
        order,
        vec![pair(0), pair(1)],
        vec![Action::Type(NUMBER, "85,5 %".into())],
        vec![Action::Type(TEXT, "Originator-Control".into())],
        essay("because", &[2, 3]),
    ];
    for (item, actions) in answers.into_iter().enumerate() {
        act(state, actions);
        act(state, [Action::Check(item)]);
    }
}

#[test]
fn every_kind_can_be_answered() {
    let mut state = fresh();
    answer_all(&mut state);
    let summary = state.round.summary(&state.quiz);
    assert_eq!((summary.earned, summary.max, summary.answered, summary.passed), (15, 15, 7, true));
    assert_eq!(state.entries.len(), 7);
}

#[test]
fn partial_credit() {
    for (item, actions, earned) in [
        (SINGLE, vec![Action::Choose(SINGLE, 1), Action::Choose(SINGLE, 0)], 0),
        (MULTIPLE, vec![Action::Choose(MULTIPLE, 2)], 1),
        (MULTIPLE, vec![Action::Choose(MULTIPLE, 2), Action::Choose(MULTIPLE, 1)], 0),
        (MULTIPLE, vec![Action::Choose(MULTIPLE, 1), Action::Choose(MULTIPLE, 2), Action::Choose(MULTIPLE, 1)], 1),
        (MATCH, vec![Action::Pair(MATCH, 0, Some(0)), Action::Pair(MATCH, 1, Some(2))], 1),
        (NUMBER, vec![Action::Type(NUMBER, "83".into())], 0),
        (TEXT, vec![Action::Type(TEXT, "owner control".into())], 0),
        (ESSAY, essay("because", &[1, 0]), 1),
    ] {
        let mut state = fresh();
        act(&mut state, actions);
        act(&mut state, [Action::Check(item)]);
        assert_eq!(state.round.tries(item).map(|tries| tries.first.earned), Some(earned), "item {item}");
    }
}

#[test]
fn what_is_incomplete_is_not_checked() {
    for (item, actions, gap) in [
        (SINGLE, vec![], Gap::Nothing),
        (MULTIPLE, vec![Action::Choose(MULTIPLE, 1), Action::Choose(MULTIPLE, 1)], Gap::Nothing),
        (MATCH, vec![Action::Pair(MATCH, 0, Some(0))], Gap::Pairs(1)),
        (NUMBER, vec![Action::Type(NUMBER, " ".into())], Gap::Nothing),
        (NUMBER, vec![Action::Type(NUMBER, "about 85".into())], Gap::NotANumber),
        (TEXT, vec![], Gap::Nothing),
        (ESSAY, essay("because", &[1]), Gap::Points(1)),
    ] {
        let mut state = fresh();
        act(&mut state, actions);
        let effects = act(&mut state, [Action::Check(item)]);
        assert_eq!(state.note, Some((item, Note::Incomplete(gap))));
        assert!(effects.is_empty() && state.entries.is_empty() && state.is_open(item), "item {item}");
    }
}

#[test]
fn an_essay_shows_its_rubric_only_once_something_is_written() {
    let mut state = fresh();
    act(&mut state, [Action::Type(ESSAY, "  ".into()), Action::Reveal(ESSAY)]);
    assert_eq!(state.note, Some((ESSAY, Note::Incomplete(Gap::Nothing))));
    let effects = act(&mut state, essay("because", &[]));
    assert!(matches!(&state.works[ESSAY].response, Response::Essay { points, .. } if points.len() == 2));
    assert!(effects.contains(&Effect::Focus(vec!["essay-rubric".into()])));
}

#[test]
fn an_answer_is_stored_at_once_with_all_that_belongs_to_it() {
    let mut state = fresh();
    act(
        &mut state,
        [Action::HintSeen(SINGLE), Action::Confide(SINGLE, Confidence::Sure), Action::Choose(SINGLE, 0)],
    );
    let effects = act(&mut state, [Action::Check(SINGLE)]);
    let Event::Answer(answer) = &state.entries[0].event else { panic!("no answer") };
    assert_eq!((answer.item.as_str(), answer.revision, answer.earned, answer.max), ("single", 7, 0, 1));
    assert_eq!((answer.confidence, answer.hint_seen), (Some(Confidence::Sure), true));
    let expected =
        [Effect::Draft("single".into(), None), Effect::Store, Effect::Focus(vec!["single-verdict".into()])];
    assert_eq!(effects, expected);
    assert_eq!(state.saved, Saved::Saving);
    reduce(&mut state, Action::Stored(1), at(5_000));
    assert_eq!(state.saved, Saved::At(5_000));
}

#[test]
fn saved_is_said_only_when_everything_is() {
    let mut state = fresh();
    act(&mut state, [Action::Choose(SINGLE, 0), Action::Check(SINGLE)]);
    act(&mut state, [Action::Type(TEXT, "x".into()), Action::Check(TEXT)]);
    act(&mut state, [Action::Stored(1)]);
    assert_eq!((state.saved, state.n_stored), (Saved::Saving, 1));
    act(&mut state, [Action::NotStored(Trouble::Full)]);
    assert_eq!(state.saved, Saved::Not(Trouble::Full));
    // The next answer takes along what the store did not get.
    let effects = act(&mut state, [Action::Type(NUMBER, "85".into()), Action::Check(NUMBER)]);
    assert!(effects.contains(&Effect::Store));
    assert_eq!(state.entries[state.n_stored..].len(), 2);
    act(&mut state, [Action::Stored(3)]);
    assert!(matches!(state.saved, Saved::At(_)));
}

#[test]
fn a_further_try_keeps_the_order_and_the_first_answer_counts() {
    let mut state = fresh();
    let order = state.order(SINGLE);
    act(&mut state, [Action::Choose(SINGLE, 0), Action::Check(SINGLE)]);
    assert!(!state.is_open(SINGLE));
    let effects = act(&mut state, [Action::Again(SINGLE)]);
    assert!(state.is_open(SINGLE));
    assert_eq!(effects, [Effect::Focus(vec!["single".into()])]);
    assert_eq!(state.order(SINGLE), order);
    assert_eq!(state.works[SINGLE].response, Response::Many(vec![]), "choices begin anew");
    act(&mut state, [Action::Choose(SINGLE, 1), Action::Check(SINGLE)]);
    let tries = state.round.tries(SINGLE).unwrap();
    assert_eq!((tries.first.earned, tries.last.earned, tries.count), (0, 1, 2));

    act(&mut state, [Action::Type(TEXT, "owner control".into()), Action::Check(TEXT), Action::Again(TEXT)]);
    assert_eq!(state.works[TEXT].response, Response::Text("owner control".into()), "what was written stays");
}

#[test]
fn an_order_moves_by_one_place_and_keeps_the_focus_on_the_entry() {
    let mut state = fresh();
    let before = state.order(ORDER);
    let effects = act(&mut state, [Action::Move { item: ORDER, from: 1, up: true }]);
    let entry = before[1];
    assert_eq!(state.works[ORDER].response, Response::Order(vec![before[1], before[0], before[2], before[3]]));
    assert_eq!(state.note, Some((ORDER, Note::Moved { entry, place: 1 })));
    let ids = [format!("order-up-{entry}"), format!("order-down-{entry}")];
    assert!(effects.contains(&Effect::Focus(ids.to_vec())));
    for (from, up) in [(0, true), (3, false), (9, false)] {
        let before = state.works[ORDER].response.clone();
        assert!(act(&mut state, [Action::Move { item: ORDER, from, up }]).is_empty());
        assert_eq!(state.works[ORDER].response, before);
    }
}

#[test]
fn orders_differ_by_learner_and_round_and_never_open_solved() {
    for seed in 0..50 {
        let state = State::new(quiz(), seed, Loaded::default(), at(1));
        assert_ne!(state.order(ORDER), [0, 1, 2, 3]);
        assert_eq!(state.works[ORDER].response, Response::Order(state.order(ORDER)));
    }
    let orders: Vec<Vec<u16>> =
        (0..50).map(|seed| State::new(quiz(), seed, Loaded::default(), at(1)).order(MULTIPLE)).collect();
    assert!(orders.iter().any(|order| *order != orders[0]));
}

/// The drafts that the store would hold after these actions.
fn drafts_after(state: &mut State, actions: Vec<Action>) -> Vec<(String, String)> {
    let mut drafts: Vec<(String, String)> = Vec::new();
    for action in actions {
        for effect in act(state, [action]) {
            let (key, value) = match effect {
                Effect::Draft(key, value) => (key, value),
                // The pause after typing is over.
                Effect::KeepSoon(item) => match act(state, [Action::Keep(item)]).remove(0) {
                    Effect::Draft(key, value) => (key, value),
                    other => panic!("{other:?}"),
                },
                _ => continue,
            };
            drafts.retain(|(own, _)| *own != key);
            drafts.extend(value.map(|value| (key, value)));
        }
    }
    drafts
}

#[test]
fn everything_is_there_again_in_the_middle_of_a_quiz() {
    let mut state = fresh();
    let mut actions = vec![
        Action::Choose(SINGLE, 0),
        Action::Check(SINGLE),
        Action::Choose(MULTIPLE, 2),
        Action::HintSeen(MULTIPLE),
        Action::Confide(MULTIPLE, Confidence::Guess),
        Action::Move { item: ORDER, from: 3, up: true },
        Action::Pair(MATCH, 1, Some(2)),
        Action::Type(NUMBER, "8".into()),
        Action::Type(TEXT, "orig".into()),
    ];
    actions.extend(essay("because", &[1]));
    let drafts = drafts_after(&mut state, actions);
    let again = reopened(&state, &drafts, at(60_000));
    assert!(!again.is_open(SINGLE));
    assert_eq!(again.response(SINGLE), (&Response::One(0), true));
    assert_eq!(again.works[1..], state.works[1..]);
    assert_eq!((again.saved, again.due.as_slice()), (Saved::Idle, [].as_slice()));
    assert_eq!(
        (0..7).map(|item| again.order(item)).collect::<Vec<_>>(),
        (0..7).map(|i| state.order(i)).collect::<Vec<_>>()
    );
}

#[test]
fn a_further_try_in_the_making_is_there_again() {
    let mut state = fresh();
    let actions =
        vec![Action::Choose(SINGLE, 0), Action::Check(SINGLE), Action::Again(SINGLE), Action::Choose(SINGLE, 2)];
    let drafts = drafts_after(&mut state, actions);
    let again = reopened(&state, &drafts, at(60_000));
    assert_eq!(again.works[SINGLE], state.works[SINGLE]);
    assert!(again.is_open(SINGLE) && again.works[SINGLE].editing);
}

#[test]
fn a_draft_that_does_not_belong_here_is_passed_over() {
    let mut state = fresh();
    let drafts = drafts_after(&mut state, vec![Action::Choose(SINGLE, 0)]);
    let text = &drafts[0].1;
    let blank = Response::Many(vec![]);
    for (what, from, to) in [
        ("another wording", "\"rev\":7", "\"rev\":8"),
        ("another round", "\"round\":1", "\"round\":2"),
        ("another kind", "\"one\":0", "\"text\":\"x\""),
        ("a choice that is not there", "\"one\":0", "\"one\":3"),
        ("damage", "\"one\":0", "\"one\":"),
    ] {
        assert!(text.contains(from), "{text}");
        let drafts = [("single".to_owned(), text.replace(from, to))];
        let again = reopened(&fresh(), &drafts, at(60_000));
        assert_eq!(again.works[SINGLE].response, blank, "{what}");
    }
    // The answer came later, and the removal of the draft was lost.
    act(&mut state, [Action::Check(SINGLE)]);
    let again = reopened(&state, &drafts, at(60_000));
    assert!(!again.is_open(SINGLE));
}

#[test]
fn typing_is_kept_after_a_pause_and_nothing_is_kept_once_checked() {
    let mut state = fresh();
    assert_eq!(act(&mut state, [Action::Type(TEXT, "o".into())]), [Effect::KeepSoon(TEXT)]);
    let kept = act(&mut state, [Action::Keep(TEXT)]);
    let [Effect::Draft(key, Some(text))] = kept.as_slice() else { panic!("{kept:?}") };
    assert_eq!(key, "text");
    assert!(entry_json::read(text).is_ok());
    act(&mut state, [Action::Check(TEXT)]);
    assert!(act(&mut state, [Action::Keep(TEXT)]).is_empty(), "the pause ended after the check");
}

#[test]
fn the_switch_for_letters_is_kept() {
    let mut state = fresh();
    assert!(state.shortcuts);
    let drafts = drafts_after(&mut state, vec![Action::Shortcuts(false)]);
    assert_eq!(drafts, [(SHORTCUTS.to_owned(), "off".to_owned())]);
    assert!(!reopened(&state, &drafts, at(2_000)).shortcuts);
    assert!(drafts_after(&mut state, vec![Action::Shortcuts(true)]).is_empty());
}

#[test]
fn rounds_over_the_missed_and_over_all() {
    let mut state = fresh();
    answer_all(&mut state);
    act(&mut state, [Action::Start(Scope::All)]);
    assert_eq!((state.round.number, state.round.items.len()), (2, 7));
    act(&mut state, [Action::Choose(SINGLE, 0), Action::Check(SINGLE)]);
    act(&mut state, [Action::Type(TEXT, "x".into()), Action::Check(TEXT)]);
    let effects = act(&mut state, [Action::Start(Scope::Missed)]);
    assert_eq!((state.round.number, state.round.items.clone()), (3, vec![SINGLE, TEXT]));
    assert!(effects.contains(&Effect::Focus(vec!["single".into()])) && effects.contains(&Effect::Store));
    assert_eq!(state.at, Some(SINGLE));
    assert!(!state.is_shown(MULTIPLE) && state.works[TEXT].response == Response::Text(String::new()));
    // The round is there again after a reload.
    assert_eq!(reopened(&state, &[], at(90_000)).round.items, [SINGLE, TEXT]);
}

#[test]
fn what_is_due_hides_its_answer_until_it_is_answered_again() {
    let mut state = fresh();
    answer_all(&mut state);
    assert!(reopened(&state, &[], at(DAY / 2)).due.is_empty());
    let mut later = reopened(&state, &[], at(400 * DAY));
    assert_eq!(later.due.len(), 7);
    assert!(later.is_waiting(SINGLE) && later.is_shown(SINGLE));
    reduce(&mut later, Action::Start(Scope::Due), at(400 * DAY));
    assert_eq!((later.round.number, later.due.len()), (2, 0));
    assert!(later.is_open(SINGLE) && !later.is_waiting(SINGLE));
    reduce(&mut later, Action::Choose(SINGLE, 1), at(400 * DAY));
    reduce(&mut later, Action::Check(SINGLE), at(400 * DAY));
    assert!(later.days_until_due(SINGLE, 400).is_some_and(|days| days > 1));
}

#[test]
fn a_round_over_what_is_due_takes_along_what_is_still_open() {
    let mut state = fresh();
    act(&mut state, [Action::Choose(SINGLE, 0), Action::Check(SINGLE)]);
    let mut later = reopened(&state, &[], at(9 * DAY));
    assert_eq!(later.due, [SINGLE]);
    reduce(&mut later, Action::Start(Scope::Due), at(9 * DAY));
    assert_eq!(later.round.items, [0, 1, 2, 3, 4, 5, 6]);
}

#[test]
fn an_item_outside_the_round_shows_only_if_it_is_due() {
    let mut state = fresh();
    answer_all(&mut state);
    act(&mut state, [Action::Start(Scope::All), Action::Choose(SINGLE, 0), Action::Check(SINGLE)]);
    act(&mut state, [Action::Start(Scope::Missed)]);
    let later = reopened(&state, &[], at(400 * DAY));
    assert_eq!(later.round.items, [SINGLE]);
    assert!(!later.is_waiting(SINGLE), "it is open and asked anyway");
    assert!(later.is_waiting(TEXT) && later.is_shown(TEXT));
}

#[test]
fn a_clock_set_back_does_not_change_the_order_of_answers() {
    let mut state = fresh();
    act(&mut state, [Action::Choose(SINGLE, 0)]);
    reduce(&mut state, Action::Check(SINGLE), at(9_000));
    act(&mut state, [Action::Again(SINGLE), Action::Choose(SINGLE, 1)]);
    reduce(&mut state, Action::Check(SINGLE), at(4_000));
    assert!(state.entries[0].id < state.entries[1].id);
    assert_eq!(state.round.tries(SINGLE).unwrap().last.earned, 1);
}

#[test]
fn requests_are_written_as_the_storage_page_reads_them() {
    let entry = Entry {
        id: EntryId { at: 1_764_000_000_000, nonce: 7 },
        quiz: "q".into(),
        round: 2,
        event: Event::Start { items: vec!["a\"b".into()] },
    };
    for (request, expected) in [
        (Request::Open { book: "b", seed: "7" }, r#"{"cp":1,"n":5,"op":"open","book":"b","seed":"7"}"#),
        (Request::Read { quizzes: None }, r#"{"cp":1,"n":5,"op":"read","quizzes":null}"#),
        (Request::Read { quizzes: Some(vec!["q", "r"]) }, r#"{"cp":1,"n":5,"op":"read","quizzes":["q","r"]}"#),
        (
            Request::Add { entries: std::slice::from_ref(&entry) },
            r#"{"cp":1,"n":5,"op":"add","entries":[{"key":"0midc1z40-7","quiz":"q","body":"{\"at\":1764000000000,\"n\":7,\"quiz\":\"q\",\"round\":2,\"start\":[\"a\\\"b\"]}"}]}"#,
        ),
        (Request::Draft { key: "k", value: Some("v") }, r#"{"cp":1,"n":5,"op":"draft","key":"k","value":"v"}"#),
        (Request::Draft { key: "k", value: None }, r#"{"cp":1,"n":5,"op":"draft","key":"k","value":null}"#),
        (Request::Read { quizzes: Some(vec![]) }, r#"{"cp":1,"n":5,"op":"read","quizzes":[]}"#),
        (Request::Add { entries: &[] }, r#"{"cp":1,"n":5,"op":"add","entries":[]}"#),
        (Request::Forget { prefix: "p/" }, r#"{"cp":1,"n":5,"op":"forget","prefix":"p/"}"#),
        (Request::Clear, r#"{"cp":1,"n":5,"op":"clear"}"#),
    ] {
        assert_eq!(request.message(5), expected);
    }
}

#[test]
fn keys_sort_by_time() {
    let ids = [(0, 0), (35, 1), (36, 1), (1_764_000_000_000, u32::MAX), (1_764_000_000_001, 0)];
    let keys: Vec<String> = ids.iter().map(|&(at, nonce)| key(EntryId { at, nonce })).collect();
    assert!(keys.is_sorted(), "{keys:?}");
    assert!(keys.iter().all(|key| key.find('-') == Some(9)), "{keys:?}");
}

fn any_action() -> impl Strategy<Value = Action> {
    let item = || 0_usize..7;
    let confidence = prop::sample::select(Confidence::ALL.to_vec());
    prop_oneof![
        (item(), 0_u16..5).prop_map(|(item, choice)| Action::Choose(item, choice)),
        (item(), 0_usize..6, any::<bool>()).prop_map(|(item, from, up)| Action::Move { item, from, up }),
        (item(), 0_usize..4, proptest::option::of(0_u16..5))
            .prop_map(|(item, left, right)| Action::Pair(item, left, right)),
        (item(), "[0-9 x]{0,3}").prop_map(|(item, text)| Action::Type(item, text)),
        (item(), confidence).prop_map(|(item, confidence)| Action::Confide(item, confidence)),
        item().prop_map(Action::HintSeen),
        item().prop_map(Action::Reveal),
        (item(), 0_usize..4, 0_u16..9).prop_map(|(item, line, given)| Action::Give(item, line, given)),
        item().prop_map(Action::Check),
        item().prop_map(Action::Check),
        item().prop_map(Action::Again),
        item().prop_map(Action::Keep),
        prop::sample::select(vec![Scope::All, Scope::Missed, Scope::Due]).prop_map(Action::Start),
        (0_usize..9).prop_map(Action::Stored),
    ]
}

proptest! {
    /// Whatever is pressed in whatever order: no panic, points within bounds, and a reload gives the same answers.
    #[test]
    fn any_actions_keep_the_state_whole(actions in proptest::collection::vec(any_action(), 0..60), days in 0_u64..9) {
        let mut state = fresh();
        for (i, action) in actions.into_iter().enumerate() {
            reduce(&mut state, action, at(1_000 + i as u64 * (1 + days * DAY)));
        }
        let summary = state.round.summary(&state.quiz);
        prop_assert!(summary.earned <= summary.max);
        prop_assert!(state.entries.is_sorted_by_key(|entry| entry.id));
        let again = reopened(&state, &[], at(1_000));
        prop_assert_eq!(&again.round, &state.round);
        for entry in &state.entries {
            let read = entry_json::read(&entry_json::write(entry));
            prop_assert_eq!(read.as_ref(), Ok(entry));
        }
    }
}
