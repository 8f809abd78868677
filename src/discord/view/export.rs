//! An export as the person who asked for it reads it, with its files.

use serenity::all::CreateAttachment;

use crate::discord::reply::Post;
use crate::domain::export::Written;
use crate::domain::import::What;
use crate::locale::Voice;
use crate::say;
use crate::service::export::Exported;

/// While rows are gathered.
pub fn writing(voice: &Voice) -> Post {
    Post::text(voice.words.say("export-writing", &[]))
}

/// What the files hold.
pub fn exported(voice: &Voice, (exported, rows): (&Exported, usize), files: Vec<Written>) -> Post {
    let words = voice.words;
    let number = |count: usize| voice.numbers.plain(count.into());
    if files.is_empty() {
        return Post::text(words.say("export-nothing", &[]));
    }
    let key = match exported.sheet.what {
        What::Kpis => "export-kpis",
        What::Actuals => "export-actuals",
    };
    let kpis = number(exported.kpis);
    let mut lines = vec![say!(words, key, count = rows, number = number(rows), kpis = kpis)];
    if exported.computed > 0 {
        lines.push(say!(words, "export-computed", count = exported.computed));
    }
    if files.len() > 1 {
        lines.push(say!(words, "export-files", count = files.len()));
    }
    lines.push(words.say("export-next", &[]));
    let mut post = Post::text(lines.join("\n"));
    let attached = files
        .into_iter()
        .map(|file| CreateAttachment::bytes(file.bytes, file.name));
    post.files.extend(attached);
    post
}
