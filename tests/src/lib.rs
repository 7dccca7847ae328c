//! The product as a person meets it: in real browsers, from a folder and over http.
//!
//! ```text
//! journeys (tests/journeys)    what a person does
//!    │  pages      what stands on a page: a quiz, My progress, the search
//!    │  axe        the automatic checker of accessibility
//!    ▼
//! stage            one run of a journey; keeps a picture and the page when it fails
//!    ├─ book       builds books with the `compendium` program
//!    ├─ server     serves a folder, and records what is asked for
//!    └─ browser    a browser behind its WebDriver, as blocking calls
//!         └─ driver, webdriver    the driver's process, and its protocol
//!              └─ tools           where the programs are
//! ```

pub mod axe;
pub mod book;
pub mod browser;
pub mod pages;
pub mod server;
pub mod stage;
pub mod tools;
pub mod wait;

mod driver;
mod webdriver;
