//! Packs each program of the app into one classic script.
//!
//! ```text
//! quiz.wasm, from compendium-programs
//!   wasm-bindgen, as a library         ─▶ quiz_bg.wasm + glue
//!     zopfli, base64                   ─▶ start.js with both put in ─▶ OUT_DIR/quiz.js
//! store.js                             ─▶ store.html with it put in ─▶ OUT_DIR/store.html
//! ```

use std::env;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::exit;
use std::thread;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha256};
use wasm_bindgen_cli_support::Bindgen;

/// A program, and the name of the places in a page where it starts.
const PROGRAMS: [(&str, &str); 4] =
    [("quiz", "quiz"), ("desk", "progress"), ("fill", "template"), ("plan", "timetable")];

/// What is put around them.
const ASSETS: [&str; 3] = ["assets/start.js", "assets/store.html", "assets/store.js"];

fn main() {
    if let Err(error) = run() {
        eprintln!("error: the app for the browser could not be packed: {error}");
        exit(1);
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=build.rs");
    for asset in ASSETS {
        println!("cargo::rerun-if-changed={asset}");
    }
    let [start, page, store] = ASSETS.map(fs::read_to_string);
    fs::write(out.join("store.html"), store_page(&page?, &store?)?)?;
    let start = &start?;
    thread::scope(|scope| {
        let packing = PROGRAMS.map(|(program, place)| {
            scope.spawn(move || pack(program, place, start).map_err(|error| format!("{program}: {error}")))
        });
        for ((program, _), script) in PROGRAMS.iter().zip(packing) {
            let script = script.join().map_err(|_| format!("{program}: packing it broke off"))??;
            fs::write(out.join(format!("{program}.js")), script)?;
        }
        Ok(())
    })
}

/// The program from the folder that compendium-programs names.
fn wasm(program: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let path = Path::new(&env::var("DEP_COMPENDIUM_PROGRAMS_FOLDER")?).join(format!("{program}.wasm"));
    println!("cargo::rerun-if-changed={}", path.display());
    fs::read(&path).map_err(|error| format!("{}: {error}", path.display()).into())
}

fn pack(program: &str, place: &str, start: &str) -> Result<String, Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes(program, wasm(program)?)
        .no_modules(true)?
        .typescript(false)
        .demangle(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    let mut output = bindgen.generate_output()?;
    let mut deflated = Vec::new();
    let wasm = output.wasm_mut().emit_wasm();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, wasm.as_slice(), &mut deflated)?;
    let script = start
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
