//! A real browser, without a window, behind its WebDriver.

use std::cell::{Cell, RefCell};
use std::fs::File;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use base64::Engine as _;
use fantoccini::wd::Capabilities;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::driver::Driver;
use crate::tools;
use crate::wait::wait_for;
use crate::webdriver::Session;

/// The keys that have no character.
pub mod key {
    pub const SHIFT: &str = "\u{e008}";
    pub const ALT: &str = "\u{e00a}";
    pub const TAB: &str = "\u{e004}";
    pub const ENTER: &str = "\u{e007}";
    pub const ESCAPE: &str = "\u{e00c}";
    pub const SPACE: &str = " ";
    pub const LEFT: &str = "\u{e012}";
    pub const UP: &str = "\u{e013}";
    pub const RIGHT: &str = "\u{e014}";
    pub const DOWN: &str = "\u{e015}";
    pub const DELETE: &str = "\u{e017}";
    pub const PAGE_UP: &str = "\u{e00e}";
    pub const PAGE_DOWN: &str = "\u{e00f}";
    pub const END: &str = "\u{e010}";
    pub const HOME: &str = "\u{e011}";
    pub const F5: &str = "\u{e035}";
}

/// Asked of a page so often that every script may use it.
const PRELUDE: &str = include_str!("prelude.js");
/// Brings an element to the middle of the window; its place, and what covers it there.
const IN_SIGHT: &str = "const e = arguments[0]; e.scrollIntoView({block: 'center', behavior: 'instant'});
    const r = e.getClientRects()[0], x = Math.round(r.x + r.width / 2), y = Math.round(r.y + r.height / 2);
    const top = document.elementFromPoint(x, y);
    const isFree = !top || e.contains(top) || top.contains(e) || [...(top.labels || [])].includes(e);
    return {x, y, covered: isFree ? '' : top.outerHTML.slice(0, 200)}";
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";
const WINDOW: (u32, u32) = (1280, 900);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    Chromium,
    Firefox,
}

#[derive(Clone, Default)]
pub struct Options {
    /// A folder that outlives the browser; without one the profile goes with it.
    pub profile: Option<PathBuf>,
    /// Sees all requests but those to this machine.
    pub proxy: Option<SocketAddr>,
    pub downloads: Option<PathBuf>,
    pub is_scriptless: bool,
    pub chromium_preferences: Vec<(&'static str, Value)>,
    pub firefox_preferences: Vec<(&'static str, Value)>,
}

pub struct Browser {
    pub engine: Engine,
    /// What was done, for the report of a failure.
    pub steps: RefCell<Vec<String>>,
    /// Of Firefox's pages: it stands for a narrow window.
    zoom: Cell<f64>,
    session: Option<Session>,
    driver: Driver,
    /// Kept for its lifetime.
    _profile: Option<TempDir>,
}

/// An element of the page in hand.
pub struct Element<'b> {
    browser: &'b Browser,
    id: String,
}

impl Engine {
    pub const ALL: [Engine; 2] = [Engine::Chromium, Engine::Firefox];

    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
        }
    }
}

impl Browser {
    pub fn start(engine: Engine, options: &Options) -> Browser {
        let own = options.profile.is_none().then(|| {
            TempDir::with_prefix("journey-").unwrap_or_else(|error| panic!("cannot make a profile: {error}"))
        });
        let profile =
            own.as_ref().map_or_else(|| options.profile.clone().unwrap_or_default(), |own| own.path().into());
        let driver = Driver::start(engine, log_file(engine));
        let capabilities = match engine {
            Engine::Chromium => chromium(&profile, options),
            Engine::Firefox => firefox(&profile, options),
        };
        let Value::Object(capabilities) = capabilities else { unreachable!("capabilities are an object") };
        let capabilities: Capabilities = capabilities.into_iter().collect();
        let session = Session::start(&driver.address, capabilities)
            .unwrap_or_else(|error| panic!("cannot start {}: {error}", engine.name()));
        let browser = Browser {
            engine,
            steps: RefCell::default(),
            zoom: Cell::new(1.0),
            session: Some(session),
            driver,
            _profile: own,
        };
        browser.post("timeouts", json!({"script": 30_000, "pageLoad": 120_000, "implicit": 0}));
        browser.resize(WINDOW.0, WINDOW.1);
        browser
    }

    pub fn close(mut self) {
        if let Some(session) = self.session.take() {
            session.close();
        }
    }

    /// SIGKILL to all its processes.
    pub fn kill(mut self) {
        self.driver.kill_all();
        // The session has nobody left to talk to.
        std::mem::forget(self.session.take());
    }

    #[track_caller]
    pub fn go(&self, url: &str) {
        self.step(format!("goes to {url}"));
        self.post("url", json!({"url": url}));
        self.zoom_in();
    }

    #[track_caller]
    pub fn reload(&self) {
        self.step("reloads".to_owned());
        self.post("refresh", json!({}));
    }

    #[track_caller]
    pub fn url(&self) -> String {
        text(self.get("url"))
    }

    /// Runs the body of a function in the page; `arguments` and the helpers of `prelude.js` are in reach.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: Value) -> Value {
        self.try_run(script, arguments).unwrap_or_else(|error| panic!("{error}\nin: {script}"))
    }

    pub fn try_run(&self, script: &str, arguments: Value) -> Result<Value, String> {
        let arguments = if arguments.is_array() { arguments } else { json!([arguments]) };
        self.session().post("execute/sync", json!({"script": format!("{PRELUDE}\n{script}"), "args": arguments}))
    }

    /// Runs a function body that ends by calling `done(value)`.
    #[track_caller]
    pub fn run_async(&self, script: &str, arguments: Value) -> Value {
        let arguments = if arguments.is_array() { arguments } else { json!([arguments]) };
        let script = format!("{PRELUDE}\nconst done = arguments[arguments.length - 1];\n{script}");
        self.post("execute/async", json!({"script": script, "args": arguments}))
    }

    /// What a script says of the page, as text.
    #[track_caller]
    pub fn ask(&self, script: &str, arguments: Value) -> String {
        text(self.run(script, arguments))
    }

    #[track_caller]
    pub fn holds(&self, script: &str) -> bool {
        self.run(&format!("return !!({script})"), json!([])).as_bool().unwrap_or_default()
    }

    /// Waits until an expression is true in the page.
    #[track_caller]
    pub fn wait(&self, expression: &str) {
        let script = format!("return !!({expression})");
        wait_for(&format!("`{expression}` in {}", self.engine.name()), || {
            self.try_run(&script, json!([])).ok().filter(|value| *value == Value::Bool(true))
        });
    }

    /// Waits for the element that an expression gives.
    #[track_caller]
    pub fn find(&self, expression: &str) -> Element<'_> {
        self.find_with(expression, json!([]))
    }

    #[track_caller]
    pub fn find_with(&self, expression: &str, arguments: Value) -> Element<'_> {
        let script = format!("return ({expression}) || null");
        let id = wait_for(&format!("`{expression}` with {arguments} in {}", self.engine.name()), || {
            let found = self.try_run(&script, arguments.clone()).ok()?;
            found.get(ELEMENT)?.as_str().map(str::to_owned)
        });
        Element { browser: self, id }
    }

    /// All elements of a selector, found without a script of the page.
    #[track_caller]
    pub fn by_css(&self, css: &str) -> Vec<Element<'_>> {
        let found = self.post("elements", json!({"using": "css selector", "value": css}));
        let ids = found.as_array().into_iter().flatten().filter_map(|found| found[ELEMENT].as_str());
        ids.map(|id| Element { browser: self, id: id.to_owned() }).collect()
    }

    /// Waits for a visible button or link of this name, and clicks it.
    #[track_caller]
    pub fn click(&self, name: &str) {
        self.find_with("named('button, a[href], summary, [role=button]', arguments[0])", json!([name])).click(name);
    }

    /// Waits for an element, and clicks it.
    #[track_caller]
    pub fn click_on(&self, css: &str) {
        self.find_with("first(arguments[0])", json!([css])).click(css);
    }

    /// Presses keys together: the first goes down first and comes up last.
    #[track_caller]
    pub fn press(&self, keys: &[&str]) {
        self.step(format!("presses {keys:?}"));
        let down = keys.iter().map(|key| json!({"type": "keyDown", "value": key}));
        let up = keys.iter().rev().map(|key| json!({"type": "keyUp", "value": key}));
        let actions: Vec<Value> = down.chain(up).collect();
        self.post("actions", json!({"actions": [{"type": "key", "id": "keyboard", "actions": actions}]}));
    }

    /// Presses the keys of a text one after another.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.step(format!("types {text:?}"));
        let actions: Vec<Value> = text
            .chars()
            .flat_map(|key| [json!({"type": "keyDown", "value": key}), json!({"type": "keyUp", "value": key})])
            .collect();
        self.post("actions", json!({"actions": [{"type": "key", "id": "keyboard", "actions": actions}]}));
    }

    /// Moves the pointer to a place of the window.
    #[track_caller]
    pub fn point_at(&self, x: f64, y: f64) {
        let moves = json!([{"type": "pointerMove", "duration": 0, "x": x.round(), "y": y.round()}]);
        self.post("actions", json!({"actions": [{"type": "pointer", "id": "mouse", "actions": moves}]}));
    }

    /// The size of the page's window in CSS pixels. Firefox has no window narrower than 450: it zooms instead.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        match self.engine {
            Engine::Chromium => {
                let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
                self.chromium("Emulation.setDeviceMetricsOverride", metrics);
            }
            Engine::Firefox => {
                let zoom = if width < 500 { f64::from(WINDOW.0) / f64::from(width) } else { 1.0 };
                self.post("window/rect", json!({"width": (f64::from(width) * zoom).round(), "height": height}));
                if self.zoom.replace(zoom) > zoom {
                    self.in_firefox("gBrowser.selectedBrowser.fullZoom = 1", json!([]));
                }
                self.zoom_in();
            }
        }
    }

    /// Each page begins unzoomed.
    fn zoom_in(&self) {
        if self.zoom.get() > 1.0 {
            self.in_firefox("gBrowser.selectedBrowser.fullZoom = arguments[0]", json!([self.zoom.get()]));
        }
    }

    /// A command of Chromium's own protocol.
    #[track_caller]
    pub fn chromium(&self, command: &str, parameters: Value) -> Value {
        self.post("goog/cdp/execute", json!({"cmd": command, "params": parameters}))
    }

    /// A script in Firefox's own window, around the page.
    #[track_caller]
    pub fn in_firefox(&self, script: &str, arguments: Value) -> Value {
        self.post("moz/context", json!({"context": "chrome"}));
        let answer = self.session().post("execute/sync", json!({"script": script, "args": arguments}));
        self.post("moz/context", json!({"context": "content"}));
        answer.unwrap_or_else(|error| panic!("{error}\nin: {script}"))
    }

    /// What the browser itself complained of since the last question: errors, and breaches of a page's policy.
    pub fn complaints(&self) -> Vec<String> {
        let words = |entry: &Value| entry.as_str().map(str::to_owned);
        match self.engine {
            Engine::Chromium => {
                let log = self.post("se/log", json!({"type": "browser"}));
                let log = log.as_array().cloned().unwrap_or_default();
                log.iter()
                    .filter(|entry| entry["level"] == "SEVERE" && entry["source"] != "recommendation")
                    .filter_map(|entry| words(&entry["message"]))
                    .collect()
            }
            Engine::Firefox => {
                let script = "const log = Services.console.getMessageArray().filter(m => \
                    m instanceof Ci.nsIScriptError && /^(file|http):/.test(m.sourceName + '') || \
                    /Content-Security-Policy/.test(m.errorMessage || '')); Services.console.reset(); \
                    return log.filter(m => !(m.flags & Ci.nsIScriptError.warningFlag) || \
                    /Content-Security-Policy/.test(m.errorMessage)).map(m => m.errorMessage + ' ' + m.sourceName + ':' + m.lineNumber)";
                let log = self.in_firefox(script, json!([]));
                log.as_array().into_iter().flatten().filter_map(words).collect()
            }
        }
    }

    /// From now on the requests of pages are noted.
    pub fn watch_requests(&self) {
        match self.engine {
            Engine::Chromium => drop(self.requests()),
            Engine::Firefox => {
                let script = "window.asked = []; Services.obs.addObserver(channel => { \
                    const own = channel.QueryInterface(Ci.nsIHttpChannel); \
                    if (own.loadInfo.browsingContextID) asked.push(own.URI.spec); }, 'http-on-opening-request')";
                self.in_firefox(script, json!([]));
            }
        }
    }

    /// The addresses of all requests of pages since then; in Firefox without those of files.
    pub fn requests(&self) -> Vec<String> {
        if self.engine == Engine::Firefox {
            let asked = self.in_firefox("return window.asked", json!([]));
            return asked.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
        }
        let log = self.post("se/log", json!({"type": "performance"}));
        let entries = log.as_array().cloned().unwrap_or_default();
        entries
            .iter()
            .filter_map(|entry| serde_json::from_str::<Value>(entry["message"].as_str()?).ok())
            .filter(|entry| entry["message"]["method"] == "Network.requestWillBeSent")
            .filter_map(|entry| entry["message"]["params"]["request"]["url"].as_str().map(str::to_owned))
            .collect()
    }

    /// All windows, and the one in hand; empty if that has been closed.
    pub fn windows(&self) -> (Vec<String>, String) {
        let all = self.get("window/handles");
        let all = all.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
        (all, self.session().get("window").map(text).unwrap_or_default())
    }

    #[track_caller]
    pub fn turn_to(&self, window: &str) {
        self.step("turns to another window".to_owned());
        self.post("window", json!({"handle": window}));
    }

    /// The text of the dialog that stands open, if any.
    pub fn dialog(&self) -> Option<String> {
        self.session().get("alert/text").ok().map(text)
    }

    /// The page as a PDF.
    pub fn print(&self) -> Vec<u8> {
        decoded(&text(self.post("print", json!({"background": false}))))
    }

    /// A picture of the page and its source, beside each other.
    pub fn keep(&self, path: &Path) {
        if let Ok(picture) = self.session().get("screenshot") {
            let _ = std::fs::write(path.with_extension("png"), decoded(&text(picture)));
        }
        if let Ok(source) = self.session().get("source") {
            let _ = std::fs::write(path.with_extension("html"), text(source));
        }
    }

    fn step(&self, step: String) {
        self.steps.borrow_mut().push(step);
    }

    #[track_caller]
    fn get(&self, path: &str) -> Value {
        self.session().get(path).unwrap_or_else(|error| panic!("{error}"))
    }

    #[track_caller]
    fn post(&self, path: &str, body: Value) -> Value {
        self.session().post(path, body).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn session(&self) -> &Session {
        self.session.as_ref().unwrap_or_else(|| unreachable!("only closing takes the session"))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        if let Some(session) = self.session.take() {
            session.close();
        }
    }
}

impl Element<'_> {
    /// Scrolls it to the middle as a person would, out from under bars that stay, and presses the pointer on it.
    #[track_caller]
    pub fn click(&self, name: &str) {
        self.browser.step(format!("clicks {name:?}"));
        let Ok(place) = self.browser.try_run(IN_SIGHT, json!([self.as_argument()])) else {
            // Without scripts the driver finds the place by itself.
            self.browser.post(&format!("element/{}/click", self.id), json!({}));
            return;
        };
        assert!(place["covered"] == "", "{name:?} lies under {}", place["covered"]);
        let actions = json!([
            {"type": "pointerMove", "duration": 0, "x": place["x"], "y": place["y"]},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]);
        self.browser.post("actions", json!({"actions": [{"type": "pointer", "id": "mouse", "actions": actions}]}));
    }

    /// Types into a field, picks an entry of a list by its name, or names the file of a file field.
    #[track_caller]
    pub fn send(&self, text: &str) {
        self.browser.step(format!("enters {text:?}"));
        self.browser.post(&format!("element/{}/value", self.id), json!({"text": text}));
    }

    #[track_caller]
    pub fn text(&self) -> String {
        text(self.browser.get(&format!("element/{}/text", self.id)))
    }

    /// Its name as a screen reader says it.
    #[track_caller]
    pub fn label(&self) -> String {
        text(self.browser.get(&format!("element/{}/computedlabel", self.id)))
    }

    /// For the arguments of a script.
    pub fn as_argument(&self) -> Value {
        json!({ELEMENT: self.id})
    }
}

fn chromium(profile: &Path, options: &Options) -> Value {
    let mut flags = vec![
        "--headless=new".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--hide-crash-restore-bubble".to_owned(),
        "--lang=en".to_owned(),
        format!("--user-data-dir={}", profile.display()),
    ];
    flags.extend(options.proxy.map(|proxy| format!("--proxy-server={proxy}")));
    let mut preferences = json!({"download.prompt_for_download": false});
    if let Some(folder) = &options.downloads {
        preferences["download.default_directory"] = json!(folder);
    }
    if options.is_scriptless {
        preferences["profile.default_content_setting_values.javascript"] = json!(2);
    }
    for (name, value) in &options.chromium_preferences {
        preferences[*name] = value.clone();
    }
    json!({
        "browserName": "chrome",
        "unhandledPromptBehavior": "ignore",
        "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        "goog:chromeOptions": {"binary": tools::CHROMIUM.path(), "args": flags, "prefs": preferences},
    })
}

fn firefox(profile: &Path, options: &Options) -> Value {
    let mut preferences = json!({
        // Drivers loosen it; a person's Firefox gives every file an origin of its own.
        "security.fileuri.strict_origin_policy": true,
        "intl.accept_languages": "en",
        "browser.download.folderList": 2,
        "browser.download.alwaysOpenPanel": false,
        "browser.helperApps.neverAsk.saveToDisk": "application/json,application/octet-stream,text/plain,text/html,text/calendar,text/csv,\
            application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "toolkit.startup.max_resumed_crashes": -1,
        "browser.sessionstore.resume_from_crash": false,
    });
    if let Some(folder) = &options.downloads {
        preferences["browser.download.dir"] = json!(folder);
    }
    if let Some(proxy) = options.proxy {
        for (name, value) in [
            ("network.proxy.type", json!(1)),
            ("network.proxy.http", json!(proxy.ip().to_string())),
            ("network.proxy.http_port", json!(proxy.port())),
            ("network.proxy.ssl", json!(proxy.ip().to_string())),
            ("network.proxy.ssl_port", json!(proxy.port())),
        ] {
            preferences[name] = value;
        }
    }
    if options.is_scriptless {
        preferences["javascript.enabled"] = json!(false);
    }
    for (name, value) in &options.firefox_preferences {
        preferences[*name] = value.clone();
    }
    json!({
        "browserName": "firefox",
        "unhandledPromptBehavior": "ignore",
        "moz:firefoxOptions": {"args": ["-headless", "-profile", profile], "prefs": preferences},
    })
}

/// All drivers of one engine write into one file, each run anew.
fn log_file(engine: Engine) -> File {
    static STARTED: Mutex<Vec<Engine>> = Mutex::new(Vec::new());
    let folder = tools::journeys_folder();
    let path = folder.join(format!("{}.log", engine.name()));
    let mut started = STARTED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let is_first = !started.contains(&engine);
    started.push(engine);
    let opened = std::fs::create_dir_all(&folder)
        .and_then(|()| File::options().create(true).append(!is_first).write(true).truncate(is_first).open(&path));
    opened.unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()))
}

fn text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn decoded(base64: &str) -> Vec<u8> {
    base64::engine::general_purpose::STANDARD.decode(base64).unwrap_or_else(|error| panic!("not base64: {error}"))
}
