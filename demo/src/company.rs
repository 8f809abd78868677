//! Alder & Finch, makers of outdoor furniture: its server, channels, roles and people in the sandbox,
//! and what the page tells about them beyond what Discord knows (job titles, topics, colours).

use sandbox::{Id, Sandbox, permission};

/// The company's name, and that of its server and first scorecard.
pub const NAME: &str = "Alder & Finch";

/// A role: its name, what it allows, its colour on the page.
struct RoleData(&'static str, u64, u32);

const ROLES: [RoleData; 4] = [
    RoleData("Administrator", permission::MANAGE_SERVER, 0x00e6_7e22),
    RoleData("Leadership", 0, 0x0099_aab5),
    RoleData("Sales", 0, 0x003d_b5e6),
    RoleData("Operations", 0, 0x002e_cc71),
];

/// A person: name, job, role names.
struct PersonData(&'static str, &'static str, &'static [&'static str]);

const PEOPLE: [PersonData; 8] = [
    PersonData("Henrik Alder", "Chief executive, sponsor", &["Leadership"]),
    PersonData(
        "Nora Lindqvist",
        "Strategy office, administrator",
        &["Administrator", "Leadership"],
    ),
    PersonData("Maria Keller", "Head of sales", &["Sales", "Leadership"]),
    PersonData("Priya Nair", "Finance", &["Leadership"]),
    PersonData("Ana Petrova", "Customer care", &["Sales"]),
    PersonData("Tomas Ruiz", "Head of operations", &["Operations", "Leadership"]),
    PersonData("Sam Okafor", "Plant manager", &["Operations"]),
    PersonData("Leo Brandt", "People and safety", &[]),
];

/// A channel: its name, the line under it.
struct ChannelData(&'static str, &'static str);

const CHANNELS: [ChannelData; 4] = [
    ChannelData("general", "Everybody at Alder & Finch"),
    ChannelData("leadership", "The company scorecard: reviews, digests and alerts"),
    ChannelData("sales-team", "Orders, dealers, quotes"),
    ChannelData("operations-team", "The plant in Lübeck and the warehouse"),
];

/// Who the page's reader is at first, and where.
const START: (&str, &str) = ("Maria Keller", "leadership");

/// The company as it stands in the sandbox.
#[derive(Clone, Debug)]
pub struct Company {
    /// Its server.
    pub server: Id,
    people: Vec<Id>,
    roles: Vec<Id>,
    channels: Vec<Id>,
}

impl Company {
    /// Founds the company: server, roles, people and channels.
    pub fn found(sandbox: &Sandbox) -> Self {
        let people: Vec<Id> = PEOPLE.iter().map(|person| sandbox.add_person(person.0)).collect();
        let server = sandbox.add_server(NAME, people[0]);
        let roles: Vec<Id> = ROLES
            .iter()
            .map(|role| sandbox.add_role(server, role.0, role.1))
            .collect();
        for (id, person) in people.iter().zip(&PEOPLE) {
            sandbox.add_member(server, *id);
            for (role, data) in roles.iter().zip(&ROLES) {
                if person.2.contains(&data.0) {
                    sandbox.give_role(server, *id, *role);
                }
            }
        }
        let general = sandbox.channels(server).into_iter().map(|channel| channel.id);
        let others = CHANNELS[1..]
            .iter()
            .map(|channel| sandbox.add_channel(server, channel.0));
        let channels = general.chain(others).collect();
        Self {
            server,
            people,
            roles,
            channels,
        }
    }

    /// Everybody who works there.
    pub fn people(&self) -> impl Iterator<Item = Id> + '_ {
        self.people.iter().copied()
    }

    /// The channels a person sees: the server's, then the direct one with the bot.
    pub fn channels_of(&self, sandbox: &Sandbox, person: Id) -> Vec<Id> {
        let threads = sandbox.threads(self.server);
        let open = sandbox
            .channels(self.server)
            .into_iter()
            .chain(threads)
            .map(|channel| channel.id);
        open.filter(|channel| permission::holds(sandbox.permissions(person, *channel), permission::VIEW_CHANNEL))
            .chain(sandbox.direct_channel(person))
            .collect()
    }

    /// The person of this name.
    pub fn person(&self, name: &str) -> Option<Id> {
        PEOPLE
            .iter()
            .position(|person| person.0 == name)
            .map(|at| self.people[at])
    }

    /// The channel of this name.
    pub fn channel(&self, name: &str) -> Option<Id> {
        CHANNELS
            .iter()
            .position(|channel| channel.0 == name)
            .and_then(|at| self.channels.get(at).copied())
    }

    /// What the person does.
    pub fn title(&self, person: Id) -> Option<&'static str> {
        self.people.iter().position(|one| *one == person).map(|at| PEOPLE[at].1)
    }

    /// What the channel is for.
    pub fn topic(&self, channel: Id) -> Option<&'static str> {
        self.channels
            .iter()
            .position(|one| *one == channel)
            .map(|at| CHANNELS[at].1)
    }

    /// The role's colour.
    pub fn colour(&self, role: Id) -> u32 {
        self.roles
            .iter()
            .position(|one| *one == role)
            .map_or(0, |at| ROLES[at].2)
    }

    /// Who the page's reader is at first, and the channel that is open.
    pub fn start(&self) -> (Option<Id>, Option<Id>) {
        (self.person(START.0), self.channel(START.1))
    }
}
