# Looked up by the other scripts: are the tools there? Installs what it can, names the rest with the exact command.
# shellcheck shell=sh

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "error: $1"
    say "help: $2"
    exit 2
}

need_rust() {
    command -v cargo >/dev/null 2>&1 ||
        stop "cargo is not on the PATH" "install Rust from https://rustup.rs, open a new shell, and run this again"
    if [ ! -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
        command -v rustup >/dev/null 2>&1 ||
            stop "the target wasm32-unknown-unknown is missing" "add it with the tool that installed Rust here"
        say "adding the target wasm32-unknown-unknown"
        rustup target add wasm32-unknown-unknown
    fi
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1; then sudo -n "$@"; else return 1; fi
}

# need_package PROGRAM PACKAGE: on Debian and its kin the package is installed.
need_package() {
    if command -v "$1" >/dev/null 2>&1; then return; fi
    if command -v apt-get >/dev/null 2>&1; then
        say "installing $2"
        { as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$2"; } \
            >/dev/null && return
    fi
    stop "$1 is missing" "install it, on Debian with: sudo apt-get install $2"
}

need_browsers() {
    tools="$PWD/target/tools"
    mkdir -p "$tools"
    PATH="$tools/bin:$PATH"
    export PATH
    need_package chromium chromium
    need_package chromedriver chromium-driver
    command -v firefox >/dev/null 2>&1 || need_package firefox-esr firefox-esr
    if ! command -v geckodriver >/dev/null 2>&1; then
        say "installing geckodriver (about two minutes)"
        cargo install geckodriver --version 0.37.1 --locked --quiet --root "$tools" ||
            stop "geckodriver could not be built" "run: cargo install geckodriver --locked"
    fi
    need_package pdftotext poppler-utils
    need_package npm npm
    if [ ! -s "$tools/axe.min.js" ]; then
        say "fetching axe-core"
        (
            cd "$tools" && npm pack --silent axe-core@4.14.1 >/dev/null &&
                tar -xzf axe-core-4.14.1.tgz package/axe.min.js && mv package/axe.min.js . &&
                rm -r package axe-core-4.14.1.tgz
        ) || stop "axe-core could not be fetched" "run: npm pack axe-core@4.14.1 in $tools and unpack package/axe.min.js there"
    fi
}
