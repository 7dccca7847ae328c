//! Builds the app for the browser and packs each of its programs into one classic script.
//!
//! ```text
//! nested cargo (wasm32, profile "app") ─▶ quiz.wasm
//!   wasm-bindgen, as a library         ─▶ quiz_bg.wasm + glue
//!     zopfli, base64                   ─▶ start.js with both put in ─▶ OUT_DIR/quiz.js
//! store.js                             ─▶ store.html with it put in ─▶ OUT_DIR/store.html
//! ```
//! Nothing is printed while it works: cargo shows its own progress, and `-vv` shows the nested build's. A failure
//! shows everything.

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio, exit};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha256};
use wasm_bindgen_cli_support::Bindgen;

/// A program, and the name of the places in a page where it starts.
const PROGRAMS: [(&str, &str); 3] = [("quiz", "quiz"), ("desk", "progress"), ("fill", "template")];
const TARGET: &str = "wasm32-unknown-unknown";

/// What the app is made of, relative to the workspace.
const SOURCES: [&str; 11] = [
    "Cargo.toml",
    "Cargo.lock",
    "quiz-app/Cargo.toml",
    "quiz-app/src",
    "crates/core/Cargo.toml",
    "crates/core/src",
    "crates/formats/Cargo.toml",
    "crates/formats/src",
    "crates/bundle/assets/start.js",
    "crates/bundle/assets/store.html",
    "crates/bundle/assets/store.js",
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
    let workspace = folder.ancestors().nth(2).ok_or("crates/bundle stands two folders below the workspace")?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=build.rs");
    for source in SOURCES {
        println!("cargo::rerun-if-changed={}", workspace.join(source).display());
    }
    let asset = |name: &str| fs::read_to_string(folder.join("assets").join(name));
    fs::write(out.join("store.html"), store_page(&asset("store.html")?, &asset("store.js")?)?)?;
    require_target()?;
    let template = asset("start.js")?;
    for (program, wasm) in build(workspace, &nested_target(&out)?)? {
        let script = pack(&program, &fs::read(wasm)?, &template)?;
        fs::write(out.join(format!("{program}.js")), script)?;
    }
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

/// Runs the nested cargo and returns each program with its file.
fn build(workspace: &Path, target: &Path) -> Result<Vec<(String, PathBuf)>, Box<dyn Error>> {
    let mut command = Command::new(env::var("CARGO")?);
    command
        .current_dir(workspace)
        .args(["build", "--package", "quiz-app", "--bins", "--profile", "app", "--target", TARGET])
        // With the outer build's lock file nothing is resolved again, and the network is touched only for a package
        // that was never downloaded.
        .args(["--locked", "--message-format", "json-render-diagnostics"])
        .arg("--target-dir")
        .arg(target)
        .stderr(Stdio::inherit());
    for name in FOREIGN {
        command.env_remove(name);
    }
    let profile_overrides = env::vars_os().map(|(name, _)| name);
    for name in profile_overrides.filter(|name| name.to_string_lossy().starts_with("CARGO_PROFILE_")) {
        command.env_remove(name);
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", flags(workspace, target)?);
    let output = command.output()?;
    if !output.status.success() {
        return Err("the nested cargo build failed, see above".into());
    }
    let mut files = artefacts(&String::from_utf8(output.stdout)?)?;
    files.sort();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    if PROGRAMS.iter().any(|(program, _)| !names.contains(program)) {
        return Err(format!("expected the programs {PROGRAMS:?}, cargo built {names:?}").into());
    }
    Ok(files)
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

fn artefacts(messages: &str) -> Result<Vec<(String, PathBuf)>, Box<dyn Error>> {
    let mut files = Vec::new();
    for line in messages.lines().filter(|line| line.starts_with('{')) {
        let message: serde_json::Value = serde_json::from_str(line)?;
        if message["reason"] == "compiler-artifact"
            && let Some(name) = message["target"]["name"].as_str()
            && let Some(file) = message["filenames"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|f| f.as_str())
                .find(|f| f.ends_with(".wasm"))
        {
            files.push((name.to_owned(), PathBuf::from(file)));
        }
    }
    Ok(files)
}

fn pack(program: &str, wasm: &[u8], template: &str) -> Result<String, Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes(program, wasm.to_vec())
        .no_modules(true)?
        .typescript(false)
        .demangle(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    let mut output = bindgen.generate_output()?;
    let mut deflated = Vec::new();
    let wasm = output.wasm_mut().emit_wasm();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, wasm.as_slice(), &mut deflated)?;
    let place = PROGRAMS.iter().find(|(own, _)| *own == program).map_or(program, |(_, place)| place);
    let script = template
        .replace("PROGRAM", place)
        .replace("/* glue */", &slim(output.js()))
        .replace("BASE64", &BASE64.encode(deflated));
    if script.contains("</script") || script.contains("<!--") {
        return Err(format!("{program}.js holds text that would end a script element").into());
    }
    Ok(script)
}

/// The script stands in the page itself, named by its hash in the page's policy: one file less to wait for before the
/// database opens.
fn store_page(page: &str, script: &str) -> Result<String, Box<dyn Error>> {
    let script = slim(script);
    if script.contains("</script") || script.contains("<!--") {
        return Err("store.js holds text that would end a script element".into());
    }
    let hash = format!("sha256-{}", BASE64.encode(Sha256::digest(&script)));
    Ok(page.replace("HASH", &hash).replace("SCRIPT", &script))
}

/// Drops the glue's comments and indentation: they stand on lines of their own.
fn slim(glue: &str) -> String {
    let mut out = String::with_capacity(glue.len());
    let mut in_comment = false;
    for line in glue.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    out
}
