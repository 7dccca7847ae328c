//! Templates in the book: the document with its gaps in sight, and above it the form that fills them.

use base64::Engine as _;
use compendium_authoring::page::{Page, Template, Variable};
use compendium_formats::page_data::{self, Field};

use crate::document::{self, Book};
use crate::html::escape;
use crate::messages::Messages;
use crate::splice::Splice;

/// Stands where the form goes, until mdBook is done: paper has no use for a form.
pub const PLACEHOLDER: &str = "<div data-compendium-form=\"here\"></div>";

/// Opens what stands above a document or a timetable: on paper that stands alone, but in the whole book.
pub const HEAD: &str = "<div class=\"template-head\">";

/// The variables of a book; where two lists explain one, the first.
pub fn variables(pages: &[Page]) -> Vec<Variable> {
    let mut found: Vec<Variable> = Vec::new();
    for variable in pages.iter().flat_map(|page| &page.variables) {
        if !found.iter().any(|own| own.name == variable.name) {
            found.push(variable.clone());
        }
    }
    found
}

/// The Markdown of a document, its title first.
pub fn section<'t>(page: &Page, template: &Template, text: &'t str) -> &'t str {
    &text[page.headings[template.heading].section.clone()]
}

/// Marks the document and its gaps in the text of a page.
pub fn mark(page: &Page, template: &Template, variables: &[Variable], has_form: bool, splice: &mut Splice) {
    let section = page.headings[template.heading].section.clone();
    if let Some(title) = page.headings.first().filter(|title| title.span.start < section.start) {
        splice.wrap(title.span.start..section.start, format!("{HEAD}\n\n"), "\n\n</div>\n\n");
    }
    if has_form {
        splice.insert(section.start, format!("{PLACEHOLDER}\n\n"));
    }
    splice.wrap(section, "<section class=\"document\">\n\n", "\n\n</section>\n\n");
    for used in &template.uses {
        if let Some(variable) = variables.iter().find(|variable| variable.name == used.name) {
            let label = inert(&variable.label);
            let slot = format!("<span class=\"slot\" data-slot=\"{}\">&#91;{label}&#93;</span>", used.name);
            splice.replace(used.span.clone(), slot);
        }
    }
}

/// The form's place and data.
pub fn mount(page: &Page, template: &Template, text: &str, book: &Book<'_>, messages: &Messages) -> String {
    let document = document::read(section(page, template, text), book);
    let uses = |variable: &&Variable| document.slots.iter().any(|slot| slot.name == variable.name);
    let field = |variable: &Variable| Field {
        name: variable.name.clone(),
        label: variable.label.clone(),
        note: variable.note.clone(),
        example: variable.example.clone(),
    };
    let fields = book.variables.iter().filter(uses).map(field).collect();
    let data = page_data::Template { file_name: file_name(page).to_owned(), fields, document };
    format!(
        "<div class=\"quiz-mount\" data-program=\"template\"><div class=\"quiz-static\"><p class=\"small muted\">{words} \
         <code>compendium fill {name}</code></p></div><script type=\"application/octet-stream\">{data}</script></div>",
        words = escape(&messages.text("book-template-form")),
        name = escape(file_name(page)),
        data = base64::engine::general_purpose::STANDARD.encode(page_data::write_template(&data)),
    )
}

/// `templates/house-rules.md` → `house-rules`.
pub fn file_name(page: &Page) -> &str {
    let name = page.path.rsplit('/').next().unwrap_or(&page.path);
    name.strip_suffix(".md").unwrap_or(name)
}

/// Text that means nothing to Markdown, in a table neither.
fn inert(text: &str) -> String {
    let mut out = String::new();
    for found in text.chars() {
        match found {
            found if found.is_ascii_punctuation() => out.push_str(&format!("&#{};", found as u32)),
            found => out.push(found),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use compendium_authoring::read_page;

    const TEXT: &str = "# House rules {#rules .template}\n\nWhat it settles.\n\n\
        ## Rules of {{ centre.name }} {#rules-text .fill}\n\n**{{ centre.name }}** closes by {{ limit.hour }}.\n\n\
        | Who | When |\n|---|---|\n| {{ centre.name }} | |\n\n\
        ## Names {#names .variables}\n\n`centre.name`\n: Name | \\*of\\* the centre; in full. Example: NFC\n\n\
        `limit.hour`\n: Hour. Example: noon\n\n`limit.other`\n: Other. Example: x\n";

    #[test]
    fn the_document_is_marked_and_its_gaps_are_named() {
        let (page, _) = read_page("rules.md", TEXT);
        let template = page.template.clone().unwrap();
        let mut splice = Splice::default();
        mark(&page, &template, &variables(std::slice::from_ref(&page)), true, &mut splice);
        let marked = splice.apply(TEXT);
        let order = [
            HEAD,
            "# House rules",
            "</div>",
            PLACEHOLDER,
            "<section class=\"document\">",
            "## Rules of <span",
            "</section>",
            "## Names",
        ];
        let places: Vec<usize> =
            order.iter().map(|part| marked.find(part).unwrap_or_else(|| panic!("{part}\n{marked}"))).collect();
        assert!(places.is_sorted(), "{marked}");
        let slot =
            "<span class=\"slot\" data-slot=\"centre.name\">&#91;Name &#124; &#42;of&#42; the centre&#93;</span>";
        assert_eq!(marked.matches(slot).count(), 3, "{marked}");
        assert!(!marked.contains("{{"));
    }

    #[test]
    fn the_form_asks_for_what_the_document_uses() {
        let (page, _) = read_page("a/rules.md", TEXT);
        let template = page.template.clone().unwrap();
        let variables = variables(std::slice::from_ref(&page));
        let book = Book { language: "en", rtl: false, variables: &variables };
        let html = mount(&page, &template, TEXT, &book, &Messages::for_language("en"));
        let data = html.split("octet-stream\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap();
        let data = base64::engine::general_purpose::STANDARD.decode(data).unwrap();
        let data = page_data::read_template(&data).unwrap();
        assert_eq!(data.file_name, "rules");
        let fields: Vec<&str> = data.fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(fields, ["centre.name", "limit.hour"]);
        assert_eq!((data.fields[0].note.as_str(), data.fields[0].example.as_str()), ("in full.", "NFC"));
        assert_eq!(data.document.plain_title(), "Rules of [Name | *of* the centre]");
    }
}
