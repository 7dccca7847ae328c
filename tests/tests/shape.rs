//! Imports between the crates run one way.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use compendium_tests::{book, tools};
use serde_json::Value;

/// Each crate and the crates of ours that it may use.
const FLOORS: [(&str, &[&str]); 10] = [
    ("compendium-core", &[]),
    ("compendium-authoring", &["compendium-core"]),
    ("compendium-formats", &["compendium-core"]),
    ("quiz-app", &["compendium-core", "compendium-formats"]),
    ("compendium-programs", &[]),
    ("compendium-bundle", &["compendium-programs"]),
    ("compendium-builder", &["compendium-core", "compendium-authoring", "compendium-formats", "compendium-bundle"]),
    ("compendium-cli", &["compendium-core", "compendium-authoring", "compendium-formats", "compendium-builder"]),
    ("compendium-tests", &["compendium-core", "compendium-formats"]),
    ("compendium-agreement", &["compendium-core", "compendium-formats"]),
];

#[test]
fn imports_run_one_way() {
    let allowed: BTreeMap<&str, BTreeSet<&str>> =
        FLOORS.iter().map(|(name, uses)| (*name, uses.iter().copied().collect())).collect();
    for (name, uses) in own_packages() {
        let Some(allowed) = allowed.get(name.as_str()) else { panic!("{name} stands on no floor of this test") };
        let upward: Vec<&String> = uses.iter().filter(|own| !allowed.contains(own.as_str())).collect();
        assert!(upward.is_empty(), "{name} may use {allowed:?}, and uses {upward:?} too");
    }
}

/// The packages of the workspace, each with those that it uses, for tests too.
fn own_packages() -> Vec<(String, Vec<String>)> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let metadata = book::run(
        Command::new(cargo)
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .current_dir(tools::workspace()),
    );
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap_or_default();
    let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
    let names: BTreeSet<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    assert!(names.len() >= FLOORS.len(), "{names:?}");
    packages
        .iter()
        .map(|package| {
            let uses = package["dependencies"].as_array().cloned().unwrap_or_default();
            let own = uses.iter().filter_map(|used| used["name"].as_str()).filter(|used| names.contains(used));
            (package["name"].as_str().unwrap_or_default().to_owned(), own.map(str::to_owned).collect())
        })
        .collect()
}
