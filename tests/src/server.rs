//! A small static server on a free port of this machine. Without a folder it serves nothing and records what was
//! asked for: as a browser's proxy it sees every request that would have left the machine.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

pub struct Server {
    pub address: SocketAddr,
    shared: Arc<Shared>,
}

struct Shared {
    folder: Option<PathBuf>,
    /// First lines of all requests.
    requests: Mutex<Vec<String>>,
    is_closed: AtomicBool,
}

impl Server {
    pub fn of_folder(folder: &Path) -> Server {
        Server::start(Some(folder.to_owned()))
    }

    pub fn recorder() -> Server {
        Server::start(None)
    }

    pub fn requests(&self) -> Vec<String> {
        self.shared.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn start(folder: Option<PathBuf>) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap_or_else(|error| panic!("no free port: {error}"));
        let address = listener.local_addr().unwrap_or_else(|error| panic!("no free port: {error}"));
        let shared = Arc::new(Shared { folder, requests: Mutex::default(), is_closed: AtomicBool::new(false) });
        let own = shared.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if own.is_closed.load(Ordering::Relaxed) {
                    break;
                }
                let shared = own.clone();
                if let Ok(stream) = stream {
                    std::thread::spawn(move || shared.answer(stream));
                }
            }
        });
        Server { address, shared }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.is_closed.store(true, Ordering::Relaxed);
        // Wakes the listener, which then ends.
        let _ = TcpStream::connect(self.address);
    }
}

impl Shared {
    /// One request a connection: browsers accept it, and nothing is left open.
    fn answer(&self, stream: TcpStream) -> Option<()> {
        stream.set_read_timeout(Some(Duration::from_secs(10))).ok()?;
        let mut reader = BufReader::new(&stream);
        let mut first = String::new();
        reader.read_line(&mut first).ok()?;
        let mut header = String::new();
        while reader.read_line(&mut header).ok()? > 2 {
            header.clear();
        }
        // A browser may open a connection ahead of need and close it unused.
        if !first.trim().is_empty() {
            self.requests.lock().unwrap_or_else(PoisonError::into_inner).push(first.trim().to_owned());
        }
        let file = self.folder.as_ref().and_then(|folder| file(folder, first.split(' ').nth(1)?));
        let content = file.as_ref().and_then(|file| std::fs::read(file).ok());
        let mut writer = &stream;
        match (file, content) {
            (Some(file), Some(content)) => {
                let kind = kind(&file);
                let length = content.len();
                write!(
                    writer,
                    "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
                )
                .ok()?;
                writer.write_all(&content).ok()
            }
            _ => write!(writer, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").ok(),
        }
    }
}

fn file(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let path = decoded(path)?;
    if path.split('/').any(|part| part == "..") {
        return None;
    }
    let file = folder.join(path);
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        if byte == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
