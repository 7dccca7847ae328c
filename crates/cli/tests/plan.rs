//! `compendium plan` as its users meet it, over a small whole book.

use std::process::{Command, Output};

/// Three hours of C1, of which one session can go, and 90 minutes of C2, which asks for C1.
fn book() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join("book").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write(
        "book.toml",
        "[book]\ntitle = \"Fire & safety\"\nlanguage = \"en\"\n\n[preprocessor.compendium]\nid = \"safety\"\n",
    );
    write(
        "src/SUMMARY.md",
        "# Summary\n\n- [C1](c1/index.md)\n  - [Unit 1](c1/unit-1.md)\n- [C2](c2/index.md)\n  - [Unit 1](c2/unit-1.md)\n",
    );
    write(
        "src/c1/index.md",
        "# C1 Alarms {#c1 .course hours=3 short=1.5}\n\nAlarms *save*.\n\n## Prerequisites {#c1-prerequisites}\n\nNone, see [C2](../c2/index.md).\n",
    );
    write(
        "src/c1/unit-1.md",
        "# Unit 1: Hear {#c1-u1 .unit}\n\n## Session 1.1: Sounds {#c1-s1 .session minutes=90}\n\nYou will hear.\n\n\
         ### Handout: bells {#c1-s1-handout}\n\nA bell.\n\n### Homework {#c1-s1-homework}\n\nListen.\n\n\
         ### Notes {#c1-s1-notes .notes}\n\nKeep the answer.\n\n## Session 1.2: Signs {#c1-s2 .session minutes=90 cut=1}\n",
    );
    write("src/c2/index.md", "# C2 Doors {#c2 .course hours=1 after=c1}\n");
    write("src/c2/unit-1.md", "# Unit 1: Go {#c2-u1 .unit}\n\n## Session 1.1: Out {#c2-s1 .session minutes=90}\n");
    folder
}

fn plan(folder: &tempfile::TempDir, arguments: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_compendium"));
    command.args(["plan", "book", "--start", "2027-01-11"]).args(arguments.split(' ')).current_dir(folder.path());
    command.output().unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_plan_becomes_four_files() {
    let folder = book();
    let made = plan(&folder, "--weeks 1 --hours 3 --out done");
    assert_eq!(made.status.code(), Some(0), "{}", err(&made));
    assert!(
        err(&made).ends_with(
            "planned 3 sessions in 2 days, 1 week; 0 left out, 0 shortened: done/timetable.html, done/timetable.ics, \
             done/timetable.csv, done/handbook.html\n"
        ),
        "{}",
        err(&made)
    );
    let read = |name: &str| std::fs::read_to_string(folder.path().join("done").join(name)).unwrap();
    assert!(read("timetable.html").contains("Monday<br>11 January 2027"));
    assert!(read("timetable.ics").contains("UID:c2-s1-2027-01-11@safety\r\n"));
    assert!(read("timetable.csv").contains("\r\n2027-01-12,09:00,10:30,90,C2,Unit 1: Go,1.1,Out,\r\n"));
    let handbook = read("handbook.html");
    for part in ["Fire &amp; safety", "<p>Alarms <em>save</em>.</p>", "None, see C2.", "Handout: bells", "Listen."]
    {
        assert!(handbook.contains(part), "{part}\n{handbook}");
    }
    assert!(!handbook.contains("Keep the answer") && !handbook.contains("<a "));

    let again = plan(&folder, "--weeks 1 --out done --notes");
    assert_eq!(again.status.code(), Some(2));
    assert!(err(&again).contains("would be overwritten"), "{}", err(&again));
    assert_eq!(plan(&folder, "--weeks 1 --out done --notes --force").status.code(), Some(0));
    assert!(read_handbook(&folder).contains("Keep the answer"));
}

fn read_handbook(folder: &tempfile::TempDir) -> String {
    std::fs::read_to_string(folder.path().join("done/handbook.html")).unwrap()
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    let folder = book();
    for out in ["one", "other"] {
        assert_eq!(plan(&folder, &format!("--weeks 2 --days mon,wed --out {out}")).status.code(), Some(0));
    }
    for name in ["timetable.html", "timetable.ics", "timetable.csv", "handbook.html"] {
        let read = |out: &str| std::fs::read(folder.path().join(out).join(name)).unwrap();
        assert_eq!(read("one"), read("other"), "{name}");
    }
}

#[test]
fn what_is_left_out_is_said_and_a_holiday_moves_a_day() {
    let folder = book();
    std::fs::write(folder.path().join("free.txt"), "2027-01-11 Feast # of all\n").unwrap();
    let made = plan(&folder, "--until 2027-01-12 --hours 3 --holidays free.txt --format json");
    let shown = String::from_utf8(made.stdout).unwrap();
    for part in
        ["\"date\": \"2027-01-12\"", "\"name\": \"Feast\"", "\"session\": \"c1-s2\"", "\"saved_minutes\": 90"]
    {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
}

#[test]
fn what_is_not_possible_is_refused_with_what_is() {
    let folder = book();
    for (arguments, code, parts) in [
        (
            "--until 2027-01-11 --hours 2 --out no",
            1,
            ["need 3 hours", "help: possible is --until 2027-01-17\n  or --hours 3\n  or without C2"],
        ),
        ("--weeks 1 --courses c2 --out no", 1, ["C2 asks for C1", "with C1 added to --courses\n  or --done C1"]),
        ("--weeks 1 --courses C3 --out no", 2, ["there is no course \"C3\"", "the courses are C1, C2"]),
        ("--weeks 1 --days weekend --out no", 2, ["weekend", "write mon-fri"]),
        ("--weeks 0 --out no", 2, ["--weeks", "0"]),
        ("--weeks 1", 2, ["--out", ""]),
    ] {
        let refused = plan(&folder, arguments);
        assert_eq!(refused.status.code(), Some(code), "{arguments}: {}", err(&refused));
        for part in parts {
            assert!(err(&refused).contains(part), "{arguments}: {part:?} is not in\n{}", err(&refused));
        }
    }
    std::fs::write(folder.path().join("free.txt"), "2027-01-01 New Year\n1 May\n").unwrap();
    let refused = plan(&folder, "--weeks 1 --holidays free.txt --out no");
    assert_eq!(refused.status.code(), Some(1));
    assert!(err(&refused).contains("free.txt:2: \"1 May\" does not begin with a date"), "{}", err(&refused));
    assert!(!folder.path().join("no").exists());
    assert_eq!(plan(&folder, "--weeks 1 --courses c2 --done C1 --out yes").status.code(), Some(0));
}
