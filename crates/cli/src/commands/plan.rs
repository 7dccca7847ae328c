mod arguments;
mod json;
mod refusal;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use clap::Args as ClapArgs;
use compendium_builder::handbook::handbook;
use compendium_builder::plan as book;
use compendium_builder::project::Project;
use compendium_core::date::Date;
use compendium_core::plan::{Course, Holiday, Length, MOST_WEEKS, Plan, Request, Weekdays, plan};
use compendium_formats::holidays::{self, Fault};
use compendium_formats::timetable::{Timetable, csv, html, ics};

use super::{BookArg, DataFormat};
use crate::exit;
use crate::report;

/// Make a timetable of courses: which session on which day, and what is left out when time is short
#[derive(ClapArgs)]
#[command(after_help = "Examples:\n  compendium plan --weeks 15 --start 2027-01-11 --out plan\n  \
    compendium plan --weeks 3 --courses C1,C2,C3 --start 2027-01-11 --holidays holidays.txt --out plan\n  \
    compendium plan --until 2027-03-26 --courses C4 --done C3 --days sun-thu --hours 5 --start 2027-03-07\n  \
    compendium plan --weeks 10 --start 2027-01-11 --format json\n\n\
    A file of holidays has a date or a span a line:\n  2027-01-01 New Year\n  2027-03-29..2027-04-02 Spring holidays\n\n\
    Exit codes: 0 done, 1 the request is not possible (the nearest possible one is named), 2 wrong usage.")]
pub struct Args {
    #[command(flatten)]
    book: BookArg,
    /// First day: 2027-01-11
    #[arg(long, value_parser = arguments::date)]
    start: Date,
    /// Weeks from the first day
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_WEEKS)), required_unless_present = "until")]
    weeks: Option<u32>,
    /// Last day, in place of weeks
    #[arg(long, value_parser = arguments::date, conflicts_with = "weeks")]
    until: Option<Date>,
    /// Courses, all if none are named: C1,C3
    #[arg(long, value_delimiter = ',')]
    courses: Vec<String>,
    /// Courses that the learners have done
    #[arg(long, value_delimiter = ',')]
    done: Vec<String>,
    /// Days of teaching: mon-fri, sun-thu, or mon,wed,fri
    #[arg(long, value_parser = arguments::weekdays, default_value = "mon-fri")]
    days: Weekdays,
    /// Hours of teaching a day, breaks not counted: 6, or 5.5
    #[arg(long, value_parser = arguments::hours, default_value = "6")]
    hours: u32,
    /// When a day begins
    #[arg(long, value_parser = arguments::time, default_value = "09:00")]
    from: u32,
    /// File with the days without teaching
    #[arg(long)]
    holidays: Option<PathBuf>,
    /// Folder to write timetable.html, timetable.ics, timetable.csv and handbook.html to
    #[arg(long, required_unless_present = "format")]
    out: Option<PathBuf>,
    /// Put the instructor's notes into the handbook: then it is not for learners
    #[arg(long)]
    notes: bool,
    /// Overwrite files that exist
    #[arg(long)]
    force: bool,
    /// What to print
    #[arg(long, value_enum, default_value = "human")]
    format: DataFormat,
}

pub fn run(args: &Args) -> anyhow::Result<u8> {
    let project = Project::load(&args.book.book)?;
    let courses = book::courses(&project)?;
    if courses.is_empty() {
        bail!(
            "{} has no courses\nhelp: mark the page of a course: `# C1 Foundations {{#c1 .course hours=30}}`",
            args.book.book.display()
        );
    }
    let Some(holidays) = read_holidays(args)? else { return Ok(exit::FINDINGS) };
    let request = request(args, &courses, holidays)?;
    let made = match plan(&courses, &request) {
        Ok(made) => made,
        Err(refused) => {
            match args.format {
                DataFormat::Json => {
                    println!("{}", serde_json::to_string_pretty(&json::refusal(&courses, &refused))?)
                }
                DataFormat::Human => eprint!("{}", refusal::text(&courses, &refused)),
            }
            return Ok(exit::FINDINGS);
        }
    };
    if let DataFormat::Json = args.format {
        println!("{}", serde_json::to_string_pretty(&json::plan(&courses, &made))?);
    }
    if let Some(out) = &args.out {
        write(args, &project, (&courses, &request, &made), out)?;
    }
    Ok(exit::DONE)
}

/// Writes the files and says what they hold.
fn write(
    args: &Args,
    project: &Project,
    (courses, request, made): (&[Course], &Request, &Plan),
    out: &Path,
) -> anyhow::Result<()> {
    let words = book::words(project.language());
    let timetable = Timetable { courses, plan: made, words: &words };
    let files = [
        ("timetable.html", html::page(&timetable, project.language(), project.is_right_to_left())),
        ("timetable.ics", ics::write(&timetable, request, &project.settings.id)),
        ("timetable.csv", csv::write(&timetable)),
        ("handbook.html", handbook(project, courses, made, args.notes)?),
    ];
    let there: Vec<&str> = files.iter().map(|(name, _)| *name).filter(|name| out.join(name).exists()).collect();
    if !there.is_empty() && !args.force {
        bail!(
            "{} in {} would be overwritten; nothing was written\nhelp: name another folder with --out, or add --force",
            there.join(", "),
            out.display()
        );
    }
    std::fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
    for (name, content) in &files {
        let path = out.join(name);
        std::fs::write(&path, content).with_context(|| format!("cannot write {}", path.display()))?;
    }
    let n_left_out = made.changes.iter().filter(|change| change.minutes == 0).count();
    eprintln!(
        "planned {} in {}, {}; {} left out, {} shortened: {}",
        report::counted(made.lessons().count(), "session"),
        report::counted(made.days.len(), "day"),
        report::counted(made.n_weeks() as usize, "week"),
        n_left_out,
        made.changes.len() - n_left_out,
        files.map(|(name, _)| out.join(name).display().to_string()).join(", ")
    );
    Ok(())
}

fn request(args: &Args, courses: &[Course], holidays: Vec<Holiday>) -> anyhow::Result<Request> {
    let all = || courses.iter().map(|course| course.id.clone()).collect();
    Ok(Request {
        start: args.start,
        length: match (args.until, args.weeks) {
            (Some(date), _) => Length::Until(date),
            (None, weeks) => Length::Weeks(weeks.unwrap_or(1)),
        },
        weekdays: args.days,
        minutes_a_day: args.hours,
        from: args.from,
        holidays,
        courses: if args.courses.is_empty() { all() } else { arguments::ids(courses, &args.courses)? },
        done: arguments::ids(courses, &args.done)?,
    })
}

/// The holidays, or nothing where lines cannot be read, which are then printed.
fn read_holidays(args: &Args) -> anyhow::Result<Option<Vec<Holiday>>> {
    let Some(path) = &args.holidays else { return Ok(Some(Vec::new())) };
    let shown = path.display();
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {shown}"))?;
    let Ok(text) = String::from_utf8(bytes) else { bail!("{shown} is not UTF-8\nhelp: save it as UTF-8") };
    let (holidays, bad) = holidays::read(&text);
    for line in &bad {
        let (what, help) = match line.fault {
            Fault::NoDate => ("does not begin with a date", "write 2027-01-01, a space, and a name if you like"),
            Fault::Backwards => ("ends before it begins", "write the earlier date first: 2027-03-29..2027-04-02"),
        };
        eprintln!("error: {shown}:{}: {:?} {what}\nhelp: {help}", line.line, line.text);
    }
    if !bad.is_empty() {
        eprintln!("{} cannot be read; nothing was planned", report::counted(bad.len(), "line"));
        return Ok(None);
    }
    Ok(Some(holidays))
}
