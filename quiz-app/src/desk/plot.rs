//! How sure the learner was against how often they were right, as a drawing with a text alternative.

use compendium_core::calibration::Band;
use compendium_core::response::Confidence;

use crate::messages::{t, t_with};

const LEFT: u32 = 60;
const WIDTH: u32 = 340;
const TOP: u32 = 30;
const HEIGHT: u32 = 250;

pub fn plot(bands: &[Band; 3]) -> String {
    let mut svg = String::from("<svg viewBox=\"0 0 440 330\" role=\"img\" aria-labelledby=\"cal-t cal-d\">");
    element(&mut svg, "title", "id=\"cal-t\"", &t("desk-calibration-title"));
    let told = bands.iter().filter(|band| band.answers > 0).map(|band| {
        let name = name(band.confidence);
        t_with(
            "desk-calibration-band",
            &[("sure", name.as_str().into()), ("share", share(band).into()), ("n", band.answers.into())],
        )
    });
    element(&mut svg, "desc", "id=\"cal-d\"", &told.collect::<Vec<_>>().join(" "));
    for quarter in 0..=4_u32 {
        let y = height(quarter * 25).to_string();
        svg.push_str(&["<path d=\"M60 ", &y, "H400\" stroke=\"var(--cp-line)\"/>"].concat());
        let place = ["x=\"50\" y=\"", &y, "\" dy=\"5\" text-anchor=\"end\" ", SMALL].concat();
        element(&mut svg, "text", &place, &t_with("desk-per-cent", &[("n", (quarter * 25).into())]));
    }
    svg.push_str(
        "<path d=\"M60 280L400 30\" stroke=\"var(--cp-edge)\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\"/>",
    );
    for band in bands.iter().filter(|band| band.answers > 0) {
        let x = (LEFT + WIDTH * expected(band.confidence) / 100).to_string();
        let y = height(share(band));
        // The words stand below the mark, or above it at the foot of the drawing.
        let words = if y > 220 { y - 34 } else { y + 26 };
        let at = |y: u32| ["x=\"", &x, "\" y=\"", &y.to_string(), "\" text-anchor=\"middle\" "].concat();
        svg.push_str(
            &["<circle cx=\"", &x, "\" cy=\"", &y.to_string(), "\" r=\"9\" fill=\"var(--cp-s1)\"/>"].concat(),
        );
        element(
            &mut svg,
            "text",
            &[&at(words), "font-size=\"13.5\" font-weight=\"600\""].concat(),
            &name(band.confidence),
        );
        let count = t_with("desk-calibration-count", &[("share", share(band).into()), ("n", band.answers.into())]);
        element(&mut svg, "text", &[&at(words + 16), SMALL].concat(), &count);
    }
    let axis = ["x=\"230\" y=\"316\" text-anchor=\"middle\" ", SMALL].concat();
    element(&mut svg, "text", &axis, &t("desk-calibration-axis"));
    svg.push_str("</svg>");
    svg
}

const SMALL: &str = "font-size=\"13\" style=\"fill:var(--cp-ink-2)\"";

/// How often answers of this confidence would be right, in per cent, if the learner knew what they know.
fn expected(confidence: Confidence) -> u32 {
    match confidence {
        Confidence::Guess => 33,
        Confidence::FairlySure => 70,
        Confidence::Sure => 95,
    }
}

fn share(band: &Band) -> u32 {
    band.right * 100 / band.answers.max(1)
}

fn height(share: u32) -> u32 {
    TOP + HEIGHT - HEIGHT * share / 100
}

fn name(confidence: Confidence) -> String {
    match confidence {
        Confidence::Guess => t("app-guess"),
        Confidence::FairlySure => t("app-fairly-sure"),
        Confidence::Sure => t("app-sure"),
    }
}

fn element(out: &mut String, name: &str, attributes: &str, text: &str) {
    out.push_str(&["<", name, " ", attributes, ">"].concat());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            c => out.push(c),
        }
    }
    out.push_str(&["</", name, ">"].concat());
}
