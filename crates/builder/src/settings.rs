//! What an author sets in `book.toml`, beside mdBook's own settings.
//!
//! ```toml
//! [preprocessor.compendium]
//! id = "fusion-compendium"
//! ```

use mdbook_driver::config::Config;
use serde::Deserialize;

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// Names the book in the store of a browser and in progress files: never change it.
    pub id: String,
    /// mdBook's own keys of a preprocessor's table.
    #[serde(default)]
    command: Option<String>,
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
}

impl Settings {
    /// Reads the table; without one the id is made from the book's title.
    pub fn read(config: &Config) -> Result<Settings, SettingsError> {
        let table: Option<toml::Value> =
            config.get("preprocessor.compendium").map_err(|error| SettingsError(error.to_string()))?;
        let mut settings: Settings = match table {
            Some(table) => {
                let mut table = table;
                if let Some(table) = table.as_table_mut() {
                    table.entry("id").or_insert_with(|| toml::Value::String(String::new()));
                }
                table.try_into().map_err(|error: toml::de::Error| SettingsError(error.message().to_owned()))?
            }
            None => Settings { id: String::new(), command: None, before: vec![], after: vec![] },
        };
        if settings.id.is_empty() {
            settings.id = slug(config.book.title.as_deref().unwrap_or("book"));
        }
        if settings.id != slug(&settings.id) {
            return Err(SettingsError(format!(
                "id = {:?} may hold lower-case letters, digits and hyphens only, such as {:?}",
                settings.id,
                slug(&settings.id)
            )));
        }
        Ok(settings)
    }
}

/// The table `[preprocessor.compendium]` of `book.toml` cannot be used; says why.
#[derive(Debug)]
pub struct SettingsError(pub String);

impl std::fmt::Display for SettingsError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "[preprocessor.compendium] in book.toml: {}", self.0)
    }
}

impl std::error::Error for SettingsError {}

fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::str::FromStr;

    fn read(toml: &str) -> Result<Settings, String> {
        Settings::read(&Config::from_str(toml).unwrap()).map_err(|error| error.to_string())
    }

    #[test]
    fn the_id_comes_from_the_table_or_the_title() {
        let given = "[book]\ntitle = \"T\"\n[preprocessor.compendium]\nid = \"my-book\"\nafter = [\"links\"]\n";
        assert_eq!(read(given).unwrap().id, "my-book");
        assert_eq!(read("[book]\ntitle = \"Fire Safety: the basics\"\n").unwrap().id, "fire-safety-the-basics");
    }

    #[test]
    fn unknown_keys_and_bad_ids_are_refused() {
        assert!(read("[preprocessor.compendium]\nidd = \"x\"\n").unwrap_err().contains("unknown field `idd`"));
        assert!(read("[preprocessor.compendium]\nid = \"My Book\"\n").unwrap_err().contains("\"my-book\""));
    }
}
