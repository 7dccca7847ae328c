//! A driver's process: started on a free port, ended with everything it started.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use crate::browser::Engine;
use crate::tools;

const START: Duration = Duration::from_secs(20);

pub struct Driver {
    process: Child,
    pub address: String,
}

impl Driver {
    pub fn start(engine: Engine, log: File) -> Driver {
        let mut command = match engine {
            Engine::Chromium => {
                let mut command = Command::new(tools::CHROMEDRIVER.path());
                command.arg("--port=0");
                command
            }
            Engine::Firefox => {
                let mut command = Command::new(tools::GECKODRIVER.path());
                // System access: zooming a page and reading the console need it.
                command.args(["--port", "0", "--allow-system-access", "--binary"]).arg(tools::FIREFOX.path());
                command
            }
        };
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log);
        let mut process = command.spawn().unwrap_or_else(|error| panic!("cannot start {command:?}: {error}"));
        let stdout = process.stdout.take().unwrap_or_else(|| unreachable!("it is piped"));
        let (send, receive) = mpsc::channel();
        // The reader lives as long as the driver, so that its output never blocks it.
        std::thread::spawn(move || {
            let mut lines = BufReader::new(stdout).lines();
            for line in lines.by_ref().map_while(Result::ok) {
                if let Some(port) = port(&line) {
                    let _ = send.send(port);
                    break;
                }
            }
            lines.for_each(drop);
        });
        match receive.recv_timeout(START) {
            Ok(port) => Driver { process, address: format!("http://127.0.0.1:{port}") },
            Err(_) => {
                let _ = process.kill();
                panic!("{command:?} did not say on which port it listens");
            }
        }
    }

    /// Every process that the driver started, and theirs.
    pub fn descendants(&self) -> Vec<u32> {
        let Ok(mut list) = Command::new("ps").args(["-A", "-o", "pid=,ppid="]).stdout(Stdio::piped()).spawn()
        else {
            panic!("cannot list processes\nhelp: install ps, on Debian with: sudo apt-get install procps");
        };
        let mut text = String::new();
        if let Some(mut stdout) = list.stdout.take() {
            let _ = stdout.read_to_string(&mut text);
        }
        let _ = list.wait();
        let pairs: Vec<(u32, u32)> = text
            .lines()
            .filter_map(|line| {
                let (child, parent) = line.trim().split_once(' ')?;
                Some((child.parse().ok()?, parent.trim().parse().ok()?))
            })
            .collect();
        let mut found = vec![self.process.id()];
        let mut at = 0;
        while let Some(&parent) = found.get(at) {
            found.extend(pairs.iter().filter(|(_, own)| *own == parent).map(|(child, _)| *child));
            at += 1;
        }
        found.split_off(1)
    }

    /// SIGKILL to the browser and all that belongs to it, at once: a power cut, as far as a program can make one.
    pub fn kill_all(&mut self) {
        let mut command = Command::new("kill");
        command.arg("-9").args(self.descendants().iter().map(u32::to_string)).arg(self.process.id().to_string());
        let _ = command.stderr(Stdio::null()).status();
        let _ = self.process.wait();
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if !matches!(self.process.try_wait(), Ok(Some(_))) {
            self.kill_all();
        }
    }
}

/// `ChromeDriver was started successfully on port 4321.`, `… Listening on 127.0.0.1:4321`
fn port(line: &str) -> Option<u16> {
    let digits = match line.rsplit_once("on port ") {
        Some((_, rest)) => rest.trim_end_matches('.'),
        None if line.contains("Listening on") => line.rsplit_once(':')?.1,
        None => return None,
    };
    // At first ChromeDriver repeats what it was told: port 0.
    digits.trim().parse().ok().filter(|port| *port != 0)
}

#[cfg(test)]
mod tests {
    #[test]
    fn ports_of_both_drivers() {
        for (line, port) in [
            ("ChromeDriver was started successfully on port 43815.", Some(43815)),
            ("1700000000000\tgeckodriver\tINFO\tListening on 127.0.0.1:4445", Some(4445)),
            ("Only local connections are allowed.", None),
            ("Starting ChromeDriver 156.0 on port 0", None),
        ] {
            assert_eq!(super::port(line), port, "{line}");
        }
    }
}
