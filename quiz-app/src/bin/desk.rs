//! The program of *My progress*.

fn main() {
    quiz_app::desk::start::progress();
}
