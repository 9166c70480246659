using System.Globalization;
using System.Text;
using Connector.Domain;
using Connector.Domain.Meetings;
using Connector.Domain.Publicity;
using Connector.Domain.Signatures;
using Connector.Domain.Territories;
using Connector.Domain.Workspaces;
using Connector.Provisioning;
using Connector.Reports;

namespace Connector.DocumentFlow;

/// <summary>
/// The network as one page to share by a link, without a service: what the service shows at its public address, and nothing else.
/// Same day, same data, same bytes.
/// </summary>
internal static class PublicPageComposer
{
    public static MadeDocument Compose(ComposedTerritory context)
    {
        var territory = context.Territory;
        var meetings = territory
            .Groups.SelectMany(group =>
                context.Calendars.Between(group.Id, context.Today, context.Today.AddYears(1))
            )
            .OrderBy(meeting => meeting.Start)
            .ThenBy(meeting => meeting.GroupId, StringComparer.Ordinal);
        var network = PublicNetwork.Of(territory, meetings, context.Today, BoardOf(context));
        return new MadeDocument(Encoding.UTF8.GetBytes(Page(network, territory)), MadeDocument.Html);
    }

    /// <summary>Of the network's roadmap.</summary>
    private static SignatureBoard? BoardOf(ComposedTerritory context)
    {
        var key = context
            .Spec.Areas.Where(area => area.WorkingGroupId is null)
            .SelectMany(area => area.Documents)
            .FirstOrDefault(document => document.Kind == DocumentKind.Roadmap)
            ?.Key;
        return key is not null && context.Registers.GetValueOrDefault(key) is { } chain
            ? SignatureBoard.Of(chain, [], null)
            : null;
    }

    private static string Page(PublicNetwork network, Territory territory)
    {
        var page = new HtmlPage(territory.Language);
        page.Add("h1", network.Name).Add("p", network.Purpose);
        Dates(page, network, territory.Language);
        Title(page, "Ce que nous faisons", "What we do");
        foreach (var group in network.Groups)
        {
            page.Add("h3", group.Name).Add("p", group.Purpose ?? "");
        }

        Roadmap(page, network, territory);
        Documents(page, network);
        Title(page, "Qui nous sommes", "Who we are");
        page.Open("ul");
        foreach (var member in network.Members)
        {
            page.Add("li", With(member.Name, member.Commune));
        }

        page.Close("ul");
        if (network.Coordination is { } office)
        {
            Title(page, "Nous rejoindre", "Join us");
            var whom = With(office.Name, office.Telephone);
            page.Add(
                "p",
                page.Say(
                    new Text(
                        $"Le réseau est ouvert à qui aide des habitants avec le numérique. Adressez-vous à {whom}.",
                        $"The network is open to whoever helps people with digital life. Ask {whom}."
                    )
                )
            );
        }

        return page.Whole(network.Name);
    }

    private static void Dates(HtmlPage page, PublicNetwork network, Language language)
    {
        Title(page, "Prochaines dates ouvertes à tous", "Next dates open to all");
        if (network.Dates.Count == 0)
        {
            page.Add("p", page.Say(new Text("Aucune date pour l'instant.", "No date for now.")));
            return;
        }

        page.Open("ul");
        foreach (var meeting in network.Dates)
        {
            page.Add("li", $"{When(meeting, language)}\u00a0: {With(meeting.Title, meeting.Place)}");
        }

        page.Close("ul");
    }

    private static void Roadmap(HtmlPage page, PublicNetwork network, Territory territory)
    {
        if (network.Roadmap is not { } roadmap)
        {
            return;
        }

        Title(page, "Notre feuille de route", "Our roadmap");
        var zone = TimeZoneInfo.FindSystemTimeZoneById(territory.TimeZone);
        var at = TimeZoneInfo.ConvertTime(roadmap.At, zone);
        page.Add(
            "p",
            page.Say(
                new Text(
                    $"Version {roadmap.Version}, publiée le {at:dd/MM/yyyy}. L'ont signée\u00a0:",
                    $"Version {roadmap.Version}, published on {at:dd/MM/yyyy}. Signed by:"
                )
            )
        );
        page.Open("ul");
        foreach (var organisation in roadmap.SignedBy)
        {
            page.Add("li", organisation);
        }

        page.Close("ul");
    }

    private static void Documents(HtmlPage page, PublicNetwork network)
    {
        if (network.Documents.Count == 0)
        {
            return;
        }

        Title(page, "À lire", "To read");
        page.Open("ul");
        foreach (var document in network.Documents)
        {
            page.Open("li").Link(document.Link, document.Title).Close("li");
        }

        page.Close("ul");
    }

    private static void Title(HtmlPage page, string french, string english) =>
        page.Add("h2", page.Say(new Text(french, english)));

    private static string When(MeetingOccurrence meeting, Language language) =>
        language == Language.English
            ? meeting.Start.ToString("dddd d MMMM yyyy, HH:mm", CultureInfo.GetCultureInfo("en-GB"))
            : FrenchDates.Write(
                meeting.Start,
                $"dddd d MMMM yyyy, {(meeting.Start.Minute == 0 ? "H'\u00a0h'" : "H'\u00a0h\u00a0'mm")}"
            );

    private static string With(string name, string? more) =>
        string.IsNullOrEmpty(more) ? name : $"{name}, {more}";
}
