using System.Globalization;
using Connector.Conversion;
using Connector.Domain;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Ledger;
using Connector.Nextcloud;
using Connector.Nextcloud.Dav;
using Connector.Provisioning;
using Connector.Publishing;

namespace Connector.Invitations;

/// <summary>
/// Letters in the coordinators' folder on the server. A letter is known by its number: one that somebody renamed or moved is found
/// again, and not written a second time.
/// </summary>
internal sealed class LetterShelf(
    NextcloudClient client,
    LedgerStore ledger,
    ProvisionScope scope,
    string steering,
    LibreOffice? office
) : ILetterPlace
{
    private readonly WorkspaceFiles _files = new(client);
    private readonly ServerOffice _server = new(client);
    private readonly string _folder = $"{steering}/{LetterNames.Folder}";
    private bool _isFolderThere = scope.Snapshot.Nodes.Any(node =>
        node.IsFolder && node.Path == $"{steering}/{LetterNames.Folder}"
    );

    public IReadOnlySet<string>? Accounts => scope.Snapshot.Users;

    public async Task<(PlacedLetter? Letter, Problem? Problem)> PutAsync(
        Organisation organisation,
        Func<string, byte[]> compose,
        CancellationToken ct
    )
    {
        var key = LetterNames.Key(organisation);
        if (Node(key) is { } node && await client.Files.GetFile(node.Path, ct) is { } kept)
        {
            return (new PlacedLetter(node.Path, kept.Bytes, IsNew: false), null);
        }

        if (!_isFolderThere && await _files.MakeFolder(_folder, ct) is { } noFolder)
        {
            return (null, noFolder);
        }

        _isFolderThere = true;
        var path = $"{_folder}/{LetterNames.Of(organisation)}";
        var docx = compose(key);
        var put = await client.Files.PutFile(path, docx, PutCondition.IfNoneMatchAny, MediaTypes.Docx, ct);
        if (!put.Changed && put.Result != DavResult.PreconditionFailed)
        {
            return (null, PublishingProblems.NotWritten(path, put.Message));
        }

        var bytes = put.Changed ? docx : (await client.Files.GetFile(path, ct))?.Bytes ?? docx;
        if ((put.FileId ?? (await client.Files.Find(path, ct))?.FileId) is { } number)
        {
            await Remember(key, number, path, put.ETag, ct);
        }

        return (new PlacedLetter(path, bytes, put.Changed), null);
    }

    public async Task<(IReadOnlyList<string> Forms, IReadOnlyList<Problem> Problems)> ConvertAsync(
        Organisation organisation,
        PlacedLetter letter,
        CancellationToken ct
    )
    {
        if (office is null && !await _server.Converts(ct))
        {
            return ([], [ConversionProblems.NoConverterAnywhere]);
        }

        var (forms, problems) = (new List<string>(), new List<Problem>());
        foreach (var form in LetterNames.Forms)
        {
            var (written, problem) = await Convert(organisation, letter, form, ct);
            forms.AddRange(written is null ? [] : [written]);
            problems.AddRange(problem is null ? [] : [problem]);
        }

        return (forms, problems);
    }

    /// <summary>Made of which bytes of the letter is remembered: the same letter is not converted again.</summary>
    private async Task<(string? Written, Problem? Problem)> Convert(
        Organisation organisation,
        PlacedLetter letter,
        TargetFormat form,
        CancellationToken ct
    )
    {
        var key = $"{LetterNames.Key(organisation)}#{form.Extension}";
        var path = Path.ChangeExtension(letter.Path, form.Extension);
        var of = ContentHash.Sha1(letter.Docx);
        var there = scope.Snapshot.Nodes.FirstOrDefault(node => node.Path == path);
        var known = scope.Known.Find(key);
        if (there is not null && known?.RemoteId == of)
        {
            return (null, null);
        }

        if (there is not null && known?.IsUntouched(there) != true)
        {
            return (null, InvitationProblems.Touched(path));
        }

        var converted =
            office is not null ? await office.Convert(letter.Docx, form, ct)
            : there is null ? await _server.Convert(letter.Path, form, path, ct)
            : Converted.Not(InvitationProblems.Older(path));
        if (converted.Bytes is not { } bytes)
        {
            return (null, converted.Problem);
        }

        var condition = there?.ETag is { } etag ? PutCondition.IfMatch(etag) : PutCondition.IfNoneMatchAny;
        var put = office is null
            ? null
            : await client.Files.PutFile(path, bytes, condition, MediaTypes.Of(form), ct);
        if (put is { Changed: false })
        {
            return (null, PublishingProblems.NotWritten(path, put.Message));
        }

        await ledger.RememberAsync(
            scope.Territory,
            [
                new KnownResource
                {
                    Key = key,
                    RemoteId = of,
                    Path = path,
                    ETag = put?.ETag,
                    ContentHash = ContentHash.Sha1(bytes),
                },
            ],
            ct
        );
        return (path, null);
    }

    private NodeState? Node(string key) =>
        scope.Known.Find(key)?.Number is { } number
            ? scope.Snapshot.Nodes.FirstOrDefault(node => node.FileId == number && !node.IsFolder)
            : null;

    private Task Remember(string key, long number, string path, string? etag, CancellationToken ct) =>
        ledger.RememberAsync(
            scope.Territory,
            [
                new KnownResource
                {
                    Key = key,
                    RemoteId = number.ToString(CultureInfo.InvariantCulture),
                    Path = path,
                    ETag = etag,
                },
            ],
            ct
        );
}
