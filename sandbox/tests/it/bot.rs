//! A small serenity bot: a few commands that use everything an interaction can do.

use std::sync::Arc;

use sandbox::Sandbox;
use serenity::all::{
    ActionRowComponent, AutocompleteChoice, CommandInteraction, CommandOptionType, ComponentInteraction, Context,
    CreateActionRow, CreateAutocompleteResponse, CreateButton, CreateCommand, CreateCommandOption, CreateInputText,
    CreateInteractionResponse as Response, CreateInteractionResponseFollowup, CreateInteractionResponseMessage,
    CreateMessage, CreateModal, EditInteractionResponse, EventHandler, GatewayIntents, InputTextStyle, Interaction,
    ModalInteraction, ShardManager,
};
use serenity::http::HttpBuilder;

pub struct Bot {
    task: tokio::task::JoinHandle<()>,
    shards: Arc<ShardManager>,
}

impl Drop for Bot {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Bot {
    /// Registers its commands, connects, and is ready when this returns.
    pub async fn start(sandbox: &Sandbox) -> Self {
        let http = HttpBuilder::new(sandbox.token())
            .client(super::client::over_tls(sandbox))
            .application_id(sandbox.application_id().get().into())
            .build();
        assert_eq!(http.get_gateway().await.unwrap().url, sandbox.gateway_url());
        http.create_global_commands(&commands()).await.unwrap();
        let intents = GatewayIntents::GUILDS | GatewayIntents::DIRECT_MESSAGES | GatewayIntents::GUILD_MESSAGES;
        let mut client = serenity::client::ClientBuilder::new_with_http(http, intents)
            .event_handler(Handler)
            .await
            .unwrap();
        let shards = Arc::clone(&client.shard_manager);
        let task = tokio::spawn(async move {
            client.start().await.unwrap();
        });
        tokio::time::timeout(super::house::PATIENCE, sandbox.ready())
            .await
            .unwrap();
        Self { task, shards }
    }

    pub async fn stop(self) {
        self.shards.shutdown_all().await;
    }
}

fn commands() -> Vec<CreateCommand> {
    let text = |name: &str, required: bool| {
        CreateCommandOption::new(CommandOptionType::String, name, "Some text").required(required)
    };
    vec![
        CreateCommand::new("ping")
            .description("Answers")
            .add_option(text("text", true).max_length(20))
            .add_option(
                CreateCommandOption::new(CommandOptionType::Integer, "times", "How often")
                    .min_int_value(1)
                    .max_int_value(3),
            ),
        CreateCommand::new("think").description("Answers later"),
        CreateCommand::new("form").description("Opens a form"),
        CreateCommand::new("mail").description("Writes a direct message"),
        CreateCommand::new("silent").description("Does not answer"),
        CreateCommand::new("city")
            .description("Completes")
            .add_option(text("name", true).set_autocomplete(true)),
        CreateCommand::new("mute")
            .description("Does not complete")
            .add_option(text("name", true).set_autocomplete(true)),
        CreateCommand::new("team").description("People").add_option(
            CreateCommandOption::new(CommandOptionType::SubCommandGroup, "people", "People").add_sub_option(
                CreateCommandOption::new(CommandOptionType::SubCommand, "add", "Adds one")
                    .add_sub_option(CreateCommandOption::new(CommandOptionType::User, "who", "Who").required(true))
                    .add_sub_option(
                        CreateCommandOption::new(CommandOptionType::String, "as", "As what")
                            .add_string_choice("Owner", "o")
                            .add_string_choice("Deputy", "d"),
                    ),
            ),
        ),
        CreateCommand::new("upload")
            .description("Takes a file")
            .add_option(CreateCommandOption::new(CommandOptionType::Attachment, "file", "A file").required(true)),
    ]
}

struct Handler;

#[serenity::async_trait]
impl EventHandler for Handler {
    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        match interaction {
            Interaction::Command(command) => on_command(&ctx, &command).await,
            Interaction::Autocomplete(command) => complete(&ctx, &command).await,
            Interaction::Component(component) => on_component(&ctx, &component).await,
            Interaction::Modal(modal) => on_form(&ctx, &modal).await,
            _ => {}
        }
    }
}

fn says(text: impl Into<String>) -> CreateInteractionResponseMessage {
    CreateInteractionResponseMessage::new().content(text)
}

async fn on_command(ctx: &Context, command: &CommandInteraction) {
    let option = |name: &str| command.data.options.iter().find(|option| option.name == name);
    match command.data.name.as_str() {
        "ping" => {
            let text = option("text")
                .and_then(|option| option.value.as_str())
                .unwrap_or_default();
            let times = option("times").and_then(|option| option.value.as_i64()).unwrap_or(1);
            let row = CreateActionRow::Buttons(vec![
                CreateButton::new("again").label("Again"),
                CreateButton::new("more").label("Tell me more"),
                CreateButton::new("off").label("Off").disabled(true),
            ]);
            let said = vec![format!("pong {text}"); usize::try_from(times).unwrap()].join(" ");
            command
                .create_response(ctx, Response::Message(says(said).components(vec![row])))
                .await
                .unwrap();
        }
        "think" => {
            command.defer_ephemeral(ctx).await.unwrap();
            command
                .edit_response(ctx, EditInteractionResponse::new().content("thought"))
                .await
                .unwrap();
            let more = CreateInteractionResponseFollowup::new()
                .content("and more")
                .ephemeral(true);
            command.create_followup(ctx, more).await.unwrap();
        }
        "form" => {
            let input = CreateInputText::new(InputTextStyle::Short, "Your value", "value").max_length(10);
            let note = CreateInputText::new(InputTextStyle::Paragraph, "A note", "note").required(false);
            let modal = CreateModal::new("values:1", "Values").components(vec![
                CreateActionRow::InputText(input),
                CreateActionRow::InputText(note),
            ]);
            command.create_response(ctx, Response::Modal(modal)).await.unwrap();
        }
        "mail" => {
            command
                .create_response(ctx, Response::Message(says("sent").ephemeral(true)))
                .await
                .unwrap();
            let channel = command.user.create_dm_channel(ctx).await.unwrap();
            let row = CreateActionRow::Buttons(vec![CreateButton::new("more").label("Tell me more")]);
            channel
                .send_message(ctx, CreateMessage::new().content("hello").components(vec![row]))
                .await
                .unwrap();
        }
        "team" => {
            let who = command.data.resolved.users.values().next().unwrap();
            let said = format!("{} {:?}", who.name, command.data.options);
            command
                .create_response(ctx, Response::Message(says(said)))
                .await
                .unwrap();
        }
        "upload" => {
            let file = command.data.resolved.attachments.values().next().unwrap();
            let said = format!("{} {} {}", file.filename, file.size, file.url);
            command
                .create_response(ctx, Response::Message(says(said)))
                .await
                .unwrap();
        }
        _ => {}
    }
}

async fn complete(ctx: &Context, command: &CommandInteraction) {
    if command.data.name == "mute" {
        return;
    }
    let typed = command.data.autocomplete().unwrap().value.to_lowercase();
    let known = ["Berlin", "Bern", "Paris"]
        .into_iter()
        .filter(|city| city.to_lowercase().starts_with(&typed));
    let choices = known
        .map(|city| AutocompleteChoice::new(city, city.to_lowercase()))
        .collect();
    let response = CreateAutocompleteResponse::new().set_choices(choices);
    command
        .create_response(ctx, Response::Autocomplete(response))
        .await
        .unwrap();
}

async fn on_component(ctx: &Context, component: &ComponentInteraction) {
    if component.data.custom_id == "again" {
        let response = Response::UpdateMessage(says("pong again").components(vec![]));
        component.create_response(ctx, response).await.unwrap();
        return;
    }
    component.create_response(ctx, Response::Acknowledge).await.unwrap();
    let more = CreateInteractionResponseFollowup::new()
        .content("more and more")
        .ephemeral(component.guild_id.is_some());
    component.create_followup(ctx, more).await.unwrap();
}

async fn on_form(ctx: &Context, modal: &ModalInteraction) {
    let values: Vec<String> = modal
        .data
        .components
        .iter()
        .flat_map(|row| &row.components)
        .filter_map(|component| match component {
            ActionRowComponent::InputText(input) => input.value.clone(),
            _ => None,
        })
        .collect();
    let said = format!("{}: {}", modal.data.custom_id, values.join("|"));
    modal
        .create_response(ctx, Response::Message(says(said).ephemeral(true)))
        .await
        .unwrap();
}
