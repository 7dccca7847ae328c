//! Other programs, run and measured.

use std::fmt::Display;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::table::Figure;

/// How often a program is asked how much memory it has used.
const LOOK: Duration = Duration::from_millis(4);

/// What every measurement needs.
pub struct Setup {
    pub compendium: PathBuf,
    pub peers: Option<Peers>,
    /// A folder of our own, absolute, which goes at the end.
    pub work: PathBuf,
}

/// The programs that we compare with.
pub struct Peers {
    pub mdbook: PathBuf,
    pub mdbook_quiz: PathBuf,
}

/// Several runs of one program on one task.
#[derive(Default)]
pub struct Runs {
    pub seconds: Figure,
    /// Peak of the memory in use, in MB; empty where the system does not tell.
    pub memory: Figure,
}

impl Setup {
    pub fn compendium_build(&self, book: &Path, out: &Path) -> Command {
        let mut command = Command::new(&self.compendium);
        command.arg("build").arg(book).arg("--out").arg(out);
        command
    }

    pub fn compendium_check(&self, book: &Path) -> Command {
        let mut command = Command::new(&self.compendium);
        command.arg("check").arg(book);
        command
    }

    /// What the last program said.
    pub fn log(&self) -> PathBuf {
        self.work.join("log.txt")
    }
}

impl Peers {
    pub fn mdbook_build(&self, book: &Path, out: &Path) -> Command {
        let mut command = Command::new(&self.mdbook);
        command.arg("build").arg(book).arg("--dest-dir").arg(out);
        command
    }
}

impl Runs {
    /// Runs the program to its end, which must be a good one.
    pub fn add(&mut self, command: &mut Command, log: &Path) -> Result<(), String> {
        let (ended, seconds, peak) = watched(command, log).map_err(|error| format!("{command:?}: {error}"))?;
        if !ended {
            let said = fs::read_to_string(log).unwrap_or_default();
            let lines: Vec<&str> = said.lines().collect();
            return Err(format!("{command:?} failed:\n{}", lines[lines.len().saturating_sub(10)..].join("\n")));
        }
        self.seconds.runs.push(seconds);
        self.memory.runs.extend((peak > 0.0).then_some(peak));
        Ok(())
    }
}

/// Whether it ended well, how long it took, and its peak of memory.
///
/// The peak is looked up while the program runs: the one that the system tells after its end is never below that of
/// the program that started it.
fn watched(command: &mut Command, log: &Path) -> io::Result<(bool, f64, f64)> {
    let output = File::create(log)?;
    let errors = output.try_clone()?;
    command.stdin(Stdio::null()).stdout(output).stderr(errors);
    let start = Instant::now();
    let mut process = command.spawn()?;
    let status = PathBuf::from(format!("/proc/{}/status", process.id()));
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let watch = scope.spawn(|| {
            let mut peak = 0.0_f64;
            while !is_over.load(Ordering::Relaxed) {
                peak = peak.max(peak_memory(&status).unwrap_or_default());
                std::thread::sleep(LOOK);
            }
            peak
        });
        let ended = process.wait();
        let seconds = start.elapsed().as_secs_f64();
        is_over.store(true, Ordering::Relaxed);
        Ok((ended?.success(), seconds, watch.join().unwrap_or_default()))
    })
}

/// In MB.
fn peak_memory(status: &Path) -> Option<f64> {
    let text = fs::read_to_string(status).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024.0 / 1e6)
}

/// Bytes of all files below a folder.
pub fn size(folder: &Path) -> io::Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        bytes += if kind.is_dir() { size(&entry.path())? } else { entry.metadata()?.len() };
    }
    Ok(bytes)
}

pub fn remove(folder: &Path) -> Result<(), String> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(at(folder, &error)),
        _ => Ok(()),
    }
}

/// Bytes after `gzip -9`.
pub fn gzipped(content: &[u8]) -> Result<usize, String> {
    let failed = |error: &dyn Display| format!("gzip: {error}\nhelp: install gzip");
    let mut gzip = Command::new("gzip")
        .args(["-9", "-c"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| failed(&error))?;
    let mut stdin = gzip.stdin.take().ok_or_else(|| failed(&"takes no input"))?;
    let output = std::thread::scope(|scope| {
        // Apart, so that neither side waits for the other with a full pipe.
        scope.spawn(move || stdin.write_all(content));
        gzip.wait_with_output()
    });
    let output = output.map_err(|error| failed(&error))?;
    if output.status.success() { Ok(output.stdout.len()) } else { Err(failed(&output.status)) }
}

pub fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| at(path, &error))
}

pub fn at(path: &Path, error: &dyn Display) -> String {
    format!("{}: {error}", path.display())
}
