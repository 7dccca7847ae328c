//! The program as its users meet it: commands, exit codes, files.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// A small book in a folder of its own.
struct Book {
    folder: tempfile::TempDir,
}

impl Book {
    fn new() -> Book {
        let book = Book { folder: tempfile::tempdir().unwrap() };
        assert_eq!(code(&book.run(&["new", "safety", "--title", "Fire safety"])), 0);
        book
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_compendium"));
        command.args(arguments).current_dir(self.folder.path());
        command
    }

    fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    /// Changes the chapter's text.
    fn edit(&self, from: &str, to: &str) {
        let path = self.path("safety/src/first-chapter.md");
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{from:?} is not in the chapter");
        std::fs::write(path, text.replacen(from, to, 1)).unwrap();
    }

    /// The line on which a text stands in the chapter, from 1.
    fn line_of(&self, part: &str) -> usize {
        let text = std::fs::read_to_string(self.path("safety/src/first-chapter.md")).unwrap();
        text.lines().position(|line| line.contains(part)).unwrap() + 1
    }
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn check_names_place_and_remedy_in_three_forms() {
    let book = Book::new();
    let clean = book.run(&["check", "safety"]);
    assert_eq!((code(&clean), out(&clean)), (0, String::new()), "{}", err(&clean));

    book.edit("- [x] Close each one", "- [ ] Close each one");
    let line = book.line_of("- [ ] Close each one");
    let short = book.run(&["check", "safety", "--format", "short"]);
    assert_eq!(code(&short), 1);
    assert!(out(&short).contains(&format!("safety/src/first-chapter.md:{line}:")), "{}", out(&short));
    assert!(out(&short).contains("error[no-key]"), "{}", out(&short));

    let human = book.run(&["check", "safety"]);
    assert!(out(&human).contains("Close each one behind you") && out(&human).contains("help: "), "{}", out(&human));

    let json: serde_json::Value =
        serde_json::from_slice(&book.run(&["check", "safety", "--format", "json"]).stdout).unwrap();
    let finding = json.as_array().unwrap().iter().find(|finding| finding["rule"] == "no-key").unwrap();
    assert_eq!(finding["line"], line);
}

#[test]
fn fix_mends_what_is_mechanical_and_nothing_else() {
    let book = Book::new();
    book.edit("### What do you do with the doors when you leave?", "### What do you not do with the doors?");
    let found = out(&book.run(&["check", "safety", "--format", "short"]));
    assert!(found.contains("lower-case-not"), "{found}");
    let before = std::fs::read_to_string(book.path("safety/src/glossary.md")).unwrap();
    book.run(&["check", "safety", "--fix"]);
    assert!(book.line_of("What do you NOT do with the doors?") > 0);
    assert_eq!(std::fs::read_to_string(book.path("safety/src/glossary.md")).unwrap(), before);
}

#[test]
fn inventory_counts_by_the_published_keys() {
    let output = Book::new().run(&["inventory", "safety", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    for key in [
        "/chapters",
        "/words",
        "/quizzes",
        "/items/total",
        "/items/by_kind",
        "/courses",
        "/guides",
        "/sessions",
        "/minutes",
        "/domains",
        "/indicators",
        "/critical_indicators",
        "/templates",
        "/glossary_terms",
        "/sources/read",
        "/sources/to_check",
        "/links/internal",
    ] {
        assert!(json.pointer(key).is_some(), "{key} is missing in {json}");
    }
    assert_eq!((json["chapters"].as_u64(), json["items"]["total"].as_u64()), (Some(1), Some(8)));
    assert_eq!((json["glossary_terms"].as_u64(), json["sources"]["to_check"].as_u64()), (Some(1), Some(1)));
}

#[test]
fn build_repeats_to_the_byte_and_keeps_the_old_folder_when_it_cannot() {
    let book = Book::new();
    for zip in ["one.zip", "two.zip"] {
        let built = book.run(&["build", "safety", "--out", "site", "--zip", zip]);
        assert_eq!(code(&built), 0, "{}", err(&built));
    }
    // The archive's own name is its top folder; behind it the bytes are the same.
    let (one, two) = (std::fs::read(book.path("one.zip")).unwrap(), std::fs::read(book.path("two.zip")).unwrap());
    assert_eq!(one.len(), two.len());
    let page = std::fs::read_to_string(book.path("site/first-chapter.html")).unwrap();
    assert!(page.contains("data-quiz=\"leaving-check\""));
    assert!(!std::fs::read_to_string(book.path("site/searchindex.js")).unwrap().contains("smoke"));

    book.edit("- [x] Close each one", "- [ ] Close each one");
    let refused = book.run(&["build", "safety", "--out", "site"]);
    assert_eq!(code(&refused), 1);
    assert!(err(&refused).contains("nothing was built"), "{}", err(&refused));
    assert_eq!(std::fs::read_to_string(book.path("site/first-chapter.html")).unwrap(), page);
    let left: Vec<_> =
        std::fs::read_dir(book.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with(".building")), "{left:?}");
}

#[test]
fn a_missing_figure_is_named() {
    let book = Book::new();
    let figure = "![A plan of the exits](exits.svg \"Figure 1. Exits.\")\n\n## Leaving the building";
    book.edit("## Leaving the building", figure);
    let found = book.run(&["check", "safety", "--format", "short"]);
    assert_eq!(code(&found), 1);
    assert!(out(&found).contains("exits.svg"), "{}", out(&found));
}

#[test]
fn wrong_usage_says_what_to_do() {
    let book = Book::new();
    let nowhere = book.run(&["check", "nowhere"]);
    assert_eq!(code(&nowhere), 2);
    assert!(
        err(&nowhere).contains("no book.toml in nowhere") && err(&nowhere).contains("help: "),
        "{}",
        err(&nowhere)
    );
    assert_eq!(code(&book.run(&["build", "safety", "--colour"])), 2);
    std::fs::write(book.path("safety/src/first-chapter.md"), b"# A \xff").unwrap();
    let latin = book.run(&["check", "safety"]);
    assert_eq!(code(&latin), 2);
    assert!(err(&latin).contains("not UTF-8 at line 1"), "{}", err(&latin));
}

#[test]
fn the_preprocessor_speaks_mdbooks_protocol() {
    let book = Book::new();
    assert_eq!(code(&book.run(&["preprocess", "supports", "html"])), 0);
    assert_eq!(code(&book.run(&["preprocess", "supports", "epub"])), 1);
}

#[test]
fn completions_are_written_for_every_shell() {
    let book = Book::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(out(&book.run(&["completions", shell])).contains("inventory"), "{shell}");
    }
}

/// A book with a template, and a profile beside it.
fn book_with_a_template() -> Book {
    let book = Book::new();
    let names = "# Names {#names}\n\n## Variables {#variables .variables}\n\n`centre.name`\n: Full name of the centre. Example: National Centre\n\n\
        `limit.review`\n: Time for a review; in months. Example: 12 months\n";
    let rules = "# House rules {#rules .template}\n\nWhat they settle.\n\n## Rules of {{ centre.name }} {#rules-text .fill}\n\n### 1 Doors {#rules-doors}\n\n\
        {{ centre.name }} reviews each door after {{ limit.review }}.\n";
    std::fs::write(book.path("safety/src/names.md"), names).unwrap();
    std::fs::write(book.path("safety/src/house-rules.md"), rules).unwrap();
    let summary = book.path("safety/src/SUMMARY.md");
    let text = std::fs::read_to_string(&summary).unwrap();
    std::fs::write(&summary, text + "\n- [Names](names.md)\n- [House rules](house-rules.md)\n").unwrap();
    std::fs::write(
        book.path("centre.toml"),
        "[centre]\nname = \"A & *B* Centre\"\n[limit]\nreview = \"6 months\"\n",
    )
    .unwrap();
    book
}

impl Book {
    fn fill(&self, arguments: &[&str]) -> Output {
        self.run(&[&["fill", "--book", "safety"], arguments].concat())
    }

    fn read(&self, below: &str) -> String {
        std::fs::read_to_string(self.path(below)).unwrap()
    }
}

#[test]
fn fill_writes_a_document_in_three_forms() {
    let book = book_with_a_template();
    for name in ["house-rules", "rules", "house-rules.md", "safety/src/house-rules.md"] {
        let filled = book.fill(&[name, "--profile", "centre.toml", "--out", "done", "--force"]);
        assert_eq!(code(&filled), 0, "{name}: {}{}", out(&filled), err(&filled));
        assert_eq!(
            out(&filled),
            "filled in House rules: done/house-rules.md, done/house-rules.html, done/house-rules.docx\n"
        );
    }
    assert_eq!(
        book.read("done/house-rules.md"),
        "# Rules of A & \\*B\\* Centre\n\n## 1 Doors\n\nA & \\*B\\* Centre reviews each door after 6 months.\n"
    );
    let html = book.read("done/house-rules.html");
    assert!(html.contains("<h1>Rules of A &amp; *B* Centre</h1>") && html.contains("lang=\"en\""), "{html}");
    let docx = std::fs::read(book.path("done/house-rules.docx")).unwrap();
    assert!(docx.starts_with(b"PK") && String::from_utf8_lossy(&docx).contains("Rules of A &amp; *B* Centre"));

    // Into the current folder, and only what was asked for.
    let filled = book.fill(&["house-rules", "--format", "md"]);
    assert_eq!(out(&filled), "filled in House rules: house-rules.md\n", "{}", err(&filled));
    assert!(!book.path("house-rules.docx").exists());
}

#[test]
fn fill_overwrites_nothing_unasked() {
    let book = book_with_a_template();
    std::fs::write(book.path("house-rules.html"), "mine").unwrap();
    let refused = book.fill(&["house-rules"]);
    assert_eq!(code(&refused), 2);
    assert!(
        err(&refused).contains("house-rules.html would be overwritten") && err(&refused).contains("--force"),
        "{}",
        err(&refused)
    );
    assert_eq!(book.read("house-rules.html"), "mine");
    assert!(!book.path("house-rules.md").exists());
    assert_eq!(code(&book.fill(&["house-rules", "--force"])), 0);
    assert_ne!(book.read("house-rules.html"), "mine");
}

#[test]
fn fill_names_every_missing_name_with_its_place() {
    let book = book_with_a_template();
    std::fs::write(book.path("centre.toml"), "[limit]\nreview = \"\"\n").unwrap();
    let refused = book.fill(&["house-rules"]);
    assert_eq!(code(&refused), 1);
    let said = out(&refused);
    for part in [
        "safety/src/house-rules.md:5:13",
        "the profile does not give `centre.name`",
        "## Rules of {{ centre.name }} {#rules-text .fill}",
        "add `name = \"National Centre\"` below `[centre]` in centre.toml",
        "safety/src/house-rules.md:9:43",
        "write it in line 2 of centre.toml: `review = \"12 months\"`",
    ] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
    assert!(
        err(&refused).contains("2 errors") && err(&refused).contains("nothing was written"),
        "{}",
        err(&refused)
    );
    assert!(!book.path("house-rules.md").exists());
}

#[test]
fn fill_names_what_is_wrong_with_a_profile() {
    let book = book_with_a_template();
    let whole = book.read("centre.toml");
    for (profile, place, said) in [
        ("[centre\n", "centre.toml:1:", "help: "),
        ("[limit]\nreview = 12\n", "centre.toml:2:10", "put it in quotation marks: `\"12\"`"),
        ("name = \"x\"\n", "centre.toml:1:1", "stands in no group"),
    ] {
        std::fs::write(book.path("centre.toml"), profile).unwrap();
        let refused = book.fill(&["house-rules"]);
        assert_eq!(code(&refused), 1, "{profile}");
        assert!(err(&refused).contains(place) && err(&refused).contains(said), "{profile}: {}", err(&refused));
        assert!(!book.path("house-rules.md").exists());
    }
    std::fs::write(book.path("centre.toml"), format!("{whole}revue = \"x\"\n")).unwrap();
    let filled = book.fill(&["house-rules"]);
    assert_eq!(code(&filled), 0, "{}", err(&filled));
    assert!(err(&filled).contains("write `review` below `[limit]` if that was meant"), "{}", err(&filled));

    let nowhere = book.fill(&["house-rules", "--profile", "nowhere.toml"]);
    assert_eq!(code(&nowhere), 2);
    assert!(err(&nowhere).contains("--blank-profile > nowhere.toml"), "{}", err(&nowhere));
}

#[test]
fn fill_lists_templates_and_makes_a_blank_profile() {
    let book = book_with_a_template();
    assert_eq!(out(&book.fill(&["--list"])), "house-rules  House rules (2 names)\n");
    let blank = book.fill(&["--blank-profile"]);
    assert!(
        out(&blank).contains("[limit]\n# Time for a review; in months (12 months)\nreview = \"\"\n"),
        "{}",
        out(&blank)
    );
    for (wrong, help) in
        [("house-rule", "write house-rules"), ("the-house", "write house-rules"), ("quiz", "fill --list")]
    {
        let unknown = book.fill(&[wrong]);
        assert_eq!(code(&unknown), 2);
        assert!(
            err(&unknown).contains(help) && err(&unknown).contains("there is no template"),
            "{}",
            err(&unknown)
        );
    }
    assert_eq!(code(&book.fill(&[])), 2);
}

/// A running server; it ends with the test.
struct Server {
    child: Child,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    fn start(book: &Book) -> Server {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = book.command(&["serve", "safety", "--port", &port.to_string(), "--out", "site"]);
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        assert!(lines.any(|line| line.contains(&format!("http://127.0.0.1:{port}/"))));
        // The pipe stays open, or the server could not print.
        std::thread::spawn(move || lines.for_each(drop));
        Server { child, port }
    }

    fn ask(&self, path: &str) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(std::time::Duration::from_secs(60))).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        BufReader::new(stream)
    }

    fn get(&self, path: &str) -> String {
        let mut answer = String::new();
        self.ask(path).read_to_string(&mut answer).unwrap();
        answer
    }
}

#[test]
fn serve_shows_the_book_and_tells_the_page_when_it_changed() {
    let book = Book::new();
    let server = Server::start(&book);
    let page = server.get("/first-chapter.html");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("/-/reload.js"), "{}", &page[..200.min(page.len())]);
    assert!(server.get("/").contains("Fire safety"));
    assert!(server.get("/../../etc/passwd").starts_with("HTTP/1.1 404"));

    let mut changes = server.ask("/-/changes");
    let mut line = String::new();
    while line.trim() != "" || !line.contains('\n') {
        line.clear();
        changes.read_line(&mut line).unwrap();
    }
    book.edit("Leave by the nearest exit", "Leave at once by the nearest exit");
    let changed = changes.lines().map_while(Result::ok).any(|line| line.contains("data: changed"));
    assert!(changed, "the server did not tell of the change");
    assert!(server.get("/first-chapter.html").contains("Leave at once by the nearest exit"));
    // What was made for the browser only is not in the folder that is carried away.
    assert!(!std::fs::read_to_string(book.path("site/first-chapter.html")).unwrap().contains("reload.js"));
}

#[test]
fn a_taken_port_is_named() {
    let book = Book::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let refused = book.run(&["serve", "safety", "--port", &port]);
    assert_eq!(code(&refused), 2);
    assert!(err(&refused).contains(&port) && err(&refused).contains("--port"), "{}", err(&refused));
    assert!(!Path::new(&book.path("dist")).exists());
}
