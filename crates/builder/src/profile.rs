//! The profile: the names of one centre, for all templates.
//!
//! ```toml
//! [centre]
//! name = "National Fusion Centre"
//! ```

use std::collections::BTreeMap;
use std::ops::Range;

use compendium_authoring::diagnostic::{Diagnostic, Severity};
use compendium_authoring::lines::Lines;
use compendium_authoring::nearest;
use compendium_authoring::page::Variable;
use toml::de::{DeTable, DeValue};

#[derive(Clone, Debug, Default)]
pub struct Profile {
    /// As its reader would type it.
    pub path: String,
    /// `centre.name` → text; what is empty is left out.
    pub values: BTreeMap<String, String>,
    /// The line on which each name stands, whether it has a text or not.
    pub places: BTreeMap<String, usize>,
}

/// Reads a profile with everything that is wrong with it. The findings name `path`.
pub fn read_profile(path: &str, text: &str, variables: &[Variable]) -> (Profile, Vec<Diagnostic>) {
    let mut reader = Reader {
        profile: Profile { path: path.to_owned(), ..Profile::default() },
        text,
        lines: Lines::new(text),
        variables,
        found: Vec::new(),
    };
    match DeTable::parse(text) {
        Ok(table) => reader.groups(table.get_ref()),
        Err(error) => {
            let span = error.span().unwrap_or(0..0);
            let help = "write each line as `name = \"text\"`, below the `[group]` that it belongs to";
            reader.add(
                "broken-profile",
                Severity::Error,
                span,
                error.message().to_lowercase(),
                "not as TOML has it",
                help,
            );
        }
    }
    Diagnostic::sort(&mut reader.found);
    (reader.profile, reader.found)
}

struct Reader<'r> {
    profile: Profile,
    text: &'r str,
    lines: Lines<'r>,
    variables: &'r [Variable],
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn groups(&mut self, table: &DeTable<'_>) {
        for (group, inner) in table {
            match inner.get_ref() {
                DeValue::Table(names) => {
                    for (name, value) in names {
                        let full = format!("{}.{}", group.get_ref(), name.get_ref());
                        self.value(&full, name.span(), value.get_ref(), value.span());
                    }
                }
                _ => {
                    let message = format!("`{}` stands in no group", group.get_ref());
                    let help = "move it below the line `[group]` that it belongs to, such as `[centre]`";
                    self.add(
                        "broken-profile",
                        Severity::Error,
                        group.span(),
                        message,
                        "before the first group",
                        help,
                    );
                }
            }
        }
    }

    fn value(&mut self, name: &str, key: Range<usize>, value: &DeValue<'_>, span: Range<usize>) {
        if !self.variables.iter().any(|variable| variable.name == name) {
            let known = self.variables.iter().map(|variable| variable.name.as_str());
            let meant = nearest(name, known).and_then(|meant| meant.split_once('.'));
            let help = match meant {
                Some((group, meant)) => format!("write `{meant}` below `[{group}]` if that was meant"),
                None => "remove it, or look up its name with `compendium fill --blank-profile`".to_owned(),
            };
            let message = format!("no template knows `{name}`");
            self.add("unknown-variable", Severity::Warning, key, message, "not used", &help);
            return;
        }
        self.profile.places.insert(name.to_owned(), self.lines.position(key.start).line);
        if let DeValue::String(text) = value {
            if !text.trim().is_empty() {
                self.profile.values.insert(name.to_owned(), text.trim().to_owned());
            }
            return;
        }
        let written = self.text.get(span.clone()).unwrap_or_default().to_owned();
        let is_plain = !written.contains(['"', '\n', '\\']);
        let help = match is_plain {
            true => format!("put it in quotation marks: `\"{written}\"`"),
            false => "write one text in quotation marks".to_owned(),
        };
        let message = format!("the value of `{name}` is no text");
        self.add("broken-profile", Severity::Error, span, message, "not in quotation marks", &help);
    }

    fn add(
        &mut self,
        rule: &'static str,
        severity: Severity,
        span: Range<usize>,
        message: String,
        label: &str,
        help: &str,
    ) {
        let is_whole = self.text.get(span.clone()).is_some();
        self.found.push(Diagnostic {
            rule,
            severity,
            path: self.profile.path.clone(),
            span: if is_whole { span } else { 0..0 },
            message,
            label: label.to_owned(),
            help: help.to_owned(),
            also: None,
            fix: None,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Profile, Vec<String>) {
        let variable = |name: &str| Variable {
            name: name.to_owned(),
            label: String::new(),
            note: String::new(),
            example: String::new(),
            span: 0..0,
        };
        let (profile, found) =
            read_profile("centre.toml", text, &[variable("centre.name"), variable("limit.review")]);
        let short = |finding: &Diagnostic| {
            let at = Lines::new(text).position(finding.span.start);
            format!("{} {}:{} {} | {}", finding.rule, at.line, at.column, finding.message, finding.help)
        };
        (profile, found.iter().map(short).collect())
    }

    #[test]
    fn a_profile_gives_texts() {
        let (profile, found) = read("[centre]\nname = \"  Né \\\"C\\\" \"\n\n[limit]\nreview = ''\n");
        assert_eq!(found, Vec::<String>::new());
        assert_eq!(profile.values, [("centre.name".to_owned(), "Né \"C\"".to_owned())].into());
        assert_eq!(profile.places["limit.review"], 5);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        for (text, expected) in [
            (
                "[limit]\nreview = 12\n",
                "broken-profile 2:10 the value of `limit.review` is no text | put it in quotation marks: `\"12\"`",
            ),
            (
                "[limit]\nreview = [\"a\"]\n",
                "broken-profile 2:10 the value of `limit.review` is no text | write one text in quotation marks",
            ),
            ("name = \"N\"\n", "broken-profile 1:1 `name` stands in no group | "),
            (
                "[centre]\nnam = \"N\"\n",
                "unknown-variable 2:1 no template knows `centre.nam` | write `name` below `[centre]` if that was meant",
            ),
            ("[centre]\nfax = \"N\"\n", "unknown-variable 2:1 no template knows `centre.fax` | remove it"),
            ("[centre]\nname = N\n", "broken-profile 2:"),
            ("[centre\n", "broken-profile 1:"),
        ] {
            let (_, found) = read(text);
            assert!(found.len() == 1 && found[0].starts_with(expected), "{text}: {found:#?}");
        }
    }
}
