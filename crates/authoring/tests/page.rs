//! What a page is read as.

use compendium_authoring::page::SourceStatus;
use compendium_authoring::{Page, read_page};
use compendium_core::item::{Item, Kind, Level};
use compendium_core::number::Number;

const QUIZ: &str = r#"# Mandate {#mandate .chapter reviewed=2026-11}

## Check yourself {#check .quiz pass=70}

Introductory words belong to no question.

### Who can bind *every* agency? {#single outcome=o-1 level=apply}

An order stands in the way.

| Row | Rule |
|---|---|
| 1 | duty |

- [ ] The director

  > Only staff.

- [x] The legislature, by `statute`
  > Right:
  > - courts can test it

> [!TIP]
> Who stands above?

> [!NOTE]
> See [Instruments](../a/b.md#instruments) and <https://example.org>.

### Choose two {#multiple points=5}

- [x] One
  > Yes.
- [x] Two
  > Yes.
- [ ] Three
  > No.

### Put in order {#order .order}

1. First
   > Because.
2. Second
3. Third

### Match {#match .match}

| Left | *Right* |
|---|---|
| a | 1 |
| b | 2 |
| | 3 |

### How many? {#numeric .numeric}

Answer
: 85,5 ± 0.5 %
  > Five of six.

### What is it called? {#text .text}

Answer
: originator control
: ORCON

### Draft {#essay .essay}

| Criterion | Points | Earned by |
|---|---|---|
| Purpose | 2 | names the crimes |
| Limit | 3 | says what not |

### A night {#case .case}

At 23:10 a request comes in.

#### What first? {#case-first}

- [x] Look
  > Yes.
- [ ] Send
  > No.

### After the case {#after}

- [x] Yes
  > Yes.
- [ ] No
  > No.

## Afterwards {#afterwards}

### Not a question {#not-a-question}
"#;

fn items(page: &Page) -> &[Item] {
    &page.quizzes[0].quiz.items
}

fn number(text: &str) -> Number {
    Number::read(text).unwrap()
}

#[test]
fn a_quiz_of_all_kinds() {
    let (page, _) = read_page("a/mandate.md", QUIZ);
    let quiz = &page.quizzes[0].quiz;
    assert_eq!((quiz.id.as_str(), quiz.title.as_str(), quiz.pass_mark), ("check", "Check yourself", 70));
    let kinds: Vec<(&str, &str, u32)> =
        quiz.items.iter().map(|item| (item.id.as_str(), item.kind.name(), item.points)).collect();
    assert_eq!(
        kinds,
        [
            ("single", "single", 1),
            ("multiple", "multiple", 5),
            ("order", "order", 2),
            ("match", "match", 2),
            ("numeric", "numeric", 1),
            ("text", "text", 1),
            ("essay", "essay", 5),
            ("case-first", "single", 1),
            ("after", "single", 1),
        ]
    );
    let situations: Vec<_> = quiz.items.iter().map(|item| item.situation).collect();
    assert_eq!(situations[6..], [None, Some(0), None]);
    assert_eq!(quiz.situations[0].id, "case");
    assert_eq!(quiz.situations[0].title, "A night");
    assert_eq!(quiz.situations[0].text, "<p>At 23:10 a request comes in.</p>");
    assert_eq!(page.headings[page.quizzes[0].cases[0]].title, "A night");
}

#[test]
fn a_question_with_everything() {
    let (page, _) = read_page("a/mandate.md", QUIZ);
    let item = &items(&page)[0];
    assert_eq!(item.title, "Who can bind every agency?");
    assert_eq!(item.stem, "Who can bind <em>every</em> agency?");
    assert!(item.stem_more.starts_with("<p>An order stands in the way.</p><table>"), "{}", item.stem_more);
    assert_eq!((item.outcome.as_deref(), item.level), (Some("o-1"), Some(Level::Apply)));
    assert_eq!(item.hint.as_deref(), Some("<p>Who stands above?</p>"));
    let reread = item.reread.as_ref().unwrap();
    assert_eq!((reread.href.as_str(), reread.title.as_str()), ("../a/b.html#instruments", "Instruments"));
    let Kind::Single { choices } = &item.kind else { panic!("{:?}", item.kind) };
    assert_eq!((choices[0].text.as_str(), choices[0].key), ("The director", false));
    assert_eq!(choices[0].feedback.as_deref(), Some("<p>Only staff.</p>"));
    assert_eq!((choices[1].text.as_str(), choices[1].key), ("The legislature, by <code>statute</code>", true));
    assert_eq!(choices[1].feedback.as_deref(), Some("<p>Right:</p><ul><li>courts can test it</li></ul>"));

    let spans = &page.quizzes[0].items[0];
    assert_eq!(&QUIZ[spans.parts[0].span.clone()], "The director");
    assert_eq!(&QUIZ[spans.parts[0].feedback.clone().unwrap()], "> Only staff.");
    assert!(QUIZ[spans.section.clone()].trim_end().ends_with("<https://example.org>."));
    assert!(QUIZ[spans.hint.clone().unwrap()].starts_with("> [!TIP]"));
}

#[test]
fn answers_of_the_other_kinds() {
    let (page, _) = read_page("a/mandate.md", QUIZ);
    let items = items(&page);
    let Kind::Order { entries } = &items[2].kind else { panic!() };
    assert_eq!(entries[0].feedback.as_deref(), Some("<p>Because.</p>"));
    let Kind::Match { left, right, pairs, distractors } = &items[3].kind else { panic!() };
    assert_eq!((left.as_str(), right.as_str(), pairs.len()), ("Left", "<em>Right</em>", 2));
    assert_eq!((pairs[1].left.as_str(), pairs[1].right.as_str()), ("b", "2"));
    assert_eq!(distractors, &["3"]);
    let Kind::Numeric { answer, tolerance, unit, feedback } = &items[4].kind else { panic!() };
    assert_eq!((*answer, *tolerance, unit.as_str()), (number("85.5"), number("0.5"), "%"));
    assert_eq!(feedback.as_deref(), Some("<p>Five of six.</p>"));
    let Kind::Text { accepted, .. } = &items[5].kind else { panic!() };
    assert_eq!(accepted, &["originator control", "ORCON"]);
    let Kind::Essay { rubric } = &items[6].kind else { panic!() };
    assert_eq!(
        (rubric[1].name.as_str(), rubric[1].points, rubric[1].earns.as_str()),
        ("Limit", 3, "says what not")
    );
}

/// The revision of the first question after an edit, and whether others changed.
fn edited(from: &str, to: &str) -> (bool, bool) {
    assert!(QUIZ.contains(from));
    let (before, _) = read_page("a.md", QUIZ);
    let (after, _) = read_page("a.md", &QUIZ.replacen(from, to, 1));
    let changed = |at: usize| items(&before)[at].revision != items(&after)[at].revision;
    (changed(0), (1..items(&before).len()).any(changed))
}

#[test]
fn the_revision_changes_with_what_was_asked_and_nothing_else() {
    for (from, to) in [
        ("Who can bind *every*", "Who may bind *every*"),
        ("An order stands", "A rule stands"),
        ("| 1 | duty |", "| 2 | duty |"),
        ("- [ ] The director", "- [ ] The board"),
        ("- [ ] The director", "- [x] The director"),
        ("### Who can bind *every* agency? {#single", "### Who can bind *every* agency? ![x](a.svg) {#single"),
    ] {
        assert_eq!(edited(from, to), (true, false), "{from} → {to}");
    }
    for (from, to) in [
        ("> Only staff.", "> Only the staff."),
        ("> Who stands above?", "> Who stands there?"),
        ("> See [", "> Read ["),
        ("outcome=o-1 level=apply", "outcome=o-2 level=create points=4"),
        ("{#single", "{#other"),
        ("Who can bind *every*", "Who can bind every"),
        ("An order stands in the way.", "An order stands\nin the way."),
        ("Introductory words", "Other words"),
    ] {
        assert_eq!(edited(from, to), (false, false), "{from} → {to}");
    }
    assert_eq!(edited("At 23:10", "At 23:15"), (false, true), "a situation belongs to its questions");
}

#[test]
fn headings_entries_and_inventory() {
    let text = "\u{feff}# Course {#c .course hours=1}\r\n\r\nSome *running* text with a [link](x.md), `code` and a note.[^n]\r\n\r\n\
                ### Explain {#o-1 .outcome level=understand}\r\n\r\n\
                ## Session {#s .session minutes=30 outcomes=o-1,o-2}\r\n\r\n### Plan {.plan}\r\n\r\n\
                | M | S | L |\r\n|---|---|---|\r\n| 10 | a | b |\r\n| 20 | c | d |\r\n\r\n\
                ### Law enforcement {#term-law .term .nolink also=police|law-officers}\r\n\r\nThose who *enforce* it.\r\n\r\n\
                ### The Act {#act .source status=read}\r\n\r\n![Steps](a.svg \"Figure 1\")\r\n\r\n\
                [^n]: [The Act](#act), section 1.\r\n";
    let (page, _) = read_page("c/index.md", text);
    assert_eq!(page.title, "Course");
    let heading = &page.headings[0];
    assert_eq!(&text[heading.span.clone()], "# Course {#c .course hours=1}");
    assert_eq!(&text[heading.text.clone()], "Course");
    assert_eq!(&text[heading.attribute_span.clone().unwrap()], "{#c .course hours=1}");
    assert_eq!(&text[heading.id_span.clone().unwrap()], "#c");
    assert_eq!(&text[heading.value_spans["hours"].clone()], "1");
    assert_eq!(heading.section, 3..text.len());
    assert!(text[page.headings[2].section.clone()].contains("| 20 |"));
    assert!(!text[page.headings[3].section.clone()].contains("Law"));

    assert_eq!((page.outcomes[0].id.as_str(), page.outcomes[0].level), ("o-1", Some(Level::Understand)));
    let session = &page.sessions[0];
    assert_eq!((session.id.as_str(), session.minutes, session.outcomes.len()), ("s", 30, 2));
    assert_eq!(session.steps.iter().map(|(minutes, _)| *minutes).collect::<Vec<_>>(), [10, 20]);
    let term = &page.terms[0];
    assert_eq!((term.also.join(","), term.is_linked), ("police,law officers".to_owned(), false));
    assert_eq!(term.definition, "Those who enforce it.");
    assert_eq!(page.sources[0].status, SourceStatus::Read);

    let links: Vec<&str> = page.links.iter().map(|link| link.target.as_str()).collect();
    assert_eq!(links, ["x.md", "#act"]);
    assert_eq!(page.footnotes[0].links, [1]);
    assert_eq!(&text[page.footnote_uses[0].1.clone()], "[^n]");
    let image = &page.images[0];
    assert_eq!(
        (image.target.as_str(), image.title.as_str(), image.alt.as_str(), image.is_block),
        ("a.svg", "Figure 1", "Steps", true)
    );
    let prose: Vec<&str> =
        page.prose.iter().map(|span| text[span.clone()].trim()).filter(|text| !text.is_empty()).collect();
    assert_eq!(prose[..5], ["Some", "running", "text with a", ",", "and a note."]);
    assert!(page.has_anchor("term-law") && page.has_anchor("plan") && !page.has_anchor("law"));
}

#[test]
fn what_is_no_quiz() {
    let text = "# T {#t}\n\n````markdown\n## Quiz {#q .quiz}\n\n### Which? {#w}\n\n- [x] a\n````\n\n> ## Quiz {#r .quiz}\n";
    let (page, found) = read_page("t.md", text);
    assert!(page.quizzes.is_empty());
    assert_eq!(found.iter().map(|finding| finding.rule).collect::<Vec<_>>(), ["nested-heading"]);
}

#[test]
fn templates_are_read_with_their_variables() {
    let text = "# Rules {#rules .template}\n\nSee {{ not.here }} and a Mandate.\n\n## Rules of {{ centre.name }} {#text .fill}\n\n\
        **{{limit.hour}}** of Mandate.\n\n### Part {#part}\n\n- {{ centre.name }}\n\n## Names {#names .variables}\n\n\
        `centre.name`\n: Full name; in law. Example: NFC\n\n`limit.hour`\n: Hour\n";
    let (page, _) = read_page("rules.md", text);
    let template = page.template.as_ref().unwrap();
    assert_eq!(page.headings[template.heading].title, "Rules of {{ centre.name }}");
    let uses: Vec<(&str, &str)> =
        template.uses.iter().map(|used| (used.name.as_str(), &text[used.span.clone()])).collect();
    let expected = [
        ("centre.name", "{{ centre.name }}"),
        ("limit.hour", "{{limit.hour}}"),
        ("centre.name", "{{ centre.name }}"),
    ];
    assert_eq!(uses, expected);
    let variables: Vec<[&str; 4]> =
        page.variables.iter().map(|own| [&own.name[..], &own.label, &own.note, &own.example]).collect();
    assert_eq!(variables, [["centre.name", "Full name", "in law.", "NFC"], ["limit.hour", "Hour", "", ""]]);
    // No term is linked in a document.
    let document = &page.headings[template.heading].section;
    assert!(page.prose.iter().any(|span| span.start < document.start));
    assert!(page.prose.iter().all(|span| !document.contains(&span.start)));
}
