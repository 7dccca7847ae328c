use compendium_authoring::{lines::Lines, *};
fn main() {
    let src = std::env::args().nth(1).unwrap();
    let mut files = vec![];
    walk(std::path::Path::new(&src), &mut files);
    files.sort();
    let mut pages = vec![];
    let mut found = vec![];
    let mut texts = std::collections::HashMap::new();
    for f in &files {
        let t = std::fs::read_to_string(f).unwrap();
        let rel = f.strip_prefix(&src).unwrap().to_str().unwrap().to_string();
        let (p, d) = read_page(&rel, &t);
        pages.push(p);
        found.extend(d);
        texts.insert(rel, t);
    }
    let root = src.clone();
    found.extend(check_book(&pages, &move |p: &str| std::path::Path::new(&root).join(p).exists()));
    Diagnostic::sort(&mut found);
    for d in &found {
        let l = Lines::new(&texts[&d.path]).position(d.span.start);
        println!(
            "{}:{}:{} {:?} {}: {} [{}] -> {} {:?}",
            d.path,
            l.line,
            l.column,
            d.severity,
            d.rule,
            d.message,
            d.label,
            d.help,
            d.fix.as_ref().map(|f| &f.replacement)
        );
        if std::env::var("V").is_ok() {
            println!("      {:?}", &texts[&d.path][d.span.clone()]);
        }
    }
    let mut c = std::collections::BTreeMap::new();
    for d in &found {
        *c.entry(d.rule).or_insert(0) += 1;
    }
    eprintln!("{c:?}");
}
fn walk(d: &std::path::Path, o: &mut Vec<std::path::PathBuf>) {
    for e in std::fs::read_dir(d).unwrap() {
        let p = e.unwrap().path();
        if p.is_dir() {
            walk(&p, o)
        } else if p.extension().is_some_and(|e| e == "md") {
            o.push(p)
        }
    }
}
