//! The program of *My progress*.

fn main() {
    quiz_app::start::quiz();
}
