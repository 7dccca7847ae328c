//! The app's programs, compiled for the browser by the build script, which tells the bundle where they lie.
//!
//! A package of its own, because it waits for nothing: the programs are compiled while the tools that pack them are.
