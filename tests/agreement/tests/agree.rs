//! Builds this crate for WASM, runs it in an interpreter, and compares with the native run.

use std::process::Command;

use wasmi::{Engine, Instance, Linker, Module, Store};

#[test]
fn wasm_computes_what_the_native_program_computes() {
    let native = compendium_agreement::transcript();
    assert!(native.lines().count() > 800, "the transcript is too short to say much");
    let wasm = wasm_transcript();
    for (line, (native, wasm)) in native.lines().zip(wasm.lines()).enumerate() {
        assert_eq!(native, wasm, "line {}", line + 1);
    }
    assert_eq!(native.len(), wasm.len());
}

fn wasm_transcript() -> String {
    let engine = Engine::default();
    let module = Module::new(&engine, std::fs::read(build()).unwrap()).unwrap();
    let mut store = Store::new(&engine, ());
    let instance = Linker::new(&engine).instantiate_and_start(&mut store, &module).unwrap();
    let at = call(&instance, &mut store, "transcript_at");
    let length = call(&instance, &mut store, "transcript_len");
    let memory = instance.get_memory(&store, "memory").unwrap();
    String::from_utf8(memory.data(&store)[at..at + length].to_vec()).unwrap()
}

fn call(instance: &Instance, store: &mut Store<()>, name: &str) -> usize {
    let function = instance.get_typed_func::<(), i32>(&*store, name).unwrap();
    function.call(store, ()).unwrap() as u32 as usize
}

/// Builds the library for WASM in a folder of its own, so that it does not wait for the lock of this build.
fn build() -> std::path::PathBuf {
    let target = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("wasm");
    let output = Command::new(env!("CARGO"))
        .args(["build", "--locked", "--lib", "--target", "wasm32-unknown-unknown", "--message-format=json"])
        .args(["--manifest-path", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")])
        .env("CARGO_TARGET_DIR", target)
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let messages = String::from_utf8(output.stdout).unwrap();
    let artefact = messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message["reason"] == "compiler-artifact")
        .flat_map(|message| message["filenames"].as_array().cloned().unwrap_or_default())
        .filter_map(|name| name.as_str().map(std::path::PathBuf::from))
        .find(|path| path.file_name().is_some_and(|name| name == "compendium_agreement.wasm"));
    artefact.expect("cargo names the .wasm file that it made")
}
