//! The looks of paragraphs and tables, and the numbers of lists.

use super::super::{Document, push_escaped};

/// Deeper lists look like the deepest.
pub const LEVELS: usize = 9;
const BULLETS: usize = 0;
const NUMBERS: usize = 1;

/// Of each level of lists, in twentieths of a point.
pub const INDENT: usize = 454;

pub fn styles(document: &Document) -> String {
    let bidi = if document.rtl { "<w:bidi/>" } else { "" };
    let mut language = String::new();
    push_escaped(&mut language, &document.language);
    let mut out = [
        "<w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:eastAsia=\"Calibri\" w:cs=\"Arial\"/>\
         <w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"",
        &language,
        "\" w:bidi=\"",
        &language,
        "\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"264\" w:lineRule=\"auto\"/>\
         </w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/><w:pPr>",
        bidi,
        "</w:pPr></w:style>",
    ]
    .concat();
    // Id, name, what the paragraph is, what its letters are.
    let heading =
        |size: &str| ["<w:b/><w:bCs/><w:sz w:val=\"", size, "\"/><w:szCs w:val=\"", size, "\"/>"].concat();
    let above = |space: &str, level: &str| {
        [
            "<w:keepNext/><w:keepLines/><w:spacing w:before=\"",
            space,
            "\" w:after=\"80\"/><w:outlineLvl w:val=\"",
            level,
            "\"/>",
        ]
        .concat()
    };
    let rows = [
        ("Title", "Title", "<w:keepNext/><w:keepLines/><w:spacing w:after=\"240\"/>".to_owned(), heading("36")),
        ("Heading1", "heading 1", above("320", "0"), heading("28")),
        ("Heading2", "heading 2", above("240", "1"), heading("24")),
        ("Heading3", "heading 3", above("200", "2"), heading("22")),
        ("Heading4", "heading 4", above("160", "3"), heading("22")),
        ("Heading5", "heading 5", above("160", "4"), heading("22")),
        ("ListParagraph", "List Paragraph", "<w:spacing w:after=\"60\"/>".to_owned(), String::new()),
        ("TableText", "Table Text", "<w:spacing w:before=\"40\" w:after=\"40\"/>".to_owned(), String::new()),
        (
            "TableHead",
            "Table Head",
            "<w:keepNext/><w:spacing w:before=\"40\" w:after=\"40\"/>".to_owned(),
            "<w:b/><w:bCs/>".to_owned(),
        ),
        (
            "AfterTable",
            "After Table",
            "<w:spacing w:after=\"60\" w:line=\"120\" w:lineRule=\"exact\"/>".to_owned(),
            String::new(),
        ),
        (
            "Footer",
            "footer",
            "<w:spacing w:after=\"0\"/><w:jc w:val=\"center\"/>".to_owned(),
            "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>".to_owned(),
        ),
    ];
    for (id, name, paragraph, letters) in rows {
        for part in [
            "<w:style w:type=\"paragraph\" w:styleId=\"",
            id,
            "\"><w:name w:val=\"",
            name,
            "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>",
            &paragraph,
            "</w:pPr><w:rPr>",
            &letters,
            "</w:rPr></w:style>",
        ] {
            out.push_str(part);
        }
    }
    out.push_str(
        "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:tblPr><w:tblBorders>",
    );
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        for part in ["<w:", side, " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"777777\"/>"] {
            out.push_str(part);
        }
    }
    out.push_str(
        "</w:tblBorders><w:tblCellMar><w:left w:w=\"108\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar>\
         </w:tblPr></w:style>",
    );
    out
}

/// The two kinds of list, and one number for each list of the document, so that each begins anew.
pub fn numbering(lists: &[(usize, Option<u32>)]) -> String {
    let mut out = String::new();
    for kind in [BULLETS, NUMBERS] {
        for part in [
            "<w:abstractNum w:abstractNumId=\"",
            &kind.to_string(),
            "\"><w:multiLevelType w:val=\"hybridMultilevel\"/>",
        ] {
            out.push_str(part);
        }
        for level in 0..LEVELS {
            let (format, sign) = match kind {
                BULLETS => ("bullet", if level % 2 == 0 { "•".to_owned() } else { "–".to_owned() }),
                _ => ("decimal", ["%", &(level + 1).to_string(), "."].concat()),
            };
            for part in [
                "<w:lvl w:ilvl=\"",
                &level.to_string(),
                "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"",
                format,
                "\"/><w:lvlText w:val=\"",
                &sign,
                "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"",
                &((level + 1) * INDENT).to_string(),
                "\" w:hanging=\"",
                &INDENT.to_string(),
                "\"/></w:pPr></w:lvl>",
            ] {
                out.push_str(part);
            }
        }
        out.push_str("</w:abstractNum>");
    }
    for (place, (level, start)) in lists.iter().enumerate() {
        let kind = if start.is_some() { NUMBERS } else { BULLETS };
        for part in [
            "<w:num w:numId=\"",
            &(place + 1).to_string(),
            "\"><w:abstractNumId w:val=\"",
            &kind.to_string(),
            "\"/>",
        ] {
            out.push_str(part);
        }
        if let Some(first) = start {
            for part in [
                "<w:lvlOverride w:ilvl=\"",
                &level.to_string(),
                "\"><w:startOverride w:val=\"",
                &first.to_string(),
                "\"/></w:lvlOverride>",
            ] {
                out.push_str(part);
            }
        }
        out.push_str("</w:num>");
    }
    out
}
