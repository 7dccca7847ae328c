//! Building: mdBook renders the pages, then the quizzes, the forms and the app's files are put in.
//!
//! Quizzes come after mdBook, because its search index reads every text of a page: so neither questions nor answers
//! are in it. The new folder takes the place of the old one only when it is whole.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use base64::Engine as _;
use compendium_authoring::page::{Heading, Page, QuizBlock, SourceStatus};
use compendium_core::item::Quiz;
use compendium_formats::page_data::{self, BookIndex, Group, GroupKind, ItemEntry, OutcomeEntry, QuizEntry};
use mdbook_driver::MDBook;
use mdbook_driver::book::{Book, BookItem, Chapter};
use mdbook_driver::config::{Config, HtmlConfig};
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};

use crate::document;
use crate::frame::{self, BookFrame};
use crate::glossary::Glossary;
use crate::html::{escape, page_of, without_links};
use crate::messages::Messages;
use crate::plan;
use crate::preprocess::{self, BookContext, Mode};
use crate::project::{Project, ProjectError, is_right_to_left, read_pages};
use crate::reading::Reading;
use crate::static_quiz;
use crate::template;

pub struct Built {
    pages: usize,
    /// What could not be put in, such as a figure that is missing; the rest of the book is there.
    pub problems: Vec<String>,
    pub quizzes: usize,
}

impl Built {
    pub fn pages(&self) -> usize {
        self.pages
    }
}

/// Builds the book into `out`, which it replaces.
pub fn build(project: &Project, out: &Path) -> Result<Built, ProjectError> {
    let failed = |what: &str, error: &dyn std::fmt::Display| ProjectError(format!("{what}: {error}"));
    let messages = Messages::for_language(project.language());
    let rtl = project.is_right_to_left();
    let book_frame = BookFrame {
        book_id: project.settings.id.clone(),
        language: project.language().to_owned(),
        rtl,
        title: project.config.book.title.clone().unwrap_or_default(),
        has_progress: project.texts.contains_key("progress.md"),
    };
    let text = |key: &str| messages.text(key);

    let parent = out.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(parent).map_err(|e| failed(&format!("cannot create {}", parent.display()), &e))?;
    let work = tempfile::Builder::new()
        .prefix(".building-")
        .tempdir_in(parent)
        .map_err(|e| failed(&format!("cannot write in {}", parent.display()), &e))?;
    let theme = work.path().join("theme");
    std::fs::create_dir(&theme).map_err(|e| failed("cannot write the theme", &e))?;
    frame::write_theme(&theme, &book_frame, &text).map_err(|e| failed("the frame", &e))?;
    let pages_dir = work.path().join("pages");

    let shared = Arc::new(Mutex::new(Output::default()));
    let config = html_config(project, &theme, &pages_dir)?;
    let mut book = MDBook::load_with_config(&project.root, config).map_err(|e| ProjectError(format!("{e:#}")))?;
    book.with_preprocessor(Compendium {
        language: project.language().to_owned(),
        mode: Mode::Offline,
        out: shared.clone(),
    });
    book.build().map_err(|e| ProjectError(format!("{e:#}")))?;
    let output = std::mem::take(&mut *shared.lock().unwrap_or_else(|poisoned| poisoned.into_inner()));

    finish(&pages_dir, &output, &messages).map_err(|e| failed("cannot finish the pages", &e))?;
    for (path, content) in frame::files(&book_frame)
        .into_iter()
        .chain(compendium_bundle::FILES.iter().map(|(path, content)| app_file(path, content, &messages)))
        .chain([("app/present-messages.js".to_owned(), messages.present_script().into_bytes())])
    {
        // A book without templates has no form, one without courses no timetable, one without sessions nothing to
        // present.
        let is_idle = output.forms.is_empty() && path.starts_with("app/fill")
            || output.timetables.is_empty() && path.starts_with("app/plan")
            || output.sessions.is_empty() && path.starts_with("app/present");
        if !is_idle {
            write(&pages_dir.join(path), &content).map_err(|e| failed("cannot write the app", &e))?;
        }
    }
    for name in ["searcher.js", "book.js", "toc.js"] {
        let path = pages_dir.join(name);
        let Ok(content) = std::fs::read_to_string(&path) else { continue };
        if let Some(patched) = frame::patch_output(name, &content, &text).map_err(|e| failed("the frame", &e))? {
            write(&path, patched.as_bytes()).map_err(|e| failed("cannot write the frame", &e))?;
        }
    }
    swap(&pages_dir, out).map_err(|e| failed(&format!("cannot write {}", out.display()), &e))?;
    Ok(Built {
        pages: output.pages,
        problems: output.problems,
        quizzes: output.quizzes.values().map(Vec::len).sum(),
    })
}

/// mdBook's preprocessor protocol, for plain `mdbook build`.
pub fn preprocess(ctx: &PreprocessorContext, book: Book) -> Result<Book, ProjectError> {
    let language = ctx.config.book.language.clone().unwrap_or_else(|| "en".to_owned());
    let settings = crate::settings::Settings::read(&ctx.config).map_err(|error| ProjectError(error.to_string()))?;
    let shared = Arc::new(Mutex::new(Output::default()));
    let compendium = Compendium { language: language.clone(), mode: Mode::Plain, out: shared.clone() };
    let mut book = compendium.rewrite(ctx, book);
    let output = std::mem::take(&mut *shared.lock().unwrap_or_else(|poisoned| poisoned.into_inner()));
    if let Some(problem) = output.problems.first() {
        eprintln!("{problem}");
    }
    let scripts = inline_scripts(&settings.id, &Messages::for_language(&language));
    book.for_each_mut(|item| {
        if let BookItem::Chapter(chapter) = item
            && chapter.path.as_ref().is_some_and(|path| output.quizzes.contains_key(&html_path(path)))
        {
            chapter.content.push_str(&scripts);
        }
    });
    Ok(book)
}

fn inline_scripts(book_id: &str, messages: &Messages) -> String {
    let program = compendium_bundle::FILES.iter().find(|(path, _)| *path == "app/quiz.js");
    let program = program.map(|(_, content)| String::from_utf8_lossy(content)).unwrap_or_default();
    format!(
        "\n\n<script>document.documentElement.dataset.book={book_id:?}</script>\n<script>{}</script>\n\
         <script>{program}</script>\n",
        messages.quiz_script()
    )
}

/// What the preprocessor found, for the steps after mdBook.
#[derive(Default)]
struct Output {
    /// Page (`a/b.html`) → its quizzes.
    quizzes: BTreeMap<String, Vec<Quiz>>,
    /// Page → the form of its template.
    forms: BTreeMap<String, String>,
    /// Page → the form of its timetable.
    timetables: BTreeMap<String, String>,
    /// Pages with sessions.
    sessions: BTreeSet<String>,
    /// Pages that show what the learner has done.
    desks: BTreeSet<String>,
    /// In reading order, with the page's title.
    reading_order: Vec<String>,
    pages: usize,
    problems: Vec<String>,
}

struct Compendium {
    language: String,
    mode: Mode,
    out: Arc<Mutex<Output>>,
}

impl Preprocessor for Compendium {
    fn name(&self) -> &str {
        "compendium"
    }

    fn run(&self, ctx: &PreprocessorContext, book: Book) -> mdbook_driver::errors::Result<Book> {
        Ok(self.rewrite(ctx, book))
    }
}

impl Compendium {
    fn rewrite(&self, ctx: &PreprocessorContext, mut book: Book) -> Book {
        let source_dir = ctx.root.join(&ctx.config.book.src);
        let mut texts = BTreeMap::new();
        let mut order = Vec::new();
        for chapter in chapters(&book) {
            if let Some(path) = markdown_path(chapter) {
                order.push((path.clone(), root_of(chapter)));
                texts.insert(path, chapter.content.clone());
            }
        }
        let (pages, _) = read_pages(&texts);
        let by_path: BTreeMap<&str, &Page> = pages.iter().map(|page| (page.path.as_str(), page)).collect();
        let messages = Messages::for_language(&self.language);
        let index = book_index(&order, &by_path);
        let context = BookContext {
            messages: &messages,
            glossary: Glossary::new(&pages),
            reading: Reading::new(&pages),
            sources: sources(&pages),
            variables: template::variables(&pages),
            courses: plan::courses_of(&pages, &order.iter().map(|(path, _)| path.as_str()).collect::<Vec<_>>()),
            index: base64::engine::general_purpose::STANDARD.encode(page_data::write_index(&index)),
            mode: self.mode,
        };
        let (rewritten, mut problems) = rewrite_all(&pages, &texts, &source_dir, &context);
        book.for_each_mut(|item| {
            if let BookItem::Chapter(chapter) = item
                && let Some(path) = markdown_path(chapter)
                && let Some(content) = rewritten.get(&path)
            {
                chapter.content.clone_from(content);
            }
        });
        let variables = &context.variables;
        let document_book =
            document::Book { language: &self.language, rtl: is_right_to_left(&ctx.config), variables };
        let mut out = self.out.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        for page in &pages {
            if let Some(own) = &page.template {
                let form = template::mount(page, own, &texts[&page.path], &document_book, &messages);
                out.forms.insert(page_of(&page.path), form);
            }
        }
        for page in &pages {
            let has_form = |heading: &&Heading| self.mode == Mode::Offline && heading.has_class("timetable");
            let heading = page.headings.iter().find(has_form);
            match heading.map(|heading| plan::mount(&page.path, heading, &context.courses, &messages)) {
                Some(Ok(form)) => drop(out.timetables.insert(page_of(&page.path), form)),
                Some(Err(problem)) => problems.push(format!("{}: {problem}", page.path)),
                None => {}
            }
        }
        let with_sessions = pages.iter().filter(|page| !page.sessions.is_empty());
        out.sessions = with_sessions.map(|page| page_of(&page.path)).collect();
        let is_desk = |page: &&Page| page.headings.iter().any(|heading| preprocess::desk_view(heading).is_some());
        out.desks = pages.iter().filter(is_desk).map(|page| page_of(&page.path)).collect();
        out.pages = pages.len();
        out.problems = problems;
        out.reading_order = order.iter().map(|(path, _)| page_of(path)).collect();
        for page in pages.iter().filter(|page| !page.quizzes.is_empty()) {
            out.quizzes.insert(page_of(&page.path), page.quizzes.iter().map(|block| block.quiz.clone()).collect());
        }
        drop(out);
        book
    }
}

fn rewrite_all(
    pages: &[Page],
    texts: &BTreeMap<String, String>,
    source_dir: &Path,
    context: &BookContext<'_>,
) -> (BTreeMap<String, String>, Vec<String>) {
    let mut problems = Vec::new();
    let rewritten = pages
        .iter()
        .map(|page| {
            let folder = Path::new(&page.path).parent().map(|folder| source_dir.join(folder));
            let folder = folder.unwrap_or_else(|| source_dir.to_owned());
            let text = preprocess::rewrite(page, &texts[&page.path], &folder, context, &mut problems);
            (page.path.clone(), text)
        })
        .collect();
    (rewritten, problems)
}

fn sources(pages: &[Page]) -> BTreeMap<String, SourceStatus> {
    pages.iter().flat_map(|page| &page.sources).map(|source| (source.id.clone(), source.status)).collect()
}

/// Groups the quizzes by the part of the book that they belong to: the outermost page of the table of contents.
fn book_index(order: &[(String, Option<String>)], pages: &BTreeMap<&str, &Page>) -> BookIndex {
    let mut groups: Vec<(String, Group)> = Vec::new();
    let titles: BTreeMap<&str, &str> =
        pages.values().map(|page| (page.title.as_str(), page.path.as_str())).collect();
    let mut current_root = String::new();
    for (path, parent) in order {
        if parent.is_none() {
            current_root.clone_from(path);
        }
        let holds = |page: &&&Page| !page.quizzes.is_empty() || !page.outcomes.is_empty();
        let Some(page) = pages.get(path.as_str()).filter(holds) else { continue };
        let root = match parent {
            Some(title) => titles.get(title.as_str()).map_or(current_root.clone(), |path| (*path).to_owned()),
            None => path.clone(),
        };
        let place = groups.iter().position(|(own, _)| *own == root).unwrap_or_else(|| {
            let root_page = pages.get(root.as_str()).copied().unwrap_or(page);
            let group = Group {
                kind: group_kind(root_page),
                title: root_page.title.clone(),
                href: page_of(&root_page.path),
                outcomes: Vec::new(),
                quizzes: Vec::new(),
            };
            groups.push((root, group));
            groups.len() - 1
        });
        let group = &mut groups[place].1;
        group.quizzes.extend(page.quizzes.iter().map(|block| quiz_entry(page, block)));
        group.outcomes.extend(page.outcomes.iter().map(|outcome| OutcomeEntry {
            id: outcome.id.clone(),
            title: outcome.title.clone(),
            href: format!("{}#{}", page_of(path), outcome.id),
        }));
    }
    groups.retain(|(_, group)| !group.quizzes.is_empty());
    BookIndex { groups: groups.into_iter().map(|(_, group)| group).collect() }
}

fn quiz_entry(page: &Page, block: &QuizBlock) -> QuizEntry {
    let quiz = &block.quiz;
    let items = quiz.items.iter().map(|item| ItemEntry {
        id: item.id.clone(),
        revision: item.revision,
        title: item.title.clone(),
        points: item.points,
        outcome: item.outcome.clone(),
    });
    QuizEntry {
        id: quiz.id.clone(),
        title: quiz.title.clone(),
        href: format!("{}#{}", page_of(&page.path), quiz.id),
        pass_mark: quiz.pass_mark,
        is_deck: quiz.is_deck(),
        after: page.headings[block.heading].attributes.get("after").cloned(),
        items: items.collect(),
    }
}

fn group_kind(page: &Page) -> GroupKind {
    let has = |class| page.headings.first().is_some_and(|heading| heading.has_class(class));
    if has("chapter") {
        GroupKind::Chapter
    } else if has("course") {
        GroupKind::Course
    } else if has("guide") {
        GroupKind::Guide
    } else {
        GroupKind::Other
    }
}

/// Puts quizzes, forms and scripts into the rendered pages.
fn finish(dir: &Path, output: &Output, messages: &Messages) -> std::io::Result<()> {
    let pages: BTreeSet<&String> = output
        .quizzes
        .keys()
        .chain(output.forms.keys())
        .chain(output.timetables.keys())
        .chain(&output.sessions)
        .collect();
    for page in pages {
        finish_page(dir, (page, page), output, messages)?;
        // mdBook writes the first page of the book a second time.
        if output.reading_order.first() == Some(page) && page != "index.html" {
            finish_page(dir, ("index.html", page), output, messages)?;
        }
    }
    for page in &output.desks {
        let path = dir.join(page);
        let html = std::fs::read_to_string(&path)?;
        write(&path, with_scripts(&html, page, "desk").as_bytes())?;
    }
    let print = dir.join("print.html");
    if print.is_file() {
        let html = std::fs::read_to_string(&print)?;
        let mut html = print_page(&html, output, messages);
        if !output.sessions.is_empty() {
            html = with_present(&html, "print.html", " data-print");
        }
        write(&print, html.as_bytes())?;
    }
    for name in frame::UNUSED {
        remove(&dir.join(name))?;
    }
    // Folders that hold nothing any more.
    for name in ["css", "fonts"] {
        let folder = dir.join(name);
        if folder.is_dir() && std::fs::read_dir(&folder)?.next().is_none() {
            std::fs::remove_dir(folder)?;
        }
    }
    remove(&dir.join(".nojekyll"))
}

fn remove(file: &Path) -> std::io::Result<()> {
    if file.is_file() { std::fs::remove_file(file) } else { Ok(()) }
}

/// Finishes a file that shows a page of the book: its own, or that of the book's beginning.
fn finish_page(
    dir: &Path,
    (file, page): (&str, &str),
    output: &Output,
    messages: &Messages,
) -> std::io::Result<()> {
    let path = dir.join(file);
    let mut html = std::fs::read_to_string(&path)?;
    if let Some(quizzes) = output.quizzes.get(page) {
        html = preprocess::fill_placeholders(&html, |id| {
            quizzes.iter().find(|quiz| quiz.id == id).map(|quiz| static_quiz::mount(quiz, messages))
        });
        html = with_scripts(&html, file, "quiz");
    }
    if let Some(form) = output.forms.get(page) {
        // A corner of a table that heads nothing is no heading.
        html = html.replace(template::PLACEHOLDER, form).replace("<th></th>", "<td></td>");
        html = with_scripts(&html, file, "fill");
    }
    if let Some(form) = output.timetables.get(page) {
        html = html.replace(plan::PLACEHOLDER, form);
        html = with_scripts(&html, file, "plan");
    }
    if output.sessions.contains(page) {
        html = with_present(&html, file, "");
    }
    write(&path, html.as_bytes())
}

/// Puts the program of sessions at the end of a page's head: it runs when the page is read, and after the frame's.
fn with_present(html: &str, page: &str, attribute: &str) -> String {
    let app = "../".repeat(page.matches('/').count()) + "app/present";
    let parts = format!(
        "<link rel=\"stylesheet\" href=\"{app}.css\"><script src=\"{app}-messages.js\" defer></script>\
         <script src=\"{app}.js\" defer{attribute}></script>"
    );
    html.replacen("</head>", &format!("{parts}</head>"), 1)
}

/// A program goes with its words: one file comes sooner than two.
fn app_file(path: &str, content: &[u8], messages: &Messages) -> (String, Vec<u8>) {
    let mut file = match path {
        "app/quiz.js" => messages.quiz_script(),
        "app/desk.js" => messages.desk_script(),
        "app/fill.js" => messages.fill_script(),
        "app/plan.js" => messages.plan_script(),
        _ => String::new(),
    }
    .into_bytes();
    file.extend_from_slice(content);
    (path.to_owned(), file)
}

/// Puts a program into a page's head, so that it is unpacked while the page is still read. The parser waits for it: an
/// `async` script of a file runs when the parser has nothing to do, some 30 ms later (Chromium 156).
fn with_scripts(html: &str, page: &str, program: &str) -> String {
    let root = "../".repeat(page.matches('/').count());
    let scripts = format!("<script src=\"{root}app/{program}.js\"></script>");
    // Before the stylesheet: what is asked for first comes first.
    let head = html.find("<title>").unwrap_or(0);
    format!("{}{scripts}{}", &html[..head], &html[head..])
}

/// The whole book on paper: questions in their places, all answers apart at the end. Links of questions lead nowhere
/// on paper and are dropped.
fn print_page(html: &str, output: &Output, messages: &Messages) -> String {
    let in_order = output.reading_order.iter().filter_map(|page| output.quizzes.get(page)).flatten();
    let quizzes: BTreeMap<&str, &Quiz> = in_order.clone().map(|quiz| (quiz.id.as_str(), quiz)).collect();
    let html =
        html.replace(template::PLACEHOLDER, "").replace(plan::PLACEHOLDER, "").replace(template::HEAD, "<div>");
    let mut html = preprocess::fill_placeholders(&html, |id| {
        let questions = static_quiz::questions(quizzes.get(id)?, messages);
        Some(format!("<div class=\"quiz-static\">{}</div>", without_links(&questions)))
    });
    let mut answers = String::new();
    for quiz in in_order {
        let title = messages.with("book-answers-to", &[("title", &quiz.title)]);
        answers.push_str(&format!(
            "<section class=\"print-answers\"><h2>{}</h2>{}</section>",
            escape(&title),
            without_links(&static_quiz::answers(quiz, messages))
        ));
    }
    match html.rfind("</main>") {
        Some(at) => html.insert_str(at, &answers),
        None => html.push_str(&answers),
    }
    html
}

fn html_config(project: &Project, theme: &Path, out: &Path) -> Result<Config, ProjectError> {
    let mut config = project.config.clone();
    let unusable = |error: &dyn std::fmt::Display| ProjectError(format!("book.toml: {error}"));
    config.build.build_dir = absolute(out).map_err(|e| unusable(&e))?;
    let mut html: HtmlConfig = config.html_config().unwrap_or_default();
    html.theme = Some(absolute(theme).map_err(|e| unusable(&e))?);
    html.default_theme = Some("light".to_owned());
    html.preferred_dark_theme = Some("navy".to_owned());
    html.mathjax_support = false;
    html.sidebar_header_nav = false;
    html.hash_files = false;
    // Chapters have letters, courses and guides have codes: those are what people cite.
    html.no_section_label = true;
    html.input_404 = Some(String::new());
    html.playground.copyable = false;
    config.set("output.html", html).map_err(|e| unusable(&e))?;
    Ok(config)
}

fn absolute(path: &Path) -> std::io::Result<PathBuf> {
    std::path::absolute(path)
}

fn write(path: &Path, content: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, content)
}

/// Puts the new folder in the place of the old one.
fn swap(new: &Path, out: &Path) -> std::io::Result<()> {
    if out.exists() {
        let old = new.with_file_name("old");
        std::fs::rename(out, &old)?;
        if let Err(error) = std::fs::rename(new, out) {
            std::fs::rename(&old, out)?;
            return Err(error);
        }
        return Ok(());
    }
    std::fs::rename(new, out)
}

fn chapters(book: &Book) -> impl Iterator<Item = &Chapter> {
    book.iter().filter_map(|item| if let BookItem::Chapter(chapter) = item { Some(chapter) } else { None })
}

fn markdown_path(chapter: &Chapter) -> Option<String> {
    chapter.source_path.as_ref().or(chapter.path.as_ref()).map(|path| slashes(path))
}

fn html_path(path: &Path) -> String {
    page_of(&slashes(path))
}

fn slashes(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn root_of(chapter: &Chapter) -> Option<String> {
    chapter.parent_names.first().cloned()
}
