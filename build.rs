//! Asks the linker for relocations where the release is cut into parts: they tell the cutter what refers to what.
#![allow(clippy::print_stdout, reason = "this is how a build script speaks")]

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_PARTS").is_some() {
        println!("cargo::rustc-link-arg-bin=second-look=--emit-relocs");
    }
}
