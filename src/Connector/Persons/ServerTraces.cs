using Connector.Domain;
using Connector.Domain.AddressBooks;
using Connector.Domain.ContentLines;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Reports;

namespace Connector.Persons;

/// <summary>
/// Where on the server somebody is named: the account's files one by one, its calendars, the network's address book. Reads only
/// what an earlier run made or knows the place of, and what lies beside it.
/// </summary>
/// <param name="client">The server.</param>
/// <param name="known">What earlier runs made.</param>
/// <param name="who">Whom.</param>
/// <param name="directory">Path of the territory's own directory there, which is told elsewhere; null for none.</param>
internal sealed class ServerTraces(
    NextcloudClient client,
    KnownWorkspace known,
    SoughtPerson who,
    string? directory = null
)
{
    private const long MostBytes = 50L * 1024 * 1024;

    /// <summary>Published versions, and the pages that were signed.</summary>
    private static readonly string[] Archives = ["/Versions publiées/", "/Signatures/"];

    private readonly List<Trace> _traces = [];

    /// <summary>Calendar objects of ours that name the person: calendar, name, ETag, text.</summary>
    public List<(string Uri, string Name, string ETag, string Text)> OwnEvents { get; } = [];

    /// <summary>The person's card, and what somebody else wrote into it.</summary>
    public (string Uri, string Name, string ETag, string Text, IReadOnlyList<string> Written)? Card
    {
        get;
        private set;
    }

    public PersonalData Match => who.Match;

    /// <summary>The address book alone.</summary>
    public Task FindCardAsync(CancellationToken ct) => Cards(ct);

    /// <summary>Files that are too large to be read, masked.</summary>
    public List<string> Unread { get; } = [];

    public async Task<IReadOnlyList<Trace>> FindAsync(CancellationToken ct)
    {
        await Cards(ct);
        await Calendars(ct);
        await Files(ct);
        return _traces;
    }

    private async Task Cards(CancellationToken ct)
    {
        if (known.Find(AddressBookSpec.Key)?.RemoteId is not { } uri)
        {
            return;
        }

        var listed = await client.AddressBooks.List(uri, ct) ?? [];
        var own = known.Find(NetworkCards.OfPerson(who.Person.Id))?.RemoteId;
        foreach (var card in await client.AddressBooks.Get(uri, [.. listed.Select(card => card.Name)], ct))
        {
            var text = card.Text ?? "";
            if (!ContentLine.Read(text).Any(line => who.Match.IsIn(line.Head + line.Text)))
            {
                continue;
            }

            if (card.Name == own)
            {
                var given = known.Find(NetworkCards.Base(NetworkCards.OfPerson(who.Person.Id)))?.ContentHash;
                Card = (uri, card.Name, card.ETag, text, CardMerge.Written(given ?? text, text));
            }
            else
            {
                _traces.Add(
                    new Trace(
                        TraceFate.Human,
                        new Text(
                            $"carnet d'adresses, carte « {card.Name} »",
                            $"address book, card '{card.Name}'"
                        ),
                        Words
                    )
                );
            }
        }
    }

    private async Task Calendars(CancellationToken ct)
    {
        var ours = known
            .Resources.Values.Where(resource =>
                WorkspaceKeys.IsEvent(resource.Key) || WorkspaceKeys.IsMilestone(resource.Key)
            )
            .Select(resource => resource.RemoteId)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var calendar in (await client.Calendars.ListCalendars(ct)).Where(one => one.IsOwned))
        {
            var listed = await client.Calendars.ListObjects(calendar.Uri, ct) ?? [];
            foreach (var some in listed.Select(item => item.Name).Chunk(200))
            foreach (var item in await client.Calendars.GetObjects(calendar.Uri, some, ct))
            {
                Judge(calendar.Uri, calendar.DisplayName, item.Name, item.ETag, item.Ics ?? "", ours);
            }
        }
    }

    private void Judge(
        string uri,
        string calendar,
        string name,
        string etag,
        string text,
        HashSet<string> ours
    )
    {
        var lines = ContentLine.Read(text).Where(line => who.Match.IsIn(line.Head + line.Text)).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        var title = ContentLine.Read(text).FirstOrDefault(line => line.Name == "SUMMARY")?.Text ?? name;
        var day = ContentLine.Read(text).FirstOrDefault(line => line.Name == "DTSTART")?.Value ?? "";
        var fields = string.Join(", ", lines.Select(line => line.Name).Distinct());
        var where = new Text(
            $"agenda « {calendar} », « {who.Match.Mask(title)} » {day} ({fields})",
            $"calendar '{calendar}', '{who.Match.Mask(title)}' {day} ({fields})"
        );
        if (uri == known.Find(WorkspaceKeys.NetworkCalendar)?.RemoteId)
        {
            _traces.Add(new Trace(TraceFate.Follows, where, Copy));
        }
        else if (ours.Contains(name))
        {
            OwnEvents.Add((uri, name, etag, text));
            _traces.Add(new Trace(TraceFate.Changed, where, OwnEvent));
        }
        else
        {
            _traces.Add(new Trace(TraceFate.Human, where, Words));
        }
    }

    private async Task Files(CancellationToken ct)
    {
        var byId = known
            .Resources.Values.Where(resource =>
                resource.Number is not null && WorkspaceKeys.IsNode(resource.Key)
            )
            .GroupBy(resource => resource.Number!.Value)
            .ToDictionary(group => group.Key, group => group.First());
        var listing = await client.Files.Propfind("", DavDepth.Infinity, ct);
        foreach (var node in listing.Resources.Where(node => node.Path.Length > 0 && node.Path != directory))
        {
            if (who.Match.IsIn(node.Path[(node.Path.LastIndexOf('/') + 1)..]))
            {
                Tell(TraceFate.Human, node.Path, new Text("son nom", "its name"), Words);
            }

            if (node.IsFolder)
            {
                continue;
            }

            if (node.Size > MostBytes)
            {
                Unread.Add(who.Match.Mask(node.Path));
            }
            else if (await client.Files.GetFile(node.Path, ct) is { } file)
            {
                Judge(node, file.Bytes, byId.GetValueOrDefault(node.FileId));
            }
        }
    }

    private void Judge(DavResource node, byte[] bytes, KnownResource? document)
    {
        if (FileTraces.In(node.Path, bytes, who.Match) is not { } places)
        {
            Tell(TraceFate.Human, node.Path, new Text("fichier illisible", "unreadable file"), Unreadable);
            return;
        }

        if (places.Count == 0)
        {
            return;
        }

        var isOurs = document is { ContentHash: not null } && document.ETag == node.ETag;
        var isArchive = Array.Exists(
            Archives,
            folder => node.Path.Contains(folder, StringComparison.OrdinalIgnoreCase)
        );
        var (fate, why) =
            isArchive ? (TraceFate.Stays, Archive)
            : isOurs ? (TraceFate.Follows, Generated)
            : document?.BaseHash is not null ? (TraceFate.Human, Merged)
            : (TraceFate.Human, Words);
        Tell(fate, node.Path, Together(places), why);
    }

    private void Tell(TraceFate fate, string path, Text place, Text why) =>
        _traces.Add(
            new Trace(
                fate,
                new Text(
                    $"{who.Match.Mask(path)} : {place.French}",
                    $"{who.Match.Mask(path)}: {place.English}"
                ),
                why
            )
        );

    private static Text Together(IReadOnlyList<Text> places) =>
        new(
            string.Join(" ; ", places.Select(place => place.French)),
            string.Join("; ", places.Select(place => place.English))
        );

    private static readonly Text Words = new(
        "des mots que quelqu'un y a écrits : à relire et à corriger à la main",
        "words that somebody wrote: to be read and corrected by hand"
    );

    private static readonly Text OwnEvent = new(
        "événement écrit par Connector : invités et contacts retirés, le nom remplacé par « […] »",
        "event that Connector wrote: guests and contacts taken out, the name replaced by '[…]'"
    );

    private static readonly Text Copy = new(
        "copie de l'agenda d'un groupe : suit quand l'original est corrigé",
        "a copy of a group's calendar: follows once the original is corrected"
    );

    private static readonly Text Generated = new(
        "généré par Connector, et personne n'y a touché",
        "generated by Connector, and nobody touched it"
    );

    private static readonly Text Merged = new(
        "des personnes y écrivent : ce qui vient de l'annuaire suit au prochain apply, leurs mots sont à relire à la main",
        "people write in it: what comes from the directory follows with the next apply, their words are to be read by hand"
    );

    private static readonly Text Archive = new(
        "version publiée ou signée, gardée comme archive avec son empreinte : la changer la priverait de sa valeur",
        "a published or signed version, kept as an archive with its fingerprint: to change it would take its worth"
    );

    private static readonly Text Unreadable = new(
        "Connector ne sait pas le lire : à ouvrir et vérifier à la main",
        "Connector cannot read it: to be opened and checked by hand"
    );
}
