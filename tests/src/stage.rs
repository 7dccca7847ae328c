//! One run of a journey: its browsers, its book at a place, and what is kept when it fails.

use std::cell::RefCell;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Mutex, Once, PoisonError};
use std::time::{Duration, Instant};

use libtest_mimic::{Failed, Trial};
use tempfile::TempDir;

use crate::book;
use crate::browser::{Browser, Engine, Options};
use crate::server::Server;
use crate::tools;

/// Something that a person does with the product.
pub struct Journey {
    pub name: &'static str,
    pub engines: &'static [Engine],
    pub places: &'static [PlaceKind],
    pub run: fn(&Stage),
}

/// Where the book stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// A folder on the disk.
    File,
    /// A folder whose path holds spaces, accents and a `#`.
    OddFile,
    Http,
}

pub struct Stage {
    pub engine: Engine,
    pub place: PlaceKind,
    browsers: RefCell<Vec<Rc<Browser>>>,
    shared: RefCell<Vec<Rc<Browser>>>,
    folder: TempDir,
}

/// A book where a browser finds it.
pub struct Place {
    pub folder: PathBuf,
    base: String,
    pub server: Option<Server>,
}

impl PlaceKind {
    pub const BOTH: &'static [PlaceKind] = &[PlaceKind::File, PlaceKind::Http];
    pub const ALL: &'static [PlaceKind] = &[PlaceKind::File, PlaceKind::OddFile, PlaceKind::Http];

    fn name(self) -> &'static str {
        match self {
            PlaceKind::File => "file",
            PlaceKind::OddFile => "odd-file",
            PlaceKind::Http => "http",
        }
    }
}

/// Browsers that journeys leave behind for the next one. Their profiles hold what was stored: only for journeys
/// that do not care.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());
static TIMES: Mutex<Vec<(Duration, String)>> = Mutex::new(Vec::new());

impl Journey {
    /// One trial for each browser and place.
    pub fn trials(&self) -> Vec<Trial> {
        let mut trials = Vec::new();
        for &place in self.places {
            for &engine in self.engines {
                let name = format!("{}: {}, {}", self.name, engine.name(), place.name());
                let run = self.run;
                let title = name.clone();
                trials.push(Trial::test(name, move || perform(&title, engine, place, run)));
            }
        }
        trials
    }
}

/// Closes the browsers that wait for a next journey, and writes how long each journey took.
pub fn end() {
    IDLE.lock().unwrap_or_else(PoisonError::into_inner).clear();
    let mut times = TIMES.lock().unwrap_or_else(PoisonError::into_inner);
    times.sort();
    let list = times.iter().rev().fold(String::new(), |mut list, (time, name)| {
        let _ = writeln!(list, "{:6.1} s  {name}", time.as_secs_f64());
        list
    });
    let _ = std::fs::write(tools::journeys_folder().join("times.txt"), list);
}

impl Stage {
    /// A browser that an earlier journey may have used.
    pub fn browser(&self) -> Rc<Browser> {
        let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
        let found =
            idle.iter().position(|browser| browser.engine == self.engine).map(|place| idle.swap_remove(place));
        drop(idle);
        let browser = Rc::new(found.unwrap_or_else(|| Browser::start(self.engine, &Options::default())));
        self.shared.borrow_mut().push(browser.clone());
        browser
    }

    /// A browser of this journey alone, that remembers nothing.
    pub fn fresh_browser(&self) -> Rc<Browser> {
        self.browser_with(&Options::default())
    }

    pub fn browser_with(&self, options: &Options) -> Rc<Browser> {
        let browser = Rc::new(Browser::start(self.engine, options));
        self.browsers.borrow_mut().push(browser.clone());
        browser
    }

    /// A folder that goes when the journey ends.
    pub fn folder(&self, name: &str) -> PathBuf {
        let folder = self.folder.path().join(name);
        std::fs::create_dir_all(&folder)
            .unwrap_or_else(|error| panic!("cannot make {}: {error}", folder.display()));
        folder
    }

    /// Quits a browser as a person does, or kills it.
    pub fn quit(&self, browser: Rc<Browser>) {
        self.take(browser).close();
    }

    pub fn kill(&self, browser: Rc<Browser>) {
        self.take(browser).kill();
    }

    /// Puts a built book at the place that this run is about.
    pub fn place(&self, book: &Path) -> Place {
        match self.place {
            PlaceKind::File => Place { folder: book.to_owned(), base: file_url(book), server: None },
            PlaceKind::OddFile => {
                let folder = self.folder.path().join("clé usb de l’équipe #2").join("Compendium 100 %");
                if !folder.exists() {
                    book::copy(book, &folder);
                }
                Place { base: file_url(&folder), folder, server: None }
            }
            PlaceKind::Http => {
                let server = Server::of_folder(book);
                Place { folder: book.to_owned(), base: format!("http://{}/", server.address), server: Some(server) }
            }
        }
    }

    fn take(&self, browser: Rc<Browser>) -> Browser {
        self.browsers.borrow_mut().retain(|own| !Rc::ptr_eq(own, &browser));
        Rc::into_inner(browser).unwrap_or_else(|| panic!("the browser is still in use"))
    }

    fn keep(&self, title: &str) -> String {
        let mut report = String::new();
        let browsers = self.browsers.borrow();
        let shared = self.shared.borrow();
        for (i, browser) in browsers.iter().chain(shared.iter()).enumerate() {
            let file: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
            let path = tools::journeys_folder().join(format!("{file}-{i}"));
            browser.keep(&path);
            let steps = browser.steps.borrow();
            let _ = writeln!(report, "in browser {i}, pictured in {}.png:", path.display());
            for step in steps.iter().skip(steps.len().saturating_sub(12)) {
                let _ = writeln!(report, "  {step}");
            }
            for complaint in browser.complaints() {
                let _ = writeln!(report, "  the browser complains: {complaint}");
            }
        }
        report
    }
}

impl Place {
    pub fn url(&self, page: &str) -> String {
        format!("{}{page}", self.base)
    }

    /// The page that a browser shows, relative to the book.
    pub fn page(&self, browser: &Browser) -> String {
        let url = browser.url();
        url.strip_prefix(&self.base).map_or(url.clone(), str::to_owned)
    }
}

fn perform(title: &str, engine: Engine, place: PlaceKind, run: fn(&Stage)) -> Result<(), Failed> {
    quiet_panics();
    let start = Instant::now();
    let folder = TempDir::with_prefix("journey-").map_err(|error| format!("no folder for {title}: {error}"))?;
    let stage = Stage { engine, place, browsers: RefCell::default(), shared: RefCell::default(), folder };
    let done = catch_unwind(AssertUnwindSafe(|| run(&stage)));
    let time = start.elapsed();
    TIMES.lock().unwrap_or_else(PoisonError::into_inner).push((time, title.to_owned()));
    match done {
        Ok(()) => {
            let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
            for browser in stage.shared.take() {
                browser.steps.borrow_mut().clear();
                browser.resize(1280, 900);
                idle.extend(Rc::into_inner(browser));
            }
            Ok(())
        }
        Err(panic) => {
            let words = panic.downcast_ref::<String>().cloned();
            let words = words.or_else(|| panic.downcast_ref::<&str>().map(|words| (*words).to_owned()));
            let place = LAST_PANIC.with(RefCell::take);
            Err(format!("{}\nat {place}\n{}", words.unwrap_or_default(), stage.keep(title)).into())
        }
    }
}

thread_local! {
    static LAST_PANIC: RefCell<String> = RefCell::default();
}

/// A failing journey is reported once, at the end; panics of other threads as usual.
fn quiet_panics() {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        std::panic::set_hook(Box::new(|info| {
            let place = info.location().map(ToString::to_string).unwrap_or_default();
            LAST_PANIC.with(|last| *last.borrow_mut() = place);
        }));
    });
}

/// A folder as an address that ends in a slash.
fn file_url(folder: &Path) -> String {
    let folder = folder.canonicalize().unwrap_or_else(|error| panic!("there is no {}: {error}", folder.display()));
    url::Url::from_directory_path(&folder)
        .unwrap_or_else(|()| panic!("{} is no absolute path", folder.display()))
        .to_string()
}
