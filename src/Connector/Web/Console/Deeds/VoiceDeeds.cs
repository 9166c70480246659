using System.Text;
using Connector.Domain.Announcing;
using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Records;
using Connector.Web.Console.Pages;
using Connector.Web.Console.Readings;

namespace Connector.Web.Console.Deeds;

/// <summary>How the network speaks: its channels and who is told what, written into the territory file.</summary>
internal static class VoiceDeeds
{
    public const string Path = "/reglages/annonces";
    public const string Channels = $"{Path}/canaux";
    public const string Remove = $"{Path}/canaux/retirer";

    /// <summary>Name of the fields of a row of the table: whether it is left to the usual way, and the channels ticked.</summary>
    public static string ModeOf(SettingField row) => $"mode-{row.Name}";

    public static string TicksOf(SettingField row) => $"canaux-{row.Name}";

    public const string UsualMode = "usage";

    /// <summary>Name of the field with a new secret for a row of channels.</summary>
    public static string SecretOf(int row) => $"{row}-secret";

    public static async Task<DeedResult> SaveAsync(Deed deed)
    {
        var rules = (await deed.ReadAsync())?.Territory.Announcing ?? AnnouncingRules.Silent;
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (kind, field) in SettingFields.AnnouncementRows)
        {
            var ticked = deed.All(TicksOf(field)).ToHashSet(StringComparer.Ordinal);
            if (
                deed.IsTicked(ModeOf(field))
                && AnnouncementRow.Of(kind, rules).Typed(deed.Text(ModeOf(field)) == UsualMode, ticked, rules)
                    is { } words
            )
            {
                rows[field.Name] = words;
            }
        }

        var saved = await SettingsDeeds.SaveAsync<VoicePage>(deed, SettingsPart.Announcements, Path, rows);
        return saved.Form is null ? Renewed(deed, saved) : saved;
    }

    /// <summary>The secret is a file of its own beside the territory's, for its user alone; the territory file names it.</summary>
    public static async Task<DeedResult> AddAsync(Deed deed)
    {
        var (id, secret) = (deed.Text("id"), deed.Text("secret"));
        if (!TextFits(id))
        {
            return Wrong(
                deed,
                "id",
                "Minuscules, chiffres et tirets, par exemple « courriel ».",
                "Lower-case letters, digits and hyphens, for instance 'courriel'."
            );
        }

        var file = $"secrets/annonces-{id}";
        var path = Beside(deed, file);
        if (secret.Length > 0 && File.Exists(path))
        {
            return Wrong(
                deed,
                "id",
                "Un secret de ce nom existe déjà : choisissez un autre nom.",
                "There is a secret of that name already: choose another name."
            );
        }

        if (secret.Length > 0 && Keep(deed, path, secret) is { } refused)
        {
            return refused;
        }

        var type = deed.Text("type");
        var added = await SettingsDeeds.ChangeAsync<VoicePage>(
            deed,
            SettingsPart.Announcements,
            Path,
            book =>
                book.Add(
                    deed.Text("groupe") is { Length: > 0 } group ? group : null,
                    ChannelRecord.Key,
                    [
                        (ChannelRecord.Id, id),
                        (ChannelRecord.Kind, type),
                        .. SettingFields.Channel(type).Select(field => (field.Key, deed.Text(field.Name))),
                        (ChannelRecord.SecretFile, secret.Length > 0 ? file : ""),
                    ]
                )
        );
        if (secret.Length > 0 && (added.Form is not null || added.Note is { IsTrouble: true }))
        {
            File.Delete(path);
        }

        return added;
    }

    /// <summary>What was sent by it stays known; a secret of its own stays where it is.</summary>
    public static Task<DeedResult> RemoveAsync(Deed deed) =>
        SettingsDeeds.RemoveAsync<VoicePage>(deed, SettingsPart.Announcements, Path);

    /// <summary>A new webhook's address or password, in the file that the channel names already.</summary>
    private static DeedResult Renewed(Deed deed, DeedResult saved)
    {
        if (SettingsBook.Open(deed.Page.Owner!.File, SettingsPart.Announcements) is not { } book)
        {
            return saved;
        }

        var isRenewed = false;
        foreach (var row in book.Rows())
        {
            var (file, secret) = (row.Says(ChannelRecord.SecretFile), deed.Text(SecretOf(row.Number)));
            if (secret.Length == 0 || !ChannelNeeds.IsOwnFile(file))
            {
                continue;
            }

            if (Keep(deed, Beside(deed, file), secret, isNew: false) is { } refused)
            {
                return refused;
            }

            isRenewed = true;
        }

        return isRenewed ? deed.Done(Path, "C'est enregistré.", "It is saved.") : saved;
    }

    private static DeedResult? Keep(Deed deed, string path, string secret, bool isNew = true)
    {
        try
        {
            PrivateFile.Folder(System.IO.Path.GetDirectoryName(path)!);
            var bytes = Encoding.UTF8.GetBytes($"{secret}\n");
            if (isNew)
            {
                PrivateFile.Write(path, bytes);
            }
            else
            {
                PrivateFile.Replace(path, bytes);
            }

            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Wrong(
                deed,
                "secret",
                "Le service n'a pas le droit d'écrire à côté du fichier du territoire : rien n'est changé. Parlez-en à l'administrateur.",
                "The service may not write beside the territory file: nothing is changed. Talk to the administrator."
            );
        }
    }

    private static string Beside(Deed deed, string file) =>
        System.IO.Path.Combine(
            System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(deed.Page.Owner!.File))!,
            file
        );

    private static bool TextFits(string id) => id.Length > 0 && Identifiers.Plain.Fault(id) is null;

    private static DeedResult Wrong(Deed deed, string field, string french, string english) =>
        DeedResult.Again<VoicePage>(
            new FormTrouble(deed.Form)
            {
                Wrong = new Dictionary<string, string> { [field] = deed.Page.Say(french, english) },
            }
        );
}
