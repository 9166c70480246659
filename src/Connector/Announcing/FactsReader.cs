using System.Globalization;
using System.Text;
using Connector.CalendarSync;
using Connector.Domain.Announcing;
using Connector.Domain.Meetings;
using Connector.Domain.Signatures;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;

namespace Connector.Announcing;

/// <summary>
/// Gathers what there is to tell from the ledger, as the last run left it: nobody asks the server for it, but for the words for
/// the absent, which no other place has.
/// </summary>
internal sealed class FactsReader(NextcloudClient client, LedgerStore ledger, TimeProvider time)
{
    private const int MonthsBack = 1;
    private const int MonthsAhead = 2;

    /// <param name="territory">The territory, whole.</param>
    /// <param name="isWanted">Whether the words of a line of the outbox are still needed.</param>
    /// <param name="ct">Stops.</param>
    /// <returns>Null while there is no workspace: who has nothing yet has nothing to tell.</returns>
    public async Task<AnnouncingFacts?> ReadAsync(
        Territory territory,
        Func<long, bool> isWanted,
        CancellationToken ct
    )
    {
        var slug = Slug.Of(territory.Name);
        var known = await ledger.LoadAsync(slug, ct);
        if (!known.Resources.Keys.Any(WorkspaceKeys.IsNode))
        {
            return null;
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(territory.TimeZone);
        DateTime Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).DateTime;
        var now = Local(time.GetUtcNow());
        var dated = territory.On(DateOnly.FromDateTime(now));
        var rows = await new Outbox(ledger, slug, time).AllAsync(ct);
        var registers = await new SignatureRegister(ledger, slug, time).LoadAsync(ct);
        var board = await new ActionStore(ledger, slug).LoadAsync(ct);
        return new AnnouncingFacts
        {
            Territory = dated,
            Rules = dated.Announcing,
            Now = now,
            Server = client.Account.BaseUrl,
            Meetings = Meetings(dated, known, DateOnly.FromDateTime(now)),
            Changes = [.. rows.Select(row => Change(row, Local(row.At))).OfType<MeetingNews>()],
            Minutes = await Minutes(dated, rows, Local, isWanted, ct),
            Roadmaps =
            [
                .. registers
                    .Select(register => Roadmap(dated, register.Key, register.Value, Local))
                    .OfType<PublishedRoadmap>(),
            ],
            Actions = board.Actions,
        };
    }

    private List<ToldMeeting> Meetings(Territory territory, KnownWorkspace known, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var calendars = CalendarMemory.Calendars(territory, known);
        return
        [
            .. territory
                .Groups.SelectMany(group =>
                    calendars
                        .Between(group.Id, month.AddMonths(-MonthsBack), month.AddMonths(MonthsAhead))
                        .Select(meeting => Told(group, meeting, known))
                )
                .OrderBy(told => told.Meeting.Start)
                .ThenBy(told => told.Key, StringComparer.Ordinal),
        ];
    }

    private ToldMeeting Told(WorkingGroup group, MeetingOccurrence meeting, KnownWorkspace known)
    {
        var key = MeetingRecord.KeyOf(meeting);
        var series = group.Meetings.FirstOrDefault(item => item.Id == meeting.SeriesId);
        return new ToldMeeting(key, meeting, series?.AgendaLink, series?.Video, Documents(group, key, known));
    }

    /// <summary>The folder of the meeting, else its document: what has its day in its name, the nearest to the root.</summary>
    private Uri? Documents(WorkingGroup group, string meetingKey, KnownWorkspace known)
    {
        if (
            MeetingMemory.Recall(known, group.Id).FirstOrDefault(one => one.Key == meetingKey)
            is not { } record
        )
        {
            return null;
        }

        var day = record.Born.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var number = known
            .Resources.Values.Where(resource =>
                WorkspaceKeys.IsNode(resource.Key)
                && resource.Key.StartsWith($"{WorkspaceKeys.Area(group.Id)}/", StringComparison.Ordinal)
                && resource.Key.Contains(day, StringComparison.Ordinal)
                && resource.Number is not null
            )
            .OrderBy(resource => resource.Key.Length)
            .ThenBy(resource => resource.Key, StringComparer.Ordinal)
            .FirstOrDefault()
            ?.Number;
        return number is { } id
            ? new Uri(client.Account.BaseUrl, $"index.php/f/{id.ToString(CultureInfo.InvariantCulture)}")
            : null;
    }

    /// <summary>Sample: kind <c>meeting-moved</c>, subject <c>meeting:gt-jeunes/uid@connector@2026-12-03 14:00</c>.</summary>
    private static MeetingNews? Change(OutboxRow row, DateTime at)
    {
        const string kindPrefix = "meeting-";
        const string subjectPrefix = "meeting:";
        var slash = row.Subject.IndexOf('/', StringComparison.Ordinal);
        var original = row.Subject.LastIndexOf('@');
        if (
            !row.Kind.StartsWith(kindPrefix, StringComparison.Ordinal)
            || !row.Subject.StartsWith(subjectPrefix, StringComparison.Ordinal)
            || slash < 0
            || original < slash
            || !Enum.TryParse<MeetingChangeKind>(
                row.Kind[kindPrefix.Length..],
                ignoreCase: true,
                out var kind
            )
        )
        {
            return null;
        }

        var detail = OutboxDetail.Read(row.Detail);
        return new MeetingNews(
            row.Id,
            kind,
            row.Subject[subjectPrefix.Length..slash],
            row.Subject[(slash + 1)..original],
            row.Subject[(original + 1)..],
            detail?.From ?? "",
            detail?.To ?? "",
            at
        );
    }

    private async Task<List<PublishedMinutes>> Minutes(
        Territory territory,
        List<OutboxRow> rows,
        Func<DateTimeOffset, DateTime> local,
        Func<long, bool> isWanted,
        CancellationToken ct
    )
    {
        var told = new List<PublishedMinutes>();
        foreach (var row in rows.Where(row => row.Kind is Outbox.MinutesPublished or Outbox.MinutesDigest))
        {
            if (GroupOf(territory, row.Subject) is not { } group)
            {
                continue;
            }

            var isForTheAbsent = row.Kind == Outbox.MinutesDigest;
            told.Add(
                new PublishedMinutes(
                    row.Id,
                    group.Id,
                    Path.GetFileNameWithoutExtension(row.File),
                    FolderLink(DavPath.Parent(row.File)),
                    local(row.At)
                )
                {
                    IsForTheAbsent = isForTheAbsent,
                    Absent =
                        isForTheAbsent
                        && row.At > time.GetUtcNow() - AnnouncingFacts.Fresh
                        && isWanted(row.Id)
                            ? await Absent(row.File, ct)
                            : null,
                }
            );
        }

        return told;
    }

    private async Task<AbsentWords?> Absent(string path, CancellationToken ct) =>
        await client.Files.GetFile(path, ct) is { } file
            ? AbsentWords.Read(Encoding.UTF8.GetString(file.Bytes))
            : null;

    private PublishedRoadmap? Roadmap(
        Territory territory,
        string document,
        IReadOnlyList<SignedRecord> chain,
        Func<DateTimeOffset, DateTime> local
    )
    {
        var group = GroupOf(territory, document);
        var members = MembersOf(territory, group).ToList();
        var board = SignatureBoard.Of(chain, members, null);
        return board is { Published: { } published, PublishedAt: { } at }
            ? new PublishedRoadmap(
                document,
                group?.Id,
                published.Version,
                FolderLink(published.Folder),
                local(at),
                board.Waiting
            )
            : null;
    }

    private static IEnumerable<string> MembersOf(Territory territory, WorkingGroup? group)
    {
        var present = (group?.Participations ?? [])
            .Select(participation =>
                territory.People.FirstOrDefault(person => person.Id == participation.PersonId)?.Organisation
            )
            .ToHashSet(StringComparer.Ordinal);
        return territory
            .Organisations.Where(organisation =>
                organisation.IsMember && (group is null || present.Contains(organisation.Id))
            )
            .Select(organisation => organisation.Id);
    }

    private static WorkingGroup? GroupOf(Territory territory, string documentKey) =>
        territory.Groups.FirstOrDefault(group =>
            documentKey.StartsWith($"{WorkspaceKeys.Area(group.Id)}/", StringComparison.Ordinal)
        );

    /// <summary>A folder as each member has it among their files.</summary>
    private Uri FolderLink(string folder) =>
        new(client.Account.BaseUrl, $"index.php/apps/files/?dir=/{DavPath.Encode(folder)}");
}
