//! The programs that the journeys need: where they are, and what to do when one is missing.

use std::env;
use std::path::{Path, PathBuf};

/// A program under the names it goes by, and the command that installs it.
pub struct Tool {
    pub names: &'static [&'static str],
    pub install: &'static str,
}

pub const CHROMIUM: Tool =
    Tool { names: &["chromium", "chromium-browser", "google-chrome"], install: "sudo apt-get install chromium" };
pub const CHROMEDRIVER: Tool = Tool { names: &["chromedriver"], install: "sudo apt-get install chromium-driver" };
pub const FIREFOX: Tool = Tool { names: &["firefox-esr", "firefox"], install: "sudo apt-get install firefox-esr" };
pub const GECKODRIVER: Tool =
    Tool { names: &["geckodriver"], install: "cargo install geckodriver --version 0.37.1 --locked" };
pub const PDFTOTEXT: Tool = Tool { names: &["pdftotext"], install: "sudo apt-get install poppler-utils" };

const AXE: &str = "target/tools/axe.min.js";
const AXE_INSTALL: &str = "npm pack axe-core@4.14.1 && tar -xzf axe-core-4.14.1.tgz package/axe.min.js && \
                           mkdir -p target/tools && mv package/axe.min.js target/tools/";

/// Everything that is missing, each with its remedy.
pub fn missing() -> Vec<String> {
    let mut missing: Vec<String> = [CHROMIUM, CHROMEDRIVER, FIREFOX, GECKODRIVER, PDFTOTEXT]
        .iter()
        .filter(|tool| tool.find().is_none())
        .map(|tool| format!("{} is not on the PATH\nhelp: {}", tool.names[0], tool.install))
        .collect();
    if !axe().is_file() {
        missing.push(format!("{} is missing\nhelp: {AXE_INSTALL}", axe().display()));
    }
    missing
}

impl Tool {
    pub fn find(&self) -> Option<PathBuf> {
        let mut folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
        folders.extend(env::home_dir().map(|home| home.join(".cargo/bin")));
        folders.push(workspace().join("target/tools/bin"));
        self.names
            .iter()
            .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
            .find(|path| path.is_file())
    }

    pub fn path(&self) -> PathBuf {
        self.find().unwrap_or_else(|| panic!("{} is not on the PATH\nhelp: {}", self.names[0], self.install))
    }
}

/// axe-core as one script; `COMPENDIUM_AXE` names another file.
pub fn axe() -> PathBuf {
    env::var_os("COMPENDIUM_AXE").map_or_else(|| workspace().join(AXE), PathBuf::from)
}

pub fn workspace() -> &'static Path {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    folder.parent().unwrap_or(folder)
}

/// Where books are built and failures leave their pictures.
pub fn journeys_folder() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| workspace().join("target"), |folder| workspace().join(folder))
        .join("journeys")
}
