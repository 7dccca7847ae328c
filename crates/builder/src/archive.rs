//! The offline folder as one file. The same folder gives the same bytes: sorted names, one date, one way to compress.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Packs `folder` into `archive`, below a folder of the archive's own name.
pub fn pack(folder: &Path, archive: &Path) -> io::Result<()> {
    let top = archive.file_stem().and_then(|name| name.to_str()).unwrap_or("book").to_owned();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(File::create(archive)?);
    for file in files_below(folder)? {
        let below = file.strip_prefix(folder).map_err(io::Error::other)?;
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        zip.start_file(format!("{top}/{}", parts.join("/")), options)?;
        zip.write_all(&std::fs::read(&file)?)?;
    }
    zip.finish()?.sync_all()
}

/// All files below a folder, sorted by path.
pub fn files_below(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}
