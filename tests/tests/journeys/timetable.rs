//! Timetables: what an institution has goes in, the timetable stands below, and leaves as paper, calendar and table.

use std::path::Path;

use compendium_tests::axe;
use compendium_tests::book;
use compendium_tests::browser::{Browser, Engine, Options, key};
use compendium_tests::pages::{tab_to, texts};
use compendium_tests::stage::{Journey, Place, PlaceKind, Stage};
use compendium_tests::wait::wait_for;
use serde_json::json;

use crate::fallback::printed;
use crate::offline::{nothing_left, watched_with};
use crate::stored;

pub const JOURNEYS: &[Journey] = &[
    Journey { name: "makes a timetable", engines: &Engine::ALL, places: PlaceKind::ALL, run: makes_a_timetable },
    Journey {
        name: "has a timetable that is too short",
        engines: &Engine::ALL,
        places: PlaceKind::BOTH,
        run: too_short,
    },
    Journey {
        name: "asks a timetable for what comes before",
        engines: &Engine::ALL,
        places: PlaceKind::BOTH,
        run: asks_for_what_comes_before,
    },
    Journey {
        name: "mends entries of a timetable",
        engines: &[Engine::Chromium],
        places: &[PlaceKind::File],
        run: mends_entries,
    },
    Journey {
        name: "makes a timetable by keyboard alone",
        engines: &Engine::ALL,
        places: &[PlaceKind::File],
        run: by_keyboard,
    },
    Journey { name: "prints a timetable", engines: &Engine::ALL, places: &[PlaceKind::File], run: prints },
    Journey {
        name: "reads a timetable without scripts",
        engines: &Engine::ALL,
        places: &[PlaceKind::File],
        run: reads_without_scripts,
    },
    Journey {
        name: "axe finds nothing in timetables",
        engines: &Engine::ALL,
        places: &[PlaceKind::File],
        run: axe_finds_nothing,
    },
    Journey {
        name: "makes a timetable from right to left",
        engines: &Engine::ALL,
        places: &[PlaceKind::File],
        run: right_to_left,
    },
];

const PAGE: &str = "timetable.html";

fn open(browser: &Browser, place: &Place) {
    browser.go(&place.url(PAGE));
    ready(browser);
}

fn ready(browser: &Browser) {
    browser.wait("first('.quiz-app #plan-form')");
}

/// Gives a field another value and leaves it. What keys a field for dates takes is the browser's own affair.
fn set(browser: &Browser, id: &str, value: &str) {
    let script = "const e = document.getElementById(arguments[0]); e.value = arguments[1]; \
                  for (const kind of ['input', 'change']) e.dispatchEvent(new Event(kind, {bubbles: true}))";
    browser.run(script, json!([id, value]));
}

/// Ticks or unticks the box with these words.
fn tick(browser: &Browser, words: &str) {
    let label = "all('.plan-form label').find(e => words(e).startsWith(arguments[0]))";
    browser.find_with(label, json!([words])).click(words);
}

/// Waits until the line above the timetable says it.
#[track_caller]
fn wait_said(browser: &Browser, words: &str) {
    browser.wait(&format!("words(first('.plan-made [role=status]')).startsWith({words:?})"));
}

/// The heads of the days.
fn days(browser: &Browser) -> Vec<String> {
    texts(browser.run("return all('.plan-made thead th').slice(1).map(words)", json!([])))
}

/// A file of the folder, whole.
fn saved(folder: &Path, name: &str) -> String {
    let path = folder.join(name);
    let bytes = wait_for(&format!("the file {}", path.display()), || {
        let is_alone = !path.with_extension(format!("{}.part", path.extension()?.to_str()?)).exists();
        std::fs::read(&path).ok().filter(|bytes| !bytes.is_empty() && is_alone)
    });
    String::from_utf8(bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The standard request with a date and a holiday: the table, the files, and everything again after a reload.
fn makes_a_timetable(stage: &Stage) {
    let place = stage.place(&book::fixture("courses"));
    let downloads = stage.folder("downloads");
    let (browser, recorder) =
        watched_with(stage, Options { downloads: Some(downloads.clone()), ..Options::default() });
    open(&browser, &place);
    wait_said(&browser, "One week, 4 days, 24 hours of teaching. Every session is there, and whole.");
    assert!(browser.holds("words(first('.plan-made th + th')).startsWith('Monday')"), "it begins on a Monday");
    assert!(browser.holds("document.getElementById('plan-weeks').value === '1'"));

    set(&browser, "plan-start", "2027-01-11");
    browser.wait("words(first('.plan-made th + th')) === 'Monday 11 January 2027'");
    assert_eq!(days(&browser).len(), 4);
    let first = "first('.plan-made td a')";
    assert!(browser.holds(&format!("words({first}) === 'C1 1.1 Bells'")));
    assert!(browser.holds(&format!("{first}.href.endsWith('c1/unit-1.html#c1-s1-1')")));
    set(&browser, "plan-holidays", "# ours\n2027-01-12 Feast of <b>bells</b>\n");
    browser.wait("words(first('.plan-free')) === 'Feast of <b>bells</b>'");
    assert_eq!(days(&browser).last().map(String::as_str), Some("Friday 15 January 2027"), "all moves by a day");
    wait_for("the entries in the store", || {
        stored(&browser, "(drafts['plan/form'] || '').includes('Feast of')").then_some(())
    });
    browser.wait("all('.plan-made [role=status]').some(e => /^saved \\d/.test(words(e)))");

    browser.reload();
    ready(&browser);
    browser.wait("words(first('.plan-free')) === 'Feast of <b>bells</b>'");
    assert!(browser.holds("document.getElementById('plan-start').value === '2027-01-11'"));

    browser.click("Save as calendar (.ics)");
    let calendar = saved(&downloads, "timetable.ics");
    for line in [
        "BEGIN:VCALENDAR\r\n",
        "UID:c1-s1-1-2027-01-11@courses\r\n",
        "SUMMARY:C1 1.2 Lights & signs\r\n",
        "DTSTART:20270113T090000\r\n",
        "SUMMARY:C3 1.1 The drill\r\n",
    ] {
        assert!(calendar.contains(line), "{line:?} is not in\n{calendar}");
    }
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 14);
    browser.wait("all('.plan-made [role=status]').some(e => words(e).startsWith('timetable.ics was handed'))");
    browser.click("Save as table (.csv)");
    let table = saved(&downloads, "timetable.csv");
    for line in [
        "2027-01-11,09:00,10:30,90,C1,Unit 1: Hear,1.1,Bells,\r\n",
        "1.4,\"'=Sum(A1), or “who counts”\",\r\n",
        "2027-01-15,13:30,17:00,180,C3,Unit 1: Practice,1.2,The review,\"with a break, 15:00–15:30\"\r\n",
    ] {
        assert!(table.contains(line), "{line:?} is not in\n{table}");
    }
    nothing_left(&browser, &recorder, &place);

    // The request is no progress, and stays when that is deleted.
    browser.go(&place.url("progress.html"));
    browser.click("Delete my progress");
    browser.click("Delete all entries");
    browser.wait("said() === 'All entries were deleted.'");
    open(&browser, &place);
    assert!(browser.holds("document.getElementById('plan-start').value === '2027-01-11'"));
}

/// Fewer hours: at first sessions are shortened, then there is no timetable, and a button takes the nearest request.
fn too_short(stage: &Stage) {
    let place = stage.place(&book::fixture("courses"));
    let browser = stage.fresh_browser();
    open(&browser, &place);
    set(&browser, "plan-start", "2027-01-11");
    set(&browser, "plan-hours", "4.5");
    wait_said(
        &browser,
        "One week, 5 days, 21 hours of teaching. 3 sessions are shortened or left out: 3 hours less.",
    );
    let changes = texts(browser.run("return all('.plan-changes tbody tr').map(words)", json!([])));
    assert_eq!(
        changes,
        [
            "C1 1.2 Lights & signs left out, 90 minutes step 1 of the short variant of C1",
            "C1 1.3 Smoke 45 of 90 minutes step 2 of the short variant of C1",
            "C1 2.2 Close 45 of 90 minutes step 2 of the short variant of C1",
        ]
    );

    set(&browser, "plan-hours", "4");
    wait_said(&browser, "There is no timetable for this.");
    assert!(
        browser.holds(
            "words(first('.plan-made .verdict')).startsWith('The courses need 21 hours, with everything cut')"
        )
    );
    assert!(browser.holds("!first('.plan-made table') && !named('button', 'Print')"));
    browser.click("Take 2 weeks");
    browser.wait("document.activeElement.id === 'plan-result'");
    wait_said(&browser, "2 weeks, ");
    assert!(browser.holds(
        "document.getElementById('plan-weeks').value === '2' && all('.plan-week').filter(seen).length === 2"
    ));

    // A last day in place of weeks begins where they end.
    tick(&browser, "Last day");
    browser.wait("document.getElementById('plan-until').value === '2027-01-24'");
    set(&browser, "plan-until", "2027-01-12");
    wait_said(&browser, "There is no timetable for this.");
    browser.click("End on 24 January 2027");
    wait_said(&browser, "2 weeks, ");
}

fn asks_for_what_comes_before(stage: &Stage) {
    let place = stage.place(&book::fixture("courses"));
    let browser = stage.fresh_browser();
    open(&browser, &place);
    tick(&browser, "C1 Alarms");
    wait_said(&browser, "There is no timetable for this.");
    assert!(browser.holds(
        "words(first('.plan-made .verdict')).startsWith('C2 asks for C1, which is neither chosen nor done.')"
    ));
    browser.click("The learners have done C1");
    wait_said(&browser, "One week, 2 days, 12 hours");
    assert!(browser.holds("document.activeElement.id === 'plan-result'"));
    let done = "all('.plan-form label').find(e => words(e).endsWith('the learners have done it')).control";
    assert!(browser.holds(&format!("{done}.checked")));
    tick(&browser, "C1: the learners have done it");
    wait_said(&browser, "There is no timetable for this.");
    browser.click("Add C1");
    wait_said(&browser, "One week, 4 days, 24 hours");
    assert!(browser.holds("all('.plan-courses input').every(e => e.checked)"));
    browser.click("No course");
    wait_said(&browser, "There is no timetable for this.");
    browser.click("All courses");
    wait_said(&browser, "One week, 4 days, 24 hours");
    for day in ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"] {
        tick(&browser, day);
    }
    wait_said(&browser, "There is no timetable for this.");
    tick(&browser, "Sunday");
    browser.click("Take 4 weeks");
    wait_said(&browser, "4 weeks, 4 days");
    browser.wait("all('.plan-made thead th + th').every(e => words(e).startsWith('Sunday'))");
}

/// What cannot be read is named, with the form to copy; nothing is made of the rest meanwhile.
fn mends_entries(stage: &Stage) {
    let place = stage.place(&book::fixture("courses"));
    let browser = stage.fresh_browser();
    open(&browser, &place);
    for (id, value, words) in [
        (
            "plan-holidays",
            "2027-01-01\n1 May\n",
            "Days without teaching, line 2: “1 May” does not begin with a date.",
        ),
        ("plan-holidays", "2027-01-02..2027-01-01", "Days without teaching, line 1: “2027-01-02..2027-01-01” ends"),
        ("plan-hours", "25", "Give the hours of a day"),
        ("plan-weeks", "x", "Give the weeks as a whole number from 1 to 208."),
        ("plan-from", "", "Give the beginning of a day"),
        ("plan-start", "", "Give the first day"),
    ] {
        let before = browser.ask("return document.getElementById(arguments[0]).value", json!([id]));
        set(&browser, id, value);
        wait_said(&browser, "There is no timetable yet");
        let said = browser.ask("return words(first('.plan-made .verdict'))", json!([]));
        assert!(said.starts_with(words), "{said}");
        assert!(browser.holds(&format!("document.getElementById({id:?}).getAttribute('aria-invalid') === 'true'")));
        assert!(browser.holds("!first('.plan-made table')"));
        set(&browser, id, &before);
        wait_said(&browser, "One week, 4 days, 24 hours");
    }
}

fn by_keyboard(stage: &Stage) {
    let place = stage.place(&book::fixture("courses"));
    let downloads = stage.folder("downloads");
    let browser = stage.browser_with(&Options { downloads: Some(downloads.clone()), ..Options::default() });
    open(&browser, &place);
    tab_to(&browser, "e.id === 'plan-hours'", true);
    browser.press(&[key::END]);
    browser.type_text(",5");
    // Without leaving the field.
    browser.wait("words(first('.plan-made')).includes('30 minutes for own work')");
    assert!(browser.holds("document.activeElement.id === 'plan-hours' && document.activeElement.value === '6,5'"));
    tab_to(&browser, "e.labels && e.labels[0] && words(e.labels[0]).startsWith('C3 Drills')", true);
    browser.press(&[key::SPACE]);
    wait_said(&browser, "One week, 3 days, 18 hours");
    assert!(browser.holds("words(document.activeElement.labels[0]).startsWith('C3 Drills')"), "the focus moved");
    tab_to(&browser, "words(e) === 'Save as table (.csv)'", true);
    browser.press(&[key::ENTER]);
    assert!(saved(&downloads, "timetable.csv").contains("C2,Unit 1: Ways out,1.4,Walk"));
    assert!(browser.holds("words(document.activeElement) === 'Save as table (.csv)'"), "saving moves the focus");
}

/// The timetable alone, with lines for names; in the whole book only what stands above the form.
fn prints(stage: &Stage) {
    let place = stage.place(&book::fixture("courses"));
    let browser = stage.fresh_browser();
    open(&browser, &place);
    set(&browser, "plan-start", "2027-01-11");
    browser.wait("words(first('.plan-made th + th')) === 'Monday 11 January 2027'");
    let text = printed(stage, &browser);
    for words in ["Week 1", "11 January 2027", "C3 1.2", "Instructor:", "Room:", "24 hours of teaching"] {
        assert!(text.contains(words), "{words:?} is not on paper:\n{text}");
    }
    for words in ["zibeline", "What you have", "Save as", "Search the book", "longest day"] {
        assert!(!text.contains(words), "{words:?} is on paper:\n{text}");
    }
    browser.go(&place.url("print.html"));
    let text = printed(stage, &browser);
    assert!(
        text.contains("zibeline") && !text.contains("compendium plan") && !text.contains("What you have"),
        "{text}"
    );
}

fn reads_without_scripts(stage: &Stage) {
    let place = stage.place(&book::fixture("courses"));
    let browser = stage.browser_with(&Options { is_scriptless: true, ..Options::default() });
    browser.go(&place.url(PAGE));
    let text = browser.by_css("main").iter().map(|element| element.text()).collect::<String>();
    for words in ["zibeline", "compendium plan", "Week 1", "Day 4", "The review"] {
        assert!(text.contains(words), "{words:?} is not in\n{text}");
    }
}

fn axe_finds_nothing(stage: &Stage) {
    let place = stage.place(&book::fixture("courses"));
    let browser = stage.fresh_browser();
    let mut found = Vec::new();
    for theme in ["light", "navy"] {
        for width in [1280, 360, 320] {
            browser.resize(width, 900);
            open(&browser, &place);
            let script = "const html = document.documentElement; html.classList.remove('light', 'navy'); html.classList.add(arguments[0])";
            browser.run(script, json!([theme]));
            // With a timetable, with a refusal, and with an entry that cannot be read.
            for hours in ["6", "4", "x"] {
                set(&browser, "plan-hours", hours);
                let is_there =
                    if hours == "6" { "first('.plan-made table')" } else { "first('.plan-made .verdict')" };
                browser.wait(is_there);
                let own = axe::violations(&browser).into_iter();
                found.extend(own.map(|violation| format!("{theme}, {width}, {hours} hours: {violation}")));
                let wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1";
                assert!(browser.holds(wide), "the page scrolls sideways at {width}");
            }
            set(&browser, "plan-hours", "6");
            browser.wait("first('.plan-made table')");
        }
    }
    browser.resize(1280, 900);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn right_to_left(stage: &Stage) {
    let place = stage.place(&book::fixture("rtl"));
    let browser = stage.fresh_browser();
    open(&browser, &place);
    wait_said(&browser, "One week, one day, 6 hours");
    // Times stand at the right, and the day to their left.
    let head = "all('.plan-made thead th').map(e => e.getBoundingClientRect().x)";
    assert!(browser.holds(&format!("(([time, day]) => day < time)({head})")));
    browser.resize(360, 800);
    assert!(browser.holds("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1"));
    browser.resize(1280, 900);
}
