//! The program of pages with a template.

fn main() {
    quiz_app::fill::start::template();
}
