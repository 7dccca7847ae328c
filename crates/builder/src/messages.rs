//! Every word of the frame and of the app, from Fluent files.
//!
//! Natively (frame, static questions) `fluent-bundle` formats them. For the page they are compiled into one small
//! script, with plurals left to the browser's `Intl.PluralRules`: the app holds no language.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use compendium_formats::timetable::Words;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use serde_json::{Value, json};

/// Language, then the files of the quiz program, of the frame, of the built pages, of *My progress*, of templates,
/// of timetables, and of presenting.
const SOURCES: [(&str, [&str; 7]); 2] = [
    (
        "en",
        [
            include_str!("../i18n/en/app.ftl"),
            include_str!("../i18n/en/frame.ftl"),
            include_str!("../i18n/en/book.ftl"),
            include_str!("../i18n/en/desk.ftl"),
            include_str!("../i18n/en/fill.ftl"),
            include_str!("../i18n/en/plan.ftl"),
            include_str!("../i18n/en/present.ftl"),
        ],
    ),
    (
        "fr",
        [
            include_str!("../i18n/fr/app.ftl"),
            include_str!("../i18n/fr/frame.ftl"),
            include_str!("../i18n/fr/book.ftl"),
            include_str!("../i18n/fr/desk.ftl"),
            include_str!("../i18n/fr/fill.ftl"),
            include_str!("../i18n/fr/plan.ftl"),
            include_str!("../i18n/fr/present.ftl"),
        ],
    ),
];

/// The interpreter of the compiled messages; `/*LANG*/` and `/*MESSAGES*/` are filled in.
const SCRIPT: &str = include_str!("../theme/messages.js");

/// The words of one language.
pub struct Messages {
    pub language: String,
    bundle: FluentBundle<FluentResource>,
}

impl Messages {
    /// The words for `language` (`fr`, `fr-CI`); a language that we do not have yet speaks English, and
    /// [`Messages::language`] says so.
    pub fn for_language(language: &str) -> Messages {
        let short = language.split('-').next().unwrap_or(language);
        let (language, files) = SOURCES.iter().find(|(own, _)| *own == short).unwrap_or(&SOURCES[0]);
        let locale = language.parse().expect("a language of SOURCES is well formed");
        let mut bundle = FluentBundle::new(vec![locale]);
        // Isolation marks around values are for mixed directions; in attributes and titles they would show.
        bundle.set_use_isolating(false);
        for file in files {
            let resource = FluentResource::try_new((*file).to_owned()).expect("the tests parse every file");
            bundle.add_resource(resource).expect("the tests hold that keys are unique");
        }
        Messages { language: (*language).to_owned(), bundle }
    }

    pub fn text(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// With numbers.
    pub fn count(&self, key: &str, numbers: &[(&'static str, usize)]) -> String {
        let mut args = FluentArgs::new();
        for &(name, number) in numbers {
            args.set(name, number);
        }
        self.format(key, Some(&args))
    }

    /// With texts.
    pub fn with(&self, key: &str, texts: &[(&'static str, &str)]) -> String {
        let mut args = FluentArgs::new();
        for &(name, text) in texts {
            args.set(name, text);
        }
        self.format(key, Some(&args))
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, args, &mut errors).into_owned()
    }

    /// The words of the quiz program and their interpreter.
    pub fn quiz_script(&self) -> String {
        self.script(&[0])
    }

    /// Those and the words of *My progress*.
    pub fn desk_script(&self) -> String {
        self.script(&[0, 3])
    }

    /// Those of the quiz program and the words of templates.
    pub fn fill_script(&self) -> String {
        self.script(&[0, 4])
    }

    /// `app/plan-messages.js`: those of the quiz program and the words of timetables.
    pub fn plan_script(&self) -> String {
        self.script(&[0, 5])
    }

    /// `app/present-messages.js`: the words of presenting.
    pub fn present_script(&self) -> String {
        self.script(&[6])
    }

    fn script(&self, places: &[usize]) -> String {
        let (_, files) = SOURCES.iter().find(|(own, _)| *own == self.language).unwrap_or(&SOURCES[0]);
        let compiled: BTreeMap<String, Value> =
            places.iter().flat_map(|&place| compile(files[place]).expect("the tests compile every file")).collect();
        let messages = serde_json::to_string(&compiled).expect("strings serialise");
        SCRIPT.replace("/*LANG*/", &format!("{:?}", self.language)).replace("/*MESSAGES*/", &messages)
    }
}

impl Words for Messages {
    fn text(&self, key: &str, values: &[(&str, compendium_formats::timetable::Value<'_>)]) -> String {
        use compendium_formats::timetable::Value;
        let mut args = FluentArgs::new();
        for (name, value) in values {
            match value {
                Value::Number(number) => args.set(*name, *number),
                Value::Text(text) => args.set(*name, *text),
            }
        }
        self.format(key, Some(&args))
    }
}

/// Compiles the messages of one file:
/// text → string; otherwise a list of strings, `{"v": name}` and `{"s": name, "c": {variant: …}, "d": default}`.
/// The error names a message that uses more of Fluent than the interpreter knows.
fn compile(source: &str) -> Result<Vec<(String, Value)>, String> {
    let resource = fluent_syntax::parser::parse(source).map_err(|(_, errors)| {
        errors.iter().map(|error| format!("{error} at {:?}; ", error.pos)).collect::<String>()
    })?;
    let mut messages = Vec::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let key = message.id.name.to_owned();
                let error = |problem: &str| format!("{key}: {problem}");
                if !message.attributes.is_empty() {
                    return Err(error("attributes are not compiled"));
                }
                let pattern = message.value.as_ref().ok_or_else(|| error("has no text"))?;
                let value = compile_pattern(pattern).map_err(|problem| error(&problem))?;
                messages.push((key, value));
            }
            Entry::Term(term) => {
                return Err(format!("-{}: terms are not compiled", term.id.name));
            }
            _ => {}
        }
    }
    Ok(messages)
}

fn compile_pattern(pattern: &Pattern<&str>) -> Result<Value, String> {
    let mut parts: Vec<Value> = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => parts.push(json!(value)),
            PatternElement::Placeable { expression } => parts.push(compile_expression(expression)?),
        }
    }
    // Lines of one text arrive as separate elements.
    let mut merged: Vec<Value> = Vec::new();
    for part in parts {
        match (merged.last_mut(), part) {
            (Some(Value::String(before)), Value::String(text)) => before.push_str(&text),
            (_, part) => merged.push(part),
        }
    }
    Ok(match merged.as_slice() {
        [Value::String(text)] => json!(text),
        _ => Value::Array(merged),
    })
}

fn compile_expression(expression: &Expression<&str>) -> Result<Value, String> {
    match expression {
        Expression::Inline(InlineExpression::VariableReference { id }) => Ok(json!({ "v": id.name })),
        Expression::Inline(InlineExpression::StringLiteral { value }) => Ok(json!(value)),
        Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
            let mut compiled = serde_json::Map::new();
            let mut default = "other";
            for variant in variants {
                let key = match variant.key {
                    VariantKey::Identifier { name } => name,
                    VariantKey::NumberLiteral { value } => value,
                };
                if variant.default {
                    default = key;
                }
                compiled.insert(key.to_owned(), compile_pattern(&variant.value)?);
            }
            Ok(json!({ "s": id.name, "c": compiled, "d": default }))
        }
        other => {
            let mut problem = String::from("only text, variables and selections on a variable are compiled, not ");
            let _ = write!(problem, "{other:?}");
            Err(problem)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    fn keys(source: &str) -> BTreeSet<String> {
        compile(source).unwrap_or_else(|e| panic!("{e}")).into_iter().map(|(k, _)| k).collect()
    }

    /// Variables of a compiled message: a translation must use the same.
    fn variables(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Array(parts) => parts.iter().for_each(|part| variables(part, found)),
            Value::Object(map) => {
                for name in ["v", "s"].iter().filter_map(|key| map.get(*key)).filter_map(Value::as_str) {
                    found.insert(name.to_owned());
                }
                if let Some(Value::Object(variants)) = map.get("c") {
                    variants.values().for_each(|variant| variables(variant, found));
                }
            }
            _ => {}
        }
    }

    #[test]
    fn every_language_has_the_same_messages_with_the_same_variables() {
        let by_key = |files: &[&str; 7]| -> BTreeMap<String, BTreeSet<String>> {
            let compiled = files.iter().flat_map(|file| compile(file).unwrap_or_else(|e| panic!("{e:?}")));
            compiled
                .map(|(key, value)| {
                    let mut found = BTreeSet::new();
                    variables(&value, &mut found);
                    (key, found)
                })
                .collect()
        };
        let english = by_key(&SOURCES[0].1);
        for (language, files) in &SOURCES[1..] {
            let other = by_key(files);
            let missing: Vec<_> = english.keys().filter(|key| !other.contains_key(*key)).collect();
            let extra: Vec<_> = other.keys().filter(|key| !english.contains_key(*key)).collect();
            assert!(missing.is_empty() && extra.is_empty(), "{language}: missing {missing:?}, extra {extra:?}");
            for (key, expected) in &english {
                assert_eq!(&other[key], expected, "{language}: variables of {key}");
            }
        }
    }

    #[test]
    fn no_key_stands_twice() {
        for (language, files) in &SOURCES {
            let mut seen = BTreeSet::new();
            for key in files.iter().flat_map(|file| keys(file)) {
                assert!(seen.insert(key.clone()), "{language}: {key} stands in two files");
            }
        }
    }

    /// Every message is used by the sources that may use it, and every message that they name exists.
    #[test]
    fn every_message_is_used_and_every_used_message_exists() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for (place, folders) in [
            (0, vec![root.join("quiz-app/src"), root.join("crates/bundle/assets")]),
            (1, vec![root.join("crates/builder/src"), root.join("crates/builder/theme")]),
            (2, vec![root.join("crates/builder/src")]),
            (3, vec![root.join("quiz-app/src/desk")]),
            (4, vec![root.join("quiz-app/src/fill")]),
            (
                5,
                vec![
                    root.join("crates/formats/src/timetable"),
                    root.join("crates/formats/src/timetable.rs"),
                    root.join("crates/builder/src"),
                    root.join("quiz-app/src/plan"),
                ],
            ),
            (6, vec![root.join("crates/builder/theme/present")]),
        ] {
            let mut sources = String::new();
            folders.iter().for_each(|folder| read_all(folder, &mut sources));
            let keys = keys(SOURCES[0].1[place]);
            let unused: Vec<_> = keys.iter().filter(|key| !sources.contains(&format!("\"{key}\""))).collect();
            assert!(unused.is_empty(), "unused messages: {unused:?}");
            let prefix: BTreeSet<&str> = keys.iter().filter_map(|key| key.split('-').next()).collect();
            let named = literals(&sources).filter(|text| {
                text.split_once('-').is_some_and(|(first, _)| prefix.contains(first))
                    && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            });
            let calls: BTreeSet<&str> = named.filter(|text| is_called(&sources, text)).collect();
            let missing: Vec<_> = calls.into_iter().filter(|key| !keys.contains(*key)).collect();
            assert!(missing.is_empty(), "messages that no file holds: {missing:?}");
        }
    }

    fn literals(source: &str) -> impl Iterator<Item = &str> {
        source.split('"').skip(1)
    }

    /// `t("key"`, `t_with("key"`, `text("key"`, `count("key"`, `with("key"`.
    fn is_called(sources: &str, key: &str) -> bool {
        ["t(", "t_with(", "say(", "say_n(", "say_with(", "text(", "count(", "with("]
            .iter()
            .any(|call| sources.contains(&format!("{call}\"{key}\"")))
    }

    fn read_all(folder: &Path, out: &mut String) {
        if folder.is_file() {
            return out.push_str(&std::fs::read_to_string(folder).unwrap());
        }
        let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
        for entry in entries {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read_all(&path, out);
            } else if path.extension().is_some_and(|ext| ext == "rs" || ext == "js") {
                out.push_str(&std::fs::read_to_string(&path).unwrap());
            }
        }
    }

    #[test]
    fn compiles_plurals_and_several_lines() {
        let source = "a = plain\n    text\nb = { $n ->\n    [0] none\n    [one] one of { $m }\n   *[other] { $n } of { $m }\n }\n";
        let compiled: BTreeMap<String, Value> = compile(source).unwrap().into_iter().collect();
        assert_eq!(compiled["a"], json!("plain\ntext"));
        assert_eq!(
            compiled["b"],
            json!([{ "s": "n", "d": "other", "c": {
                "0": "none", "one": ["one of ", {"v": "m"}], "other": [{"v": "n"}, " of ", {"v": "m"}]
            } }])
        );
        assert!(compile("a = { NUMBER($n) }\n").is_err());
    }

    #[test]
    fn a_language_we_do_not_have_speaks_english() {
        assert_eq!(Messages::for_language("ar").language, "en");
        assert_eq!(Messages::for_language("fr-CI").language, "fr");
        assert!(!Messages::for_language("fr").desk_script().contains("/*"));
        assert!(!Messages::for_language("fr").fill_script().contains("/*"));
        assert!(!Messages::for_language("fr").plan_script().contains("/*"));
    }
}
