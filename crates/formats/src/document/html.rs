//! A document as a web page that stands alone: it holds its own style, runs and loads nothing, and prints on A4.

use super::{Block, Content, Document, Run, push_escaped};

const STYLE: &str = "\
@page{size:A4;margin:20mm 22mm 22mm;@bottom-center{content:counter(page) \" / \" counter(pages);font:9pt sans-serif}}\
*{box-sizing:border-box}\
body{margin:0;color:#111;background:#fff;font:11pt/1.5 \"Segoe UI\",Roboto,\"Noto Sans\",\"Noto Naskh Arabic\",Arial,sans-serif}\
main{max-width:44rem;margin:0 auto;padding:2rem 1.2rem 3rem;overflow-wrap:break-word}\
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.4em 0 .4em;break-after:avoid}\
h1{font-size:20pt;margin-top:0}h2{font-size:14pt}h3{font-size:12pt}h4,h5,h6{font-size:11pt}\
p{margin:0 0 .7em}ol,ul{margin:0 0 .7em;padding-inline-start:2em}li{margin:.2em 0}li>p{margin:0 0 .3em}\
table{width:100%;border-collapse:collapse;margin:.6em 0 1.1em;font-size:10pt}\
th,td{border:1px solid #777;padding:.35em .6em;text-align:start;vertical-align:top;height:2.2em}th{background:#eee}\
thead{display:table-header-group}tr{break-inside:avoid}p,li{orphans:3;widows:3}\
mark{background:#fff2b3;color:inherit}\
@media print{body{font-size:10.5pt}main{max-width:none;padding:0 1px}}";

pub fn write(document: &Document) -> String {
    let mut out = String::from("<!DOCTYPE html>\n<html lang=\"");
    push_escaped(&mut out, &document.language);
    out.push_str("\" dir=\"");
    out.push_str(if document.rtl { "rtl" } else { "ltr" });
    out.push_str(
        "\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
    );
    push_escaped(&mut out, &document.plain_title());
    out.push_str("</title>\n<style>");
    out.push_str(STYLE);
    out.push_str("</style>\n</head>\n<body>\n<main>\n");
    line(&mut out, document, "h1", &document.title);
    document.blocks.iter().for_each(|block| push_block(&mut out, document, block));
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

fn push_block(out: &mut String, document: &Document, block: &Block) {
    match block {
        Block::Heading { level, runs } => {
            const NAMES: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];
            line(out, document, NAMES[usize::from(level.saturating_sub(1)).min(NAMES.len() - 1)], runs);
        }
        Block::Paragraph(runs) => line(out, document, "p", runs),
        Block::List { start, items } => push_list(out, document, *start, items),
        Block::Table { head, rows } => {
            out.push_str("<table>\n");
            if head.iter().any(|cell| !cell.is_empty()) {
                out.push_str("<thead>\n");
                push_row(out, document, "th", head);
                out.push_str("</thead>\n");
            }
            out.push_str("<tbody>\n");
            rows.iter().for_each(|row| push_row(out, document, "td", row));
            out.push_str("</tbody>\n</table>\n");
        }
    }
}

fn push_list(out: &mut String, document: &Document, start: Option<u32>, items: &[Vec<Block>]) {
    match start {
        None => out.push_str("<ul>\n"),
        Some(1) => out.push_str("<ol>\n"),
        Some(first) => {
            out.push_str("<ol start=\"");
            out.push_str(&first.to_string());
            out.push_str("\">\n");
        }
    }
    for item in items {
        out.push_str("<li>");
        // A line alone, or above points of its own, is no paragraph.
        let rest = match item.split_first() {
            Some((Block::Paragraph(runs), rest)) if !matches!(rest.first(), Some(Block::Paragraph(_))) => {
                push_runs(out, document, runs);
                rest
            }
            _ => item.as_slice(),
        };
        if !rest.is_empty() {
            out.push('\n');
        }
        rest.iter().for_each(|block| push_block(out, document, block));
        out.push_str("</li>\n");
    }
    out.push_str(if start.is_some() { "</ol>\n" } else { "</ul>\n" });
}

fn push_row(out: &mut String, document: &Document, name: &str, cells: &[Vec<Run>]) {
    out.push_str("<tr>");
    for cell in cells {
        // A corner that heads nothing is no heading.
        element(out, document, if cell.is_empty() { "td" } else { name }, cell);
    }
    out.push_str("</tr>\n");
}

fn line(out: &mut String, document: &Document, name: &str, runs: &[Run]) {
    element(out, document, name, runs);
    out.push('\n');
}

fn element(out: &mut String, document: &Document, name: &str, runs: &[Run]) {
    tag(out, "<", name);
    push_runs(out, document, runs);
    tag(out, "</", name);
}

fn tag(out: &mut String, open: &str, name: &str) {
    out.push_str(open);
    out.push_str(name);
    out.push('>');
}

fn push_runs(out: &mut String, document: &Document, runs: &[Run]) {
    for run in runs {
        let looks = [
            ("b", run.bold),
            ("i", run.italic),
            // Marked, so that nobody signs it unseen.
            ("mark", matches!(run.content, Content::Slot(_))),
        ];
        looks.iter().filter(|(_, is_on)| *is_on).for_each(|(name, _)| tag(out, "<", name));
        for (at, part) in document.text_of(run).split('\n').enumerate() {
            if at > 0 {
                out.push_str("<br>");
            }
            push_escaped(out, part);
        }
        looks.iter().rev().filter(|(_, is_on)| *is_on).for_each(|(name, _)| tag(out, "</", name));
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::sample;
    use super::*;

    #[test]
    fn writes_one_of_everything() {
        let html = write(&sample().filled(&|name| (name == "centre.name").then(|| "<N> \"F\" C".to_owned())));
        for part in [
            "<html lang=\"en\" dir=\"ltr\">",
            "<title>Rules of &lt;N&gt; &quot;F&quot; C</title>",
            "<h1>Rules of &lt;N&gt; &quot;F&quot; C</h1>",
            "<h2>1 Purpose</h2>",
            "<p><b>Number: </b><b><i>[number]</i></b>. For <b>&lt;N&gt; &quot;F&quot; C</b> &amp; &lt;others&gt;<br>in two lines</p>",
            "<ol>\n<li>one</li>\n<li>two, with points:\n<ul>\n<li>first point</li>\n",
            "<ol start=\"4\">\n<li>four</li>",
            "<th>When | how</th>",
            "<td><mark>[Time for a review]</mark></td>",
            "<tr><td></td><td></td></tr>",
        ] {
            assert!(html.contains(part), "{part} is not in\n{html}");
        }
        assert!(!html.contains("http://") && !html.contains("https://") && !html.contains("<script"));
        assert!(write(&Document { rtl: true, ..sample() }).contains("dir=\"rtl\""));
    }
}
