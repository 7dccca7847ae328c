use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::Context as _;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, Response, StatusCode, Uri, header};
use axum::response::IntoResponse;
use axum::response::sse::{Event, Sse};
use axum::routing::get;
use clap::Args as ClapArgs;
use compendium_builder::project::Project;
use compendium_builder::site;
use notify::{RecursiveMode, Watcher as _};
use tokio::sync::broadcast;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::BroadcastStream;

use super::BookArg;
use super::check::texts;
use crate::exit;
use crate::report::{self, Format};

/// Build the book, show it on this machine, and renew it at every save
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  compendium serve\n  compendium serve fire-safety --port 4000 --open")]
pub struct Args {
    #[command(flatten)]
    book: BookArg,
    #[arg(long, default_value_t = 3000)]
    port: u16,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
    /// Folder to write; it is replaced [default: dist/LANGUAGE]
    #[arg(long)]
    out: Option<PathBuf>,
}

/// A burst of saves counts as one.
const SETTLE: Duration = Duration::from_millis(150);
const RELOAD_SCRIPT: &str = "new EventSource('/-/changes').onmessage=function(){location.reload()};";

pub fn run(args: &Args) -> anyhow::Result<u8> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, args.port));
    let listener = std::net::TcpListener::bind(address).with_context(|| {
        format!(
            "cannot listen on {address}\nhelp: stop the program that uses the port, or name another with --port"
        )
    })?;
    let project = Project::load(&args.book.book)?;
    let out = args.out.clone().unwrap_or_else(|| Path::new("dist").join(project.language()));
    let source_dir = project.source_dir.clone();
    renew(&args.book.book, &out)?;
    let (changed, _) = broadcast::channel(4);
    let url = format!("http://{address}/");
    // Before anyone can know of the address: a save in between would be lost.
    let watched = Watched { book: args.book.book.clone(), out: out.clone(), source_dir };
    let watching = watch(&watched);
    println!("the book is at {url}; the folder that opens by double-click: {}", out.display());
    println!("press Ctrl+C to end");
    if args.open {
        open(&url);
    }
    let sender = changed.clone();
    std::thread::spawn(move || renew_at_every_save(&watched, watching, &sender));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let app = Router::new()
            .route("/-/changes", get(changes))
            .route("/-/reload.js", get(reload_script))
            .fallback(file)
            .with_state(Arc::new(Site { out, changed }));
        axum::serve(listener, app).await
    })?;
    Ok(exit::DONE)
}

/// Checks and builds; says what it found. The old pages stay when the new ones cannot be built.
fn renew(book: &Path, out: &Path) -> anyhow::Result<()> {
    let start = Instant::now();
    let project = Project::load(book)?;
    if !project.findings.is_empty() {
        print!("{}", report::findings(&project.findings, &texts(&project, book), Format::Short));
        println!("{}: `compendium check` explains", report::summary(&project.findings, project.texts.len()));
    }
    let built = site::build(&project, out)?;
    for problem in &built.problems {
        eprintln!("error: {problem}");
    }
    println!("built {} in {} ms", report::counted(built.pages(), "page"), start.elapsed().as_millis());
    Ok(())
}

struct Watched {
    book: PathBuf,
    out: PathBuf,
    source_dir: PathBuf,
}

/// The watcher, which works as long as it lives, and its events.
type Watching = notify::Result<(notify::RecommendedWatcher, std::sync::mpsc::Receiver<()>)>;

fn watch(watched: &Watched) -> Watching {
    let (sender, events) = std::sync::mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !event.kind.is_access()) {
            // The receiver lives as long as its thread; after that nobody listens.
            let _ = sender.send(());
        }
    })?;
    watcher.watch(&watched.source_dir, RecursiveMode::Recursive)?;
    watcher.watch(&watched.book.join("book.toml"), RecursiveMode::NonRecursive)?;
    Ok((watcher, events))
}

/// Rebuilds until the program ends.
fn renew_at_every_save(watched: &Watched, watching: Watching, changed: &broadcast::Sender<()>) {
    let (_watcher, events) = match watching {
        Ok(watching) => watching,
        Err(error) => {
            eprintln!("error: cannot watch {}: {error}", watched.source_dir.display());
            eprintln!("help: the pages are served, but a save does not renew them");
            return;
        }
    };
    while events.recv().is_ok() {
        while events.recv_timeout(SETTLE).is_ok() {}
        match renew(&watched.book, &watched.out) {
            // Nobody listens while no page is open.
            Ok(()) => drop(changed.send(())),
            Err(error) => report::error(&error),
        }
    }
}

struct Site {
    out: PathBuf,
    changed: broadcast::Sender<()>,
}

async fn changes(State(site): State<Arc<Site>>) -> impl IntoResponse {
    let stream = BroadcastStream::new(site.changed.subscribe());
    Sse::new(stream.map(|_| Ok::<_, std::convert::Infallible>(Event::default().data("changed"))))
}

async fn reload_script() -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "text/javascript")], RELOAD_SCRIPT)
}

async fn file(State(site): State<Arc<Site>>, uri: Uri) -> Response<Body> {
    let Some(path) = below(&site.out, uri.path()) else { return status(StatusCode::NOT_FOUND) };
    let path = if path.is_dir() { path.join("index.html") } else { path };
    let Ok(content) = tokio::fs::read(&path).await else { return status(StatusCode::NOT_FOUND) };
    let kind = content_type(&path);
    let content = if kind.starts_with("text/html") { with_reload(&content) } else { content };
    let mut response = Response::new(Body::from(content));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn status(code: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::from(code.to_string()));
    *response.status_mut() = code;
    response
}

/// The file that an address names, if it lies in the folder.
fn below(folder: &Path, address: &str) -> Option<PathBuf> {
    let decoded = percent_decode(address)?;
    let relative = PathBuf::from(decoded.trim_start_matches('/'));
    relative.components().all(|part| matches!(part, Component::Normal(_))).then(|| folder.join(relative))
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        if *first == b'%' {
            let code = std::str::from_utf8(tail.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(code, 16).ok()?);
            rest = &tail[2..];
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

/// While serving, and only then, a page may listen to this server: its policy forbids any connection.
fn with_reload(content: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(content)
        .replace("connect-src 'none'", "connect-src 'self'")
        .replace("</body>", "<script src=\"/-/reload.js\"></script></body>")
        .into_bytes()
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("json") => "application/json",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// Opens an address with the desktop's own program; without one the address on the screen is enough.
fn open(url: &str) {
    let program = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(target_os = "windows") {
        "explorer"
    } else {
        "xdg-open"
    };
    if std::process::Command::new(program).arg(url).spawn().is_err() {
        eprintln!("cannot start {program}: open {url} yourself");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_in_the_folder() {
        let folder = Path::new("site");
        assert_eq!(below(folder, "/a%20b/%C3%A9.html"), Some(PathBuf::from("site/a b/é.html")));
        for address in ["/../secret", "/%2e%2e/secret", "/a/%2E%2E/%2E%2E/secret", "/%", "/%ff", "//etc/../x"] {
            assert_eq!(below(folder, address), None, "{address}");
        }
    }
}
