//! Draws the pictures in docs/pictures, each as SVG and PNG, with a page that shows them:
//! `cargo run --example pictures`.

mod case;

use std::fmt::Write as _;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    std::fs::create_dir_all(&folder)?;
    let mut page = String::from(
        "# Pictures\n\nWhat the bot draws, from made-up values: `cargo run --example pictures` makes these files anew, and \
         `cargo test -p\nscorecard-bot --test it picture` fails where a picture is not drawn as it is kept here.\n",
    );
    for case in case::ALL {
        let drawing = (case.draw)();
        std::fs::write(folder.join(format!("{}.svg", case.name)), &drawing.svg)?;
        std::fs::write(folder.join(format!("{}.png", case.name)), drawing.png()?)?;
        write!(
            page,
            "\n## {}: {}\n\n![{}]({}.png)\n",
            case.name, case.shows, case.shows, case.name
        )?;
    }
    std::fs::write(folder.join("README.md"), page)?;
    Ok(())
}
