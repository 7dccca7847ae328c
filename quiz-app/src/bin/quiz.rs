//! The program of pages with questions.

fn main() {
    quiz_app::start::quiz();
}
