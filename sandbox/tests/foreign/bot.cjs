// A discord.js bot that does what a bot does; the test plays the person.
const {
  ActionRowBuilder, ApplicationCommandOptionType, AttachmentBuilder, Client, Events, GatewayIntentBits,
  MessageFlags, ModalBuilder, Partials, TextInputBuilder, TextInputStyle,
} = require('discord.js');

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  partials: [Partials.Channel],
  rest: { api: process.env.SANDBOX_URL + '/api' },
});

const commands = ['think', 'form', 'edit', 'file', 'mail'].map((name) => ({ name, description: 'Does it' }));
commands.push({
  name: 'ping',
  description: 'Answers',
  options: [{ name: 'text', description: 'Some text', type: ApplicationCommandOptionType.String, required: true }],
});

const answers = {
  ping: (interaction) => interaction.reply(`pong ${interaction.options.getString('text')}`),
  think: async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.followUp({ content: 'thought' });
    await interaction.followUp({ content: 'and more', flags: MessageFlags.Ephemeral });
  },
  form: (interaction) => {
    const input = new TextInputBuilder().setCustomId('value').setLabel('Your value').setStyle(TextInputStyle.Short);
    const row = new ActionRowBuilder().addComponents(input);
    return interaction.showModal(new ModalBuilder().setCustomId('values').setTitle('Values').addComponents(row));
  },
  edit: async (interaction) => {
    await interaction.reply('before');
    await interaction.editReply('after');
  },
  file: (interaction) => interaction.reply({
    content: 'here',
    files: [new AttachmentBuilder(Buffer.from('hello'), { name: 'a.txt' })],
  }),
  mail: async (interaction) => {
    await interaction.reply({ content: 'sent', flags: MessageFlags.Ephemeral });
    await interaction.user.send('hello');
  },
};

client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isModalSubmit()) {
    const value = interaction.fields.getTextInputValue('value');
    await interaction.reply({ content: `value: ${value}`, flags: MessageFlags.Ephemeral });
  } else {
    await answers[interaction.commandName](interaction);
  }
});

client.on(Events.MessageCreate, async (message) => {
  if (!message.guild && message.author.id !== client.user.id) await message.channel.send(`heard ${message.content}`);
});

client.once(Events.ClientReady, () => client.application.commands.set(commands));
client.login(process.env.SANDBOX_TOKEN);
