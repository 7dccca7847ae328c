//! The files for word processors, taken apart again: a whole archive, parts that are XML, references that lead somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use compendium_formats::document::{Block, Content, Document, Run, Slot, docx};
use roxmltree::{Document as Xml, Node};
use zip::ZipArchive;

fn text(words: &str) -> Run {
    Run { content: Content::Text(words.to_owned()), bold: false, italic: false }
}

fn item(words: &str) -> Vec<Block> {
    vec![Block::Paragraph(vec![text(words)])]
}

fn sample(language: &str, rtl: bool) -> Document {
    let slot = Run { content: Content::Slot(0), bold: true, italic: false };
    let mut nesting = item("two");
    nesting.push(Block::List { start: None, items: vec![item("point")] });
    nesting.push(Block::Paragraph(vec![text("below the points")]));
    Document {
        title: vec![text("Rules & <duties> of "), slot.clone()],
        language: language.to_owned(),
        rtl,
        slots: vec![Slot { name: "centre.name".into(), label: "Full name".into() }],
        blocks: vec![
            Block::Heading { level: 1, runs: vec![text("Purpose")] },
            Block::Heading { level: 9, runs: vec![text("Deep")] },
            Block::Paragraph(vec![text("first line\nsecond line \u{1}\u{b}"), slot]),
            Block::List { start: Some(1), items: vec![item("one"), nesting] },
            Block::List { start: Some(7), items: vec![item("seven"), vec![]] },
            Block::Table {
                head: vec![vec![text("What")], vec![text("When")]],
                rows: vec![vec![vec![text("الباب 3")], vec![]], vec![vec![text("one cell alone")]]],
            },
            Block::Table { head: vec![vec![], vec![]], rows: vec![] },
        ],
    }
}

fn parts(file: &[u8]) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(file)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    names
        .into_iter()
        .map(|name| {
            let mut content = String::new();
            archive.by_name(&name).unwrap().read_to_string(&mut content).unwrap();
            (name, content)
        })
        .collect()
}

fn values<'x>(xml: &'x Xml<'_>, element: &str, attribute: &str) -> Vec<&'x str> {
    let is_own = |node: &Node<'_, '_>| node.tag_name().name() == element;
    let value = |node: Node<'x, '_>| node.attributes().find(|own| own.name() == attribute).map(|own| own.value());
    xml.descendants().filter(is_own).filter_map(value).collect()
}

#[test]
fn parts_are_xml_and_hold_together() {
    for (language, rtl) in [("en", false), ("ar", true)] {
        let parts = parts(&docx::write(&sample(language, rtl)));
        let xml: BTreeMap<&str, Xml<'_>> = parts
            .iter()
            .map(|(name, text)| (name.as_str(), Xml::parse(text).unwrap_or_else(|e| panic!("{name}: {e}"))))
            .collect();

        // Every part has a type, and every type has a part.
        let types = &xml["[Content_Types].xml"];
        let typed: BTreeSet<&str> = values(types, "Override", "PartName").into_iter().collect();
        for name in parts.keys().filter(|name| !name.ends_with(".rels") && *name != "[Content_Types].xml") {
            assert!(typed.contains(format!("/{name}").as_str()), "{name} has no type");
        }
        assert!(typed.iter().all(|name| parts.contains_key(&name[1..])), "{typed:?}");

        // Every relationship leads to a part, and every reference to a relationship.
        let targets = |name: &str, folder: &str| -> Vec<String> {
            values(&xml[name], "Relationship", "Target")
                .into_iter()
                .map(|target| format!("{folder}{target}"))
                .collect()
        };
        for target in targets("_rels/.rels", "").into_iter().chain(targets("word/_rels/document.xml.rels", "word/"))
        {
            assert!(parts.contains_key(&target), "{target} is missing");
        }
        let document = &xml["word/document.xml"];
        let ids = values(&xml["word/_rels/document.xml.rels"], "Relationship", "Id");
        assert!(values(document, "footerReference", "id").iter().all(|id| ids.contains(id)));

        // Styles and numbers in use exist; each list has a number of its own.
        let styles = values(&xml["word/styles.xml"], "style", "styleId");
        for used in values(document, "pStyle", "val").into_iter().chain(values(document, "tblStyle", "val")) {
            assert!(styles.contains(&used), "there is no style {used}");
        }
        let numbers = values(&xml["word/numbering.xml"], "num", "numId");
        let used: BTreeSet<&str> = values(document, "numId", "val").into_iter().collect();
        assert_eq!(numbers, ["1", "2", "3"]);
        assert!(used.iter().all(|number| numbers.contains(number)), "{used:?}");
        let kinds = values(&xml["word/numbering.xml"], "abstractNum", "abstractNumId");
        assert!(values(&xml["word/numbering.xml"], "num", "abstractNumId").iter().all(|kind| kinds.contains(kind)));
        assert!(values(&xml["word/numbering.xml"], "startOverride", "val").contains(&"7"));

        // A row has a cell for each column.
        for table in document.descendants().filter(|node| node.tag_name().name() == "tbl") {
            let count = |node: Node<'_, '_>, name: &str| {
                node.descendants().filter(|own| own.tag_name().name() == name).count()
            };
            let columns = count(table, "gridCol");
            for row in table.children().filter(|node| node.tag_name().name() == "tr") {
                assert_eq!(count(row, "tc"), columns);
            }
        }
        let is_set = |part: &str, element: &str| {
            !xml[part].descendants().filter(|node| node.tag_name().name() == element).collect::<Vec<_>>().is_empty()
        };
        assert_eq!(is_set("word/styles.xml", "bidi"), rtl);
        assert_eq!(is_set("word/document.xml", "bidiVisual"), rtl);
        assert!(is_set("word/document.xml", "rtl"), "Arabic runs to the left in every document");
        assert_eq!(values(&xml["word/styles.xml"], "lang", "val"), [language]);
    }
}

#[test]
fn the_text_is_in_it() {
    let parts = parts(&docx::write(&sample("en", false).filled(&|_| Some("N & \"F\" <C>".to_owned()))));
    let xml = Xml::parse(&parts["word/document.xml"]).unwrap();
    let words: Vec<&str> =
        xml.descendants().filter(|node| node.tag_name().name() == "t").filter_map(|node| node.text()).collect();
    for part in [
        "Rules & <duties> of ",
        "N & \"F\" <C>",
        "first line",
        "second line ",
        "point",
        "below the points",
        "الباب 3",
    ] {
        assert!(words.contains(&part), "{part:?} is not in {words:?}");
    }
    let core = Xml::parse(&parts["docProps/core.xml"]).unwrap();
    assert!(core.descendants().any(|node| node.text() == Some("Rules & <duties> of N & \"F\" <C>")));
    assert!(!parts["word/document.xml"].contains("highlight"), "nothing is left open");
    let open = docx::write(&sample("en", false));
    assert!(self::parts(&open)["word/document.xml"].contains("[Full name]"));
    assert_eq!(open, docx::write(&sample("en", false)), "the same document makes the same bytes");
}
