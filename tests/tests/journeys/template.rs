//! Templates: names in, documents out, and nothing of it anywhere else.

use std::path::Path;

use compendium_tests::axe;
use compendium_tests::book;
use compendium_tests::browser::{Browser, Engine, Options, key};
use compendium_tests::pages::tab_to;
use compendium_tests::stage::{Journey, Place, PlaceKind, Stage};
use compendium_tests::wait::wait_for;
use serde_json::json;

use crate::fallback::printed;
use crate::offline::{nothing_left, watched_with};
use crate::stored;

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fills in a template",
        engines: &Engine::ALL,
        places: PlaceKind::ALL,
        run: fills_in_a_template,
    },
    Journey { name: "forgets the names", engines: &Engine::ALL, places: PlaceKind::BOTH, run: forgets_the_names },
    Journey {
        name: "fills in by keyboard alone",
        engines: &Engine::ALL,
        places: &[PlaceKind::File],
        run: fills_in_by_keyboard,
    },
    Journey {
        name: "prints a document",
        engines: &Engine::ALL,
        places: &[PlaceKind::File],
        run: prints_a_document,
    },
    Journey {
        name: "reads a template without scripts",
        engines: &Engine::ALL,
        places: &[PlaceKind::File],
        run: reads_without_scripts,
    },
    Journey {
        name: "axe finds nothing in templates",
        engines: &Engine::ALL,
        places: &[PlaceKind::File],
        run: axe_finds_nothing,
    },
    Journey {
        name: "fills in from right to left",
        engines: &Engine::ALL,
        places: &[PlaceKind::File],
        run: right_to_left,
    },
];

const RULES: &str = "rules/house-rules.html";
const VISIT: &str = "rules/visit.html";
/// A name with signs that mean something in HTML, in Markdown and to a computer.
const CENTRE: &str = "Centre “A & B” <1> *é* \\ ط";

fn open(browser: &Browser, place: &Place, page: &str) {
    browser.go(&place.url(page));
    ready(browser);
}

fn ready(browser: &Browser) {
    browser.wait("first('.quiz-app #fill-form')");
}

/// Types a name into the field of a label.
fn enter(browser: &Browser, label: &str, text: &str) {
    let field = "all('.fill label').find(e => words(e) === arguments[0]).control";
    browser.find_with(field, json!([label])).click(label);
    browser.type_text(text);
}

/// What stands in the slots of a variable.
fn slots(browser: &Browser, name: &str) -> String {
    browser.ask("return [...new Set(all(`[data-slot='${arguments[0]}']`).map(words))].join(' | ')", json!([name]))
}

fn wait_stored(browser: &Browser, name: &str, value: &str) {
    let holds = format!("drafts['profile/{name}'] === {value:?}");
    wait_for(&holds, || stored(browser, &holds).then_some(()));
}

/// A file of the folder, whole.
fn saved(folder: &Path, name: &str) -> Vec<u8> {
    let path = folder.join(name);
    wait_for(&format!("the file {}", path.display()), || {
        let bytes = std::fs::read(&path).ok().filter(|bytes| !bytes.is_empty())?;
        let is_alone = !path.with_extension(format!("{}.part", path.extension()?.to_str()?)).exists();
        is_alone.then_some(bytes)
    })
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Two names on one page; they are there after a reload and on the next page, and in the files that are saved.
fn fills_in_a_template(stage: &Stage) {
    let place = stage.place(&book::fixture("forms"));
    let downloads = stage.folder("downloads");
    let (browser, recorder) =
        watched_with(stage, Options { downloads: Some(downloads.clone()), ..Options::default() });
    open(&browser, &place, RULES);
    assert_eq!(slots(&browser, "centre.name"), "[Full name of the centre]");
    assert!(
        browser.holds(
            "all('.fill input').length === 4 && all('.fill input')[1].placeholder === 'desk@centre.example'"
        )
    );

    enter(&browser, "Full name of the centre", CENTRE);
    // As one types, and as text alone.
    assert_eq!(slots(&browser, "centre.name"), CENTRE);
    assert!(browser.holds("words(first('.document h2')).startsWith('House rules of Centre')"));
    enter(&browser, "Time between two checks of the doors", "30 minutes");
    wait_stored(&browser, "centre.name", CENTRE);
    wait_stored(&browser, "limit.doors", "30 minutes");
    browser.wait("words(first('.fill')).includes('2 of 4 filled in') && /saved \\d/.test(words(first('.fill [role=status]')))");

    browser.reload();
    ready(&browser);
    assert!(browser.holds("all('.fill input')[3].value === '30 minutes'"));
    assert_eq!(slots(&browser, "centre.name"), CENTRE);
    assert_eq!(slots(&browser, "officer.keys"), "[Title of the officer who keeps the keys]");
    open(&browser, &place, VISIT);
    assert!(browser.holds("all('.fill input').length === 1"));
    assert_eq!(slots(&browser, "centre.name"), CENTRE);

    open(&browser, &place, RULES);
    browser.click("Save as Word file");
    browser.wait("words(first('.fill [role=status]')).startsWith('house-rules.docx was handed')");
    browser.wait("words(first('.fill [role=status]')).includes('2 names are still missing')");
    let docx = saved(&downloads, "house-rules.docx");
    assert!(docx.starts_with(b"PK"));
    for text in [
        "House rules of Centre “A &amp; B” &lt;1&gt; *é* \\ ط",
        "30 minutes",
        "[Title of the officer who keeps the keys]",
    ] {
        assert!(holds(&docx, text), "{text:?} is not in the Word file");
    }
    assert!(!holds(&docx, "zibeline"), "what stands above the document is in the file");
    browser.click("Save as web page");
    let html = saved(&downloads, "house-rules.html");
    assert!(holds(&html, "<h1>House rules of Centre “A &amp; B” &lt;1&gt; *é* \\ ط</h1>"));
    nothing_left(&browser, &recorder, &place);
}

/// Names are no progress: neither its file nor its deletion touches them. They go by a button of their own.
fn forgets_the_names(stage: &Stage) {
    let place = stage.place(&book::fixture("forms"));
    let downloads = stage.folder("downloads");
    let browser = stage.browser_with(&Options { downloads: Some(downloads.clone()), ..Options::default() });
    open(&browser, &place, RULES);
    enter(&browser, "Full name of the centre", "Heliotrope Centre");
    wait_stored(&browser, "centre.name", "Heliotrope Centre");

    browser.go(&place.url("progress.html"));
    browser.wait("first('#progress-files')");
    browser.click("Save my progress as a file");
    let file = saved(&downloads, "forms-progress.json");
    assert!(
        holds(&file, "compendium-progress") && !holds(&file, "Heliotrope"),
        "a name is in the file of progress"
    );
    browser.click("Delete my progress");
    browser.click("Delete all entries");
    browser.wait("said() === 'All entries were deleted.'");

    open(&browser, &place, VISIT);
    assert_eq!(slots(&browser, "centre.name"), "Heliotrope Centre");
    browser.click("Forget all names");
    browser.wait("document.activeElement.id === 'fill-question'");
    browser.click("Keep them");
    browser.wait("!document.getElementById('fill-question') && document.activeElement.id === 'fill-form'");
    assert_eq!(slots(&browser, "centre.name"), "Heliotrope Centre");
    browser.click("Forget all names");
    browser.click("Forget them");
    browser.wait("words(first('.fill [role=status]')) === 'All names were forgotten.'");
    assert_eq!(slots(&browser, "centre.name"), "[Full name of the centre]");
    assert!(stored(&browser, "!Object.keys(drafts).some(key => key.startsWith('profile/'))"));
    open(&browser, &place, RULES);
    assert_eq!(slots(&browser, "centre.name"), "[Full name of the centre]");
    assert!(browser.holds("all('.fill input').every(e => e.value === '')"));
}

fn fills_in_by_keyboard(stage: &Stage) {
    let place = stage.place(&book::fixture("forms"));
    let downloads = stage.folder("downloads");
    let browser = stage.browser_with(&Options { downloads: Some(downloads.clone()), ..Options::default() });
    open(&browser, &place, VISIT);
    tab_to(&browser, "e.matches('.fill input')", true);
    browser.type_text("North / South");
    assert_eq!(slots(&browser, "centre.name"), "North / South", "a key of the frame took a letter");
    tab_to(&browser, "words(e) === 'Save as Word file'", true);
    browser.press(&[key::ENTER]);
    assert!(holds(&saved(&downloads, "visit.docx"), "Visit to North / South"));
    assert!(browser.holds("words(document.activeElement) === 'Save as Word file'"), "saving moves the focus");
    tab_to(&browser, "words(e) === 'Forget all names'", true);
    browser.press(&[key::ENTER]);
    browser.wait("document.activeElement.id === 'fill-question'");
    tab_to(&browser, "words(e) === 'Forget them'", true);
    browser.press(&[key::ENTER]);
    browser.wait("document.activeElement.id === 'fill-form'");
    assert_eq!(slots(&browser, "centre.name"), "[Full name of the centre]");
}

/// The document alone, as it was filled in; in the whole book all of the page, but for its form.
fn prints_a_document(stage: &Stage) {
    let place = stage.place(&book::fixture("forms"));
    let browser = stage.fresh_browser();
    open(&browser, &place, RULES);
    enter(&browser, "Full name of the centre", "Heliotrope Centre");
    let text = printed(stage, &browser);
    for words in
        ["House rules of Heliotrope Centre", "[Time between two checks of the doors]", "For Heliotrope Centre"]
    {
        assert!(text.contains(words), "{words:?} is not on paper:\n{text}");
    }
    for words in ["zibeline", "Fill in the names", "Save as", "Forget", "Search the book"] {
        assert!(!text.contains(words), "{words:?} is on paper:\n{text}");
    }
    browser.go(&place.url("print.html"));
    let text = printed(stage, &browser);
    assert!(text.contains("zibeline") && text.contains("Visit to [Full name of the centre]"), "{text}");
    assert!(!text.contains("compendium fill") && !text.contains("Fill in the names"), "{text}");
}

fn reads_without_scripts(stage: &Stage) {
    let place = stage.place(&book::fixture("forms"));
    let browser = stage.browser_with(&Options { is_scriptless: true, ..Options::default() });
    browser.go(&place.url(RULES));
    let text = browser.by_css("main").iter().map(|element| element.text()).collect::<String>();
    for words in ["House rules of [Full name of the centre]", "compendium fill house-rules", "zibeline"] {
        assert!(text.contains(words), "{words:?} is not in\n{text}");
    }
}

fn axe_finds_nothing(stage: &Stage) {
    let place = stage.place(&book::fixture("forms"));
    let browser = stage.fresh_browser();
    let mut found = Vec::new();
    for theme in ["light", "navy"] {
        for width in [1280, 360] {
            browser.resize(width, 900);
            open(&browser, &place, RULES);
            let script = "const html = document.documentElement; html.classList.remove('light', 'navy'); html.classList.add(arguments[0])";
            browser.run(script, json!([theme]));
            if theme == "navy" {
                enter(&browser, "Full name of the centre", "N");
                browser.click("Forget all names");
                browser.wait("first('#fill-question')");
            }
            let own =
                axe::violations(&browser).into_iter().map(|violation| format!("{theme}, {width}: {violation}"));
            found.extend(own);
            let wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1";
            assert!(browser.holds(wide), "the page scrolls sideways at {width}");
        }
    }
    browser.resize(1280, 900);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn right_to_left(stage: &Stage) {
    let place = stage.place(&book::fixture("rtl"));
    let downloads = stage.folder("downloads");
    let browser = stage.browser_with(&Options { downloads: Some(downloads.clone()), ..Options::default() });
    open(&browser, &place, "rules.html");
    assert_eq!(slots(&browser, "centre.name"), "[الاسم الكامل للمركز]");
    enter(&browser, "الاسم الكامل للمركز", "مركز الشمال");
    assert_eq!(slots(&browser, "centre.name"), "مركز الشمال");
    browser.click("Save as Word file");
    let docx = saved(&downloads, "rules.docx");
    for text in ["قواعد مركز الشمال", "<w:bidiVisual/>", "<w:rtl/>", "w:bidi=\"ar\""] {
        assert!(holds(&docx, text), "{text:?} is not in the Word file");
    }
    browser.resize(360, 800);
    assert!(browser.holds("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1"));
    browser.resize(1280, 900);
}
