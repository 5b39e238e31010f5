//! The folder in which a browser keeps everything.
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

/// The folder of one browser, which ends with it.
pub struct Profile(TempDir);

impl Profile {
    pub fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder can be made"))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Kills the browser, as a flat battery would; false if there is none.
    pub fn kill(&self) -> bool {
        let doomed = self.processes();
        let killed = Command::new("kill").arg("-9").args(doomed.iter().map(u32::to_string)).status();
        !doomed.is_empty() && killed.is_ok_and(|status| status.success())
    }

    /// The processes whose command line names it.
    pub fn processes(&self) -> Vec<u32> {
        let Ok(all) = fs::read_dir("/proc") else { return vec![] };
        let marker = self.path().to_str().expect("temporary folders have plain names");
        let named = |path: &PathBuf| {
            let command = fs::read(path.join("cmdline")).unwrap_or_default();
            let alive = fs::read_to_string(path.join("stat")).is_ok_and(|stat| !stat.contains(") Z "));
            alive && String::from_utf8_lossy(&command).contains(marker)
        };
        all.flatten()
            .filter(|entry| named(&entry.path()))
            .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
            .collect()
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        if !self.processes().is_empty() {
            self.kill();
        }
    }
}
