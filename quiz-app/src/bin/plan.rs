//! The program of pages with a timetable.

fn main() {
    quiz_app::plan::start::timetable();
}
