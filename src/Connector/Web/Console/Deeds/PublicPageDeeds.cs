using Connector.TerritoryFiles;
using Connector.TerritoryFiles.Records;
using Connector.Web.Console.Pages;

namespace Connector.Web.Console.Deeds;

/// <summary>Whether the network is shown to everybody, and what it gives to read.</summary>
internal static class PublicPageDeeds
{
    public const string Path = "/reglages/page-publique";
    public const string Documents = $"{Path}/documents";
    public const string Remove = $"{Path}/documents/retirer";

    public static Task<DeedResult> SaveAsync(Deed deed) =>
        SettingsDeeds.SaveAsync<PublicSettingsPage>(deed, SettingsPart.PublicPage, Path);

    public static Task<DeedResult> AddAsync(Deed deed) =>
        SettingsDeeds.ChangeAsync<PublicSettingsPage>(
            deed,
            SettingsPart.PublicPage,
            Path,
            book =>
                book.Add(
                    null,
                    PublicDocumentRecord.Key,
                    [
                        (PublicDocumentRecord.Title, deed.Text("titre")),
                        (PublicDocumentRecord.Link, deed.Text("lien")),
                    ]
                )
        );

    public static Task<DeedResult> RemoveAsync(Deed deed) =>
        SettingsDeeds.RemoveAsync<PublicSettingsPage>(deed, SettingsPart.PublicPage, Path);
}
