//! The demo's page, driven in headless Chromium as a person would: opening, a slash command with autocomplete, the
//! clock, a form. Where there is no Chromium it says so and passes, except where `CI` is set.

use crate::browser::{self, Browser};
use crate::program::Program;

/// Both sizes the page is made for.
const WIDE: (u32, u32) = (1280, 800);
const NARROW: (u32, u32) = (390, 844);

#[tokio::test]
async fn a_person_uses_the_page_as_a_chat() {
    let Some(chromium) = browser::program() else {
        assert!(
            std::env::var_os("CI").is_none(),
            "CI needs Chromium: install it or name it in CHROMIUM"
        );
        eprintln!("Chromium was not found (not on the path, CHROMIUM not set): the page was NOT tested.");
        return;
    };
    let mut page = Browser::start(&chromium).await;
    page.resize(WIDE.0, WIDE.1).await;
    page.prefer("dark").await;
    let demo = Program::start().await;
    page.open(&demo.address).await;

    the_page_opens_in_the_team_channel(&mut page).await;
    markdown_is_drawn_as_discord_draws_it(&mut page).await;
    a_command_is_completed_and_answered(&mut page).await;
    the_clock_brings_the_prompt(&mut page).await;
    the_form_takes_values(&mut page).await;
    the_page_fits_a_phone(&mut page).await;

    page.close().await;
    assert!(demo.stop().await.success());
}

async fn the_page_opens_in_the_team_channel(page: &mut Browser) {
    page.read("#scene", "Setting the scene").await;
    page.wait("document.querySelector('#scene').hidden").await;
    page.read("#heading", "leadership").await;
    page.read(".message", "October 2026").await;
    page.picture("wide-channel").await;
    page.show_top(".message", "went off target").await;
    page.picture("wide-alert").await;
}

async fn a_command_is_completed_and_answered(page: &mut Browser) {
    page.click("#composer textarea", "").await;
    page.write("/log").await;
    page.read(".suggest .option", "/log").await;
    page.picture("wide-commands").await;
    page.key("Enter").await;
    page.wait("document.activeElement.closest('[data-option=kpi]')").await;
    page.write("revenue").await;
    page.read(".suggest .option", "Net revenue").await;
    page.key("Enter").await;
    page.wait("document.activeElement.closest('[data-option=value]')").await;
    page.write("1.2m").await;
    page.picture("wide-command").await;
    page.key("Enter").await;
    page.read(".message.ephemeral", "Net revenue").await;
    page.read(".message.ephemeral", "Only you can see this").await;
    page.picture("wide-answer").await;
}

async fn the_clock_brings_the_prompt(page: &mut Browser) {
    for _ in 0..3 {
        let before = page.look("document.querySelector('.clock-now').dateTime").await;
        page.click("[data-move=next]", "").await;
        page.wait(&format!("document.querySelector('.clock-now').dateTime !== {before}"))
            .await;
        page.wait("!document.querySelector('[data-move=next]').disabled").await;
        if page
            .look("Boolean(document.querySelector('#sidebar .dm .badge'))")
            .await
            == true
        {
            break;
        }
    }
    page.click("#sidebar .dm", "").await;
    page.read(".message", "November 2026 is over").await;
    page.picture("wide-prompt").await;
}

async fn the_form_takes_values(page: &mut Browser) {
    page.click(".message .button", "Enter").await;
    page.wait("document.querySelector('dialog.form[open]')").await;
    page.picture("wide-form").await;
    let first = page
        .look("document.activeElement.closest('.form-field').innerText")
        .await;
    assert!(first.as_str().is_some_and(|label| !label.is_empty()));
    page.write("1,160,000").await;
    page.click("dialog.form button", "Submit").await;
    page.wait("!document.querySelector('dialog.form')").await;
    page.read(".message", "$1,160,000").await;
    page.picture("wide-form-answer").await;
}

async fn the_page_fits_a_phone(page: &mut Browser) {
    page.resize(NARROW.0, NARROW.1).await;
    page.wait("document.documentElement.scrollWidth <= innerWidth").await;
    page.wait("getComputedStyle(document.querySelector('#drawer')).visibility === 'hidden'")
        .await;
    page.picture("narrow-message").await;
    page.click(".heading .menu", "").await;
    page.wait("document.querySelector('#drawer.open')").await;
    page.wait("document.querySelector('#drawer').getBoundingClientRect().left === 0")
        .await;
    page.picture("narrow-drawer").await;
    page.click("#sidebar .place", "leadership").await;
    page.wait("getComputedStyle(document.querySelector('#drawer')).visibility === 'hidden'")
        .await;
    page.read(".message", "October 2026").await;
    page.picture("narrow-channel").await;
}

/// Discord's markdown, and the markup it must become; a person's own markup stays text.
const MARKDOWN: [(&str, &str); 14] = [
    (
        "**a** *b* _c_ __d__ ~~e~~",
        "<strong>a</strong> <em>b</em> <em>c</em> <u>d</u> <s>e</s>",
    ),
    ("***a***", "<strong><em>a</em></strong>"),
    ("snake_case_name 2 * 3 * 4", "snake_case_name 2 * 3 * 4"),
    (r"\*a\* \_b\_", "*a* _b_"),
    (r"**a \* b**", "<strong>a * b</strong>"),
    ("`**a**` ``b`c``", "<code>**a**</code> <code>b`c</code>"),
    ("<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"),
    (
        "[a](https://x.example/?q=1)",
        r#"<a href="https://x.example/?q=1" target="_blank" rel="noopener noreferrer">a</a>"#,
    ),
    ("[a](javascript:alert(1))", "[a](javascript:alert(1))"),
    (
        "<@7> <@8> <#7> <@&7>",
        r##"<span class="mention">@Maria</span> <span class="mention">@unknown-user</span> <a class="mention" href="#" data-channel="7">#general</a> <span class="mention">@Sales</span>"##,
    ),
    (
        "> a\n> b",
        "<blockquote><div class=\"paragraph\">a\nb</div></blockquote>",
    ),
    ("- a\n  - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
    (
        "# a\n-# b",
        r#"<h3 class="heading-1">a</h3><div class="subtext">b</div>"#,
    ),
    (
        "```js\n<i>*a*</i>\n```",
        "<pre><code>&lt;i&gt;*a*&lt;/i&gt;</code></pre>",
    ),
];

async fn markdown_is_drawn_as_discord_draws_it(page: &mut Browser) {
    for (text, markup) in MARKDOWN {
        let drawn = page
            .look(&format!(
                "import('/markdown.js').then(({{ markdown }}) => {{ const box = document.createElement('div'); \
                 box.append(...markdown({}, {{ person: (id) => ({{ 7: 'Maria' }})[id], channel: () => 'general', role: () => 'Sales' }})); \
                 return box.innerHTML; }})",
                serde_json::json!(text)
            ))
            .await;
        let drawn = drawn.as_str().unwrap();
        let inner = drawn
            .strip_prefix("<div class=\"paragraph\">")
            .and_then(|rest| rest.strip_suffix("</div>"));
        let inner = inner.filter(|inner| !inner.contains("</div>"));
        assert_eq!(inner.unwrap_or(drawn), markup, "{text}");
    }
}
