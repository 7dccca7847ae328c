use super::*;
use proptest::prelude::*;

fn session(id: &str, unit: &str, minutes: u32, cuts: &[(u32, u32)]) -> Session {
    let cuts = cuts.iter().map(|&(step, minutes)| Cut { step, minutes }).collect();
    Session { id: id.to_owned(), unit: unit.to_owned(), minutes, cuts, ..Session::default() }
}

fn course(id: &str, after: &[&str], short: u32, sessions: Vec<Session>) -> Course {
    let after = after.iter().map(|id| (*id).to_owned()).collect();
    Course { id: id.to_owned(), after, short, least: short, sessions, ..Course::default() }
}

/// Six hours: 90, 180 that can be 90, 90 that can go.
fn small() -> Vec<Course> {
    vec![
        course(
            "c1",
            &[],
            180,
            vec![session("a", "1", 90, &[]), session("b", "1", 180, &[(2, 90)]), session("c", "2", 90, &[(1, 0)])],
        ),
        course("c2", &["c1"], 90, vec![session("d", "1", 90, &[])]),
    ]
}

/// 2027-01-11 is a Monday.
fn request(courses: &[&str], weeks: u32, minutes_a_day: u32) -> Request {
    Request {
        start: Date::parse("2027-01-11").unwrap(),
        length: Length::Weeks(weeks),
        weekdays: Weekdays::MONDAY_TO_FRIDAY,
        minutes_a_day,
        from: 540,
        holidays: vec![],
        courses: courses.iter().map(|id| (*id).to_owned()).collect(),
        done: vec![],
    }
}

/// `2027-01-11 09:00-10:30 a, …` a line.
fn shown(courses: &[Course], plan: &Plan) -> Vec<String> {
    let time = |minutes: u32| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let slot = |slot: &Slot| {
        let what = match &slot.what {
            What::Session(lesson) => {
                let pauses: String = lesson
                    .pauses
                    .iter()
                    .map(|pause| format!(" ({}-{})", time(pause.from), time(pause.to)))
                    .collect();
                format!("{}{pauses}", courses[lesson.course].sessions[lesson.session].id)
            }
            What::Break => "break".to_owned(),
            What::Lunch => "lunch".to_owned(),
        };
        format!("{}-{} {what}", time(slot.from), time(slot.to))
    };
    let day = |day: &Day| {
        let slots: Vec<String> = day.slots.iter().map(slot).collect();
        format!("{} {} +{}", day.date, slots.join(", "), day.unused)
    };
    plan.days.iter().map(day).collect()
}

#[test]
fn a_day_has_breaks_and_lunch_in_the_middle() {
    let courses = small();
    let made = plan(&courses, &request(&["c2", "c1"], 1, 360)).unwrap();
    assert_eq!(
        shown(&courses, &made),
        [
            "2027-01-11 09:00-10:30 a, 10:30-11:00 break, 11:00-15:00 b (12:30-13:30), 15:00-15:30 break, \
             15:30-17:00 c +0",
            "2027-01-12 09:00-10:30 d +270",
        ]
    );
    assert_eq!((made.n_spare, made.changes.len(), made.courses.as_slice()), (3, 0, [0, 1].as_slice()));
}

#[test]
fn short_sessions_share_the_time_of_a_break() {
    let lengths = [45, 90, 45, 90, 45, 45];
    let sessions =
        lengths.iter().zip(["a", "b", "c", "d", "e", "f"]).map(|(&long, id)| session(id, "1", long, &[]));
    let courses = [course("c1", &[], 360, sessions.collect())];
    let made = plan(&courses, &request(&["c1"], 1, 360)).unwrap();
    assert_eq!(
        shown(&courses, &made),
        ["2027-01-11 09:00-09:45 a, 09:45-10:00 break, 10:00-11:30 b, 11:30-11:45 break, 11:45-12:30 c, \
          12:30-13:30 lunch, 13:30-15:00 d, 15:00-15:30 break, 15:30-16:15 e, 16:15-17:00 f +0"]
    );
    // Four hours without lunch: ninety minutes, ninety and sixty, with half an hour between.
    let sessions = [90, 90, 60].map(|long| session("s", "1", long, &[])).to_vec();
    let courses = [course("c1", &[], 240, sessions)];
    let made = plan(&courses, &request(&["c1"], 1, 240)).unwrap();
    assert_eq!(
        shown(&courses, &made),
        ["2027-01-11 09:00-10:30 s, 10:30-11:00 break, 11:00-12:30 s, 12:30-13:00 break, 13:00-14:00 s +0"]
    );
}

#[test]
fn a_session_moves_only_where_that_is_needed() {
    // In four days one session has to move. If each course filled its days as well as it can, each would move one.
    let sessions = |name: &str, lengths: &[u32]| -> Vec<Session> {
        let last = lengths.len() - 1;
        let session = |(place, &long): (usize, &u32)| {
            session(&format!("{name}{place}"), if place == last { "2" } else { "1" }, long, &[])
        };
        lengths.iter().enumerate().map(session).collect()
    };
    let courses = [
        course("c1", &[], 540, sessions("a", &[180, 90, 180, 90])),
        course("c2", &[], 810, sessions("b", &[90, 180, 90, 180, 180, 90])),
    ];
    let days = Length::Until(Date::parse("2027-01-14").unwrap());
    let made = plan(&courses, &Request { length: days, ..request(&["c1", "c2"], 1, 360) }).unwrap();
    let order = made.lessons().map(|(_, _, own)| courses[own.course].sessions[own.session].id.as_str());
    assert_eq!(order.collect::<Vec<_>>().join(" "), "a0 a1 a2 a3 b0 b1 b3 b2 b4 b5");
}

#[test]
fn steps_are_taken_in_the_order_of_the_list_and_only_as_many_as_needed() {
    let courses = small();
    let one_day = Request { length: Length::Until(Date::parse("2027-01-11").unwrap()), ..request(&["c1"], 1, 270) };
    let made = plan(&courses, &one_day).unwrap();
    assert_eq!(
        shown(&courses, &made),
        ["2027-01-11 09:00-10:30 a, 10:30-11:00 break, 11:00-15:00 b (12:30-13:30) +0"]
    );
    let change = Change { course: 0, session: 2, minutes: 0, saved: 90, step: 1, is_beyond_short: false };
    assert_eq!(made.changes, [change]);
    let tight = Request { minutes_a_day: 180, ..one_day };
    let made = plan(&courses, &tight).unwrap();
    assert_eq!(made.changes.len(), 2);
    assert_eq!(made.minutes(), 180);
}

#[test]
fn the_fuller_course_gives_first_and_steps_beyond_short_come_last() {
    let mut courses = small();
    courses[1].sessions.push(session("e", "1", 90, &[(1, 45)]));
    courses[1].short = 180;
    courses[1].least = 135;
    let day = |minutes| Request {
        length: Length::Until(Date::parse("2027-01-11").unwrap()),
        minutes_a_day: minutes,
        ..request(&["c1", "c2"], 1, 0)
    };
    let steps = |minutes: u32| -> Vec<(usize, u32, bool)> {
        let made = plan(&courses, &day(minutes)).unwrap();
        made.changes.iter().map(|change| (change.course, change.step, change.is_beyond_short)).collect()
    };
    assert_eq!(steps(540), []);
    assert_eq!(steps(450), [(0, 1, false)]);
    assert_eq!(steps(360), [(0, 2, false), (0, 1, false)]);
    assert_eq!(steps(320), [(0, 2, false), (0, 1, false), (1, 1, true)]);
    let refusal = plan(&courses, &day(300)).unwrap_err();
    assert_eq!(refusal.reason, Reason::TooShort { needed: 315, available: 300 });
}

#[test]
fn a_holiday_moves_a_day_and_is_named() {
    let courses = small();
    let date = |text| Date::parse(text).unwrap();
    let holiday = Holiday { first: date("2027-01-12"), last: date("2027-01-17"), name: "Feast".to_owned() };
    let made = plan(&courses, &Request { holidays: vec![holiday], ..request(&["c1", "c2"], 2, 360) }).unwrap();
    assert_eq!(made.days[1].date, date("2027-01-18"));
    assert_eq!(made.days[1].week, 2);
    let free: Vec<String> = made.holidays.iter().map(|free| format!("{} {}", free.date, free.name)).collect();
    assert_eq!(free, ["2027-01-12 Feast", "2027-01-13 Feast", "2027-01-14 Feast", "2027-01-15 Feast"]);
}

#[test]
fn a_missing_prerequisite_is_added_or_done() {
    let courses = small();
    let refusal = plan(&courses, &request(&["c2"], 1, 360)).unwrap_err();
    assert_eq!(refusal.reason, Reason::Missing { course: 1, missing: vec![0] });
    let changes: Vec<&[Difference]> = refusal.nearest.iter().map(|nearest| nearest.changes.as_slice()).collect();
    assert_eq!(changes, [[Difference::Add(vec![0])].as_slice(), [Difference::Done(vec![0])].as_slice()]);
    for nearest in &refusal.nearest {
        assert!(plan(&courses, &nearest.request).is_ok());
    }
}

#[test]
fn too_little_time_is_refused_with_three_ways_out() {
    let courses = small();
    let day = Length::Until(Date::parse("2027-01-11").unwrap());
    let refusal = plan(&courses, &Request { length: day, ..request(&["c1", "c2"], 1, 240) }).unwrap_err();
    assert_eq!(refusal.reason, Reason::TooShort { needed: 270, available: 240 });
    let changes: Vec<Difference> = refusal.nearest.iter().flat_map(|nearest| nearest.changes.clone()).collect();
    assert_eq!(
        changes,
        [
            Difference::Until(Date::parse("2027-01-17").unwrap()),
            Difference::MinutesADay(270),
            Difference::Without(vec![1])
        ]
    );
}

#[test]
fn a_circle_and_a_course_that_is_not_there_are_refused() {
    let mut courses = small();
    courses[0].after = vec!["c2".to_owned()];
    assert_eq!(plan(&courses, &request(&["c1", "c2"], 1, 360)).unwrap_err().reason, Reason::Circle(vec![0, 1]));
    let refusal = plan(&small(), &request(&["c1", "c9"], 1, 360)).unwrap_err();
    assert_eq!(refusal.reason, Reason::UnknownCourse("c9".to_owned()));
    assert_eq!(refusal.nearest.len(), 1);
}

#[test]
fn the_first_week_is_that_of_the_first_day_of_teaching() {
    let courses = small();
    // On Sundays alone from a Monday, and from Monday to Friday from a Saturday.
    for (day, weekdays) in [
        ("2027-01-11", Weekdays([false, false, false, false, false, false, true])),
        ("2027-01-09", Weekdays::MONDAY_TO_FRIDAY),
    ] {
        let asked = Request { start: Date::parse(day).unwrap(), weekdays, ..request(&["c1"], 2, 360) };
        let made = plan(&courses, &asked).unwrap();
        assert_eq!((made.days[0].week, made.n_weeks()), (1, 1), "{day}");
    }
}

#[test]
fn the_working_week_begins_after_the_free_days() {
    let weekdays = |names: &[usize]| {
        let mut days = [false; 7];
        names.iter().for_each(|&day| days[day] = true);
        Weekdays(days).in_order().into_iter().map(Weekday::number).collect::<Vec<_>>()
    };
    assert_eq!(weekdays(&[0, 1, 2, 3, 4]), [0, 1, 2, 3, 4]);
    assert_eq!(weekdays(&[6, 0, 1, 2, 3]), [6, 0, 1, 2, 3]);
    assert_eq!(weekdays(&[0, 2, 4]), [0, 2, 4]);
    assert_eq!(weekdays(&[3]), [3]);
    assert_eq!(weekdays(&[]), [0usize; 0]);
}

fn any_course(place: usize) -> impl Strategy<Value = Course> {
    let any_session = (prop::sample::select(vec![45u32, 60, 90, 120, 180, 240]), 0u32..4, 0u32..4, 0usize..3);
    let after = prop::collection::vec(0..place.max(1), 0..2);
    (prop::collection::vec(any_session, 1..9), after).prop_map(move |(sessions, after)| {
        let made = sessions.iter().enumerate().map(|(at, &(minutes, step, kind, unit))| {
            let left = [0, minutes / 2, minutes / 3, 0][kind as usize];
            let cuts = if step > 0 { vec![(step, left)] } else { vec![] };
            session(&format!("c{place}-{at}"), &unit.to_string(), minutes, &cuts)
        });
        let after: Vec<String> =
            after.into_iter().filter(|&own| own < place).map(|own| format!("c{own}")).collect();
        let mut course = Course { id: format!("c{place}"), after, sessions: made.collect(), ..Course::default() };
        let steps = course.steps();
        course.least = course.minutes_at(steps.last().copied().unwrap_or_default());
        course.short = course.minutes_at(steps.first().copied().unwrap_or_default());
        course
    })
}

fn any_request() -> impl Strategy<Value = Request> {
    let date = (0i32..3_000).prop_map(|day| Date::parse("2026-01-01").unwrap().plus(day));
    let length = prop_oneof![
        (0u32..12).prop_map(Length::Weeks),
        (-3i32..60).prop_map(|days| Length::Until(Date::parse("2028-01-01").unwrap().plus(days)))
    ];
    let holidays = prop::collection::vec((0i32..60, 0i32..9), 0..3);
    let ids = || prop::collection::vec(0usize..4, 0..4);
    (date, length, prop::array::uniform7(any::<bool>()), 0u32..500, holidays, ids(), ids()).prop_map(
        |(start, length, weekdays, minutes_a_day, holidays, courses, done)| Request {
            start: if matches!(length, Length::Until(_)) { Date::parse("2028-01-01").unwrap() } else { start },
            length,
            weekdays: Weekdays(weekdays),
            minutes_a_day,
            from: 540,
            holidays: holidays
                .into_iter()
                .map(|(first, n)| Holiday {
                    first: start.plus(first),
                    last: start.plus(first + n),
                    name: String::new(),
                })
                .collect(),
            courses: courses.into_iter().map(|place| format!("c{place}")).collect(),
            done: done.into_iter().map(|place| format!("c{place}")).collect(),
        },
    )
}

proptest! {
    #[test]
    fn a_plan_keeps_its_word(
        courses in (any_course(0), any_course(1), any_course(2), any_course(3)),
        request in any_request(),
    ) {
        let courses = [courses.0, courses.1, courses.2, courses.3];
        let made = plan(&courses, &request);
        prop_assert_eq!(&made, &plan(&courses, &request), "the same again");
        let made = match made {
            Ok(made) => made,
            Err(refusal) => {
                for nearest in &refusal.nearest {
                    prop_assert!(plan(&courses, &nearest.request).is_ok(), "{refusal:?}");
                    prop_assert!(!nearest.changes.is_empty());
                }
                // Only days that are too short for a session, or a course without end, leave no way out.
                let hopeless = matches!(refusal.reason, Reason::UnknownCourse(_)) || request.minutes_a_day < 240
                    || request.holidays.len() > 1;
                prop_assert!(!refusal.nearest.is_empty() || hopeless, "{refusal:?}");
                return Ok(());
            }
        };
        let mut seen: Vec<(usize, usize)> = made.lessons().map(|(_, _, own)| (own.course, own.session)).collect();
        seen.extend(made.changes.iter().filter(|change| change.minutes == 0).map(|own| (own.course, own.session)));
        let n_seen = seen.len();
        seen.sort_unstable();
        seen.dedup();
        prop_assert_eq!(n_seen, seen.len(), "twice");
        let chosen = courses.iter().filter(|course| request.courses.contains(&course.id));
        let wanted = chosen.map(|course| course.sessions.len()).sum::<usize>();
        prop_assert_eq!(wanted, seen.len(), "every session of every course");
        for day in &made.days {
            prop_assert!(request.weekdays.has(day.date.weekday()) && request.holiday(day.date).is_none());
            prop_assert!(day.date >= request.start && day.date <= request.end());
            prop_assert!(day.slots.windows(2).all(|pair| pair[0].to <= pair[1].from), "{day:?}");
            let mut minutes = 0;
            for slot in &day.slots {
                if let What::Session(lesson) = &slot.what {
                    let paused: u32 = lesson.pauses.iter().map(|pause| pause.to - pause.from).sum();
                    prop_assert_eq!(slot.to - slot.from, lesson.minutes + paused);
                    minutes += lesson.minutes;
                }
            }
            prop_assert_eq!(minutes + day.unused, request.minutes_a_day);
        }
        prop_assert!(made.days.windows(2).all(|pair| pair[0].date < pair[1].date));
        for (place, &course) in made.courses.iter().enumerate() {
            for before in &courses[course].after {
                let is_earlier = made.courses[..place].iter().any(|&own| courses[own].id == *before);
                let is_taught = made.courses.iter().any(|&own| courses[own].id == *before);
                prop_assert!(is_earlier || !is_taught);
            }
        }
        let order: Vec<usize> = made.lessons().map(|(_, _, own)| own.course).collect();
        prop_assert!(order.chunk_by(|one, other| one == other).count() <= made.courses.len(), "courses are not mixed");
        for change in &made.changes {
            let own = &courses[change.course].sessions[change.session];
            prop_assert_eq!(own.minutes_at(change.step), change.minutes);
            prop_assert_eq!(own.minutes, change.minutes + change.saved);
        }
    }
}
