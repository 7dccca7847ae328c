//! Compiles the programs of the app for the browser: a nested cargo, target wasm32, profile "app".
//!
//! Nothing is printed while it works: cargo shows its own progress, and `-vv` shows the nested build's. A failure
//! shows everything.

use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, exit};

const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "app";

/// What the app is made of, relative to the workspace.
const SOURCES: [&str; 8] = [
    "Cargo.toml",
    "Cargo.lock",
    "quiz-app/Cargo.toml",
    "quiz-app/src",
    "crates/core/Cargo.toml",
    "crates/core/src",
    "crates/formats/Cargo.toml",
    "crates/formats/src",
];

/// Variables of the outer build that would change the nested one: its flags, its folder, its linter.
const FOREIGN: [&str; 8] = [
    "CARGO_ENCODED_RUSTFLAGS",
    "RUSTFLAGS",
    "CARGO_BUILD_RUSTFLAGS",
    "CARGO_TARGET_DIR",
    "CARGO_BUILD_TARGET_DIR",
    "CARGO_BUILD_TARGET",
    "RUSTC_WORKSPACE_WRAPPER",
    "CLIPPY_ARGS",
];

fn main() {
    if let Err(error) = run() {
        eprintln!("error: the app for the browser could not be built: {error}");
        exit(1);
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let workspace = folder.ancestors().nth(2).ok_or("crates/programs stands two folders below the workspace")?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=build.rs");
    for source in SOURCES {
        println!("cargo::rerun-if-changed={}", workspace.join(source).display());
    }
    require_target()?;
    let target = nested_target(&out)?;
    build(workspace, &target)?;
    // The folder was named to cargo, so the programs lie there whatever else is set.
    println!("cargo::metadata=folder={}", target.join(TARGET).join(PROFILE).display());
    Ok(())
}

fn require_target() -> Result<(), Box<dyn Error>> {
    let found = Command::new(env::var("RUSTC")?).args(["--print", "target-libdir", "--target", TARGET]).output()?;
    let folder = PathBuf::from(String::from_utf8(found.stdout)?.trim());
    if folder.is_dir() {
        return Ok(());
    }
    Err(format!(
        "the Rust toolchain has no standard library for {TARGET} (looked in {})\n  help: run `rustup target add {TARGET}`",
        folder.display()
    )
    .into())
}

/// `<target>/app`: one folder for all profiles of the outer build, so that the app is compiled once.
fn nested_target(out: &Path) -> Result<PathBuf, Box<dyn Error>> {
    // OUT_DIR is <target>/<profile>/build/<package>/out.
    let target = out.ancestors().nth(4).ok_or("OUT_DIR is not where cargo puts it")?;
    Ok(target.join("app"))
}

fn build(workspace: &Path, target: &Path) -> Result<(), Box<dyn Error>> {
    let mut command = Command::new(env::var("CARGO")?);
    command
        .current_dir(workspace)
        .args(["build", "--package", "quiz-app", "--bins", "--profile", PROFILE, "--target", TARGET])
        // With the outer build's lock file nothing is resolved again, and the network is touched only for a package
        // that was never downloaded.
        .args(["--locked", "--target-dir"])
        .arg(target);
    for name in FOREIGN {
        command.env_remove(name);
    }
    let profile_overrides = env::vars_os().map(|(name, _)| name);
    for name in profile_overrides.filter(|name| name.to_string_lossy().starts_with("CARGO_PROFILE_")) {
        command.env_remove(name);
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", flags(workspace, target)?);
    if !command.status()?.success() {
        return Err("the nested cargo build failed, see above".into());
    }
    Ok(())
}

/// No path of this machine may reach the bytes: they would differ elsewhere, and tell where they were made.
fn flags(workspace: &Path, target: &Path) -> Result<String, Box<dyn Error>> {
    let cargo_home = match env::var_os("CARGO_HOME") {
        Some(home) => PathBuf::from(home),
        None => env::home_dir().ok_or("neither CARGO_HOME nor a home folder is known")?.join(".cargo"),
    };
    let places = [(workspace, "/compendium"), (cargo_home.as_path(), "/cargo"), (target, "/target")];
    let flags = places.map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()));
    // Cargo parts encoded flags at the unit separator, so that a path may hold spaces.
    Ok(flags.join("\x1f"))
}
