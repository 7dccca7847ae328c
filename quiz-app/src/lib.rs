//! The app in the page: quizzes, *My progress*, the forms of templates and of timetables.
//!
//! ```text
//! start ──▶ app ── draw ──▶ quiz_view, item_view, kinds/*, verdict, summary ──▶ tree
//!             │        ▲
//!          actions   effects          state (one reducer, pure), work (answers in the making)
//!             ▼        │
//!           state ─────┘──▶ store (messages to the storage page), page (focus, timers, files)
//! ```
//! All logic of the quiz is in [`state`] and the core, and is tested without a browser.

pub mod state;
pub mod work;

pub mod dom;
pub mod messages;
pub mod page;
pub mod store;
pub mod text;

pub mod app;
pub mod start;

pub mod item_view;
pub mod keyboard;
pub mod kinds;
pub mod quiz_view;
pub mod summary;
pub mod verdict;

pub mod render;
pub mod tree;

pub mod yew_tree;

pub mod desk;
pub mod fill;
pub mod plan;

/// Small before fast: a page makes a few thousand small objects.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
