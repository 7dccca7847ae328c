//! A template of the book, filled in from a profile.
//!
//! ```text
//! Markdown of the document ── Tera, with the values of the profile ──▶ Markdown ── read ──▶ Document
//! ```
//! The page in the browser fills the slots of the same document instead, and gets the same: a property holds it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use compendium_authoring::diagnostic::{Diagnostic, Severity};
use compendium_authoring::page::{Page, Template, Variable};
use compendium_formats::document::{Document, one_line};
use tera::{Context, Tera};

use crate::document::{self, Book};
use crate::project::Project;
use crate::splice::Splice;
use crate::template;

pub use crate::profile::{Profile, read_profile};
pub use crate::template::{file_name, variables};

/// The templates of a book, in the order of their paths.
pub fn templates(project: &Project) -> impl Iterator<Item = (&Page, &Template)> {
    project.pages.iter().filter_map(|page| Some((page, page.template.as_ref()?)))
}

/// How many variables a document uses.
pub fn n_variables(template: &Template) -> usize {
    template.uses.iter().map(|used| used.name.as_str()).collect::<BTreeSet<_>>().len()
}

/// The templates of that name: a file's name without its ending, the id of a page, or a path.
pub fn find<'p>(project: &'p Project, name: &str) -> Vec<(&'p Page, &'p Template)> {
    let file = Path::new(name).canonicalize().ok();
    let is_meant = |page: &Page| {
        let id = page.headings.first().and_then(|title| title.id.as_deref());
        let path = page.path.strip_suffix(".md").unwrap_or(&page.path);
        file_name(page) == name
            || id == Some(name)
            || path == name.strip_suffix(".md").unwrap_or(name)
            || (file.is_some() && project.source_dir.join(&page.path).canonicalize().ok() == file)
    };
    templates(project).filter(|(page, _)| is_meant(page)).collect()
}

/// Names of templates that resemble one that there is not.
pub fn near<'p>(project: &'p Project, name: &str) -> Vec<&'p str> {
    let name = name.strip_suffix(".md").unwrap_or(name).to_lowercase();
    let name = name.rsplit('/').next().unwrap_or(&name);
    let known: Vec<&str> = templates(project).map(|(page, _)| file_name(page)).collect();
    if let Some(meant) = compendium_authoring::nearest(name, known.iter().copied()) {
        return vec![meant];
    }
    let words: Vec<&str> = name.split(['-', '_', ' ']).filter(|word| word.len() > 2).collect();
    let shares_a_word = |own: &&str| own.split('-').any(|part| words.iter().any(|word| part.starts_with(word)));
    known.into_iter().filter(shares_a_word).take(3).collect()
}

/// Fills in a document; or everything that keeps it from being filled in.
pub fn fill(
    project: &Project,
    page: &Page,
    template: &Template,
    profile: &Profile,
) -> Result<Document, Vec<Diagnostic>> {
    let is_own = |finding: &&Diagnostic| finding.path == page.path && finding.severity == Severity::Error;
    let mut found: Vec<Diagnostic> = project.findings.iter().filter(is_own).cloned().collect();
    found.extend(missing(page, template, profile, &variables(&project.pages)));
    if !found.is_empty() {
        Diagnostic::sort(&mut found);
        return Err(found);
    }
    let markdown = rendered(page, template, &project.texts[&page.path], &profile.values).map_err(|error| {
        let title = &page.headings[template.heading];
        let help = "compare the braces of the document with those of the other templates";
        vec![finding("broken-variable", page, title.text.clone(), error, "this document", help.to_owned())]
    })?;
    // What stands in braces now came from the profile, and is text.
    let book = Book { language: project.language(), rtl: project.is_right_to_left(), variables: &[] };
    Ok(document::read(&markdown, &book))
}

/// A profile without values: every variable with its meaning.
pub fn blank_profile(variables: &[Variable]) -> String {
    let mut groups: Vec<(&str, String)> = Vec::new();
    for variable in variables {
        let Some((group, name)) = variable.name.split_once('.') else { continue };
        let place = groups.iter().position(|(own, _)| *own == group).unwrap_or_else(|| {
            groups.push((group, format!("\n[{group}]\n")));
            groups.len() - 1
        });
        let lines = &mut groups[place].1;
        let example = if variable.example.is_empty() { String::new() } else { format!(" ({})", variable.example) };
        let note = if variable.note.is_empty() {
            String::new()
        } else {
            format!("; {}", variable.note.trim_end_matches('.'))
        };
        let _ = writeln!(lines, "# {}{note}{example}\n{name} = \"\"", variable.label);
    }
    groups
        .into_iter()
        .fold("# Names for all templates; in brackets an example.\n".to_owned(), |out, (_, lines)| out + &lines)
}

/// Each variable that has no value, at its first use.
fn missing(page: &Page, template: &Template, profile: &Profile, variables: &[Variable]) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for used in &template.uses {
        let is_known = variables.iter().find(|variable| variable.name == used.name);
        let (Some(variable), Some((group, name))) = (is_known, used.name.split_once('.')) else { continue };
        if profile.values.contains_key(&used.name) || !seen.insert(&used.name) {
            continue;
        }
        let example = toml::Value::String(variable.example.clone());
        let line = match profile.places.get(&used.name) {
            Some(line) => format!("write it in line {line} of {}: `{name} = {example}`", profile.path),
            None => format!("add `{name} = {example}` below `[{group}]` in {}", profile.path),
        };
        let message = format!("the profile does not give `{}`", used.name);
        let label = variable.label.to_lowercase();
        found.push(finding("missing-variable", page, used.span.clone(), message, &label, line));
    }
    found
}

fn finding(
    rule: &'static str,
    page: &Page,
    span: std::ops::Range<usize>,
    message: String,
    label: &str,
    help: String,
) -> Diagnostic {
    Diagnostic {
        rule,
        severity: Severity::Error,
        path: page.path.clone(),
        span,
        message,
        label: label.to_owned(),
        help,
        also: None,
        fix: None,
    }
}

/// The Markdown of a document with its values.
fn rendered(
    page: &Page,
    template: &Template,
    text: &str,
    values: &BTreeMap<String, String>,
) -> Result<String, String> {
    const NAME: &str = "document.md";
    let section = page.headings[template.heading].section.clone();
    // To Tera, `{#` begins a comment.
    let mut splice = Splice::default();
    for heading in page.headings.iter().filter(|heading| section.contains(&heading.span.start)) {
        if let Some(span) = &heading.attribute_span {
            splice.replace(span.start - section.start..span.end - section.start, "");
        }
    }
    let mut groups: BTreeMap<&str, BTreeMap<&str, String>> = BTreeMap::new();
    for (name, value) in values {
        if let Some((group, name)) = name.split_once('.') {
            groups.entry(group).or_default().insert(name, one_line(value));
        }
    }
    let mut tera = Tera::default();
    tera.autoescape_on(vec![NAME]);
    tera.set_escape_fn(literal);
    let source = splice.apply(template::section(page, template, text));
    tera.add_raw_template(NAME, &source)
        .and_then(|()| Context::from_serialize(&groups))
        .and_then(|context| tera.render(NAME, &context))
        .map_err(|error| reasons(&error))
}

/// A value as Markdown that means the value.
fn literal(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for found in value.chars() {
        if found.is_ascii_punctuation() {
            out.push('\\');
        }
        out.push(found);
    }
    out
}

/// An error with its causes, in one line.
fn reasons(error: &tera::Error) -> String {
    let mut out = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        let _ = write!(out, ": {inner}");
        cause = inner.source();
    }
    one_line(&out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use compendium_authoring::read_page;
    use proptest::prelude::*;

    const TEXT: &str = "# Rules {#rules .template}\n\n## Rules of {{ centre.name }} {#text .fill}\n\n\
        {{ centre.name }}\n\n**{{ centre.name }}** *{{ limit.hour }}* ({{ limit.hour }}), \"{{ centre.name }}\".\n\n\
        ### {{ limit.hour }}\n\n1. {{ centre.name }}\n   - {{ limit.hour }}\n\n\
        | {{ centre.name }} | b |\n|---|---|\n| x {{ limit.hour }} y | **{{ centre.name }}** |\n\n\
        ## Names {#names .variables}\n\n`centre.name`\n: Name. Example: NFC\n\n`limit.hour`\n: Hour; at night. Example: noon\n";

    fn page() -> Page {
        read_page("rules.md", TEXT).0
    }

    fn by_tera(values: &BTreeMap<String, String>) -> Document {
        let page = page();
        let markdown = rendered(&page, page.template.as_ref().unwrap(), TEXT, values).unwrap();
        document::read(&markdown, &Book { language: "en", rtl: false, variables: &[] })
    }

    fn by_slots(values: &BTreeMap<String, String>) -> Document {
        let page = page();
        let variables = variables(std::slice::from_ref(&page));
        let book = Book { language: "en", rtl: false, variables: &variables };
        let document = document::read(template::section(&page, page.template.as_ref().unwrap(), TEXT), &book);
        document.filled(&|name| values.get(name).cloned())
    }

    proptest! {
        /// The command line and the page make the same document, whatever the names are.
        #[test]
        fn both_ways_of_filling_agree(
            name in "[ -~é\u{a0}ط\n]{0,12}[a-z][ -~é\u{a0}]{0,8}",
            hour in prop_oneof![Just("- [x] *a* | `b`".to_owned()), Just("1. {{ centre.name }} {#x}".to_owned()), "[ -~]{0,6}[!-~]"],
        ) {
            let values: BTreeMap<String, String> = [("centre.name".to_owned(), name), ("limit.hour".to_owned(), hour)].into();
            let (one, other) = (by_tera(&values), by_slots(&values));
            prop_assert_eq!(one.title, other.title);
            prop_assert_eq!(one.blocks, other.blocks);
        }
    }

    #[test]
    fn a_variable_without_a_value_is_missing_once_and_by_its_place() {
        let page = page();
        let variables = variables(std::slice::from_ref(&page));
        let (profile, _) =
            read_profile("centre.toml", "[centre]\nname = \"N\"\n[limit]\nhour = \" \"\n", &variables);
        let found = missing(&page, page.template.as_ref().unwrap(), &profile, &variables);
        assert_eq!(found.len(), 1);
        assert_eq!(&TEXT[found[0].span.clone()], "{{ limit.hour }}");
        assert_eq!(found[0].help, "write it in line 4 of centre.toml: `hour = \"noon\"`");
        let nothing = Profile { path: "p.toml".to_owned(), ..Profile::default() };
        let found = missing(&page, page.template.as_ref().unwrap(), &nothing, &variables);
        let helps: Vec<&str> = found.iter().map(|finding| finding.help.as_str()).collect();
        assert_eq!(
            helps,
            ["add `name = \"NFC\"` below `[centre]` in p.toml", "add `hour = \"noon\"` below `[limit]` in p.toml"]
        );
    }

    #[test]
    fn a_blank_profile_asks_for_everything_and_gives_nothing() {
        let variables = variables(&[page()]);
        let blank = blank_profile(&variables);
        assert!(blank.contains("\n[limit]\n# Hour; at night (noon)\nhour = \"\"\n"), "{blank}");
        let (profile, found) = read_profile("centre.toml", &blank, &variables);
        assert!(found.is_empty() && profile.values.is_empty(), "{found:?}");
    }
}
