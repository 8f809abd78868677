"""A discord.py bot that does what a bot does; the test plays the person."""
import io
import os

import discord
import yarl
from discord import app_commands

discord.http.Route.BASE = os.environ["SANDBOX_URL"] + "/api/v10"
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["SANDBOX_GATEWAY"])

client = discord.Client(intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True))
tree = app_commands.CommandTree(client)


class Values(discord.ui.Modal, title="Values"):
    value = discord.ui.TextInput(label="Your value", custom_id="value")

    async def on_submit(self, interaction):
        await interaction.response.send_message(f"value: {self.value.value}", ephemeral=True)


@tree.command(description="Answers")
async def ping(interaction, text: str):
    await interaction.response.send_message(f"pong {text}")


@tree.command(description="Answers later")
async def think(interaction):
    await interaction.response.defer(ephemeral=True)
    await interaction.followup.send("thought")
    await interaction.followup.send("and more", ephemeral=True)


@tree.command(description="Opens a form")
async def form(interaction):
    await interaction.response.send_modal(Values())


@tree.command(description="Edits its answer")
async def edit(interaction):
    await interaction.response.send_message("before")
    await interaction.edit_original_response(content="after")


@tree.command(description="Sends a file")
async def file(interaction):
    sent = discord.File(io.BytesIO(b"hello"), filename="a.txt")
    await interaction.response.send_message("here", file=sent)


@tree.command(description="Writes a direct message")
async def mail(interaction):
    await interaction.response.send_message("sent", ephemeral=True)
    await interaction.user.send("hello")


@client.event
async def on_message(message):
    if message.guild is None and message.author != client.user:
        await message.channel.send(f"heard {message.content}")


async def setup():
    await tree.sync()


client.setup_hook = setup
client.run(os.environ["SANDBOX_TOKEN"])
