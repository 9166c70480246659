using Connector.Connector.Tests.Cli;
using Connector.DevServer.Faults;
using Connector.Domain.Territories;
using Connector.Ledger;
using Connector.Nextcloud.Dav;
using Connector.Templates;
using Connector.Templates.Spreadsheets;
using Connector.Tests.Provisioning;
using Connector.Tests.Roadmaps;

namespace Connector.Tests.Actions;

/// <summary>A group with minutes and sheets of actions on the embedded server, from the first Thursday of December 2026 on.</summary>
internal sealed class ActionDesk : IAsyncDisposable
{
    public const string Meetings = "Comité stratégique/02 Réunions";
    public const string Sheet = $"{Meetings}/Suivi des actions.xlsx";
    public const string Network = "Réseau/Suivi des actions.xlsx";

    public static readonly DateOnly First = new(2026, 12, 3);
    public static readonly DateOnly Second = new(2027, 1, 7);

    private ActionDesk(Workplace place, Terminal terminal) => (Place, Terminal) = (place, terminal);

    public Workplace Place { get; }

    public Terminal Terminal { get; }

    /// <summary>Guests beside those two whom every minutes name.</summary>
    public IReadOnlyList<MinutesGuest> Others { get; set; } = [];

    /// <param name="territory">Changes the territory's text before it is applied.</param>
    public static async Task<ActionDesk> OpenAsync(Func<string, string>? territory = null)
    {
        var place = await Workplace.OpenAsync();
        await place.MakeAccountAsync(RoadmapPlace.Member);
        var desk = new ActionDesk(place, Terminal.At(place));
        if (territory is not null)
        {
            var text = await File.ReadAllTextAsync(desk.Terminal.Territory);
            await File.WriteAllTextAsync(desk.Terminal.Territory, territory(text));
        }

        desk.Today(First.AddDays(-3));
        await desk.ApplyAsync();
        return desk;
    }

    public void Today(DateOnly day) =>
        Terminal.Time = new ShiftedTime(
            new DateTimeOffset(day.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero) - DateTimeOffset.UtcNow
        );

    public async Task<Said> ApplyAsync(int code = 0)
    {
        var said = await Terminal.RunAsync("apply", Terminal.Territory);
        Assert.That(said.Code, Is.EqualTo(code), said.All);
        return said;
    }

    /// <summary>Applies once more: nothing changes, and no file is read.</summary>
    public async Task IsQuietAsync()
    {
        var picture = await Place.PictureAsync();
        foreach (var verb in new[] { "GET", "PUT" })
        {
            Place.Server.Faults.Add(
                new FaultRule
                {
                    Kind = FaultKind.Status,
                    Verb = verb,
                    Path = "/dav/files/",
                    Times = 0,
                    Status = 403,
                }
            );
        }

        await ApplyAsync();
        Place.Server.Faults.Clear();
        Assert.That(await Place.PictureAsync(), Is.EqualTo(picture));
    }

    public async Task<string> MinutesAsync(DateOnly day)
    {
        var all = await Place.Client.Files.Propfind(Meetings, DavDepth.Infinity, default);
        return all.Resources.Single(file => file.Name == $"Compte-rendu {day:yyyy-MM-dd}.docx").Path;
    }

    public Task<byte[]> ReadAsync(string path) => Place.ReadAsync(path);

    public Task WriteAsync(string path, byte[] bytes) => Place.WriteAsync(path, bytes);

    /// <summary>What a sheet says, by the words of each action.</summary>
    public async Task<IReadOnlyList<RegisteredAction>> RowsAsync(string path = Sheet) =>
        ActionRegister.Read(await ReadAsync(path), First).Actions;

    /// <summary>Writes a cell as a person does.</summary>
    public async Task ChangeAsync(string path, string what, ActionColumn column, SheetCell cell)
    {
        var bytes = await ReadAsync(path);
        var row = ActionRegister.Read(bytes, First).Rows.Single(row => row.Action.What == what);
        await WriteAsync(
            path,
            ActionRegister.Change(bytes, [new RegisterChange(row.Number, column, cell)], [])
        );
    }

    /// <summary>The rows of the table of actions in minutes.</summary>
    public async Task<IReadOnlyList<(string What, string Who, string Status)>> TableAsync(DateOnly day)
    {
        var docx = await ReadAsync(await MinutesAsync(day));
        return
        [
            .. DocumentReader
                .Read(docx, BuiltInTemplates.Minutes, (await ContentAsync(day)).ToData())
                .Rows.Where(row => row.List == "actions" && row.Values.Any(value => value.Text.Length > 0))
                .Select(row => (Of(row, "quoi"), Of(row, "qui"), Of(row, "statut"))),
        ];

        static string Of(ReadRow row, string key) =>
            row.Values.FirstOrDefault(value => value.Key == key)?.Text ?? "";
    }

    /// <summary>Writes minutes as the group leaves them.</summary>
    public async Task WriteMinutesAsync(
        DateOnly day,
        string state,
        params IReadOnlyList<MinutesAction> actions
    )
    {
        var content = await ContentAsync(day) with
        {
            State = state,
            Guests =
            [
                new("ines.le-goff", "Inès Le Goff", "CCAS de l'Argentière", "animation", Attendance.Present),
                new(
                    "noe.d-almeida",
                    "Noé D'Almeida",
                    "Médiathèque « Les Échos »",
                    "membre",
                    Attendance.Excused
                ),
                .. Others,
            ],
            Decisions = [new("d1", "On continue.", "Inès Le Goff")],
            Actions = actions,
        };
        await WriteAsync(await MinutesAsync(day), BuiltInTemplates.Minutes.Fill(content.ToData()));
    }

    private async Task<MinutesContent> ContentAsync(DateOnly day)
    {
        var start = day.ToDateTime(new TimeOnly(14, 0));
        var path = await MinutesAsync(day);
        return new MinutesContent
        {
            Stamp = new DocumentStamp
            {
                Id = $"area:comite{path["Comité stratégique".Length..]}",
                Modified = DateTimeOffset.UnixEpoch,
                Author = "CCAS de l'Argentière",
            },
            Title = "Comité stratégique",
            Group = "Comité stratégique",
            Network = "Vallon d'Argentière",
            Start = start,
            End = start.AddMinutes(90),
        };
    }

    public async Task<List<OutboxRow>> OutboxAsync()
    {
        var path = Terminal.At(Path.Combine(".connector", "ledger.db"));
        await using var ledger = await LedgerStore.OpenAsync(path, TimeProvider.System, default);
        return await new Outbox(ledger, Slug.Of("Vallon d'Argentière"), TimeProvider.System).AllAsync(
            default
        );
    }

    public async ValueTask DisposeAsync()
    {
        Terminal.Dispose();
        await Place.DisposeAsync();
    }

    private sealed class ShiftedTime(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
    }
}
